"""Part of the reader's screen: stating the paper, date or number of a page that does not print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperterm.actions.answer import Failure
from paperterm.model import IssueFacts
from paperterm.tui.bindings import told
from paperterm.tui.language import t
from paperterm.tui.part import Part

if TYPE_CHECKING:
    from pathlib import Path

    from paperterm.library.facts import PageFacts
    from paperterm.notebook.log import Entry


class Stating(Part):
    """What a person knows of a page."""

    def action_page_state(self) -> None:
        sha256 = self.part_here.sha256 if self.part_here else None
        if self.focused is self.issues:
            sha256 = self.page_under_cursor
        if self.session.on_samples:
            self.say(t("The sample pages stay as they are. Read your own with: paperterm import FOLDER"))
        elif sha256 is None:
            self.say(t("Put the cursor on an article or a page of which you know something."))
        else:
            self.run_worker(self._ask_facts(sha256), group="state", exclusive=True)

    async def _ask_facts(self, sha256: str) -> None:
        from paperterm.tui.screens.facts import FactsScreen

        def work() -> tuple[PageFacts, list[Path]]:
            return self.session.library.facts(sha256), self.session.library.sources(sha256)

        async def save(facts: IssueFacts) -> None:
            from paperterm.actions.stating import state

            await self.write_notebook(lambda: state(self.session, (sha256,), facts))

        def done(saved: bool | None) -> None:
            if saved:
                self.say(told("Stated; {history_undo} takes it back."))
                self.reload_library()

        try:
            facts, sources = await self.patiently(work, t("Looking at the page …"))
        except Failure as failure:
            self.fail(failure)
            return
        if not self.leaving:
            await self.app.push_screen(FactsScreen(str(sources[0]) if sources else sha256, facts, save), done)

    async def restate(self, change: Entry) -> None:
        """Where a change that was taken back or made again had stated something, let the library know. Raises Failure."""
        if "pages" in change.records:
            from paperterm.actions.stating import restate

            await self.background.write(lambda: restate(self.session, change))
            self.reload_library()
