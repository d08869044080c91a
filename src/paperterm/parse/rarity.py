"""How rare a han is in newspapers: what it weighs that two texts both have it. Texts about one thing are written with the
same characters, even where they have no word in common."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from paperterm.parse.weights import FOLDER
from paperterm.text.han import is_han

RARE, RAREST = 2, 7
"""Rarities: of a han that tells something, and of one that `rarities` does not have."""
SIGNS = (*range(0x80), *range(0x2000, 0x2070), *range(0x3000, 0x3020), *range(0xFF00, 0xFF70))
"""The code points of ASCII and of punctuation."""


@cache
def rarities() -> Mapping[str, int]:
    """The inverse document frequency of each han among paragraphs, in whole units of a natural logarithm."""
    rows = (row.split("\t") for row in (FOLDER / "rarity.txt").read_text("utf-8").splitlines())
    return {han: int(weight) for weight, some in rows for han in some}


@cache
def _common(least: int) -> frozenset[str]:
    return frozenset([*map(chr, SIGNS), *(han for han, rarity in rarities().items() if rarity < least)])


def uncommon(text: str, least: int = RARE) -> set[str]:
    """The characters of a folded text that not every text has: neither signs nor han of less than the `least` rarity."""
    return set(text).difference(_common(least))


def rarity_of(char: str) -> int:
    """The rarity of a han; 0 for what is none."""
    known = rarities().get(char)
    return known if known is not None else RAREST if is_han(char) else 0
