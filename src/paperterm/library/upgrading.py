"""Libraries of older versions brought to this one. Nothing is read anew: all that is needed stands in them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from paperterm.library import schema
from paperterm.library.packing import pack_article, pack_text, unpack_form, unpack_text
from paperterm.library.space import megabytes, shrink
from paperterm.parse.form import article_from_form


def upgrade(connection: sqlite3.Connection, place: Path) -> str:
    """Brings the library to this version, in one transaction; a sentence that says so, or nothing where another process was
    faster. Raises sqlite3.Error, and then the library is as it was."""
    before = place.stat().st_size
    # Tables take one another's place here; SQLite must neither follow their names nor remove what refers to them.
    for setting in ("foreign_keys = OFF", "legacy_alter_table = ON"):
        connection.execute(f"PRAGMA {setting}")
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version < 2:
                schema.run(connection, schema.FOLLOWED)
                connection.execute("INSERT INTO tail (article) SELECT seq FROM articles")
            if version < 3:
                _repack(connection)
            connection.execute(f"PRAGMA user_version = {schema.VERSION}")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
    finally:
        for setting in ("foreign_keys = ON", "legacy_alter_table = OFF"):
            connection.execute(f"PRAGMA {setting}")
    if version == schema.VERSION:
        return ""
    shrink(connection)
    return (
        f"The library {place} is now of form {schema.VERSION} (it was of form {version}); "
        f"it takes {megabytes(place.stat().st_size)} instead of {megabytes(before)}."
    )


def _repack(connection: sqlite3.Connection) -> None:
    """From articles as JSON, each with its folded text, to packed ones."""
    number = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'articles'").fetchone()
    for what in ("VIEW heads", "TRIGGER articles_in", "TRIGGER articles_out", "TRIGGER facts_changed"):
        connection.execute("DROP {} IF EXISTS {}".format(*what.split()))
    connection.execute("DROP INDEX articles_by_slug")
    connection.execute("ALTER TABLE articles RENAME TO articles_before")
    schema.run(connection, schema.ARTICLES)

    def packed() -> Iterator[tuple[object, ...]]:
        rows = connection.execute(
            "SELECT seq, page, position, id, slug, kind, title, headline, form FROM articles_before ORDER BY seq"
        )
        for *row, form in rows:
            yield *row, pack_article(article_from_form(unpack_form(form)))

    connection.executemany("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", packed())
    connection.execute(
        "INSERT INTO folded SELECT seq, folded FROM articles_before WHERE seq IN (SELECT article FROM tail)"
    )
    connection.execute("DROP TABLE articles_before")
    connection.execute("DELETE FROM sqlite_sequence WHERE name = 'articles'")
    if number is not None:  # which a new article must not get again: the index may know it
        connection.execute("INSERT INTO sqlite_sequence VALUES ('articles', ?)", number)
    for (page,) in connection.execute("SELECT seq FROM pages").fetchall():
        (raw,) = connection.execute("SELECT raw FROM pages WHERE seq = ?", (page,)).fetchone()
        connection.execute("UPDATE pages SET raw = ? WHERE seq = ?", (pack_text(unpack_text(raw)), page))
    schema.run(connection, schema.TRIGGERS)
