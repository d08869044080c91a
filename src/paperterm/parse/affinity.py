"""How much two pieces of text have to do with one another: the rare pairs of characters they share.

Pairs weigh by how few paragraphs of the page have them, so that 工会 says little on a page about trade unions and a town's name much.
"""

from __future__ import annotations

import math
import operator
import re
from collections import Counter
from collections.abc import Iterable

from paperterm.parse.lines import Line

RUN = re.compile(r"[\u3400-\u9fffa-z0-9]+")
READ = 2_000
"""Characters of a paragraph that are compared; few newspapers print longer ones."""


def pairs(text: str) -> set[str]:
    """The overlapping pairs of characters of a folded text, punctuation and white space apart."""
    found: set[str] = set()
    for run in RUN.findall(text[:READ]):
        found.update(map(operator.add, run, run[1:]))
    return found


def pairs_of(line: Line, *more: Line) -> set[str]:
    """`pairs` of the texts of lines, looked for once; not to be changed."""
    if line.pairs is None:
        line.pairs = pairs(line.folded)
    return line.pairs.union(*map(pairs_of, more)) if more else line.pairs


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
