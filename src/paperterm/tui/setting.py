"""Setting an article for a measure: which characters of which block stand on which line, and where. Pure layout.

After the usage of Chinese newspapers: kicker, headline and deck centred, the headline's lines of even length; the
byline centred below them after a blank line, as one stands before the whole; body paragraphs indented by two han and
not set apart by blank lines; section headings after a blank line; credits and jump lines at the right. What a reader
may choose of it is `Typography`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from paperterm.model import Article, Block
from paperterm.text.cells import cell_width
from paperterm.text.clean import CONTROLS, FORMAT, INVISIBLE, NONCHARACTERS, REPLACEMENT
from paperterm.text.justify import gaps
from paperterm.text.wrap import Line, wrap
from paperterm.tui.typography import MEASURE, USUAL, Typography

EDGE = 4
"""Cells of the pane that stay empty, half of them at the right: a terminal that draws “ ” … — two cells wide
overruns its line by some cells, and a mark may hang there."""

HAN = 2  # cells
BAR = 2  # cells: the bar of a digest or caption, and a space
NARROW = 16  # cells: below this measure nothing is indented or barred
MOST_BALANCED = 6  # lines: a longer headline is running text that was taken for one

_SPACES = re.compile(r"[\t\r\v\f\x85\u2028\u2029]")
_UNSEEN = re.compile(rf"[\ud800-\udfff{CONTROLS}{FORMAT}{INVISIBLE}{NONCHARACTERS}]")
_GAP = re.compile(r"[\s,。;:!?、,;:!?]+")


def shown(text: str) -> str:
    """The text as a terminal may get it, one character for one, so that every offset stays.

    Blocks hold no control, zero-width or bidirectional characters; should one ever come through, white space becomes
    a space (a newline stays and ends a line) and anything else U+FFFD.
    """
    if text.isascii() and text.isprintable():
        return text
    return _UNSEEN.sub(REPLACEMENT, _SPACES.sub(" ", text))


def measure_for(columns: int, most: int = MEASURE) -> int:
    """The measure in cells (always even) for a pane of that many columns, of `most` han where there is room."""
    return HAN * max(1, min(most, (columns - EDGE) // HAN))


class SetLine(NamedTuple):
    """Characters `start` to `end` of the text of block `block`, `width` cells wide, `left` cells from the measure's edge.

    `role` is the block's, or "caption" for the text of a photo. A blank line has block -1 and role "". Before each of
    the characters `gaps` the line has an empty cell that is no character of the text.
    """

    block: int
    start: int
    end: int
    role: str
    left: int
    width: int
    gaps: tuple[int, ...] = ()

    def drawn(self, offset: int) -> int:
        """How many characters of the line are drawn before the one at `offset` of the block, empty cells among them."""
        return offset - self.start + bisect_right(self.gaps, offset)

    def offset_of(self, drawn: int) -> int:
        """The offset of the character that is drawn behind `drawn` others; an empty cell is the character behind it."""
        return self.start + drawn - sum(gap - self.start + number < drawn for number, gap in enumerate(self.gaps))

    def spaced(self, text: str, start: int, end: int) -> str:
        """Characters `start` to `end` of the block's text as they are drawn; an empty cell before the first is left out."""
        inner = self.gaps[bisect_right(self.gaps, start) : bisect_left(self.gaps, end)]
        return " ".join(text[a:b] for a, b in pairwise((start, *inner, end))) if inner else text[start:end]


BLANK = SetLine(-1, 0, 0, "", 0, 0)


@dataclass(frozen=True, slots=True)
class Setting:
    """An article as lines of one measure. Offsets are characters in a block's text."""

    measure: int  # cells
    lines: tuple[SetLine, ...]
    texts: tuple[str, ...]  # of every block, as shown
    _starts: tuple[tuple[int, int], ...]  # (block, offset) of every line that is not blank
    _rows: tuple[int, ...]  # its index in `lines`

    def line_of(self, block: int, offset: int) -> int:
        """The index of the line that holds the character; the nearest line above where it stands on none."""
        if not self._rows:
            return 0
        return self._rows[max(0, bisect_right(self._starts, (block, offset)) - 1)]

    def place_of(self, line: int) -> tuple[int, int]:
        """The (block, offset) of the first character on the line, or below it where it is blank."""
        if not self._starts:
            return 0, 0
        at = bisect_right(self._rows, line - 1)
        return self._starts[min(at, len(self._starts) - 1)]

    def end_of(self, line: int) -> tuple[int, int]:
        """The (block, offset) behind the last character on the line, or above it where it is blank."""
        if not self._starts:
            return 0, 0
        above = self.lines[self._rows[max(0, bisect_right(self._rows, line) - 1)]]
        return above.block, above.end

    def bounds(self, block: int) -> tuple[int, int]:
        """The offsets (start, end) of the characters of a block that stand on lines; (0, 0) where none do."""
        first = bisect_left(self._starts, (block, 0))
        if first == len(self._starts) or self._starts[first][0] != block:
            return 0, 0
        last = bisect_left(self._starts, (block + 1, 0)) - 1
        return self._starts[first][1], self.lines[self._rows[last]].end

    def next_block(self, block: int, direction: Literal[1, -1]) -> int | None:
        """The block with lines after (1) or before (-1) that one; None where there is none."""
        if direction > 0:
            after = bisect_left(self._starts, (block + 1, 0))
            return self._starts[after][0] if after < len(self._starts) else None
        before = bisect_left(self._starts, (block, 0)) - 1
        return self._starts[before][0] if before >= 0 else None


class _Manner(NamedTuple):
    """How the lines of a role are set."""

    align: Literal["left", "centre", "right"] = "left"
    indented: bool = False  # the first line
    inset: int = 0  # cells left and right
    group: Literal["column", "title", "byline", "aside", "heading", "text", "page"] = "text"


_MANNERS: dict[str, _Manner] = {
    "column": _Manner(group="column"),
    "kicker": _Manner("centre", group="title"),
    "headline": _Manner("centre", group="title"),
    "deck": _Manner("centre", group="title"),
    "byline": _Manner("centre", group="byline"),
    "digest": _Manner(inset=BAR, group="aside"),
    "caption": _Manner(inset=BAR),
    "heading": _Manner(indented=True, group="heading"),
    "body": _Manner(indented=True),
    "credit": _Manner("right"),
    "jump": _Manner("right"),
    "masthead": _Manner("centre", group="page"),
    "furniture": _Manner(),
}
_RUNNING = ("body", "caption", "digest")
"""Roles whose lines are spread to the measure, and behind whose ends marks may hang."""


def set_article(article: Article, measure: int, typography: Typography = USUAL) -> Setting:
    """The article's blocks as lines no wider than `measure` (cells, at least 2), but for a mark that hangs."""
    lines: list[SetLine] = []
    texts: list[str] = []
    above: str | None = None
    for number, block in enumerate(article.blocks):
        text = shown(block.text)
        texts.append(text)
        role = _role(article, block)
        set_lines = _set_block(text, number, role, measure, typography)
        if not set_lines:
            continue
        if above is None or _apart(above, role):
            lines.append(BLANK)
        lines += set_lines
        above = role
    rows = tuple(row for row, line in enumerate(lines) if line.block >= 0)
    return Setting(
        measure, tuple(lines), tuple(texts), tuple((lines[row].block, lines[row].start) for row in rows), rows
    )


def _role(article: Article, block: Block) -> str:
    return "caption" if article.kind == "photo" and block.role == "body" else block.role


def _apart(above: str, below: str) -> bool:
    """Is there a blank line between blocks of these roles?"""
    first, second = _MANNERS[above].group, _MANNERS[below].group
    return second == "heading" or (first != second and first != "heading")


def _set_block(text: str, number: int, role: str, measure: int, typography: Typography) -> list[SetLine]:
    skipped = len(text) - len(text.lstrip())  # the source's own indent
    body = text.strip()
    if not body:
        return []
    manner = _MANNERS[role]
    roomy = measure >= NARROW
    inset = manner.inset if roomy else 0
    width = measure - 2 * inset
    if manner.align == "centre":
        wrapped = _balanced(body, width, typography)
    else:
        indent = HAN * typography.indent if roomy and manner.indented else 0
        wrapped = wrap(body, width, indent, typography.rules, typography.hanging and role in _RUNNING)
    spread = typography.justified and role in _RUNNING
    last = len(wrapped) - 1
    out = []
    for at, line in enumerate(wrapped):
        left = inset + line.indent
        if manner.align == "centre":
            left = inset + (width - line.width) // 2
        elif manner.align == "right":
            left = inset + width - line.width
        places: tuple[int, ...] = ()
        start, end = line.start + skipped, line.end + skipped
        if spread and at < last and line.indent + line.width != width:
            lack = width - line.indent - line.width
            if lack < 0:  # a mark hangs: what stands before it is spread
                lack += cell_width(text[end - 1])
            if "\n" not in body[line.end : wrapped[at + 1].start]:
                places = gaps(text, start, end, lack)
        out.append(SetLine(number, start, end, role, left, line.width + len(places), places))
    return out


def _balanced(text: str, width: int, typography: Typography) -> list[Line]:
    """The text in as few lines as `width` cells allow: as even as may be, and divided where the sense divides."""
    widest = wrap(text, width, level=typography.rules)
    if not 1 < len(widest) <= MOST_BALANCED:
        return widest
    even = sum(line.width for line in widest) // len(widest)
    narrower = (wrap(text, cells, level=typography.rules) for cells in range(even, max(line.width for line in widest)))
    candidates = [widest, *(lines for lines in narrower if len(lines) == len(widest))]
    if len(widest) == 2:
        candidates += _divided_in_two(text, width)
    return min(candidates, key=lambda lines: _unevenness(text, lines, width))


def _divided_in_two(text: str, width: int) -> Iterator[list[Line]]:
    """The ways to set the text on two lines of at most `width` cells that end one clause and begin another."""
    for gap in _GAP.finditer(text):
        first, second = wrap(text[: gap.end()].rstrip(), width), wrap(text[gap.end() :], width)
        if len(first) == len(second) == 1 and second[0].width:
            yield [first[0], second[0]._replace(start=gap.end(), end=gap.end() + second[0].end)]


def _unevenness(text: str, lines: list[Line], width: int) -> float:
    """How far the lines differ in width, in measures; a line that ends inside a clause counts a third of one."""
    widths = [line.width for line in lines]
    inside = sum(1 for line, after in pairwise(lines) if line.end == after.start and text[line.end - 1].isalnum())
    return (max(widths) - min(widths)) / width + inside / 3
