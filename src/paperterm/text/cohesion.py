"""How well one character follows another in running Chinese: does a word go on over the place where a line was cut?

The table was made from the words and frequencies of a dictionary (`tables/make_tables.py`), so that nothing as large as
the dictionary itself need be loaded.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "tables" / "cohesion.txt"


@cache
def _table() -> dict[str, tuple[float, float, str]]:
    found: dict[str, tuple[float, float, str]] = {}
    for line in TABLE.read_text("utf-8").splitlines():
        han, end, start, *followers = line.split(" ")
        found[han] = (int(end) / 10, int(start) / 10, followers[0] if followers else "")
    return found


def cohesion(left: str, right: str) -> float:
    """How much likelier the character `right` stands behind the character `left` than anywhere: a natural logarithm.

    Both folded (`fold`). Above 1 a word goes on from one to the other; below -1 one of them is rarely at a word's border;
    0 where either is no han, or too rare to tell.
    """
    table = _table()
    one, two = table.get(left), table.get(right)
    if one is None or two is None:
        return 0.0
    place = one[2].find(right)
    return float(one[2][place + 1]) if place >= 0 else one[0] + two[1]


def beginning(han: str) -> float:
    """How much likelier a word begins with a han (folded) than it occurs: a natural logarithm, 0 where it is unknown."""
    known = _table().get(han)
    return known[1] if known else 0.0
