"""Part of the reader's screen: words of the library offered for what is typed, and the counting of these words."""

from __future__ import annotations

import asyncio
import threading
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from paperterm.actions.answer import Failure
from paperterm.tui.language import t
from paperterm.tui.part import Part

if TYPE_CHECKING:  # the first screen has no search bar
    from textual.worker import WorkType

    from paperterm.actions.suggesting import Completion
    from paperterm.tui.widgets.search_bar import SearchBar

FEW = 5
"""Articles: where a Latin query finds more, it is taken to mean what it says."""
MOST = 6
"""Words that are offered."""
PATIENCE = 0.2
"""Seconds of counting after which it is told."""


class Suggesting(Part):
    """What a query may become."""

    _counting: threading.Event | None = None
    """Set to stop counting; None while nothing is counted."""
    _counted_share = ""
    _superseded: threading.Event | None = None
    """Set when what is being suggested is for a query that is no more."""

    def suggest(self, query: str, total: int) -> None:
        """Offer words for a query that found `total` articles, in the background."""
        stop = self._supersede()
        if not self._search_bar.took(query):
            # No coroutine yet: one that is superseded before it began would never be awaited.
            suggest: WorkType[None] = partial(self._suggest, query, total, stop)
            self.run_worker(suggest, group="suggest", exclusive=True)

    def suggest_nothing(self) -> None:
        """Nothing is typed."""
        self._supersede()
        self.workers.cancel_group(self, "suggest")
        self._search_bar.offer(())

    def _supersede(self) -> threading.Event:
        if self._superseded is not None:
            self._superseded.set()
        self._superseded = threading.Event()
        return self._superseded

    async def _suggest(self, query: str, total: int, stop: threading.Event) -> None:
        from paperterm.actions.suggesting import completions, is_latin
        from paperterm.query.unfinished import unfinished

        def work() -> list[Completion]:
            word = unfinished(query)
            if word is not None and is_latin(word.text) and total > FEW:
                return []
            return completions(self.session.library, query, MOST, near=total == 0, stop=stop.is_set)

        try:
            found = await self.background.think(work)
        except Failure:  # the search itself says what is wrong with the library
            found = []
        if not self.leaving and not stop.is_set() and self._search_bar.query_text == query:
            self._search_bar.offer([(one.ending, one.query) for one in found], self._counted_share)

    def count_words(self) -> None:
        """Count the words of what was imported since they were counted last, in the background."""
        if self._counting is None:
            self._counting = threading.Event()
            self.run_worker(self._count_words(self._counting), group="words")

    async def _count_words(self, stop: threading.Event) -> None:
        loop, begun = asyncio.get_running_loop(), monotonic()

        def told(done: int, total: int) -> None:
            if monotonic() - begun > PATIENCE:
                loop.call_soon_threadsafe(self._tell_counted, done, total)

        def work() -> bool:
            return self.session.library.count_words(told, stop.is_set)

        try:
            await self.background.think(work)
        except Failure as failure:
            self.say(failure.message, error=True)
        finally:
            self._counting, self._counted_share = None, ""
        if not self.leaving and not stop.is_set() and (query := self._search_bar.query_text.strip()):
            self.suggest(query, self.hits_total)

    def _tell_counted(self, done: int, total: int) -> None:
        self._counted_share = t("counting words: {share}", share=f"{done / max(1, total):.0%}")
        if not self.leaving:
            self._search_bar.say_instead(self._counted_share)

    def on_unmount(self) -> None:
        self._supersede().set()
        if self._counting is not None:
            self._counting.set()

    @property
    def _search_bar(self) -> SearchBar:
        from paperterm.tui.widgets.search_bar import SearchBar

        return self.query_one("#search", SearchBar)
