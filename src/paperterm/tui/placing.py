"""Where a place in an article is after the article was parsed anew: by its text, not by its number. Pure."""

from __future__ import annotations

from paperterm.model import Article
from paperterm.notebook.anchors import describe, place

QUOTE = 40
"""Characters from the place on by which it is known again."""

Place = tuple[int, int]


def moved(where: Place, before: Article, now: Article) -> Place:
    """The place in `now` of what stands at `where` in `before`; where that text is gone, the nearest block before it of
    which something is left, else the beginning."""
    if before.blocks == now.blocks:
        return where
    block, offset = where
    for number in range(min(block, len(before.blocks) - 1), -1, -1):
        text = before.blocks[number].text
        start = min(offset, max(0, len(text) - 1)) if number == block else 0
        if not text[start:].strip():
            continue
        found = place(describe(before, "", number, start, min(len(text), start + QUOTE)), now)
        if found.state == "placed" and found.block is not None and found.start is not None:
            return found.block, found.start
    return 0, 0
