"""Search with the index: what it knows rightly comes from it, what came since is scanned."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from paperterm.library import index_hits, order
from paperterm.library.bm25 import Scale
from paperterm.library.facets import Tally
from paperterm.library.index_hits import DIGITS, Scores
from paperterm.library.index_query import TITLE, Compiler
from paperterm.library.indexes import Indexed
from paperterm.library.records import ArticleHead, Results, Sort
from paperterm.library.scan import Judged, candidates, document, shown
from paperterm.query import Document, Matcher, Query, Words
from paperterm.query.tree import positive_terms

MANY = 500
"""Values in one statement."""

Outside = Mapping[tuple[str, str], frozenset[str]]


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
    outside: Outside,
    stop: Callable[[], bool],
    sort: Sort = "rank",
    words: Words | None = None,
) -> Results:
    """As `scan.scan`, with the same hits. Raises Broken and sqlite3.Error."""
    words = words or {}
    matcher = Matcher(query, outside, words)
    compiled = _compiled(connection, indexed, query, outside, words)
    total, scores = _first(connection, indexed, query, compiled, limit, sort)
    found: list[_Listed | Judged] = list(_listed(connection, scores))
    if not stop():
        new = list(_scanned(connection, indexed, query, matcher, words, stop))
        total += len(new)
        found += new
    best = sorted(found, key=lambda hit: order.among_hits(sort, hit.score, order.place_of(hit.head)))[:limit]
    read = _judged(connection, [hit for hit in best if isinstance(hit, _Listed)], matcher)
    hits = (hit if isinstance(hit, Judged) else read.get(hit.seq) for hit in best)
    return Results(total, tuple(shown(hit) for hit in hits if hit is not None))


def tally(
    connection: sqlite3.Connection, indexed: Indexed, query: Query, outside: Outside, stop: Callable[[], bool]
) -> Tally:
    """As `facets.tally`, with the same counts. Raises Broken and sqlite3.Error."""
    counted = index_hits.tally(indexed, _compiled(connection, indexed, query, outside, {}))
    matcher = Matcher(query, outside)
    for head, read in _tail(connection, query, stop):
        if matcher.fits(read):
            counted.count(head.paper, head.date, head.kind)
    return counted


def _compiled(connection: sqlite3.Connection, indexed: Indexed, query: Query, outside: Outside, words: Words) -> Any:
    """What fits among the articles that the index knows as they are."""
    wrong = [row[0] for row in connection.execute("SELECT article FROM tail UNION SELECT article FROM gone")]

    def numbers(field: str, value: str) -> Sequence[int]:
        return _numbers(connection, outside.get((field, value), frozenset()))

    return Compiler(indexed.index, numbers, words)(query.root, wrong)


def _first(
    connection: sqlite3.Connection, indexed: Indexed, query: Query, compiled: Any, limit: int | None, sort: Sort
) -> tuple[int, Scores]:
    """How many articles fit, and the scores of some with the first `limit` among them, by number."""
    ranks = bool(query.terms())
    if limit is None or (sort == "rank" and ranks):
        return index_hits.ranked(indexed, compiled, limit)
    # Where no word is looked for all rank alike, and equals stand with the oldest first.
    total, numbers = index_hits.dated(indexed, compiled, limit, sort == "newest")
    if len(numbers) > MANY:  # many of one day, or undated
        numbers = _narrowed(connection, numbers, limit, sort)
    return total, index_hits.scores(indexed, compiled, numbers) if ranks else dict.fromkeys(numbers, 0.0)


def _narrowed(connection: sqlite3.Connection, numbers: list[int], limit: int, sort: Sort) -> list[int]:
    """The first `limit` of these articles, told by where they stand."""
    placed: list[tuple[order.Key, int]] = []
    for some in _parts(numbers):
        rows = connection.execute(
            "SELECT articles.seq, date, paper, pages.page, position, id FROM articles "
            f"JOIN pages ON pages.seq = articles.page WHERE articles.seq IN ({_marks(some)})",
            some,
        )
        placed += ((order.among_hits(sort, 0.0, tuple(place)), seq) for seq, *place in rows)
    return [seq for _, seq in sorted(placed)[:limit]]


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
    connection: sqlite3.Connection,
    indexed: Indexed,
    query: Query,
    matcher: Matcher,
    words: Words,
    stop: Callable[[], bool],
) -> Iterator[Judged]:
    """What fits among the articles that the index does not know as they are."""
    searcher = indexed.searcher
    scale = Scale(searcher.num_docs, indexed.kept.length, searcher.doc_freq)
    needles = tuple(dict.fromkeys((term.needle, term.fuzzy) for term in positive_terms(query.root)))
    for head, read in _tail(connection, query, stop):
        if (found := matcher(read)) is not None:
            score = round(scale.score(read, needles, words, TITLE), DIGITS)
            yield Judged(head, found, tuple(text for _, text in read.blocks), score)


def _tail(
    connection: sqlite3.Connection, query: Query, stop: Callable[[], bool]
) -> Iterator[tuple[ArticleHead, Document]]:
    """Articles that the index does not know as they are, and that hold what the query needs."""
    return candidates(connection, query.required(), stop, "articles.seq IN (SELECT article FROM tail)")


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
