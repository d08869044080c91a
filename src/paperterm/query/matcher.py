"""Does a document fit a query, where, and how well?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log1p

from paperterm.query.document import Document, FoldedText
from paperterm.query.emphasis import SHARE, Words
from paperterm.query.tree import And, Field, Node, Not, Or, Query, Term, positive_terms
from paperterm.text.fold import fold, searchable

TITLE_ROLES = ("headline", "kicker", "deck")
WEIGHTS = {"headline": 4.0, "kicker": 2.0, "deck": 2.0, "heading": 2.0}
"""How much more a word says in these roles than elsewhere (1.0)."""
TYPICAL_LENGTH = 1000
"""Characters of a longish article; the length norm is 1 for none and grows with the logarithm."""

Span = tuple[int, int, int]
"""(block, start, end): a place in a document, in characters of the block's text."""


@dataclass(frozen=True, slots=True)
class Found:
    """`score` is above 0 and compares documents of one query; `matches` are in order and do not overlap."""

    score: float
    matches: tuple[Span, ...]


class Matcher:
    """A query made ready for many documents. Immutable, so safe in several threads."""

    def __init__(
        self,
        query: Query,
        outside: Mapping[tuple[str, str], frozenset[str]] | None = None,
        words: Words | None = None,
    ) -> None:
        """`outside` gives for each pair of `query.outside()` the ids of the articles that have it; without: none. `words`
        (see `emphasis`) weigh in the score, and decide nothing else."""
        self._root = query.root
        self._words = [word for within in (words or {}).values() for word in within]
        self._outside = dict(outside or {})
        self._needles = tuple(dict.fromkeys((term.needle, term.fuzzy) for term in positive_terms(query.root)))

    def __call__(self, document: Document) -> Found | None:
        """Where and how well the document fits; None where it does not."""
        if not self._fits(self._root, document):
            return None
        if not self._needles:
            return Found(1.0, ())
        places = {needle: _places(*needle, document) for needle in self._needles}
        return Found(self._score(places.values(), document), _apart(places.values()))

    def fits(self, document: Document) -> bool:
        """Does the document fit at all?"""
        return self._fits(self._root, document)

    def _score(self, places: Iterable[list[Span]], document: Document) -> float:
        """For each term, and with less weight for each word within one, what is said by its places, over the length norm."""
        total = sum(_said((block for block, _, _ in spans), document) for spans in places)
        for word in self._words:
            total += SHARE * _said(_blocks(word, document), document)
        return (total or log1p(1)) / (1 + log1p(document.length / TYPICAL_LENGTH))

    def _fits(self, node: Node, document: Document) -> bool:
        if isinstance(node, Term):
            return any(text.holds(node.needle, node.fuzzy) for text in document.folded)
        if isinstance(node, Field):
            return self._has(node, document)
        if isinstance(node, Not):
            return not self._fits(node.part, document)
        if isinstance(node, And):
            return all(self._fits(part, document) for part in node.parts)
        if isinstance(node, Or):
            return any(self._fits(part, document) for part in node.parts)
        raise TypeError(f"{node!r} is no part of a query")

    def _has(self, field: Field, document: Document) -> bool:
        if field.outside:
            return document.id in self._outside.get((field.name, field.value), frozenset())
        if field.bounds is not None:
            value = document.date if field.name == "date" else document.page
            return value is not None and field.bounds[0] <= value <= field.bounds[1]  # type: ignore[operator]
        if field.name == "kind":
            return document.kind == field.value
        needle = searchable(field.value)
        return any(FoldedText(fold(text)).holds(needle) for text in _texts(field.name, document))


def _texts(field: str, document: Document) -> Iterable[str]:
    """What a field with words looks through."""
    if field == "title":
        titles = [text for role, text in document.blocks if role in TITLE_ROLES]
        return [document.headline, *titles] if document.headline else [document.title, *titles]
    if field == "by":
        return document.byline
    text = document.paper if field == "paper" else document.column
    return [text] if text else []


def _places(needle: str, fuzzy: bool, document: Document) -> list[Span]:
    return [(block, *span) for block, text in enumerate(document.folded) for span in text.places(needle, fuzzy)]


def _blocks(word: str, document: Document) -> Iterable[int]:
    """The block of each place where a word stands."""
    return (block for block, text in enumerate(document.folded) for _ in range(text.count_of(word)))


def _said(blocks: Iterable[int], document: Document) -> float:
    """For each weight the logarithm of one plus how often something stands in blocks of that weight, weighed."""
    counts: dict[float, int] = {}
    for block in blocks:
        weight = WEIGHTS.get(document.blocks[block][0], 1.0)
        counts[weight] = counts.get(weight, 0) + 1
    return sum(weight * log1p(count) for weight, count in counts.items())


def _apart(places: Iterable[list[Span]]) -> tuple[Span, ...]:
    """All places in order; of two that overlap the earlier, of two that begin together the longer."""
    kept: list[Span] = []
    for block, start, end in sorted((s for spans in places for s in spans), key=lambda s: (s[0], s[1], -s[2])):
        if not kept or kept[-1][0] != block or kept[-1][2] <= start:
            kept.append((block, start, end))
    return tuple(kept)
