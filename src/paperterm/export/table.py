"""Articles and notes as CSV (RFC 4180) that Excel opens with its Chinese intact, and without taking a cell for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from paperterm.export.items import Item
from paperterm.export.kept import Kept
from paperterm.text.clean import visible

FORMULA = tuple("=+-@＝＋－＠")
"""A cell that begins so is a formula to some program: OWASP, "CSV Injection"."""

ARTICLES = (
    "id", "paper", "date", "page", "issue", "assumed", "kind", "column", "kicker", "headline", "deck", "byline",
    "agency", "place", "filed", "characters", "source", "text",
)  # fmt: skip
NOTES = (
    "id", "kind", "article", "headline", "paper", "date", "page", "quote", "text", "tags", "colour", "created",
    "changed", "state", "assumed",
)  # fmt: skip


def article_table(items: Iterable[Item]) -> bytes:
    """One row an article; the text of its blocks in the last column."""
    return _table(ARTICLES, map(_article, items))


def note_table(kept: Iterable[Kept]) -> bytes:
    """One row a record."""
    return _table(NOTES, map(_note, kept))


def cell(value: object) -> str:
    """A value as a cell: one that a program might compute gets an apostrophe before it."""
    text = "" if value is None else visible(str(value))
    return f"'{text}" if text.lstrip().startswith(FORMULA) else text


def _table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    written = io.StringIO(newline="")
    table = csv.writer(written)
    table.writerow(head)
    table.writerows(map(cell, row) for row in rows)
    return written.getvalue().encode("utf-8-sig", "replace")  # Excel knows UTF-8 by its byte-order mark


def _article(item: Item) -> Iterable[object]:
    article, head = item.article, item.stored.head
    text = "\n".join(block.text for block in article.blocks)
    return (
        item.id, head.paper, head.date, head.page, item.stored.facts.number, "、".join(sorted(item.assumed)), article.kind,
        article.column, article.kicker, article.headline, article.deck, "、".join(article.byline), article.agency,
        article.place, article.filed, len("".join(text.split())), item.source, text,
    )  # fmt: skip


def _note(kept: Kept) -> Iterable[object]:
    record, head = kept.record, kept.stored.head if kept.stored else None
    paper, date, page = (head.paper, head.date, head.page) if head else (None, None, None)
    return (
        record.id, kept.kind, kept.article, kept.headline, paper, date, page, kept.quote, kept.text,
        "、".join(record.tags), kept.colour, record.created, record.changed, kept.placement.state,
        "、".join(sorted(kept.assumed)),
    )  # fmt: skip
