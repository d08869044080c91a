"""A page as it stands on paper, blocks of printed lines with their places, and the text that is made of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from paperterm.ingest.type_sizes import headings
from paperterm.text.clean import one_line

LONGEST_HEADING = 60
"""Characters: what is longer is a paragraph in larger type."""
INDENT, WIDEST_INDENT = 1.2, 5.0
"""By how many characters the first line of a paragraph stands in, at least and at most; more is a line set in the middle."""
WORD_GAP = 0.8
"""The gap between two han, in characters, from which on it was meant."""


class Box(NamedTuple):
    """A rectangle on the page, in its own units; `top` is smaller than `bottom`."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def width(self) -> float:
        return self.right - self.left


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of at least one."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


class Word(NamedTuple):
    """A piece of a line; `spaced` where white space stands between it and the piece before."""

    text: str
    box: Box | None
    spaced: bool


class WordLine(NamedTuple):
    """A line as a file gives it, perhaps over several columns. `size` is what the file says of its type, 0 for nothing."""

    words: tuple[Word, ...]
    box: Box | None
    size: float

    @property
    def length(self) -> int:
        """Its characters."""
        return sum(len(word.text) for word in self.words)


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line of print. `size` is that of its type, in a unit that all lines of the page share; 0 where it is not
    known."""

    text: str
    box: Box | None
    size: float


@dataclass(frozen=True)
class PrintedBlock:
    """Lines that stand together, from top to bottom."""

    lines: tuple[PrintedLine, ...]

    @cached_property
    def box(self) -> Box | None:
        boxes = [line.box for line in self.lines if line.box]
        return around(boxes) if boxes else None


def line_of(words: Sequence[Word], size: float) -> str:
    """The text of a line. White space between Latin words stays; between han it does where the gap is as wide as one."""
    text = ""
    before: Word | None = None
    for word in words:
        piece = one_line(word.text)
        if not piece:
            continue
        if before is not None and _apart(text[-1], piece[0], before, word, size):
            text += " "
        text += piece
        before = word
    return text


def _apart(left: str, right: str, one: Word, two: Word, size: float) -> bool:
    if left.isascii() and right.isascii():
        return two.spaced
    return bool(one.box and two.box and size and two.box.left - one.box.right > WORD_GAP * size)


def set_text(blocks: Sequence[PrintedBlock]) -> str:
    """The text of blocks in the order they are read: a printed line is a line, a blank line parts blocks, larger type
    is a Markdown heading, and a line that stands in begins with an ideographic space for each of two characters."""
    texts = [[(line, text) for line in block.lines if (text := one_line(line.text))] for block in blocks]
    levels = iter(headings([(line.size, len(text)) for lines in texts for line, text in lines]))
    return "\n\n".join(
        _block(block, [(line, text, next(levels)) for line, text in lines])
        for block, lines in zip(blocks, texts, strict=True)
        if lines
    )


def _block(block: PrintedBlock, lines: Iterable[tuple[PrintedLine, str, int]]) -> str:
    stretches: list[tuple[int, list[str]]] = []
    for line, text, level in lines:
        if not stretches or stretches[-1][0] != level:
            stretches.append((level, []))
        stretches[-1][1].append(text if level else _indent(line, block) + text)
    return "\n\n".join("\n".join(_headed(level, texts)) for level, texts in stretches)


def _headed(level: int, texts: list[str]) -> list[str]:
    if not level or sum(map(len, texts)) > LONGEST_HEADING:
        return texts
    return [f"{'#' * level} {text}" for text in texts]


def _indent(line: PrintedLine, block: PrintedBlock) -> str:
    if not (line.box and block.box and line.size and len(block.lines) > 1):
        return ""
    em = line.box.height
    return "　　" if INDENT * em <= line.box.left - block.box.left <= WIDEST_INDENT * em else ""
