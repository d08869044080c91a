"""What the hits of a query have in common, as rows to step into."""

from __future__ import annotations

from typing import NamedTuple

from paperterm.actions.finding import UNDATED, UNKNOWN_PAPER
from paperterm.actions.narrowing import asks
from paperterm.library.facets import Facets
from paperterm.tui.language import t
from paperterm.tui.widgets.rows import Row


class Facet(NamedTuple):
    """A field's value, how many hits have it, and whether the query asks for it already. No value: those without."""

    sort: str  # of "paper", "year", "month", "kind"
    value: str | None
    number: int
    asked: bool

    @property
    def field(self) -> str:
        """The field of the query language."""
        return "date" if self.sort in ("year", "month") else self.sort


class FacetRows:
    """A row source: papers, years, months, kinds, the first of each sort with its name."""

    def __init__(self, query: str, facets: Facets) -> None:
        counted = (
            ("paper", facets.papers),
            ("year", facets.years),
            ("month", facets.months),
            ("kind", facets.kinds),
        )
        self.facets = [
            Facet(sort, value, count, asked=value is not None and asks(query, field) == value)
            for sort, counts in counted
            for field in ("date" if sort in ("year", "month") else sort,)
            for value, count in counts
        ]

    def __len__(self) -> int:
        return len(self.facets)

    def row(self, index: int) -> Row:
        facet = self.facets[index]
        first = index == 0 or self.facets[index - 1].sort != facet.sort
        about = (f"  {_sort_name(facet.sort)}" if first else "", "rows--meta")
        sign = ("› " if facet.asked else "  ", "rows--marker")
        style = "rows--hit" if facet.asked else "rows--meta" if facet.value is None else "rows--issue"
        return Row((sign, (_value_name(facet), style), about), tail=((str(facet.number), "rows--meta"),))


def _sort_name(sort: str) -> str:
    names = {"paper": t("papers"), "year": t("years"), "month": t("months"), "kind": t("kinds")}
    return names[sort]


def _value_name(facet: Facet) -> str:
    kinds = {"story": t("reports"), "photo": t("photos"), "continuation": t("continuations")}
    if facet.value is None:
        return UNKNOWN_PAPER if facet.sort == "paper" else UNDATED
    return kinds.get(facet.value, facet.value) if facet.sort == "kind" else facet.value
