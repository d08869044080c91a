"""How well one character follows another in running Chinese: does a word go on over the place where a line was cut?

The table was made from the words and frequencies of a dictionary (`tables/make_tables.py`), so that nothing as large as
the dictionary itself need be loaded.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

TABLE = Path(__file__).parent / "tables" / "cohesion.txt"


@cache
def _table() -> dict[str, str]:
    """The table's lines by their characters. A page needs few of them, so they are read one by one."""
    return {line[0]: line for line in TABLE.read_text("utf-8").splitlines()}


@lru_cache(maxsize=10_000)
def _row(han: str) -> tuple[float, float, str] | None:
    """What a character adds at a word's end and at its beginning, and what follows it: a character and a digit each."""
    line = _table().get(han)
    if line is None:
        return None
    _, end, start, *followers = line.split(" ")
    return int(end) / 10, int(start) / 10, followers[0] if followers else ""


def cohesion(left: str, right: str) -> float:
    """How much likelier the character `right` stands behind the character `left` than anywhere: a natural logarithm.

    Both folded (`fold`). Above 1 a word goes on from one to the other; below -1 one of them is rarely at a word's border;
    0 where either is no han, or too rare to tell.
    """
    one, two = _row(left), _row(right)
    if one is None or two is None:
        return 0.0
    place = one[2].find(right)
    return float(one[2][place + 1]) if place >= 0 else one[0] + two[1]


def used(text: str, left: str, right: str) -> bool:
    """Does the text have the one character behind the other, and more often than by chance?"""
    together = text.count(left + right)
    return together > 0 and together * len(text) > 3.0 * text.count(left) * text.count(right)


def beginning(han: str) -> float:
    """How much likelier a word begins with a han (folded) than it occurs: a natural logarithm, 0 where it is unknown."""
    known = _row(han)
    return known[1] if known else 0.0
