"""How much two pieces of text have to do with one another: the rare pairs of characters they share.

Pairs weigh by how few paragraphs of the page have them, so that 工会 says little on a page about trade unions and a town's name much.
"""

from __future__ import annotations

import math
import operator
import re
from collections import Counter
from collections.abc import Iterable

RUN = re.compile(r"[\u3400-\u9fffa-z0-9]+")
BORDER = "\uffff"
"""No character: stands between two runs."""
READ = 2_000
"""Characters of a paragraph that are compared; few newspapers print longer ones."""


def pairs(text: str) -> set[str]:
    """The overlapping pairs of characters of a folded text, punctuation and white space apart."""
    found: set[str] = set()
    for run in RUN.findall(text[:READ]):
        found.update(map(operator.add, run, run[1:]))
    return found


def pair_codes(text: str) -> list[int]:
    """The same as whole numbers, in no order and as often as they stand there; pairs of a border of a stretch of text are
    among them, which `within` takes out. Strings take longer to make and to count."""
    units = memoryview(BORDER.join(RUN.findall(text)).encode("utf-16-le"))
    even, odd = units[: len(units) & ~3], units[2 : 2 + (len(units) - 2 & ~3)]
    return even.cast("I").tolist() + odd.cast("I").tolist()


def within(codes: Iterable[int]) -> set[int]:
    """Those pairs of `pair_codes` of which neither character is a border."""
    return {code for code in codes if code >> 16 != 0xFFFF != code & 0xFFFF}


class Affinity:
    """Weights learnt from the pairs of each paragraph of one page."""

    def __init__(self, paragraphs: Iterable[set[str]]) -> None:
        self._counts: Counter[str] = Counter()
        total = 0
        for paragraph in paragraphs:
            self._counts.update(paragraph)
            total += 1
        self._weights = [math.log(1 + max(1, total) / max(1, count)) for count in range(total + 1)]

    def weight(self, found: Iterable[str]) -> float:
        counts, weights = self._counts, self._weights
        # The exact sum: a set has no order, and the same page is to be parsed alike every time.
        return math.fsum(weights[counts.get(pair, 0)] for pair in found)

    def shared(self, one: set[str], two: set[str]) -> float:
        """The weight of what both have."""
        return self.weight(one & two)

    def share(self, part: set[str], whole: set[str]) -> float:
        """Which share of `part`'s weight `whole` has, 0..1."""
        full = self.weight(part)
        return self.shared(part, whole) / full if full else 0.0
