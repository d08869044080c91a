"""Breaking paragraphs into lines of cells by the rules of Chinese typesetting (禁则).

The rules are GB/T 15834-2011, 5.1 and W3C clreq, "Prohibition rules for line start and line end", at one of four levels
(see `linebreak`). Latin words and numbers stay whole, except at level none. White space at a break hangs: it belongs to
no line. 。，、 may hang too: where one would begin the next line, it stands behind the end of this one (clreq, "Hanging
punctuation marks at line end").
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from paperterm.text.linebreak import WIDE, Level, legal, marks

HANGING = "。，、．,."
"""Marks that may hang behind the end of a line; , and . are what many a page prints for them."""


class Line(NamedTuple):
    """Characters `start` to `end` of the text, `indent` cells from the left, `width` cells wide without the indent."""

    start: int
    end: int
    indent: int
    width: int


def wrap(text: str, width: int, indent: int = 0, level: Level = "basic", hanging: bool = False) -> list[Line]:
    """The lines of `text`, at least one; `indent` cells stand before the first. A newline always ends a line.

    No line is wider than `width` cells with its indent, unless a single character is, or with `hanging` a mark of two
    cells at most hangs. A rule is broken only where the line holds no legal break. Characters between two lines are
    white space. Takes time linear in the text, which is expected as `clean.visible` leaves it.
    """
    width = max(width, 1)
    indent = max(0, min(indent, width - 2))
    kinds, widths = marks(text)
    wrapping = _Wrapping(text, kinds, [0, *accumulate(widths)], width, level, hanging)
    lines: list[Line] = []
    first = 0
    while first <= len(text):
        newline = text.find("\n", first)
        stop = len(text) if newline < 0 else newline
        wrapping.paragraph(first, stop, 0 if lines else indent, lines)
        first = stop + 1
    return lines


class _Wrapping(NamedTuple):
    """What stays the same from line to line: `sums[i]` is the width of all characters of `text` before `i`."""

    text: str
    kinds: str
    sums: list[int]
    width: int
    level: Level
    hanging: bool

    def paragraph(self, first: int, stop: int, indent: int, lines: list[Line]) -> None:
        """Append the lines of characters `first` to `stop`."""
        kinds, sums, level = self.kinds, self.sums, self.level
        start = first
        while True:
            # What fits ends before `edge`; the next line begins at `cut`, the white space between them hangs.
            edge = bisect_right(sums, sums[start] + self.width - indent, start + 1, stop + 1) - 1
            if edge == start < stop:  # not even one character fits: it stands alone, with the marks upon it
                edge = bisect_right(sums, sums[start + 1], start + 1, stop + 1) - 1
            elif self.hanging and edge < stop and self._hangs(edge, start, stop, indent):
                edge += 1
            cut = forced = _after_space(kinds, edge, stop)
            if forced < stop:
                while cut > start and not legal(kinds, cut, start, level):
                    cut -= 1
                cut = forced if cut == start else cut
            end = _before_space(kinds, min(cut, edge), start)
            lines.append(Line(start, end, indent, sums[end] - sums[start]))
            if cut >= stop:
                return
            start, indent = cut, 0

    def _hangs(self, edge: int, start: int, stop: int, indent: int) -> bool:
        """May the mark at `edge` stand behind the end of the line that begins at `start`?"""
        if self.text[edge] not in HANGING:
            return False
        if self.sums[edge + 1] - self.sums[start] > self.width - indent + WIDE:
            return False
        after = _after_space(self.kinds, edge + 1, stop)
        return after == stop or legal(self.kinds, after, start, self.level)


def _after_space(kinds: str, index: int, stop: int) -> int:
    while index < stop and kinds[index] == "S":
        index += 1
    return index


def _before_space(kinds: str, index: int, start: int) -> int:
    while index > start and kinds[index - 1] == "S":
        index -= 1
    return index
