"""What two short lines on end are to one another: kicker and headline, headline and deck, column and headline, or two lines
of one headline. What a line is by itself, its words often leave open; beside the next one it shows.

The characters and pairs of characters of the upper and of the lower line are weighed, and how the two compare; the weights
stand in `weights/pairing.txt`.
"""

from __future__ import annotations

from functools import cache, lru_cache

from paperterm.parse.lanes import Lanes
from paperterm.parse.phrasing import ALWAYS, grams
from paperterm.parse.weights import Packed, Table

PAIRS = ("kicker+headline", "headline+deck", "column+headline", "kicker+kicker", "deck+deck")
"""What two lines may be instead of two of one headline."""
ASKED = (
    ("kicker, not headline", "kicker+headline", None),
    ("headline over a deck, not over its next line", "headline+deck", None),
    ("kicker, not headline over a deck", "kicker+headline", "headline+deck"),
    ("column, not kicker", "column+headline", "kicker+headline"),
)
"""What is asked of the upper line: how much likelier the one pair is than the other, or than two lines of one headline."""
MOST = 4
"""Units of a natural logarithm beyond which words say no more."""
UPPER, LOWER = "1", "2"
"""What stands before the grams of either line."""
LONGER, STEP, LONG, SHARED = 6, 3, 24, 4
"""Characters up to which differences of length, lengths (by so many a step) and shared characters are told apart."""
SIGNS = {"gap": " ", "colon": ":", "dash": "—", "quotation": '"', "comma": ","}
LANES = Lanes(len(PAIRS))
_PLACES = [(PAIRS.index(one), None if other is None else PAIRS.index(other)) for _, one, other in ASKED]
_NAMES = [{n: (f"{name} {n:+d}", f"under {name} {n:+d}") for n in range(-MOST, MOST + 1)} for name, *_ in ASKED]


def evidence(upper: str, lower: str) -> list[str]:
    """What tells how two folded texts belong together: the grams of each, and how they compare."""
    longer = max(-LONGER, min(LONGER, len(upper) - len(lower)))
    return [
        f"upper longer by {longer}",
        f"upper of {min(len(upper) // STEP * STEP, LONG)} or more",
        f"lower of {min(len(lower) // STEP * STEP, LONG)} or more",
        f"share {min(len({*upper}.intersection(lower)), SHARED)}",
        f"digits {any(map(str.isdigit, upper)):d} {any(map(str.isdigit, lower)):d}",
        *[f"{name} {sign in upper:d} {sign in lower:d}" for name, sign in SIGNS.items()],
        *[UPPER + gram for gram in grams(upper)],
        *[LOWER + gram for gram in grams(lower)],
    ]


@cache
def _said() -> Packed:
    return Packed(Table("pairing"), PAIRS, LANES)


def pairing(upper: str, lower: str) -> list[str]:
    """What two folded texts speak for, as features of the upper line: "kicker, not headline +2"."""
    return [names[0] for names in _pairing(upper, lower)]


def pairing_below(upper: str, lower: str) -> list[str]:
    """The same as features of the lower line: "under kicker, not headline +2"."""
    return [names[1] for names in _pairing(upper, lower)]


@lru_cache(maxsize=2)  # each line is asked about with the one above and the one below
def _pairing(upper: str, lower: str) -> list[tuple[str, str]]:
    row = LANES.unpack(_said().total((ALWAYS, *evidence(upper, lower))))
    return [
        names[max(-MOST, min(MOST, (row[one] - (0 if other is None else row[other])) // 100))]
        for names, (one, other) in zip(_NAMES, _PLACES, strict=True)
    ]
