"""下转第3版 and 上接第1版 where they stand in an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from paperterm.model import Block
from paperterm.parse import patterns as form
from paperterm.text.fold import fold
from paperterm.text.numerals import number

HEAD, TAIL = 64, 24
"""Characters at a text's beginning in which 上接第1版 stands (the headline may be named there), and at its end for
下转第3版."""


@dataclass(frozen=True, slots=True)
class JumpMark:
    """Characters `start` to `end` of block `block` say that the article goes on on page `page` (`forward`), or that it
    began there. `title` is the headline that the mark names."""

    block: int
    start: int
    end: int
    page: int
    forward: bool
    title: str | None = None


def jump_marks(blocks: Sequence[Block]) -> Iterator[JumpMark]:
    """The marks in the blocks of one article, in their order."""
    first = True
    for index, block in enumerate(blocks):
        if block.role not in ("body", "heading", "jump", "credit"):
            continue
        text, back = block.text, None
        if "接" in text[:HEAD] and block.role in ("jump", "body"):
            back = form.JUMP_FROM.match(fold(text[:HEAD]))
        page = number(back["page"]) if back and _says_whence(back[0], first, block) else None
        if back and page is not None:
            yield JumpMark(index, 0, back.end(), page, False, back["title"] or back["title_behind"])
        read = back.end() if back and page is not None else 0
        start = max(read, len(text) - TAIL)
        jump = _forward(fold(text[start:]), block.role == "jump" and not read) if "版" in text[start:] else None
        if jump and (page := number(jump["page"])) is not None:
            yield JumpMark(index, start + jump.start(), start + jump.end(), page, True)
        first = False


def _forward(tail: str, alone: bool) -> re.Match[str] | None:
    return (form.JUMP_TO.fullmatch(tail) if alone else None) or form.JUMP_TO_STRICT.search(tail)


def _says_whence(mark: str, first: bool, block: Block) -> bool:
    """紧接第二版 says only that there is more on page 2: before the text its beginning, behind it the rest; so does 接第二版,
    and inside a text only in brackets."""
    if "上接" in mark or "文接" in mark:
        return True
    return first and ("紧接" in mark or block.role == "jump" or mark[0] in "([【")
