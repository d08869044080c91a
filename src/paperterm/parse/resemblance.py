"""How much a short line and the texts above and below it resemble one another, told by rare characters: a headline stands
between texts about two things, a section heading within a text about one.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence

from paperterm.parse.kinds import HALF, LONG
from paperterm.parse.rarity import uncommon
from paperterm.parse.traits import Traits

READ = 160
"""Characters of a text that are compared."""
NEAR = 6
"""Lines among which the text beside a line begins."""
DEGREES = (0.03, 0.05, 0.07, 0.09, 0.12, 0.15, 0.19, 0.24)
"""Cosines that are told apart."""
NEARER = (-0.12, -0.07, -0.03, 0.0, 0.04, 0.08, 0.14, 0.2)
"""By how much a line resembles the text below more than the one above."""
LEAST = 3
"""The rarity of han that are compared."""
KEPT = 64
"""Lines, and texts, whose characters are kept."""

Ink = set[str]
"""The rare characters of a text."""


class Resemblance:
    """The lines of one page. Each is a vector of the rare characters it has, and a text the union of its lines; they are
    alike by the cosine of the angle between them (Salton, Wong and Yang, CACM 18, 1975)."""

    def __init__(self, traits: Sequence[Traits]) -> None:
        self._traits = traits
        self._lines: dict[int, Ink] = {}
        self._texts: dict[tuple[int, int], Ink] = {}

    def features(self, index: int) -> list[str]:
        """The features of a short line between two texts; of another there are none."""
        above, below = self._beside(index, -1), self._beside(index, 1)
        if above is None or below is None:
            return []
        own = self._line(index)
        up, down = _cosine(own, above), _cosine(own, below)
        return [
            f"texts beside it alike {bisect_right(DEGREES, _cosine(above, below))}",
            f"nearer to the text below {bisect_right(NEARER, down - up)}",
            f"like the text below {bisect_right(DEGREES, down)}",
            f"like the text above {bisect_right(DEGREES, up)}",
        ]

    def _line(self, index: int) -> Ink:
        known = self._lines.get(index)
        if known is None:
            if len(self._lines) == KEPT:
                self._lines.clear()
            known = self._lines[index] = uncommon(self._traits[index].line.folded[:READ], LEAST)
        return known

    def _beside(self, index: int, step: int) -> Ink | None:
        """The nearest text above a line (`step` -1) or below it (1)."""
        for place in range(index + step, index + step * (NEAR + 1), step):
            if not 0 <= place < len(self._traits):
                return None
            if _is_text(self._traits[place]):
                known = self._texts.get((place, step))
                if known is None:
                    if len(self._texts) == KEPT:
                        self._texts.clear()
                    known = self._texts[place, step] = self._text(place, step)
                return known
        return None

    def _text(self, place: int, step: int) -> Ink:
        """The text from a line on, upwards or downwards."""
        found, read = list[Ink](), 0
        while 0 <= place < len(self._traits) and read < READ:
            t = self._traits[place]
            if _is_text(t):
                found.append(self._line(place))
                read += t.size
            elif not t.furniture:
                break
            place += step
        return found[0].union(*found[1:])


def _is_text(t: Traits) -> bool:
    return (t.size > LONG or (t.size > HALF and t.stop)) and not t.furniture


def _cosine(one: Ink, two: Ink) -> float:
    return len(one & two) / math.sqrt(len(one) * len(two) or 1)
