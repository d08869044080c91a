"""Which articles hold a text: every character of every block is looked at, in pieces that fit into memory."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from tests.searching.rows import Row

PIECE = 5_000
"""Articles looked through at once."""
BORDER = "\n"
"""Between blocks and articles; no needle holds it."""


@dataclass(frozen=True, slots=True)
class Truth:
    """The ids of all articles, and for each needle where in `ids` those stand that hold it."""

    ids: list[str]
    holders: list[array[int]]

    def of(self, needle: int) -> set[str]:
        """The ids of the articles that hold this needle, told by its number."""
        return {self.ids[at] for at in self.holders[needle]}


def truth(rows: Iterable[Row], needles: Sequence[str]) -> Truth:
    """What a search for each folded needle has to find. A match lies within one block."""
    found = Truth([], [array("I") for _ in needles])
    left = iter(rows)
    while piece := list(islice(left, PIECE)):
        texts = [BORDER.join(row.blocks) + BORDER for row in piece]
        starts = [0, *accumulate(map(len, texts))]
        text, offset = "".join(texts), len(found.ids)
        found.ids.extend(row.id for row in piece)
        for needle, holders in zip(needles, found.holders, strict=True):
            at = text.find(needle)
            while at >= 0:
                article = bisect_right(starts, at) - 1
                holders.append(offset + article)
                at = text.find(needle, starts[article + 1])
    return found
