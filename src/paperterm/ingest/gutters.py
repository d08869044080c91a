"""Lines that run over several columns, parted at the gutters between them.

A program that recognises text often takes for one line what stands side by side at one height. The white space between
two columns differs from that within a line by its company: other lines have theirs at the same place, or end and begin
there. So a gap of NARROW characters is a gutter where, of the lines right above and below it, at least two end at it and
two begin at it before one runs across. A gap of WIDE characters needs no company, unless it is a hole in a text: the
next line above or below it, in the same type, runs across.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from paperterm.ingest.printed import Box, Word, WordLine, around

NARROW, WIDE = 0.7, 1.8
"""White space in characters: the least that may be a gutter, and what is one without company."""
LEAST = 0.35
"""How wide, in characters, a strip down a gutter must stay white; punctuation hangs into it."""
COMPANY = 2
"""Lines on either side."""
NEAR = 2.5
"""Lines further apart, in heights of the lower one, are no company."""
FURTHEST = 24
"""Lines of the page, of all columns, that are looked at above and below; without a limit hostile places would take time
that grows with the square of their number."""
SAME_TYPE = 1.3
EVEN = 1.6
"""A line whose gaps differ by less is letter-spaced."""


class _Line(NamedTuple):
    box: Box
    gaps: tuple[tuple[float, float, int], ...]  # from, to, and the word before which it stands
    em: float


def parted(lines: Sequence[WordLine]) -> list[list[WordLine]]:
    """The parts of every line of a page, from left to right: one, where no gutter runs through it."""
    placed = sorted(
        ((_measured(line, line.box), n) for n, line in enumerate(lines) if line.box), key=lambda pair: pair[0].box.top
    )
    order = [line for line, _ in placed]
    parts = [[line] for line in lines]
    for place, (line, n) in enumerate(placed):
        cuts = sorted(word for left, right, word in line.gaps if _is_gutter(left, right, place, order))
        if cuts and not _letter_spaced(line, lines[n]):
            parts[n] = _cut(lines[n], cuts)
    return parts


def _measured(line: WordLine, box: Box) -> _Line:
    boxes = [word.box for word in line.words if word.box]
    em = min(box.height, median(one.height for one in boxes)) if boxes else box.height
    gaps = []
    if em > 0:
        for n, (one, two) in enumerate(pairwise(line.words), 1):
            if one.box and two.box and two.box.left - one.box.right >= LEAST * em:
                gaps.append((one.box.right, two.box.left, n))
    return _Line(box, tuple(sorted(gaps)), em)


def _is_gutter(left: float, right: float, place: int, order: Sequence[_Line]) -> bool:
    line = order[place]
    if right - left < NARROW * line.em:
        return False
    above = _company(left, right, line, reversed(order[max(0, place - FURTHEST) : place]))
    if above.ends >= COMPANY and above.begins >= COMPANY:
        return True
    below = _company(left, right, line, iter(order[place + 1 : place + 1 + FURTHEST]))
    if above.ends + below.ends >= COMPANY and above.begins + below.begins >= COMPANY:
        return True
    return right - left >= WIDE * line.em and not (above.hole or below.hole)


class _Company(NamedTuple):
    ends: int
    begins: int
    hole: bool  # whether the text that the line is of runs across the strip


def _company(left: float, right: float, line: _Line, others: Iterator[_Line]) -> _Company:
    """How many of the lines that follow, up or down, end and begin at a strip, up to the first that runs across it."""
    ends = begins = 0
    last = line.box
    for other in others:
        box = other.box
        apart = max(box.top - last.bottom, last.top - box.bottom)
        if apart > NEAR * line.em:
            break
        em = min(line.em, other.em)
        if apart > NEAR * em or box.right < left - em or box.left > right + em:
            continue  # in other columns, or far from it
        if box.left < left and box.right > right:
            white, wide = _white(left, right, other.gaps)
            ended = begun = int(wide >= NARROW * line.em)
        elif box.left < left:
            white, ended, begun = (max(box.right, left), right), 1, 0
        else:
            white, ended, begun = (left, min(box.left, right)), 0, 1
        if white[1] - white[0] < LEAST * line.em:
            if box.left < left and box.right > right:
                sizes = sorted((line.em, other.em))
                return _Company(ends, begins, apart < line.em and sizes[1] < SAME_TYPE * sizes[0])
        else:
            left, right = white
        ends, begins, last = ends + ended, begins + begun, box
        if ends >= COMPANY and begins >= COMPANY:
            break
    return _Company(ends, begins, False)


def _white(left: float, right: float, gaps: Sequence[tuple[float, float, int]]) -> tuple[tuple[float, float], float]:
    """What of a strip is white in a line of these gaps, which lie from left to right, and how wide the gap is there."""
    place = bisect(gaps, ((left + right) / 2,))
    near = gaps[max(0, place - 1) : place + 1]
    if not near:
        return (right, left), 0.0
    start, end, _ = max(near, key=lambda gap: min(gap[1], right) - max(gap[0], left))
    return (max(start, left), min(end, right)), end - start


def _letter_spaced(line: _Line, given: WordLine) -> bool:
    """Whether all its characters stand apart by the same."""
    widths = sorted(right - left for left, right, _ in line.gaps)
    return len(widths) > 1 and len(widths) == len(given.words) - 1 and widths[-1] < EVEN * widths[0]


def _cut(line: WordLine, places: Sequence[int]) -> list[WordLine]:
    parts = []
    for start, end in pairwise([0, *places, len(line.words)]):
        words = line.words[start:end]
        boxes: list[Box] = [word.box for word in words if word.box]
        first: Word = words[0]._replace(spaced=False)
        box = around(boxes)
        if line.box:
            top, bottom = max(box.top, line.box.top), min(box.bottom, line.box.bottom)
            box = box._replace(top=top, bottom=bottom) if top < bottom else box
        parts.append(WordLine((first, *words[1:]), box, line.size))
    return parts
