"""Article ids in the library: unique over all pages, found by their ends, kept when articles change."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection

_COUNTER = re.compile(r"-\d+$")
NEAR_POOL = 2000  # ids that a misspelt one is compared with


def slug(id: str) -> str:
    """The part behind the last slash."""
    return id.rpartition("/")[2]


def base(id: str) -> str:
    """The id without the number that tells it from its namesakes."""
    return _COUNTER.sub("", id)


def free(connection: sqlite3.Connection, wanted: str, reserved: Collection[str], article: int | None = None) -> str:
    """`wanted`, or `wanted-2`, `-3`, …: the first that no article has or had, and that is not `reserved`.

    An id that `article` (its number in the table) once had is free for it.
    """
    stem, number, id = base(wanted), 1, wanted
    while id in reserved or _taken(connection, id, article):
        number += 1
        id = f"{stem}-{number}"
    return id


def _taken(connection: sqlite3.Connection, id: str, article: int | None) -> bool:
    row = connection.execute(
        "SELECT seq FROM articles WHERE id = ?1 UNION SELECT article FROM aliases WHERE id = ?1", (id,)
    ).fetchone()
    return row is not None and row[0] != article


def find(connection: sqlite3.Connection, id: str) -> tuple[int, ...]:
    """The numbers of the articles an id can mean: one for an id, an older id or an unambiguous end of either."""
    if not id.isascii():  # as ids are; and SQLite takes no half of a surrogate pair
        return ()
    for table, number in (("articles", "seq"), ("aliases", "article")):
        row = connection.execute(f"SELECT {number} FROM {table} WHERE id = ?", (id,)).fetchone()
        if row:
            return (row[0],)
    end = "/" + id
    for table, number in (("articles", "seq"), ("aliases", "article")):
        rows = connection.execute(f"SELECT id, {number} FROM {table} WHERE slug = ?", (slug(id),))
        found = {seq for full, seq in rows if full.endswith(end)}
        if found:
            return tuple(sorted(found))
    return ()


def near(connection: sqlite3.Connection, id: str, candidates: tuple[int, ...]) -> list[str]:
    """Up to five ids that look like this one: those it could mean, else those spelt alike."""
    if not id.isascii():
        return []
    from difflib import get_close_matches

    if candidates:
        marks = ",".join("?" * len(candidates[:5]))
        rows = connection.execute(f"SELECT id FROM articles WHERE seq IN ({marks}) ORDER BY id", candidates[:5])
        return [row[0] for row in rows]
    ids: dict[str, list[str]] = {}
    pool = connection.execute(
        "SELECT slug, id FROM articles WHERE slug BETWEEN ?1 AND ?1 || '~' LIMIT ?2", (slug(id)[:1], NEAR_POOL)
    ).fetchall()
    pool += connection.execute("SELECT slug, id FROM articles LIMIT ?", (NEAR_POOL,)).fetchall()
    for short, full in pool:
        if full not in ids.setdefault(short, []):
            ids[short].append(full)
    alike = get_close_matches(slug(id), ids, n=5, cutoff=0.6)
    found = [full for short in alike for full in ids[short]]
    return sorted(found, key=lambda full: (get_close_matches(id, [full], 1, 0.8) == [], full))[:5]


def ways_on(connection: sqlite3.Connection, beginning: str, limit: int) -> list[str]:
    """How ids that begin so go on, in order, at most `limit` of them: each up to its next slash, and whole where it has none.
    Takes a look at the index for each, however many articles there are."""
    found: list[str] = []
    least = beginning
    while len(found) < limit:
        row = connection.execute("SELECT min(id) FROM articles WHERE id >= ?", (least,)).fetchone()
        if row[0] is None or not row[0].startswith(beginning):
            break
        slash = row[0].find("/", len(beginning))
        way = row[0] if slash < 0 else row[0][: slash + 1]
        found.append(way)
        least = way + "\0" if slash < 0 else way[:-1] + chr(ord("/") + 1)
    return found
