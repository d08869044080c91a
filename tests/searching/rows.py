"""What other engines are given of a library: the same articles, folded as the library folds them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from paperterm.library.packing import unpack_form
from paperterm.query.matcher import TITLE_ROLES
from paperterm.text.fold import searchable

EDGE = "¶"
"""Stands between two blocks, so that no phrase reaches from one into the next. Made-up pages hold none."""


@dataclass(frozen=True, slots=True)
class Row:
    """An article: its number in the library, its id, its blocks as printed and, folded, these and what fields ask for."""

    seq: int
    id: str
    printed: tuple[str, ...]
    blocks: tuple[str, ...]
    title: tuple[str, ...]
    by: tuple[str, ...]
    paper: str
    day: int  # 20250325
    page: int

    @property
    def text(self) -> str:
        return EDGE.join(self.blocks)


def rows(library: Path, first: int = 0, last: int = 2**62) -> Iterator[Row]:
    """Every article numbered from `first` to `last`; made from its form, not from what the library's own search uses."""
    connection = sqlite3.connect(f"file:{library}?mode=ro", uri=True)
    try:
        found = connection.execute(
            "SELECT articles.seq, id, form, paper, date, pages.page FROM articles JOIN pages ON pages.seq = articles.page "
            "WHERE articles.seq BETWEEN ? AND ? ORDER BY articles.seq",
            (first, last),
        )
        for seq, id, packed, paper, date, page in found:
            form = unpack_form(packed)
            blocks = [(block["role"], searchable(block["text"])) for block in form["blocks"]]
            yield Row(
                seq,
                id,
                tuple(block["text"] for block in form["blocks"]),
                tuple(text for _, text in blocks),
                tuple(text for role, text in blocks if role in TITLE_ROLES),
                tuple(map(searchable, form["byline"])),
                searchable(paper or ""),
                int((date or "0").replace("-", "")),
                page or 0,
            )
    finally:
        connection.close()


def count(library: Path) -> int:
    """The articles of a library."""
    connection = sqlite3.connect(f"file:{library}?mode=ro", uri=True)
    try:
        return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
    finally:
        connection.close()
