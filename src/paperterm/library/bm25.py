"""How well an article that the index does not know yet fits, on the scale of those that it knows.

Okapi BM25 (Robertson and Zaragoza 2009) as tantivy counts it: a phrase weighs as much as its pieces together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log

from paperterm.library import grams
from paperterm.query import Document, Words
from paperterm.query.emphasis import SHARE
from paperterm.query.matcher import TITLE_ROLES

K, B = 1.2, 0.75


@dataclass(frozen=True, slots=True)
class Scale:
    """What the index knows: its articles, their average length in pieces, in how many a piece stands."""

    articles: int
    length: float
    frequency: Callable[[str, str], int]  # field, piece → articles

    def weight(self, needle: str) -> float:
        """How telling a needle is."""
        pairs: Sequence[str] = grams.pairs(needle)
        field, pieces = ("text", pairs) if pairs else ("characters", [grams.character(needle)])
        return sum(self._rarity(self.frequency(field, piece)) for piece in pieces)

    def score(self, document: Document, needles: Sequence[tuple[str, bool]], words: Words, title: float) -> float:
        """The score of an article that fits; `title` is how much more its headline says."""
        total = 0.0
        for needle, fuzzy in needles:
            total += self._said(document, needle, fuzzy, title)
            if not fuzzy:
                total += SHARE * sum(self._said(document, word, False, title) for word in words.get(needle, ()))
        return total

    def _said(self, document: Document, needle: str, fuzzy: bool, title: float) -> float:
        length = sum(max(1, len(text) - 1) for _, text in document.blocks)
        counts = [text.count_of(needle, fuzzy) for text in document.folded]
        heads = sum(n for n, (role, _) in zip(counts, document.blocks, strict=True) if role in TITLE_ROLES)
        weight = self.weight(needle)
        total = weight * _saturated(sum(counts), length / max(1.0, self.length))
        return total + (title * weight * _saturated(heads, 1.0) if len(needle) > 1 else 0.0)

    def _rarity(self, frequency: int) -> float:
        return log(1 + (self.articles - frequency + 0.5) / (frequency + 0.5))


def _saturated(count: int, length: float) -> float:
    return count * (K + 1) / (count + K * (1 - B + B * length))
