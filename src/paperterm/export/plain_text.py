"""An article as plain text, set to a width of cells by the line-start and line-end rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paperterm.export.items import Item, where
from paperterm.export.kept import Kept
from paperterm.export.notes import about
from paperterm.model import Article, Role
from paperterm.text.cells import cell_width
from paperterm.text.clean import visible
from paperterm.text.wrap import wrap

WIDEST, NARROWEST = 80, 20
"""Cells: 40 han are as long a line as reads well."""


def set_article(article: Article, measure: int) -> Iterator[str]:
    """The article as lines of at most `measure` cells."""
    return (text for _, text in set_lines(article, measure))


def set_lines(article: Article, measure: int) -> Iterator[tuple[Role | None, str]]:
    """The lines, each with the role of its block; None for an empty line between blocks."""
    before = ""
    for block in article.blocks:
        centred = block.role in ("kicker", "headline", "deck", "byline")
        if before and (
            block.role == "heading" or (before in ("headline", "deck", "byline", "digest", "kicker") and not centred)
        ):
            yield None, ""
        for line in wrap(block.text, measure, 4 if block.role in ("body", "digest") else 0):
            text = block.text[line.start : line.end]
            room = measure - cell_width(text)
            left = room // 2 if centred else (room if block.role in ("credit", "jump") else line.indent)
            yield block.role, " " * max(0, left) + text
        before = block.role


def plain_text(items: Iterable[Item], measure: int) -> Iterator[str]:
    """Articles one below the other, each under where it was printed, with what was kept on it."""
    for number, item in enumerate(items):
        if number:
            yield from ("", "─" * measure, "")
        yield from _wrapped(where(item), measure)
        yield ""
        yield from set_article(item.article, measure)
        if item.kept:
            yield ""
            yield from note_text(item.kept, measure)


def note_text(kept: Iterable[Kept], measure: int) -> Iterator[str]:
    """Records one below the other, each with the passage it stands on and its article."""
    for number, each in enumerate(kept):
        if number:
            yield ""
        if each.quote:
            yield from _wrapped(f"「{each.quote}」", measure)
        yield from _wrapped(each.text, measure) if each.text else ()
        yield from _wrapped(f"— {about(each)} · {each.headline}", measure)


def _wrapped(text: str, measure: int) -> Iterator[str]:
    text = visible(text)
    yield from (text[line.start : line.end] for line in wrap(text, measure))
