"""Part of the reader's screen: the search bar, the hits, and going from hit to hit."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from paperterm.actions.answer import Failure
from paperterm.library.records import Match, Results
from paperterm.tui.bindings import told
from paperterm.tui.hit_rows import HitRows
from paperterm.tui.language import retold, t, tn
from paperterm.tui.panes import HitsPane
from paperterm.tui.part import Part
from paperterm.tui.widgets.marks import Mark
from paperterm.tui.widgets.rows import RowList

if TYPE_CHECKING:  # the first screen has no search bar
    from textual.widgets import Input
    from textual.worker import WorkType

    from paperterm.tui.widgets.search_bar import SearchBar


class Searching(Part):
    """Finding."""

    found: HitRows | None = None
    hit_index = -1
    """Which hit's article is open, -1 for none."""
    match_index = 0
    hits_total = 0
    """Articles that were found, listed or not."""
    _stop: threading.Event | None = None
    _searching = False
    _open_when_found = False

    # -- the bar

    async def action_search_open(self) -> None:
        # The bar is there when this returns: what is typed at once goes into it.
        from paperterm.tui.widgets.search_bar import SearchBar

        if not self.query("#search"):
            await self.mount(SearchBar(id="search"), before="#panes")
        self.show_side("hits")
        self.remove_class("-reading")
        self.query_one("#search", SearchBar).open()
        self.count_words()

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input.id != "query":
            return
        if self._stop:
            self._stop.set()
        self._stop = threading.Event()
        self._open_when_found = False
        self._searching = bool(event.value.strip())
        if self._searching:
            # No coroutine yet: one that is superseded before it began would never be awaited.
            search: WorkType[None] = partial(self._search, event.value, self._stop)
            self.run_worker(search, group="search", exclusive=True)
        else:
            self._show_results(None, t("Type what you look for."))
            self.suggest_nothing()

    async def _search(self, text: str, stop: threading.Event) -> None:
        from paperterm.query import parse_query

        def work() -> Results:
            query = parse_query(text)
            return self.session.search(query, self.session.settings.search.hits, stop.is_set)

        try:
            results = await self.background.read(work)
        except Failure as failure:
            if not stop.is_set():
                self._show_results(None, retold(failure.message))
            return
        self.mend_index()
        if not stop.is_set():
            self._show_results(results, t("Nothing matches {text}", text=text))
            self.suggest(text, results.total)

    def _show_results(self, results: Results | None, otherwise: str) -> None:
        from paperterm.tui.widgets.search_bar import SearchBar

        self.hits_total = results.total if results else 0
        self.found = HitRows(results) if results and results.hits else None
        self.hit_index, self.match_index = -1, 0
        self.hits.set_placeholder(otherwise)
        self.hits.set_source(self.found)
        total = results.total if results else 0
        counted = tn("{count} article", "{count} articles", total)
        if results and total > len(results.hits):
            counted = t("{listed} of {count} articles", listed=len(results.hits), count=total)
        self.query_one("#search", SearchBar).count(counted if results else "")
        self.refresh_marks()
        self.tell_far()
        self._searching = False
        if self._open_when_found:
            self._open_when_found = False
            self.hits.activate()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the bar opens the hit under the list's cursor; what is still being searched for, when it is found."""
        if event.input.id != "query":
            return
        self.focus_side("hits")
        if self._searching:
            self._open_when_found = True
        else:
            self.hits.activate()

    def on_search_bar_moved(self, event: SearchBar.Moved) -> None:
        if event.bar.id == "search":
            self.hits.move(event.step)

    def on_search_bar_left(self, event: SearchBar.Left) -> None:
        if event.bar.id != "search":
            return
        if event.shut:
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
        self.found, self.hits_total = found, len(found)
        self.hit_index, self.match_index = -1, 0
        self.hits.set_source(found)
        self.focus_side("hits")
        self.refresh_marks()
        self.tell_far()

    def search_for(self, query: str) -> None:
        """Search for this, as if it had been typed."""
        self.run_worker(self._search_for(query), group="saved")

    async def _search_for(self, query: str) -> None:
        from paperterm.tui.widgets.query_input import QueryInput

        await self.action_search_open()
        bar = self.query_one("#search")
        bar.query_one(QueryInput).value = query
        self.focus_side("hits")

    def on_search_bar_saved(self, event: SearchBar.Saved) -> None:
        """Keep a query under a name."""
        from paperterm.tui.screens.line import LineScreen

        query = event.query.strip()
        if not query or event.bar.id != "search":
            return

        def done(name: str | None) -> None:
            if name is not None:
                save = partial(self.session.notebook.save_search, name.strip() or query, query)
                self.change_notebook(t("Saved; it stands above the issues."), save)

        self.app.push_screen(LineScreen(t("Save this search as:"), query), done)

    # -- hits

    @on(RowList.Chosen)
    def _hit_chosen(self, event: RowList.Chosen) -> None:
        if isinstance(event.rows, HitsPane):
            self._go_to_hit(event.index, 0)

    def _go_to_hit(self, index: int, match: int) -> None:
        if not self.found:
            return
        hit = self.found.hits[index]
        self.hit_index = index
        self.match_index = match if match >= 0 else len(hit.matches) - 1
        self.hits.go(index)
        place = self._match_place()
        if self.stored and self.stored.head.id == hit.head.id:
            if place:
                self.reading.go_to(*place, middle=True)
            self.focus_article()
            self.refresh_marks()
            self.tell_far()
        else:
            self.open_article(hit.head.id, place)

    def _match_place(self) -> tuple[int, int] | None:
        matches = self._matches()
        if not 0 <= self.match_index < len(matches):
            return None
        return matches[self.match_index].block, matches[self.match_index].start

    def _matches(self) -> tuple[Match, ...]:
        """The matches in the hit that was opened last."""
        if not self.found or not 0 <= self.hit_index < len(self.found.hits):
            return ()
        return self.found.hits[self.hit_index].matches

    def hit_marks(self) -> list[Mark]:
        """What was found in the article that is shown."""
        if not self.found or not self.joined:
            return []
        marks: list[Mark] = []
        for part in self.joined.parts:
            index, first = self.found.index_of(part.head.id), self.joined.start_of(part.head.id)
            if index is None or first is None:
                continue
            current = self.match_index if index == self.hit_index else -1
            marks += (
                Mark(first + m.block, m.start, m.end, "current" if number == current else "hit")
                for number, m in enumerate(self.found.hits[index].matches)
            )
        return marks

    @property
    def hit_place(self) -> tuple[int, int]:
        """Which hit's article is open (-1: none), and which of its places was gone to."""
        return self.hit_index, self.match_index

    @property
    def hit_number(self) -> str:
        """ "3/17": which place of the open hit this is; "" while none is shown."""
        matches = self._matches()
        if (
            not matches
            or not self.found
            or not self.stored
            or self.found.hits[self.hit_index].head.id != self.stored.head.id
        ):
            return ""
        return f"{self.match_index + 1}/{len(matches)}"

    def action_hit_next(self) -> None:
        self._step_hit(1)

    def action_hit_previous(self) -> None:
        self._step_hit(-1)

    def _step_hit(self, step: int) -> None:
        if not self.found:
            self.say(told("There is nothing to go to: press {search_open} to search."))
            return
        at = self.match_index + step
        if self.hit_index < 0:
            self._go_to_hit(self.hits.cursor, 0)
        elif 0 <= at < len(self._matches()):
            self._go_to_hit(self.hit_index, at)
        elif 0 <= self.hit_index + step < len(self.found.hits):
            self._go_to_hit(self.hit_index + step, 0 if step > 0 else -1)
        else:
            self.say(t("This is the last hit.") if step > 0 else t("This is the first hit."))
