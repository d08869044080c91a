"""Articles that share rare words with an article.

A word is told by its overlapping pairs of characters, as the index has them: those that stand within words (`text.cohesion`),
or more than once in the article, as names do. They weigh by how often they stand there and how rare they are elsewhere
(tf-idf; Spärck Jones 1972, with the logarithmic frequencies of Salton and Buckley 1988).
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from paperterm.library import order
from paperterm.library.indexes import Indexed
from paperterm.library.packing import searched_text
from paperterm.library.records import Hit, Match
from paperterm.library.scan import SNIPPET, document
from paperterm.query import Document, snippet
from paperterm.query.matcher import TITLE_ROLES
from paperterm.text.cohesion import cohesion
from paperterm.text.fold import searchable
from paperterm.text.han import is_han

TERMS = 40
"""Pairs that an article is told by."""
CANDIDATES = 60
"""Articles that are looked at closely."""
WITHIN = 1.0
"""Of `cohesion`: from here on two characters are taken to stand within a word."""
COMMON = 0.1
"""A pair that more of the articles hold tells nothing; told apart only where there are MANY."""
MANY = 50
LEAST = 0.1
"""Of the weight of an article's most telling pairs, what a related one has at least."""
NEWS = frozenset("本报 报讯 记者 通讯 讯员 新华 华社 电讯 责编 编辑".split())
"""Pairs that tell of an article only that it is one."""
TITLE = 3
"""How often a pair of the headline counts."""
MOST_SHOWN = 6
STEP = 200
"""Articles between two questions whether to stop."""


@dataclass(frozen=True, slots=True)
class Related:
    """An article that shares words with another, as a hit of a search for these, and the words, the most telling first."""

    hit: Hit
    shared: tuple[str, ...]


def related(
    connection: sqlite3.Connection,
    indexed: Indexed | None,
    seq: int,
    limit: int | None,
    without: Collection[int],
    stop: Callable[[], bool],
) -> list[Related]:
    """The articles that are most like article number `seq`, at most `limit`. Hidden versions of pages are left out. Without
    an index all articles are read; when stopped, what was found until then. Raises Broken and sqlite3.Error."""
    left_out = {seq, *without}
    own = _document(connection, seq)
    counts = _pairs(own)
    among = (
        "" if indexed is None else "WHERE seq IN (SELECT article FROM tail)"
    )  # what the index does not know as it is
    holders, articles = _holders(connection, counts, among, stop)
    if indexed is None:
        weights, whole = _weights(counts, lambda pair: len(holders[pair]), articles)
        candidates: list[int] = []
    else:
        known = indexed.searcher
        articles += known.num_docs
        weights, whole = _weights(counts, lambda pair: len(holders[pair]) + known.doc_freq("text", pair), articles)
        candidates = _asked(connection, indexed, weights, left_out)
    candidates += dict.fromkeys(holder for pair in weights for holder in holders[pair])
    scored = []
    for number, text in _texts(connection, [c for c in candidates if c not in left_out]):
        share = sum(weight for pair, weight in weights.items() if pair in text) / whole
        if share >= LEAST:
            scored.append((round(share, 4), number))
    scored.sort(reverse=True)
    found: list[Related] = []
    for share, number in scored:
        if len(found) == limit:
            break
        if (one := _told(connection, own, weights, number, share)) is not None:
            found.append(one)
    return found


def _pairs(own: Document) -> Counter[str]:
    """How often each pair that may tell something stands in the article."""
    counts: Counter[str] = Counter()
    for role, printed in own.blocks:
        times = TITLE if role in TITLE_ROLES else 1
        for one, two in pairwise(searchable(printed)):
            if is_han(one) and is_han(two):
                counts[one + two] += times
    return Counter({pair: n for pair, n in counts.items() if pair not in NEWS and (n > 1 or cohesion(*pair) >= WITHIN)})


def _weights(
    counts: Mapping[str, int], frequency: Callable[[str], int], articles: int
) -> tuple[dict[str, float], float]:
    """The most telling of the pairs that stand in other articles, too, with their weights; and what the most telling of all
    pairs weigh together."""
    weights, elsewhere = {}, set()
    for pair, count in counts.items():
        holders = frequency(pair)
        if articles < MANY or holders <= COMMON * articles:
            weights[pair] = (1 + log(count)) * log(1 + (articles - holders + 0.5) / (holders + 0.5))
            if holders > 1:
                elsewhere.add(pair)
    ranked = sorted(weights, key=lambda pair: (-weights[pair], pair))
    shared = [pair for pair in ranked if pair in elsewhere][:TERMS]
    return {pair: weights[pair] for pair in shared}, sum(weights[pair] for pair in ranked[:TERMS])


def _asked(
    connection: sqlite3.Connection, indexed: Indexed, weights: Mapping[str, float], left_out: Collection[int]
) -> list[int]:
    """What the index finds of what it knows as it is now."""
    from paperterm.library.index_related import holding

    if not weights:
        return []
    changed = [row[0] for table in ("tail", "gone") for row in connection.execute(f"SELECT article FROM {table}")]
    return holding(indexed, weights, [*left_out, *changed], CANDIDATES)


def _holders(
    connection: sqlite3.Connection, counts: Mapping[str, int], among: str, stop: Callable[[], bool]
) -> tuple[dict[str, list[int]], int]:
    """The articles that hold each pair, and how many were read; `among` is a WHERE clause."""
    holders: dict[str, list[int]] = {pair: [] for pair in counts}
    articles = 0
    rows = connection.execute(
        f"SELECT seq, folded.text, form FROM articles LEFT JOIN folded ON folded.article = articles.seq {among}"
    )
    for seq, folded, form in rows:
        articles += 1
        for pair in counts.keys() & {one + two for one, two in pairwise(searched_text(folded, form))}:
            holders[pair].append(seq)
        if articles % STEP == 0 and stop():
            break
    return holders, articles


def _texts(connection: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
    for number in numbers:
        row = connection.execute(
            "SELECT folded.text, form FROM articles JOIN pages ON pages.seq = articles.page "
            "LEFT JOIN folded ON folded.article = articles.seq WHERE articles.seq = ? AND shown",
            (number,),
        ).fetchone()
        if row is not None:
            yield number, searched_text(*row)


def _document(connection: sqlite3.Connection, seq: int) -> Document:
    row = connection.execute(f"SELECT {order.HEAD} FROM heads WHERE seq = ?", (seq,)).fetchone()
    form = connection.execute("SELECT form FROM articles WHERE seq = ?", (seq,)).fetchone()[0]
    return document(order.head(row), form)


def _told(
    connection: sqlite3.Connection, own: Document, weights: Mapping[str, float], number: int, share: float
) -> Related | None:
    """The article with the words that it shares; None where that is no more than one short word."""
    head = order.head(connection.execute(f"SELECT {order.HEAD} FROM heads WHERE seq = ?", (number,)).fetchone())
    form = connection.execute("SELECT form FROM articles WHERE seq = ?", (number,)).fetchone()[0]
    other = document(head, form)
    shared = _shared(own, other, weights)
    if len(shared) < 2 and sum(map(len, shared)) < 4:
        return None
    spans = sorted(
        (block, start, end)
        for block, text in enumerate(other.folded)
        for word in shared
        for start, end in text.places(word)
    )
    places: list[tuple[int, int, int]] = []
    for span in spans:  # words may overlap
        if not places or span[0] != places[-1][0] or span[1] >= places[-1][2]:
            places.append(span)
    line, marks = snippet([text for _, text in other.blocks], places, SNIPPET)
    return Related(Hit(head, share, line, marks, tuple(Match(*place) for place in places)), shared[:MOST_SHOWN])


def _shared(own: Document, other: Document, weights: Mapping[str, float]) -> tuple[str, ...]:
    """The longest pieces of the one article, all of telling pairs, that stand in the other; the most telling first."""
    theirs = "\n".join(searchable(text) for _, text in other.blocks)
    pieces: dict[str, float] = {}
    for _, printed in own.blocks:
        text = searchable(printed)
        start = 0
        while start < len(text) - 1:
            end, weight = start + 1, 0.0
            while end < len(text) and text[end - 1 : end + 1] in weights and text[start : end + 1] in theirs:
                weight += weights[text[end - 1 : end + 1]]
                end += 1
            if end - start > 1:
                pieces[text[start:end]] = weight
            start = max(start + 1, end - 1)
    parts = [piece for piece in pieces if not any(piece != other and piece in other for other in pieces)]
    return tuple(sorted(parts, key=lambda piece: (-pieces[piece], piece)))
