"""Part of the reader's screen: what an article is related to, and whom and what it names."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

from paperterm.actions.answer import Failure
from paperterm.library.records import Results, StoredArticle
from paperterm.tui.hit_rows import HitRows
from paperterm.tui.language import t
from paperterm.tui.part import Part

if TYPE_CHECKING:
    from paperterm.actions.naming import Named
    from paperterm.library.related import Related
    from paperterm.tui.screens.names import NamesScreen

PATIENCE = 0.2
"""Seconds of looking after which it is told."""


class Relating(Part):
    """From an article to others."""

    _looking: threading.Event | None = None
    """Set to stop looking for related articles; None while nobody does."""

    # -- related articles

    def action_article_related(self) -> None:
        if self._looking is not None:
            self._looking.set()
        elif self.stored is not None:
            self._looking = threading.Event()
            self.run_worker(self._show_related(self.stored, self._looking), group="related")

    async def _show_related(self, stored: StoredArticle, stop: threading.Event) -> None:
        from paperterm.actions.relating import related_to

        def work() -> list[Related]:
            return related_to(self.session, stored, stop=stop.is_set)

        telling = self.set_timer(PATIENCE, partial(self.say, t("Looking for related articles; R stops.")))
        try:
            found = await self.background.read(work)
        except Failure as failure:
            self.fail(failure)
            return
        finally:
            telling.stop()
            self._looking = None
        if self.leaving:
            return
        if stop.is_set():
            self.say(t("Stopped."))
        elif not found:
            self.say(t("No article shares rare words with this one."))
        else:
            self.show_found(HitRows(Results(len(found), tuple(one.hit for one in found))))
            self.say(t("What shares most rare words with “{title}”.", title=stored.head.title))

    def on_unmount(self) -> None:
        if self._looking is not None:
            self._looking.set()

    # -- names

    async def action_article_names(self) -> None:
        from paperterm.tui.screens.names import NamesScreen

        stored = self.stored
        if stored is None:
            return
        screen = NamesScreen(stored.head.title)

        def done(query: str | None) -> None:
            if query is not None:
                self.search_for(query)

        await self.app.push_screen(screen, done)
        self.run_worker(self._fill(screen, stored), group="names", exclusive=True)

    async def _fill(self, screen: NamesScreen, stored: StoredArticle) -> None:
        def work() -> list[Named]:
            from paperterm.actions.naming import names_in

            return names_in(self.session, stored)

        try:
            screen.fill(await self.background.think(work))
        except Failure as failure:
            screen.fill([])
            self.fail(failure)
