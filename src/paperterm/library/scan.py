"""Search without an index: SQLite passes over what lacks a needed word, the query's own matcher judges the rest."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from paperterm.library import order
from paperterm.library.packing import searched, unpack_form
from paperterm.library.records import ArticleHead, Hit, Match, Results, Sort
from paperterm.query import Document, Found, Matcher, Query, Words, snippet

SNIPPET = 80  # characters
STEPS = 20_000  # of SQLite's machine between two questions whether to stop; some 2 ms
CANDIDATES = 32  # judged between two such questions
TELLING = 20  # needles that SQLite looks for; the longest pass over most, and the matcher sees to the rest


@dataclass(frozen=True, slots=True)
class Judged:
    """An article that fits; the greater its score, the better."""

    head: ArticleHead
    found: Found
    texts: tuple[str, ...]
    score: float


def scan(
    connection: sqlite3.Connection,
    query: Query,
    limit: int | None,
    outside: Mapping[tuple[str, str], frozenset[str]],
    stop: Callable[[], bool],
    sort: Sort = "rank",
    words: Words | None = None,
) -> Results:
    """Hits in every article, older versions of a page included: nothing that was imported may be lost to a search.

    When stopped, what was found until then. For the order see `order.among_hits`.
    """
    matcher = Matcher(query, outside, words)
    hits = []
    for count, (head, read) in enumerate(candidates(connection, query.required(), stop), 1):
        found = matcher(read)
        if found is not None:
            hits.append(Judged(head, found, tuple(text for _, text in read.blocks), found.score))
        if count % CANDIDATES == 0 and stop():
            break
    hits.sort(key=lambda hit: order.among_hits(sort, hit.score, order.place_of(hit.head)))
    return Results(len(hits), tuple(map(shown, hits[:limit])))


def document(head: ArticleHead, packed: bytes | str) -> Document:
    """What the query language looks at, from an article's list entry and its form."""
    form = unpack_form(packed)
    return Document(
        id=head.id,
        headline=head.headline,
        title=head.title,
        paper=head.paper,
        date=head.date,
        page=head.page,
        column=form["column"],
        kind=head.kind,
        byline=tuple(form["byline"]),
        blocks=tuple((block["role"], block["text"]) for block in form["blocks"]),
    )


def candidates(
    connection: sqlite3.Connection, required: tuple[str, ...], stop: Callable[[], bool], among: str = "1"
) -> Iterator[tuple[ArticleHead, Document]]:
    """Articles that hold every required text, in the order of their import; `among` is a condition on `articles`."""
    required = tuple(sorted(required, key=len, reverse=True)[:TELLING])
    connection.create_function("holds", -1, _holds, deterministic=True)
    kept = " AND ".join(["instr(folded.text, ?)"] * len(required))
    condition = f" AND CASE WHEN folded.text IS NULL THEN holds(form, {', '.join('?' * len(required))}) ELSE {kept} END"
    connection.set_progress_handler(stop, STEPS)
    try:
        rows = connection.execute(
            f"SELECT {', '.join('heads.' + c.strip() for c in order.HEAD.split(','))}, form "
            "FROM articles JOIN heads ON heads.seq = articles.seq LEFT JOIN folded ON folded.article = articles.seq "
            f"WHERE {among}{condition if required else ''}",
            required * 2,
        )
        for *row, form in rows:
            head = order.head(row)
            yield head, document(head, form)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
    finally:
        connection.set_progress_handler(None, 0)


def _holds(packed: bytes | str, *needles: str) -> bool:
    """Does an article of which no folded text is kept hold every one of these? One that cannot be read is for whoever reads
    it to complain of."""
    try:
        text = searched(unpack_form(packed))
    except (ValueError, TypeError, KeyError):
        return True
    return all(needle in text for needle in needles)


def shown(hit: Judged) -> Hit:
    """The hit with the words around what was found."""
    text, marks = snippet(hit.texts, hit.found.matches, SNIPPET)
    matches = tuple(Match(*match) for match in hit.found.matches)
    return Hit(hit.head, hit.score, text, tuple(marks), matches)
