"""Pages whose lines run from top to bottom, the first on the right, turned so that they are read as others are.

What is to the right comes to the top, and what is at the top to the left: a page in tiers of vertical lines becomes one in
columns of horizontal ones, and parting, ordering and setting need to know nothing of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from paperterm.ingest.printed import Box, Word, WordLine

TALL = 1.5
"""A line of two characters or more that is so many times as high as it is wide runs from top to bottom."""


def is_vertical(line: WordLine) -> bool:
    """Whether a line runs from top to bottom."""
    return line.box is not None and line.length > 1 and line.box.height > TALL * line.box.width


def upright(blocks: Sequence[Sequence[WordLine]]) -> list[list[WordLine]]:
    """The blocks of a page, turned where most characters of its lines stand one below another."""
    vertical = horizontal = 0
    for block in blocks:
        for line in block:
            if is_vertical(line):
                vertical += line.length
            elif line.box and line.length > 1:
                horizontal += line.length
    if vertical <= horizontal:
        return [list(block) for block in blocks]
    return [[_turned(line) for line in block] for block in blocks]


def _turned(line: WordLine) -> WordLine:
    words = tuple(Word(word.text, word.box and _box(word.box), word.spaced) for word in line.words)
    return WordLine(words, line.box and _box(line.box), line.size)


def _box(box: Box) -> Box:
    return Box(box.top, -box.right, box.bottom, -box.left)
