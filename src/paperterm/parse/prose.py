"""What the words of a sentence speak for: an article's text tells on, its first paragraph begins; a photo's caption says what
is to be seen, a notice or an advertisement what is to be done, an editors' note what the article is about.

As `phrasing` for short lines; the weights stand in `weights/prose.txt`.
"""

from __future__ import annotations

from functools import cache, lru_cache

from paperterm.parse.lanes import Lanes
from paperterm.parse.phrasing import ALWAYS, grams
from paperterm.parse.weights import Packed, Table

SORTS = ("caption", "notice", "opening", "digest")
"""What a sentence may be instead of a later paragraph of an article."""
MOST = 4
"""Units of a natural logarithm beyond which words say no more."""
LEAST, LONGEST, HEARD = 14, 120, 40
"""Characters: shorter lines say too little, longer paragraphs are an article's; those that are heard of the others."""
SURE = 200
"""Hundredths of a unit at which a sentence is taken for a notice's."""
LANES = Lanes(len(SORTS))
_NAMES = [{n: f"reads as {sort} {n:+d}" for n in range(-MOST, MOST + 1)} for sort in SORTS]


def prose(text: str) -> list[str]:
    """What the words of a folded text say for each of SORTS, as features: "reads as caption +2"."""
    return [names[max(-MOST, min(MOST, much // 100))] for names, much in zip(_NAMES, _row(text[:HEARD]), strict=True)]


def notice(text: str) -> bool:
    """Is it a notice or an advertisement, as its words tell?"""
    return _row(text[:HEARD])[SORTS.index("notice")] >= SURE


@cache
def _said() -> Packed:
    return Packed(Table("prose"), SORTS, LANES)


@lru_cache(maxsize=4)  # a line is asked about twice
def _row(text: str) -> tuple[int, ...]:
    return LANES.unpack(_said().total((ALWAYS, *grams(text))))
