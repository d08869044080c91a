"""Which pieces of a page have to do with one another: the surplus of what two of them share over what is usual.

Two pieces share pairs of characters, weighed by how few pieces of the page have them, and characters, weighed by how rare
they are in newspapers (`rarity`): texts about one thing are written with the same characters even where they have no word
in common. A long piece shares much with every other. What counts here is how much more two share than pieces that share as
much with all others do: Newman's modularity (PNAS 103, 2006), scaled by its scatter.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Sequence

from paperterm.parse.affinity import pair_codes, within
from paperterm.parse.rarity import RARE, rarity_of, uncommon

GRAIN = 64
"""Weights are whole numbers, in this fraction of a natural logarithm's unit."""
FEW, COMMON = 4, 0.3
"""A pair that more pieces have, and a larger share of all, tells nothing."""
FREQUENT = 0.5
"""A character that a larger share of all pieces has tells nothing."""


class Modularity:
    """The pieces of one page, each given by its folded text. Takes time and room in the square of their number."""

    def __init__(self, pieces: Sequence[str]) -> None:
        size = len(pieces)
        most = max(FEW, int(COMMON * size))
        # Whole numbers, because a set has no order and a sum of fractions depends on it: one page, one result.
        weights = [0, 0, *(round(GRAIN * math.log(size / n)) for n in range(2, most + 1))]
        rows = self.shared = [[0] * size for _ in pieces]
        """The weight of the pairs and of the characters that two pieces both have; 0 for a piece and itself."""
        for some, times in Counter(map(tuple, _holders(pieces))).items():
            if len(some) <= most:
                weight = weights[len(some)] * times
                for one, two in itertools.combinations(some, 2):
                    rows[one][two] += weight
        masks = _masks(pieces)
        for one, (row, mask) in enumerate(zip(rows, masks, strict=True)):
            for two in range(one + 1, size):
                row[two] += GRAIN * (mask & masks[two]).bit_count()
                rows[two][one] = row[two]
        self.richness = list(map(sum, self.shared))
        self._total = sum(self.richness) or 1

    def of(self, some: Sequence[int], others: Sequence[int]) -> float:
        """What `some` pieces share with `others` beyond the usual."""
        shared = richness = 0
        for one in some:
            shared += sum(map(self.shared[one].__getitem__, others))
            richness += self.richness[one]
        return self.surplus(shared, richness, sum(map(self.richness.__getitem__, others)))

    def surplus(self, shared: int, richness: int, other: int) -> float:
        """How far what two parts of so much richness share is above the usual, in units of its usual scatter."""
        usual = richness * other / self._total
        return (shared - usual) / math.sqrt(GRAIN * (GRAIN + usual))


def _holders(pieces: Sequence[str]) -> Iterable[list[int]]:
    """For each pair of characters that stands on the page more than once, the pieces that have it."""
    codes = list(map(pair_codes, pieces))
    times = Counter(itertools.chain.from_iterable(codes))
    again = within([pair for pair, count in times.items() if count > 1])
    holders: dict[int, list[int]] = {pair: [] for pair in again}
    for number, mine in enumerate(codes):
        for pair in again.intersection(mine):
            holders[pair].append(number)
    return holders.values()


def _masks(pieces: Sequence[str]) -> list[int]:
    """Each piece as a number in which each of its characters is as many bits as it weighs, so that one `and` of two adds up
    what they share."""
    found = list(map(uncommon, pieces))
    most = max(FEW, int(FREQUENT * len(pieces)))
    bits, at = dict[str, int](), 0
    for han, times in Counter(itertools.chain.from_iterable(found)).items():
        if 1 < times <= most and (weight := rarity_of(han)) >= RARE:
            bits[han] = ((1 << weight) - 1) << at
            at += weight
    return [sum([bits[han] for han in some if han in bits]) for some in found]
