"""Part of the reader's screen: the search bar."""

from __future__ import annotations

import asyncio
import threading
from functools import partial
from typing import TYPE_CHECKING

from paperterm.actions.answer import Failure
from paperterm.library.records import Results
from paperterm.tui.hit_rows import HitRows
from paperterm.tui.language import retold, t, tn
from paperterm.tui.part import Part
from paperterm.tui.scopes import LIBRARY, Scope

if TYPE_CHECKING:  # the first screen has no search bar
    from textual.widgets import Input
    from textual.worker import WorkType

    from paperterm.tui.widgets.search_bar import SearchBar


class Searching(Part):
    """Finding."""

    _stop: threading.Event | None = None
    _searching = False
    _open_when_found = False

    # -- the bar

    async def action_search_open(self) -> None:
        await self._open_bar(LIBRARY)

    async def action_search_here(self) -> None:
        """Search in the article, or from the list in the issue under its cursor."""
        scopes = self.scopes()
        if self.focused is self.issues and (issue := self.issue_under_cursor):
            await self._open_bar(Scope("issue", *issue))
        else:
            await self._open_bar(scopes[-1])

    async def _open_bar(self, scope: Scope) -> None:
        # The bar is there when this returns: what is typed at once goes into it.
        from paperterm.tui.widgets.find_bar import FindBar

        if not self.query("#search"):
            await self.mount(FindBar(id="search"), before="#panes")
        before, self.scope = self.scope, scope
        self.make_room()
        self.find_bar.open()
        self.tell_scope()
        if scope != before and self.query_shown.strip():
            self.search_now(self.query_shown)
        self.count_words()

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input.id != "query":
            return
        self.search_now(event.value)

    def search_now(self, text: str) -> None:
        """Search for this; what was being searched for is given up."""
        if self._stop:
            self._stop.set()
        self._stop = threading.Event()
        self._open_when_found = False
        self._searching = bool(text.strip())
        if self._searching:
            # No coroutine yet: one that is superseded before it began would never be awaited.
            search: WorkType[None] = partial(self._search, text, self._stop)
            self.run_worker(search, group="search", exclusive=True)
        else:
            self._show_results(None, t("Type what you look for."))
            self.suggest_nothing()

    def _give_up(self) -> None:
        """Stop a search that is under way."""
        if self._searching and self._stop:
            self._stop.set()
            self._searching = self._open_when_found = False

    async def _search(self, text: str, stop: threading.Event) -> None:
        from paperterm.query import parse_query

        scope, sort = self.scope, self.sort

        def work() -> Results:
            query = parse_query(text)
            most = self.session.settings.search.hits
            return self.session.search(query, most, stop.is_set, sort, self.ids_in(scope))

        try:
            results = await self.patiently(work, t("Searching …"), stop)
        except Failure as failure:
            if not stop.is_set():
                self._show_results(None, retold(failure.message))
            return
        except asyncio.CancelledError:
            if stop is self._stop:  # stopped, and not in favour of another one
                self._searching = self._open_when_found = False
            raise
        self.mend_index()
        if not stop.is_set():
            self._show_results(results, t("Nothing matches {text}", text=text))
            self.suggest(text, results.total)

    def _show_results(self, results: Results | None, otherwise: str) -> None:
        self.hits.set_placeholder(otherwise)
        self.show_hits(HitRows(results) if results and results.hits else None, results.total if results else 0)
        self.find_bar.count(self._counted(results) if results else "")
        self._searching = False
        if self._open_when_found:
            self._open_when_found = False
            self.open_hit()

    def _counted(self, results: Results) -> str:
        """How much was found."""
        if self.scope.kind == "article":
            places = sum(len(hit.matches) for hit in results.hits)
            return tn("{count} place", "{count} places", places)
        if results.total > len(results.hits):
            return t("{listed} of {count} articles", listed=len(results.hits), count=results.total)
        return tn("{count} article", "{count} articles", results.total)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the bar opens the hit under the list's cursor; what is still being searched for, when it is found."""
        if event.input.id != "query":
            return
        if self.scope.kind == "article":
            self.focus_article()
        else:
            self.focus_side("hits")
        if self._searching:
            self._open_when_found = True
        else:
            self.open_hit()

    def on_search_bar_moved(self, event: SearchBar.Moved) -> None:
        if event.bar.id == "search":
            self.hits.move(event.step)

    def on_search_bar_left(self, event: SearchBar.Left) -> None:
        if event.bar.id != "search":
            return
        if event.shut:
            self._give_up()
            event.bar.close()
            self.focus_article()
        elif not self.found and event.bar.offers:  # there is nowhere to go, but something to take
            event.bar.take_next()
        else:
            self.focus_side("hits")

    def show_found(self, found: HitRows) -> None:
        """Show articles that were found in another way as hits, in the place of those of the search bar."""
        from paperterm.tui.widgets.search_bar import SearchBar

        for bar in self.query("#search").results(SearchBar):
            bar.clear()
            bar.close()
        self.show_hits(found, len(found))
        self.focus_side("hits")

    def search_for(self, query: str, scope: Scope = LIBRARY) -> None:
        """Search for this, as if it had been typed."""
        self.run_worker(self._search_for(query, scope), group="saved")

    async def _search_for(self, query: str, scope: Scope) -> None:
        from paperterm.tui.widgets.query_input import QueryInput

        await self._open_bar(scope)
        field = self.find_bar.query_one(QueryInput)
        if field.value == query:  # the order or the place may be another one
            self.search_now(query)
        field.value = query
        self.focus_side("hits")

    async def on_search_bar_saved(self, event: SearchBar.Saved) -> None:
        """Keep a query under a name."""
        from paperterm.tui.screens.line import LineScreen

        query = event.query.strip()
        if not query or event.bar.id != "search":
            return
        query = self.with_scope(query)

        def done(name: str | None) -> None:
            if name is not None:
                save = partial(self.session.notebook.save_search, name.strip() or query, query)
                self.change_notebook(t("Saved; it stands above the issues."), save)

        await self.app.push_screen(LineScreen(t("Save this search as:"), query), done)
