"""What the words of a short line speak for: a kicker leads up to the news, a deck completes it, a column's name and a
section heading tell none; a slogan, a notice or an advertisement belongs to no article.

A line's characters and pairs of characters are weighed, those at its two ends once more, each by itself; the weights
stand in `weights/phrasing.txt`. Together they say, in natural logarithms, how much likelier a line of these words is a
kicker, a deck, a column's name, a section heading, furniture than a headline.
"""

from __future__ import annotations

import operator
from functools import cache

from paperterm.parse.lanes import Lanes
from paperterm.parse.weights import Packed, Table

ROLES = ("kicker", "deck", "column", "heading", "furniture")
"""What a line may be instead of a headline."""
ALWAYS = "any"
"""What stands for the words that every line has: how often each role occurs."""
LEAST, MOST = -5, 3
"""Units of a natural logarithm beyond which words say no more."""
LANES = Lanes(len(ROLES))
_NAMES = [{n: f"worded as {role} {n:+d}" for n in range(LEAST, MOST + 1)} for role in ROLES]
_KICKER_OR_DECK = {n: f"worded as kicker, not as deck {n:+d}" for n in range(-MOST, MOST + 1)}


def grams(text: str) -> list[str]:
    """The characters of a folded text, its pairs of characters, the first and the last one and two of it; a gap of any
    width counts as one character."""
    closed = "_".join(text.split())
    ends = "^" + closed[:1], "^" + closed[:2], closed[-1:] + "$", closed[-2:] + "$"
    return [*closed, *map(operator.add, closed, closed[1:]), *ends]


@cache
def _said() -> Packed:
    """What each gram of `weights/phrasing.txt` says for each of ROLES, in hundredths."""
    return Packed(Table("phrasing"), ROLES, LANES)


def phrasing(text: str) -> list[str]:
    """What the words of a folded text say for each of ROLES and against a headline, and for a kicker against a deck, as
    features: "worded as kicker -2"."""
    row = LANES.unpack(_said().total((ALWAYS, *grams(text))))
    found = [names[max(LEAST, min(MOST, much // 100))] for names, much in zip(_NAMES, row, strict=True)]
    kicker, deck, *_ = row
    found.append(_KICKER_OR_DECK[max(-MOST, min(MOST, (kicker - deck) // 100))])
    return found
