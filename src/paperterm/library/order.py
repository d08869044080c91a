"""The order of issues and pages that lists, and the way from article to article, follow; and that of hits."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from paperterm.ingest.natural import natural
from paperterm.library.records import ArticleHead, Sort

HEAD = "id, kind, title, headline, paper, date, number, position, source"
"""Columns of the view `heads` that `head` takes."""

BY_ISSUE = "paper IS NULL, paper, date IS NULL, date DESC"
"""Named papers first, in each the newest issue first, undated ones last."""

Issue = tuple[str | None, str | None]  # paper, date


def head(row: Sequence[Any]) -> ArticleHead:
    """A list entry from a row of `HEAD`."""
    id, kind, title, headline, paper, date, page, position, source = row
    return ArticleHead(id, kind, title, headline, paper, date, page, position, os.fsdecode(source or b""))


def day_number(date: str) -> int:
    """20250325 for 2025-03-25."""
    return int(date.replace("-", ""))


Place = tuple[str | None, str | None, int | None, int, str]  # date, paper, page, position, id

Key = tuple[object, ...]


def place_of(head: ArticleHead) -> Place:
    return head.date, head.paper, head.page, head.position, head.id


def among_hits(sort: Sort, score: float, place: Place) -> Key:
    """What hits are sorted by. The order is total: score (of "rank"), date, paper, page, position, id; what has none comes
    last, whether the newest stand first or the oldest."""
    date, paper, page, position, id = place
    day = 0 if date is None else day_number(date)
    return (
        -score if sort == "rank" else 0.0,
        *(date is None, -day if sort == "newest" else day),
        *(paper is None, paper or ""),
        *(page is None, page or 0),
        position,
        id,
    )


def pages_of(connection: sqlite3.Connection, issue: Issue, also: int | None = None) -> list[int]:
    """The numbers of an issue's pages, by printed page number, unnumbered ones by path; of several versions of a page
    the newest, and `also`."""
    rows = connection.execute(
        "SELECT seq, page, (SELECT path FROM sources WHERE sources.page = pages.seq ORDER BY sources.seq DESC LIMIT 1) "
        "FROM pages WHERE paper IS ? AND date IS ? AND (shown OR seq IS ?)",
        (*issue, also),
    ).fetchall()
    rows.sort(key=lambda r: (r[1] is None, r[1] or 0, natural(os.fsdecode(r[2] or b"")), r[0]))
    return [row[0] for row in rows]


def issues_of(connection: sqlite3.Connection) -> list[Issue]:
    """Every issue, in list order."""
    return connection.execute(f"SELECT DISTINCT paper, date FROM pages ORDER BY {BY_ISSUE}").fetchall()


def first(connection: sqlite3.Connection) -> str | None:
    """The id of the newest issue's first article; see Engine.first."""
    # The date first: the index of dates answers that, where date and paper together would have every page sorted.
    full = "shown AND EXISTS (SELECT 1 FROM articles WHERE page = pages.seq)"
    newest = connection.execute(
        f"SELECT paper, date FROM pages WHERE {full} AND date = "
        f"(SELECT date FROM pages WHERE {full} AND date IS NOT NULL ORDER BY date DESC LIMIT 1) "
        "ORDER BY paper IS NULL, paper LIMIT 1"
    ).fetchone()
    issues = [newest] if newest else issues_of(connection)
    for issue in issues:
        for page in pages_of(connection, issue):
            if id := _at(connection, page, 0):
                return id
    return None


def neighbour(connection: sqlite3.Connection, article: int, step: int) -> str | None:
    """The id of the article `step` places from article number `article`, or None beyond the ends."""
    page, position, paper, date = connection.execute(
        "SELECT page_seq, position, paper, date FROM heads WHERE seq = ?", (article,)
    ).fetchone()
    offset = position + step
    for count, at in enumerate(_onward(connection, (paper, date), page, 1 if step > 0 else -1)):
        length = connection.execute("SELECT count(*) FROM articles WHERE page = ?", (at,)).fetchone()[0]
        if step < 0 and count:
            offset += length
        if 0 <= offset < length:
            return _at(connection, at, offset)
        if step > 0:
            offset -= length
    return None


def _onward(connection: sqlite3.Connection, issue: Issue, page: int, direction: int) -> Iterator[int]:
    """Page numbers from `page` on, over issue borders; the other issues are asked for only at the border."""
    pages = pages_of(connection, issue, page)[::direction]
    yield from pages[pages.index(page) :]
    issues = issues_of(connection)[::direction]
    for following in issues[issues.index(issue) + 1 :]:
        yield from pages_of(connection, following)[::direction]


def _at(connection: sqlite3.Connection, page: int, position: int) -> str | None:
    row = connection.execute("SELECT id FROM articles WHERE page = ? AND position = ?", (page, position)).fetchone()
    return row[0] if row else None
