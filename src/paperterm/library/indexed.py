"""Search with the index: what it knows rightly comes from it, what came since is scanned."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from paperterm.library import order
from paperterm.library.bm25 import Scale
from paperterm.library.index_query import TITLE, Compiler
from paperterm.library.indexes import Broken, Indexed
from paperterm.library.records import ArticleHead, Results
from paperterm.library.scan import Judged, candidates, document, rank, shown
from paperterm.query import Matcher, Query
from paperterm.query.tree import positive_terms

BESIDE = 20
"""Hits beyond those asked for that are looked at: equals are put in the library's order, not the index's."""

DIGITS = 5
"""Of a score: the index counts in single precision."""

MANY = 500
"""Values in one statement."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """A hit of which nothing but its list entry has been read yet."""

    seq: int
    head: ArticleHead
    score: float


def search(
    connection: sqlite3.Connection,
    indexed: Indexed,
    query: Query,
    limit: int | None,
    outside: Mapping[tuple[str, str], frozenset[str]],
    stop: Callable[[], bool],
) -> Results:
    """As `scan.scan`, with the same hits. Raises Broken and sqlite3.Error."""
    tail = [row[0] for row in connection.execute("SELECT article FROM tail")]
    gone = [row[0] for row in connection.execute("SELECT article FROM gone")]

    def numbers(field: str, value: str) -> Sequence[int]:
        return _numbers(connection, outside.get((field, value), frozenset()))

    matcher = Matcher(query, outside)
    total, scores = _asked(indexed, Compiler(indexed.index, numbers)(query.root, [*tail, *gone]), limit)
    found: list[_Listed | Judged] = list(_listed(connection, scores))
    if tail and not stop():
        new = list(_scanned(connection, indexed, query, matcher, stop))
        total += len(new)
        found += new
    best = sorted(found, key=lambda hit: rank(hit.score, hit.head))[:limit]
    read = _judged(connection, [hit for hit in best if isinstance(hit, _Listed)], matcher)
    hits = (hit if isinstance(hit, Judged) else read.get(hit.seq) for hit in best)
    return Results(total, tuple(shown(hit) for hit in hits if hit is not None))


def _asked(indexed: Indexed, query: Any, limit: int | None) -> tuple[int, dict[int, float]]:
    """How many articles fit, and the scores of the best, by number."""
    searcher = indexed.searcher
    most = searcher.num_docs if limit is None else limit + BESIDE
    try:
        result = searcher.search(query, max(1, most), count=True)
        numbers = searcher.fast_field_values("seq", [address for _, address in result.hits])
    except (ValueError, OSError) as error:
        raise Broken(f"The index cannot be read: {error}") from error
    return result.count, {seq: round(hit[0], DIGITS) for seq, hit in zip(numbers, result.hits, strict=True)}


def _listed(connection: sqlite3.Connection, scores: Mapping[int, float]) -> Iterator[_Listed]:
    for some in _parts(list(scores)):
        rows = connection.execute(f"SELECT seq, {order.HEAD} FROM heads WHERE seq IN ({_marks(some)})", some)
        for seq, *row in rows:
            yield _Listed(seq, order.head(row), scores[seq])


def _judged(connection: sqlite3.Connection, hits: Sequence[_Listed], matcher: Matcher) -> dict[int, Judged]:
    """The hits with the places of what was looked for, by number."""
    judged: dict[int, Judged] = {}
    by_number = {hit.seq: hit for hit in hits}
    for some in _parts(list(by_number)):
        rows = connection.execute(f"SELECT seq, form FROM articles WHERE seq IN ({_marks(some)})", some)
        for seq, form in rows:
            hit = by_number[seq]
            read = document(hit.head, form)
            if (found := matcher(read)) is not None:
                judged[seq] = Judged(hit.head, found, tuple(text for _, text in read.blocks), hit.score)
    return judged


def _scanned(
    connection: sqlite3.Connection, indexed: Indexed, query: Query, matcher: Matcher, stop: Callable[[], bool]
) -> Iterator[Judged]:
    """What fits among the articles that the index does not know as they are."""
    searcher = indexed.searcher
    scale = Scale(searcher.num_docs, indexed.kept.length, searcher.doc_freq)
    needles = tuple(dict.fromkeys((term.needle, term.fuzzy) for term in positive_terms(query.root)))
    for head, read in candidates(connection, query.required(), stop, "articles.seq IN (SELECT article FROM tail)"):
        if (found := matcher(read)) is not None:
            score = round(scale.score(read, needles, TITLE), DIGITS)
            yield Judged(head, found, tuple(text for _, text in read.blocks), score)


def _numbers(connection: sqlite3.Connection, ids: Iterable[str]) -> list[int]:
    found: list[int] = []
    for some in _parts(sorted(ids)):
        rows = connection.execute(f"SELECT seq FROM articles WHERE id IN ({_marks(some)})", some)
        found += [row[0] for row in rows]
    return found


def _parts(values: list[Any]) -> Iterator[list[Any]]:
    return (values[at : at + MANY] for at in range(0, len(values), MANY))


def _marks(values: list[Any]) -> str:
    return ",".join("?" * len(values))
