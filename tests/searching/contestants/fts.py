"""SQLite's FTS5 with every character a token, queries as phrases, ranked by bm25. The text is kept elsewhere."""

from __future__ import annotations

import sqlite3
import string
from collections.abc import Iterable
from pathlib import Path

from paperterm.query import And, Field, Node, Not, Or, Query, Term
from tests.searching.contestants.contract import BEST, Answer, Other, Unanswerable
from tests.searching.rows import Row

BLANK = "␣"
"""A space within a block, since tokens are parted by spaces."""
TOKENIZER = f"ascii tokenchars '{string.punctuation.replace(chr(39), chr(39) * 2)}'"
"""To FTS5's `ascii` everything beyond ASCII is part of a token; here the ASCII signs are, too."""


class FtsByCharacter(Other):
    name = "FTS5 by character"

    @staticmethod
    def build(folder: Path, rows: Iterable[Row]) -> None:
        connection = sqlite3.connect(folder / "fts.sqlite")
        connection.execute("PRAGMA synchronous = OFF")
        quoted = TOKENIZER.replace('"', '""')
        connection.execute(f'CREATE VIRTUAL TABLE articles USING fts5 (text, content = "", tokenize = "{quoted}")')
        spaced = ((row.seq, _spaced(row.text)) for row in rows)
        connection.executemany("INSERT INTO articles (rowid, text) VALUES (?, ?)", spaced)
        connection.execute("INSERT INTO articles (articles) VALUES ('optimize')")
        connection.commit()
        connection.close()

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / "fts.sqlite")

    def ask(self, query: Query) -> Answer:
        asked = (_asked(query.root),)
        found = self._connection.execute(
            f"SELECT rowid FROM articles WHERE articles MATCH ? ORDER BY rank LIMIT {BEST}", asked
        ).fetchall()
        counted = "SELECT count(*) FROM articles WHERE articles MATCH ?"
        return Answer([row[0] for row in found], lambda: self._connection.execute(counted, asked).fetchone()[0])

    def close(self) -> None:
        self._connection.close()


def _asked(node: Node) -> str:
    if isinstance(node, Term):
        return '"' + _spaced(node.needle).replace('"', '""') + '"'
    if isinstance(node, Or):
        return "(" + " OR ".join(map(_asked, node.parts)) + ")"
    if isinstance(node, And):
        wanted = [part for part in node.parts if not isinstance(part, Not)]
        unwanted = [part.part for part in node.parts if isinstance(part, Not)]
        if wanted:
            said = " AND ".join(map(_asked, wanted))
            return "(" + "".join([said, *(f" NOT {_asked(part)}" for part in unwanted)]) + ")"
    raise Unanswerable("a field" if isinstance(node, Field) else "nothing but NOT")


def _spaced(text: str) -> str:
    return " ".join(text.replace(" ", BLANK))
