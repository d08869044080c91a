"""How much two pieces of text have to do with one another: the rare pairs of characters they share.

Pairs weigh by how few paragraphs of the page have them, so that 工会 says little on a page about trade unions and 淄博 much.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable

RUN = re.compile(r"[\u3400-\u9fffa-z0-9]+")


def pairs(text: str) -> set[str]:
    """The overlapping pairs of characters of a folded text, punctuation and white space apart."""
    return {run[i : i + 2] for run in RUN.findall(text) for i in range(len(run) - 1)}


class Affinity:
    """Weights learnt from the paragraphs of one page."""

    def __init__(self, paragraphs: Iterable[str]) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for paragraph in paragraphs:
            counts.update(pairs(paragraph))
            total += 1
        self._weight = {pair: math.log(1 + total / count) for pair, count in counts.items()}
        self._rare = math.log(1 + max(1, total))

    def weight(self, found: Iterable[str]) -> float:
        return sum(self._weight.get(pair, self._rare) for pair in found)

    def shared(self, one: set[str], two: set[str]) -> float:
        """The weight of what both have."""
        return self.weight(one & two)

    def share(self, part: set[str], whole: set[str]) -> float:
        """Which share of `part`'s weight `whole` has, 0..1."""
        full = self.weight(part)
        return self.shared(part, whole) / full if full else 0.0
