"""Breaking paragraphs into lines of cells by the rules of Chinese typesetting (禁则).

The rules are GB/T 15834-2011, 5.1 and W3C clreq, "Prohibition rules for line start and line end", level "basic": no
pause or closing mark, connector or interpunct begins a line, no opening mark ends one, —— and …… are not split. Latin
words and numbers stay whole. White space at a break hangs: it belongs to no line.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from paperterm.text.linebreak import legal, marks


class Line(NamedTuple):
    """Characters `start` to `end` of the text, `indent` cells from the left, `width` cells wide without the indent."""

    start: int
    end: int
    indent: int
    width: int


def wrap(text: str, width: int, indent: int = 0) -> list[Line]:
    """The lines of `text`, at least one; `indent` cells stand before the first. A newline always ends a line.

    No line is wider than `width` cells with its indent, unless a single character is. A rule is broken only where the
    line holds no legal break. Characters between two lines are white space. Takes time linear in the text, which is
    expected as `clean.visible` leaves it.
    """
    width = max(width, 1)
    indent = max(0, min(indent, width - 2))
    kinds, widths = marks(text)
    sums = [0, *accumulate(widths)]
    lines: list[Line] = []
    first = 0
    while first <= len(text):
        newline = text.find("\n", first)
        stop = len(text) if newline < 0 else newline
        _paragraph(kinds, sums, first, stop, width, 0 if lines else indent, lines)
        first = stop + 1
    return lines


def _paragraph(kinds: str, sums: list[int], first: int, stop: int, width: int, indent: int, lines: list[Line]) -> None:
    """Append the lines of characters `first` to `stop`; `sums[i]` is the width of all characters before `i`."""
    start = first
    while True:
        # What fits ends before `edge`; the next line begins at `cut`, the white space between them hangs.
        edge = bisect_right(sums, sums[start] + width - indent, start + 1, stop + 1) - 1
        if edge == start < stop:  # not even one character fits: it stands alone, with the marks upon it
            edge = bisect_right(sums, sums[start + 1], start + 1, stop + 1) - 1
        cut = forced = _after_space(kinds, edge, stop)
        if forced < stop:
            while cut > start and not legal(kinds, cut, start):
                cut -= 1
            cut = forced if cut == start else cut
        end = _before_space(kinds, min(cut, edge), start)
        lines.append(Line(start, end, indent, sums[end] - sums[start]))
        if cut >= stop:
            return
        start, indent = cut, 0


def _after_space(kinds: str, index: int, stop: int) -> int:
    while index < stop and kinds[index] == "S":
        index += 1
    return index


def _before_space(kinds: str, index: int, start: int) -> int:
    while index > start and kinds[index - 1] == "S":
        index -= 1
    return index
