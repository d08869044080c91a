"""Does the text below a short line speak of the same as the text above it? Under a section heading it does, under a new
headline it does not: the pairs of characters that both have tell, measured against what any two places of the page share.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence

from paperterm.parse.affinity import pairs_of
from paperterm.parse.lines import Line

TEXT, SHORT = 30, 45
"""Characters: a line longer than TEXT is text, one no longer than SHORT may be a heading."""
NEAR = 3
"""Lines between a heading and text, at most; lines of text that are looked back on."""
SAMPLES = 10
"""Places elsewhere on the page that are looked at for comparison."""
STRETCH = 400
"""Lines of text that are compared with one another: more than a page has."""
LEAST, MOST = 0.5, 4.0
"""Ratios beyond these say no more than these do."""


class Kinship:
    """The lines of one page."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._text = [line for line in lines if line.size > TEXT]
        self._places = [index for index, line in enumerate(lines) if line.size > TEXT]
        self._known: dict[tuple[int, int], set[str]] = {}

    def of(self, index: int) -> float:
        """For the line with that index: the logarithm of how much more the text below has of the text above than of
        other places, 0 where there is nothing to compare."""
        below = bisect_right(self._places, index)
        if not 0 < below < len(self._places):
            return 0.0
        if self._places[below] - index > NEAR or index - self._places[below - 1] > NEAR:
            return 0.0
        start = below - below % STRETCH
        here = self._shared(below, max(start, below - NEAR), below)
        end = min(len(self._text), start + STRETCH)
        step = max(1, (end - start) // SAMPLES)
        others = [
            self._shared(below, place, place + NEAR)
            for place in range(start, end - NEAR + 1, step)
            if abs(place - below) > NEAR + 1
        ]
        if not others:
            return 0.0
        usual = sum(others) / len(others) + 0.01
        return math.log(min(MOST, max(LEAST, here / usual)))

    def _shared(self, part: int, first: int, last: int) -> float:
        """Which share of the pairs of one line of text the lines `first` to `last` have."""
        wanted = pairs_of(self._text[part])
        return len(wanted & self._together(first, last)) / len(wanted) if wanted else 0.0

    def _together(self, first: int, last: int) -> set[str]:
        """The pairs of these lines of text: the places for comparison are the same for all headings of a page."""
        known = self._known.get((first, last))
        if known is None:
            known = self._known[first, last] = set().union(*map(pairs_of, self._text[first:last]))
        return known
