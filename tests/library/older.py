"""Libraries as earlier versions of the program wrote them."""

from __future__ import annotations

import json
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

from paperterm.library import schema
from paperterm.library.packing import searched, unpack_form, unpack_text
from paperterm.parse.form import article_form, article_from_form

ARTICLES = """
CREATE TABLE articles (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  page INTEGER NOT NULL REFERENCES pages (seq) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  slug TEXT NOT NULL,
  kind TEXT NOT NULL, title TEXT NOT NULL, headline TEXT,
  folded TEXT NOT NULL,
  form TEXT NOT NULL,
  UNIQUE (page, position)
) STRICT;
CREATE INDEX articles_by_slug ON articles (slug);
"""
HEADS = schema.ARTICLES[schema.ARTICLES.index("CREATE VIEW heads") :]


def age(path: Path, version: int) -> None:
    """Rewrites a closed library of today as version 1 or 2 kept it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as old:
        old.execute("PRAGMA foreign_keys = OFF")
        old.execute("PRAGMA legacy_alter_table = ON")
        rows = old.execute(
            "SELECT seq, page, position, id, slug, kind, title, headline, form FROM articles ORDER BY seq"
        ).fetchall()
        numbers = old.execute("SELECT seq FROM sqlite_sequence WHERE name = 'articles'").fetchone()
        for what in ("VIEW heads", "TABLE folded", "TABLE articles", "TRIGGER facts_changed"):
            old.execute(f"DROP {what}")
        schema.run(old, ARTICLES + HEADS)
        for *row, id, slug, kind, title, headline, packed in rows:
            form = unpack_form(packed)
            written = article_form(article_from_form({**form, "id": id}))
            old.execute(
                "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*row, id, slug, kind, title, headline, searched(form), json.dumps(written, ensure_ascii=False)),
            )
        old.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'articles'", numbers)
        for page, raw in old.execute("SELECT seq, raw FROM pages").fetchall():
            text = unpack_text(raw).encode("utf-8", "surrogatepass")
            old.execute("UPDATE pages SET raw = ? WHERE seq = ?", (zlib.compress(text), page))
        if version == 1:
            for table in ("tail", "gone", "state"):
                old.execute(f"DROP TABLE {table}")
        else:
            schema.run(old, schema.TRIGGERS)
        old.execute(f"PRAGMA user_version = {version}")
