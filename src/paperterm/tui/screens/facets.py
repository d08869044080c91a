"""How many hits there are by paper, year, month and kind; from here one goes on to fewer of them, or to more again."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from paperterm.actions.narrowing import narrowed, without
from paperterm.library.facets import Facets
from paperterm.tui.bindings import as_in_lists, told
from paperterm.tui.facet_rows import FacetRows
from paperterm.tui.language import t
from paperterm.tui.screens.chooser import Chooser
from paperterm.tui.widgets.rows import RowList


class FacetScreen(Chooser[str]):
    """A list of counts, which come when they are counted; ends with the query that leaves those of one, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+b", "leave", "Leave", show=False),
        *as_in_lists("search.facets", run="leave"),
    ]

    def __init__(self, query: str) -> None:
        super().__init__()
        self._query = query
        self.rows: FacetRows | None = None

    def compose(self) -> ComposeResult:
        with Vertical(id="facet-box"):
            yield RowList(id="facet-rows", placeholder=t("Counting …"))
            yield Static(
                told("{list_open} leaves these, once more all   {app_quit} closes"), id="facet-keys", markup=False
            )

    def fill(self, facets: Facets) -> None:
        """The counts are there."""
        self.rows = FacetRows(self._query, facets)
        rows = self.query_one(RowList)
        rows.set_placeholder(t("Nothing was found to count."))
        rows.set_source(self.rows)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        if self.rows is None:
            return
        facet = self.rows.facets[event.index]
        if facet.value is None:
            message = t("What has no paper or no date cannot be asked for.")
            self.query_one("#facet-keys", Static).update(message)
        elif facet.asked:
            self.dismiss(without(self._query, facet.field))
        else:
            self.dismiss(narrowed(self._query, facet.field, facet.value))
