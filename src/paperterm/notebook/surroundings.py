"""The words around a place, compared with the words that once stood around a quote. All of it is normalised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

CONTEXT = 32
"""Characters kept before and after a quote, as they are printed."""

CLOSE = 8
"""Normalised characters next to a quote, which tell most: sentences of one pattern differ in single words."""


class Likeness(NamedTuple):
    """How alike the words around a passage are to those that once stood around a quote, 0 to 1."""

    sides: float  # on the average of both sides, next to the quote as much as on the whole
    close: float  # next to the quote, on the side where it is less
    joined: int  # on how many sides the quote ends beside the very character that it ended beside; 0 where it may end elsewhere


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words before and behind a quote; `first`, `last`: the article begins, ends with them."""

    before: str
    behind: str
    first: bool
    last: bool

    def likeness(self, text: str, start: int, end: int) -> Likeness:
        """How alike the words around a passage of `text` are, single wrong characters forgiven."""
        # Where the article began, little stood before the quote, and that little may stand anywhere: more is compared.
        left = text[max(0, start - (CONTEXT if self.first else len(self.before))) : start]
        right = text[end : end + (CONTEXT if self.last else len(self.behind))]
        far = alike(left, self.before), alike(right, self.behind)
        before, behind, quote = self.before[: -CLOSE - 1 : -1], self.behind[:CLOSE], text[start:end]
        left, right = left[: -len(before) - 1 : -1], right[: len(behind)]
        close = alike(left, before), alike(right, behind)
        sides = sum((*far, *close)) / 4
        if _ambiguous(quote[:1], left, before) or _ambiguous(quote[-1:], right, behind):
            return Likeness(sides, min(close), 0)
        return Likeness(sides, min(close), (left[:1] == before[:1]) + (right[:1] == behind[:1]))

    def literal(self, text: str, start: int, end: int) -> float:
        """0 to 1: how much of the surroundings stands next to the passage without a break; quick to tell."""
        left = _shared(text[max(0, start - len(self.before)) : start][::-1], self.before[::-1])
        right = _shared(text[end : end + len(self.behind)], self.behind)
        return (
            (left / len(self.before) if self.before else float(start == 0))
            + (right / len(self.behind) if self.behind else float(end == len(text)))
        ) / 2


def alike(a: str, b: str) -> float:
    """0 to 1: twice the characters in common, in order, over all characters; 1 for two empty texts."""
    if a == b:
        return 1.0
    from rapidfuzz.distance import Indel  # 13 ms that a note on an unchanged article does not pay

    return Indel.normalized_similarity(a, b)


def _shared(a: str, b: str) -> int:
    return next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _ambiguous(end: str, here: str, then: str) -> bool:
    """May a character beside the quote be the quote's own last one? Characters are read away from the quote."""
    return here != then and end in (here[:1], then[:1])
