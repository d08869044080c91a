"""Articles and notes for Emacs' Org mode."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from paperterm.export.items import Item, where
from paperterm.export.kept import Kept
from paperterm.export.notes import STATES, by_article
from paperterm.model import Article
from paperterm.text.clean import one_line, visible

_ENTITIES = {
    "\\": r"\backslash{}",
    "*": r"\ast{}",
    "_": r"\under{}",
    "=": r"\equal{}",
    "~": r"\tilde{}",
    "+": r"\plus{}",
    "|": r"\vert{}",
    "<": r"\lt{}",
    ">": r"\gt{}",
    "$": r"\dollar{}",
    "^": r"\asciicirc{}",
}
"""Org's own names (org-entities) of signs that would begin emphasis, tables, timestamps, targets, or Babel calls."""
_SPECIAL = re.compile("|".join(map(re.escape, _ENTITIES)))
_PAIRS = re.compile(r"\[(?=\[|fn:|cite)|\{(?=\{)|@(?=@)")
"""Links, footnotes, macros and export snippets begin with these."""
_LEADING = re.compile(r"[#:\-]|\d+(?=[.)])")
_LEADERS = {"#": r"\num{}", ":": r"\colon{}", "-": r"\minus{}"}


def plain(text: str) -> str:
    """Text of a page on one line, in which Org sees no markup, no drawer, no link and nothing to run."""
    escaped = _SPECIAL.sub(lambda sign: _ENTITIES[sign[0]], one_line(text))
    escaped = _PAIRS.sub(lambda sign: sign[0] + r"\zwnj{}", escaped)
    return (
        _LEADING.sub(lambda sign: _LEADERS.get(sign[0], rf"{sign[0]}\zwnj{{}}"), escaped, count=1)
        if (_LEADING.match(escaped))
        else escaped
    )


def articles(items: Iterable[Item], title: str) -> Iterator[str]:
    """A document: a headline for every article, its facts in a drawer, what was kept on it below."""
    yield f"#+TITLE: {one_line(title)}"
    for item in items:
        yield ""
        yield f"* {plain(item.article.title)}"
        yield from _drawer(_facts(item))
        yield plain(where(item))
        yield ""
        yield from article_lines(item.article)
        yield from record_lines(item.kept)


def notes(kept: Iterable[Kept]) -> Iterator[str]:
    """A document of notes, by article."""
    yield "#+TITLE: Notes"
    for article, records in by_article(kept).items():
        yield ""
        yield f"* {plain(records[0].headline)}"
        stored = records[0].stored
        yield from _drawer(_facts(Item(stored, records[0].assumed)) if stored else {"ID": article})
        yield from record_lines(records)


def record_lines(kept: Iterable[Kept]) -> Iterator[str]:
    """Records, each under a headline of the second level."""
    for record in kept:
        yield from _record(record, 2)


def article_lines(article: Article) -> Iterator[str]:
    """The blocks, a paragraph each; section headings are headlines of the second level."""
    for block in article.blocks:
        text = plain(block.text)
        if not text or (block.role == "headline" and block.text.strip() == article.title):
            continue
        yield f"** {text}" if block.role == "heading" else text
        yield ""


def _record(kept: Kept, level: int) -> Iterator[str]:
    tags = "".join(f"{re.sub('[^0-9A-Za-z_@#%㐀-鿿]', '_', one_line(tag))}:" for tag in kept.record.tags)
    words = one_line(kept.text or kept.quote or kept.headline)
    short = words if len(words) <= 30 else f"{words[:29]}…"
    yield f"{'*' * level} {plain(short)}{f'  :{tags}' if tags else ''}"
    yield from _drawer(
        {
            "ID": kept.record.id,
            "KIND": kept.kind,
            "COLOUR": kept.colour,
            "CREATED": kept.record.created,
            "STATE": STATES[kept.placement.state].strip("()"),
        }
    )
    if kept.quote:
        yield "#+begin_quote"
        yield from map(plain, visible(kept.quote).split("\n"))
        yield "#+end_quote"
    yield from map(plain, visible(kept.text).split("\n")) if kept.text else ()


def _facts(item: Item) -> dict[str, str]:
    article, head, number = item.article, item.stored.head, item.stored.facts.number
    return {
        "ID": item.id,
        "PAPER": head.paper or "",
        "DATE": head.date or "",
        "PAGE": "" if head.page is None else str(head.page),
        "ISSUE": "" if number is None else str(number),
        "ASSUMED": " ".join(sorted(item.assumed)),
        "BYLINE": "、".join(article.byline),
        "AGENCY": article.agency or "",
        "SOURCE": item.source,
    }


def _drawer(values: dict[str, str]) -> Iterator[str]:
    yield ":PROPERTIES:"
    for name, value in values.items():
        if value := one_line(value):
            yield f":{name}: {value}"
    yield ":END:"
