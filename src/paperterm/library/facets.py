"""Counting what the articles that fit a query have in common."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from paperterm.library.scan import CANDIDATES, candidates
from paperterm.query import Matcher, Query

Counts = tuple[tuple[str | None, int], ...]
"""Values with how many articles have each; None stands for those without, last."""


@dataclass(frozen=True, slots=True)
class Facets:
    """How many articles fit a query, in all and by what they have in common. Papers and kinds: the most frequent first; years
    ("2025") and months ("2025-03") in their order."""

    total: int
    papers: Counts
    years: Counts
    months: Counts
    kinds: Counts
    cells: Mapping[tuple[str | None, str | None], int]
    """By paper and month together; only what is there."""


MONTH, YEAR = len("2025-03"), len("2025")


@dataclass
class Tally:
    """How many articles have each paper and month (as in "2025-03"), and each kind. None: those without."""

    cells: Counter[tuple[str | None, str | None]] = field(default_factory=Counter)
    kinds: Counter[str | None] = field(default_factory=Counter)

    def count(self, paper: str | None, date: str | None, kind: str) -> None:
        """One article more."""
        self.cells[paper, date and date[:MONTH]] += 1
        self.kinds[kind] += 1

    def facets(self) -> Facets:
        papers: Counter[str | None] = Counter()
        years: Counter[str | None] = Counter()
        months: Counter[str | None] = Counter()
        for (paper, month), count in self.cells.items():
            papers[paper] += count
            years[month and month[:YEAR]] += count
            months[month] += count
        return Facets(
            total=months.total(),
            papers=_frequent(papers),
            years=_in_order(years),
            months=_in_order(months),
            kinds=_frequent(self.kinds),
            cells={cell: count for cell, count in self.cells.items() if count},
        )


def tally(
    connection: sqlite3.Connection,
    query: Query,
    outside: Mapping[tuple[str, str], frozenset[str]],
    stop: Callable[[], bool],
) -> Tally:
    """What fits, counted; when stopped, what was found until then."""
    matcher, counted = Matcher(query, outside), Tally()
    for count, (head, read) in enumerate(candidates(connection, query.required(), stop), 1):
        if matcher.fits(read):
            counted.count(head.paper, head.date, head.kind)
        if count % CANDIDATES == 0 and stop():
            break
    return counted


def _frequent(counter: Counter[str | None]) -> Counts:
    found = ((value, count) for value, count in counter.items() if count)
    return tuple(sorted(found, key=lambda pair: (pair[0] is None, -pair[1], pair[0] or "")))


def _in_order(counter: Counter[str | None]) -> Counts:
    found = ((value, count) for value, count in counter.items() if count)
    return tuple(sorted(found, key=lambda pair: (pair[0] is None, pair[0] or "")))
