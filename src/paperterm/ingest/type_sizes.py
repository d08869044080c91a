"""How large the lines of a page are printed, and which of them are headings for that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

LARGER = 1.35
"""A line of at least so many times the page's usual type is a heading; print raises headings by at least a half."""
SAME_SIZE = 1.15
"""Sizes that differ by less are one: boxes of lines without high or deep characters are lower than their neighbours."""
LEVELS = 4
"""The name of the paper, and three sizes of headlines."""


def usual_size(sizes: Iterable[tuple[float, int]]) -> float:
    """Of sizes with the number of their characters, the one that half of the characters do not exceed; 0 where none is
    known."""
    known = sorted((size, length) for size, length in sizes if size > 0)
    half = sum(length for _, length in known) / 2
    for size, length in known:
        half -= length
        if half <= 0:
            return size
    return 0.0


def headings(lines: Sequence[tuple[float, int]]) -> list[int]:
    """The heading levels of a page's lines, given as their sizes and characters in the order they are read.

    0 is text; the largest type has level 1, smaller type down to 4. Of lines that follow one another in larger type only
    the largest are a heading: what stands above and below a headline in smaller type is its kicker and its deck.
    """
    usual = usual_size(lines)
    larger = [usual > 0 and size >= LARGER * usual and length > 1 for size, length in lines]
    least: list[float] = []  # the smallest size of each level
    for size in sorted({size for (size, _), large in zip(lines, larger, strict=True) if large}, reverse=True):
        if not least or least[-1] > SAME_SIZE * size:
            least.append(size)
        else:
            least[-1] = size
    levels: list[int] = []
    for large, run in groupby(range(len(lines)), key=larger.__getitem__):
        sizes = [lines[n][0] for n in run]
        if large:
            largest = max(sizes)
            levels += [_rank(size, least) if size * SAME_SIZE >= largest else 0 for size in sizes]
        else:
            levels += [0] * len(sizes)
    return levels


def _rank(size: float, least: Sequence[float]) -> int:
    return next(n for n, smallest in enumerate(least, 1) if size >= smallest or n == LEVELS)


def agreed_sizes(stated: Sequence[float], heights: Sequence[float], lengths: Sequence[int]) -> list[float]:
    """The size of every line, in the unit of heights, from what its file says and how high its words stand.

    Both have to tell of larger type: programs state sizes that no word on the line has, and a line's height grows with
    whatever touches it. 0 stands for what is not known.
    """
    usual_stated = usual_size(zip(stated, lengths, strict=True))
    usual_height = usual_size(zip(heights, lengths, strict=True))
    if not (usual_stated and usual_height):
        return [size or height for size, height in zip(stated, heights, strict=True)]
    unit = usual_height / usual_stated
    return [min(filter(None, (size * unit, height)), default=0.0) for size, height in zip(stated, heights, strict=True)]
