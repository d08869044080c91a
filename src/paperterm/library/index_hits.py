"""Asking the index: the best of what fits, the newest or oldest, and how many there are of each sort.

Every function raises Broken where the index cannot be read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import tantivy

from paperterm.library.facets import Tally
from paperterm.library.indexes import Broken, Indexed

BESIDE = 20
"""Hits beyond those asked for that are looked at: equals are put in the library's order, not the index's."""

DIGITS = 5
"""Of a score: the index counts in single precision."""

WIDER = 8
"""How many times more hits are looked at where the equals go on."""

GROUPS = 65_000
"""The most values that the index counts apart: papers that a library may have."""

MONTHS = {"months": {"histogram": {"field": "day", "interval": 100, "min_doc_count": 1}}}  # 20250300 for 2025-03
COUNTED = {
    **MONTHS,
    "papers": {"terms": {"field": "paper_name", "size": GROUPS}, "aggs": MONTHS},
    "kinds": {"terms": {"field": "kind", "size": GROUPS}},
    "all": {"value_count": {"field": "seq"}},
}

Scores = dict[int, float]
"""Of articles, by their number in the library."""

Must, MustNot = tantivy.Occur.Must, tantivy.Occur.MustNot
P = ParamSpec("P")
T = TypeVar("T")


def _or_broken(ask: Callable[P, T]) -> Callable[P, T]:
    @wraps(ask)
    def asking(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return ask(*args, **kwargs)
        except (ValueError, OSError) as error:
            raise Broken(f"The index cannot be read: {error}") from error

    return asking


@_or_broken
def ranked(indexed: Indexed, query: tantivy.Query, limit: int | None) -> tuple[int, Scores]:
    """How many articles fit, and the scores of the best: all that could be among the first `limit`, whatever order equals
    are put in."""
    searcher = indexed.searcher
    most = searcher.num_docs if limit is None else limit + BESIDE
    while True:
        result = searcher.search(query, max(1, most), count=True)
        scores = [round(score, DIGITS) for score, _ in result.hits]
        if not limit or len(scores) < most or scores[-1] < scores[limit - 1]:
            return result.count, dict(zip(_numbers(searcher, result.hits), scores, strict=True))
        most *= WIDER


@_or_broken
def dated(indexed: Indexed, query: tantivy.Query, limit: int, newest: bool) -> tuple[int, list[int]]:
    """How many articles fit, and the numbers of the newest or oldest: all that could be among the first `limit`, whatever
    order those of one day are put in. Undated articles are the last either way."""
    searcher = indexed.searcher
    order = tantivy.Order.Desc if newest else tantivy.Order.Asc
    result = searcher.search(query, max(1, limit), count=True, order_by_field="day", order=order)
    if result.count <= len(result.hits):
        return result.count, _numbers(searcher, result.hits)
    last = result.hits[-1][0]
    whole = [hit for hit in result.hits if hit[0] != last]
    of_the_day = tantivy.Query.boolean_query([(Must, query), _on(indexed, last)])
    same = searcher.search(of_the_day, searcher.search(of_the_day, 1, count=True).count, count=False).hits
    return result.count, _numbers(searcher, [*whole, *same])


@_or_broken
def scores(indexed: Indexed, query: tantivy.Query, numbers: Sequence[int]) -> Scores:
    """The scores of these articles, which fit."""
    if not numbers:
        return {}
    among = tantivy.Query.const_score_query(indexed.index.numbered(numbers), 0.0)
    hits = indexed.searcher.search(
        tantivy.Query.boolean_query([(Must, query), (Must, among)]), len(numbers), count=False
    ).hits
    found = [round(score, DIGITS) for score, _ in hits]
    return dict(zip(_numbers(indexed.searcher, hits), found, strict=True))


@_or_broken
def tally(indexed: Indexed, query: tantivy.Query) -> Tally:
    """What fits, counted."""
    found = indexed.searcher.aggregate(query, COUNTED)
    counted, total = Tally(), int(found["all"]["value"])
    for bucket in found["kinds"]["buckets"]:
        counted.kinds[bucket["key"]] = bucket["doc_count"]
    counted.kinds[None] = total - counted.kinds.total()
    # Articles without a paper or a date are in no bucket: they are what is left over.
    nameless, dateless = _by_month(found), total - sum(_by_month(found).values())
    for bucket in found["papers"]["buckets"]:
        paper, months = bucket["key"], _by_month(bucket)
        counted.cells.update({(paper, month): count for month, count in months.items()})
        counted.cells[paper, None] = bucket["doc_count"] - months.total()
        nameless.subtract(months)
        dateless -= counted.cells[paper, None]
    counted.cells.update({(None, month): count for month, count in nameless.items()})
    counted.cells[None, None] = dateless
    return counted


def _by_month(found: Any) -> Counter[str]:
    return Counter({_month(int(bucket["key"])): bucket["doc_count"] for bucket in found["months"]["buckets"]})


def _on(indexed: Indexed, day: int | None) -> tuple[tantivy.Occur, tantivy.Query]:
    """What chooses the articles of a day, or those without one."""
    if day is None:
        return MustNot, tantivy.Query.exists_query("day")
    of_day = tantivy.Query.term_query(indexed.index.schema, "day", day, "basic")
    return Must, tantivy.Query.const_score_query(of_day, 0.0)


def _numbers(searcher: Any, hits: Sequence[tuple[Any, Any]]) -> list[int]:
    numbers: list[int] = searcher.fast_field_values("seq", [address for _, address in hits])
    return numbers


def _month(day: int) -> str:
    return f"{day // 10_000:04}-{day // 100 % 100:02}"
