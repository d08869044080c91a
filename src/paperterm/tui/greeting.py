"""Part of the reader's screen: what a person is told when it opens, and how it looks."""

from __future__ import annotations

import os
from functools import partial

from paperterm.actions.answer import Failure
from paperterm.tui.bindings import told
from paperterm.tui.language import retold, t
from paperterm.tui.part import Part

HINT, WIDTH = "first-hint", "told-of-width"
"""The names under which it is remembered that these were told."""
DONE = "told"


class Greeting(Part):
    """The first words."""

    ambiguous = 1
    """Cells that the terminal draws an ambiguous character in; 1 where it did not say."""
    _asked = False

    def greet(self) -> None:
        """Tell what is wrong with the settings; on the very first start how to go about here. Ask the terminal how wide it
        draws what Unicode leaves open."""
        self._tell_problems()
        if self.session.tour:
            self.begin_tour()
        else:
            self.run_worker(self._hint(), group="hint")
        from paperterm.tui.width import ask_width

        self._asked = ask_width(self.app)

    def _tell_problems(self) -> None:
        problems = (*self.session.settings.problems, *self.session.keymap.problems)
        if not problems:
            return
        first = problems[0]
        file = first.path.name
        place = t("{file}, line {line}:", file=file, line=first.line) if first.line else f"{file}:"
        more = t("({count} more: paperterm config check)", count=len(problems) - 1) if len(problems) > 1 else ""
        self.say(f"{place} {retold(first.sentence)} {more}", error=True)

    # -- the first hint

    async def _hint(self) -> None:
        if await self._once(HINT) and not self.leaving:
            from paperterm.tui.widgets.hint import Hint

            await self.mount(Hint(), before="#keys")

    async def on_key(self) -> None:
        for hint in self.query("#hint"):
            await hint.remove()

    async def _once(self, name: str) -> bool:
        """Was this never told in this home? From now on it was."""

        def work() -> bool:
            if self.session.reading.choice(name, ""):
                return False
            self.session.reading.choose(name, DONE, "")
            return True

        try:
            return await self.background.write(work)
        except Failure as failure:
            self.fail(failure)
            return False

    # -- the terminal

    def width_told(self, x: int, y: int) -> None:
        """The terminal says where its cursor stands; if that is its answer to the question how wide it draws."""
        from paperterm.tui.width import ROW

        if not self._asked or y != ROW:
            return
        self._asked, self.ambiguous = False, x
        if x > 1:
            self.run_worker(self._tell_width(), group="hint")

    async def _tell_width(self) -> None:
        if await self._once(WIDTH) and not self.leaving:
            wide = told(
                "This terminal draws “ ” … — two cells wide: lines may run over their end. {app_help} says more."
            )
            self.say(wide, error=True)

    # -- colours

    def action_theme_next(self) -> None:
        from paperterm.tui.look import CHOICE
        from paperterm.tui.themes import after

        if os.environ.get("NO_COLOR"):
            self.say(t("NO_COLOR is set: there are no colours to choose from."))
            return
        theme = after(self.app.theme)
        self.app.theme = theme
        stated = self.session.settings.look.theme
        self.background.write_later(partial(self.session.reading.choose, CHOICE, theme, stated))
        self.say(t("Colours: {theme}", theme=theme_name(theme)))


def theme_name(theme: str) -> str:
    """A theme as a person calls it."""
    names = {"dark": t("dark"), "light": t("light"), "sepia": t("sepia"), "terminal": t("the terminal's own")}
    return names[theme]
