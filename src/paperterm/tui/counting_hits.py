"""Part of the reader's screen: what the hits have in common, and the way to fewer of them."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from paperterm.actions.answer import Failure
from paperterm.tui.bindings import told
from paperterm.tui.part import Part

if TYPE_CHECKING:
    from paperterm.library.facets import Facets
    from paperterm.tui.screens.facets import FacetScreen


class CountingHits(Part):
    """Facets."""

    async def action_search_facets(self) -> None:
        from paperterm.tui.screens.facets import FacetScreen

        query = self.query_shown.strip()
        if not query or not self.hits_total:
            self.say(told("There is nothing to count: press {search_open} to search."))
            return
        screen, stop = FacetScreen(query), threading.Event()

        def done(narrower: str | None) -> None:
            stop.set()
            if narrower is not None:
                self.search_for(narrower, self.scope)

        await self.app.push_screen(screen, done)
        self.run_worker(self._count_hits(screen, query, stop), group="facets", exclusive=True)

    async def _count_hits(self, screen: FacetScreen, query: str, stop: threading.Event) -> None:
        from paperterm.query import parse_query

        scope = self.scope

        def work() -> Facets:
            return self.session.facets(parse_query(query), stop.is_set, self.ids_in(scope))

        try:
            facets = await self.background.think(work)
        except Failure as failure:
            if not stop.is_set():
                screen.dismiss(None)
                self.fail(failure)
            return
        if not stop.is_set() and not self.leaving:
            screen.fill(facets)
