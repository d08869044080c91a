"""A page's raw text, set for a pane with the numbers of its lines; and which of its lines the places of an article stand
on. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from paperterm.model import Article
from paperterm.text.cells import cell_width
from paperterm.text.wrap import wrap
from paperterm.tui.setting import shown

EDGE = 2
"""Cells that stay empty at the right, as beside an article."""
SIGN = " │ "
"""Between the numbers and the text of the lines that are read."""

Place = tuple[int, int]
"""A block's index and the offset of a character in its text."""


class RawRow(NamedTuple):
    """Characters `start` to `end` of line `line` (0-based)."""

    line: int
    start: int
    end: int


class RawSetting:
    """The lines of a page, without line ends and as a terminal may get them, wrapped for a pane of `columns` cells."""

    def __init__(self, lines: Sequence[str], columns: int) -> None:
        self.lines = lines
        self.columns = columns
        self.digits = len(str(len(lines))) + 1  # cells
        self.gutter = self.digits + cell_width(SIGN)
        room = max(2, columns - self.gutter - EDGE)
        rows: list[RawRow] = []
        self._firsts: list[int] = []  # the row that each line begins with
        for number, text in enumerate(lines):
            self._firsts.append(len(rows))
            rows += [RawRow(number, line.start, line.end) for line in wrap(text, room)]
        self.rows = rows

    def row_of(self, line: int, offset: int = 0) -> int:
        """The row that holds character `offset` of a line; the nearest there is."""
        if not self.rows:
            return 0
        line = max(0, min(line, len(self.lines) - 1))
        first = self._firsts[line]
        last = self._firsts[line + 1] if line + 1 < len(self._firsts) else len(self.rows)
        return max(first, bisect_right(self.rows, offset, first, last, key=lambda row: row.start) - 1)


class Alignment:
    """Which lines of a page (0-based) the places of an article stand on, and back. Characters of a line are counted as
    those of the text that stands on it: markup before them makes a difference of some cells."""

    def __init__(self, starts: Iterable[tuple[int, int, int]], lengths: Sequence[int]) -> None:
        """`starts` says where blocks begin each of their lines: (block, offset, line). `lengths` are the blocks', in
        characters."""
        self._places = sorted(starts)
        self._lines = sorted((line, block, offset) for block, offset, line in self._places)
        self._lengths = lengths
        self.lines = frozenset(line for line, _, _ in self._lines)
        """All that the article stands on."""

    def lines_of(self, block: int) -> frozenset[int]:
        """The lines that a block stands on."""
        return frozenset(line for _, _, line in self._of_block(block))

    def line_of(self, block: int, offset: int) -> tuple[int, int]:
        """The line of a place, and how many characters stand on it before the place."""
        before = [start for start in self._of_block(block) if start[1] <= offset]
        if not before:
            return (self._places[0][2] if self._places else 0), 0
        _, begin, line = before[-1]
        return line, offset - begin

    def place_of(self, line: int, offset: int) -> Place | None:
        """The place of character `offset` of a line; where the article does not stand on that line, its first place
        below. None for an article that stands on none."""
        if not self._lines:
            return None
        at = bisect_left(self._lines, (line, 0, 0))
        if at == len(self._lines):
            return self._lines[-1][1:]
        found, block, begin = self._lines[at]
        into = offset if found == line else 0
        return block, min(begin + into, max(begin, self._lengths[block] - 1))

    def _of_block(self, block: int) -> list[tuple[int, int, int]]:
        return self._places[bisect_left(self._places, (block, 0, 0)) : bisect_left(self._places, (block + 1, 0, 0))]


def read_page(raw: str, article: Article) -> tuple[tuple[str, ...], Alignment]:
    """The lines of a page as they may be shown, and how an article of it stands on them."""
    from paperterm.parse.line_places import LinePlaces  # the first screen needs no parser
    from paperterm.parse.lines import read_lines, split_lines

    places = LinePlaces(read_lines(raw) if any(len(block.lines) > 1 for block in article.blocks) else ())
    starts = [
        (number, offset, line - 1)
        for number, block in enumerate(article.blocks)
        if block.lines
        for line, offset in places.starts(block)
    ]
    lengths = tuple(len(block.text) for block in article.blocks)
    return tuple(shown(line) for line in split_lines(raw)), Alignment(starts, lengths)
