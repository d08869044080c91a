"""Which text goes on with which: those that say 下转第3版, and those of page 3 that say 上接第1版 or say nothing, brought
together by what they share. Pure.

Likeness is the cosine of two texts' pairs of characters, each weighed by its rarity on the pages compared (the square of
its inverse document frequency; for a shared pair that among the other texts). Halves of one story mostly have 0.03 to 0.1,
unrelated stories of two pages 0.01, one in ten of them 0.03 and one in a hundred 0.06.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from paperterm.model import Article
from paperterm.parse import patterns as form
from paperterm.parse.affinity import pairs
from paperterm.parse.jump_marks import jump_marks
from paperterm.text.fold import fold

MILD, CLEAR, SURE = 0.012, 0.025, 0.045
"""The likeness that is enough where both marks agree and nothing else is left; where both agree; where one is missing."""
CLEARLY = 1.5
"""Where one mark is missing, the best has so many times the likeness of the next."""
DOUBTFUL = 5.0
"""So many times more likeness is asked of a text without a mark that opens as a story of its own does."""
SAME_HEADLINE, NAMED = 0.1, 1.0
"""What it counts that both have one headline, and that the mark names the other's."""
LEAST = 30
"""Pairs of characters: a text with fewer is alike by chance."""
SHORTEST = 4
"""Characters of a headline that is no column's name."""
OPENING = 160
"""Characters of a text in which its dateline stands."""


@dataclass(frozen=True)
class Text:
    """An article as it is compared, and the page it stands on."""

    article: Article
    page: int | None

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Of its text without the marks; numbers are left out, since dates and sums are alike everywhere."""
        texts = [block.text for block in self.article.blocks]
        for mark in jump_marks(self.article.blocks):
            text = texts[mark.block]
            texts[mark.block] = " " * mark.end + text[mark.end :] if mark.start == 0 else text[: mark.start]
        return frozenset(pair for text in texts for pair in pairs(fold(text)) if pair.isalpha())

    @cached_property
    def headline(self) -> str:
        return _bare(self.article.headline)

    @cached_property
    def named(self) -> str:
        """The headline that its 上接 names."""
        return next((_bare(mark.title) for mark in jump_marks(self.article.blocks) if not mark.forward), "")

    @cached_property
    def stands_alone(self) -> bool:
        """Does it open as a story of its own does, with a dateline or a byline, or is it a photo?"""
        body = next((block.text for block in self.article.blocks if block.role == "body"), "")
        signed = any(block.role == "byline" for block in self.article.blocks)
        return signed or self.article.kind == "photo" or bool(form.DATELINE.match(fold(body[:OPENING])))


@dataclass(frozen=True, slots=True)
class Link:
    """The text `beginning` goes on in `continuation`."""

    beginning: Text
    continuation: Text
    likeness: float
    agreed: bool  # both marks say so


def links(beginnings: Sequence[Text], continuations: Sequence[Text]) -> list[Link]:
    """One assignment: every text goes on in at most one and continues at most one. `continuations` are all texts of one
    page, `beginnings` all those of the pages that jump to it or that it names."""
    claims = sorted(_claims(beginnings, continuations), key=lambda claim: -claim.likeness)
    found: list[Link] = []

    def take(claim: Link) -> None:
        found.append(claim)
        claims[:] = [
            c for c in claims if c.beginning is not claim.beginning and c.continuation is not claim.continuation
        ]

    while claim := next((c for c in claims if c.agreed and c.likeness >= CLEAR), None):
        take(claim)
    while claim := next((c for c in claims if c.agreed and c.likeness >= MILD and not list(_rivals(c, claims))), None):
        take(claim)
    while claim := next((c for c in claims if not c.agreed and _stands_out(c, claims)), None):
        take(claim)
    return found


def _claims(beginnings: Sequence[Text], continuations: Sequence[Text]) -> Iterator[Link]:
    """Every pair of texts of which one mark at least speaks, and none against it."""
    rarity = _Rarity([*beginnings, *continuations])
    for one in beginnings:
        to = one.article.jump_to
        for two in continuations:
            back = two.article.jump_from
            if one.article is two.article or (to is None and back is None):
                continue
            if to not in (None, two.page or to) or back not in (None, one.page or back):
                continue
            likeness = rarity.likeness(one, two)
            if min(len(one.headline), len(two.headline)) >= SHORTEST and one.headline == two.headline:
                likeness += SAME_HEADLINE
            if two.named and two.named == one.headline:
                likeness += NAMED
            yield Link(one, two, likeness, to is not None and back is not None)


def _rivals(claim: Link, claims: Iterable[Link]) -> Iterator[Link]:
    """The other claims of that kind that want the same beginning or the same continuation."""
    for other in claims:
        wanted = other.beginning is claim.beginning or other.continuation is claim.continuation
        if wanted and other is not claim and other.agreed == claim.agreed:
            yield other


def _stands_out(claim: Link, claims: Iterable[Link]) -> bool:
    """Is a claim with one mark so much likelier than chance, and than the next, that the other mark may be lost?"""
    two = claim.continuation
    alike = claim.likeness >= SURE * (DOUBTFUL if two.article.jump_from is None and two.stands_alone else 1.0)
    if not alike or (claim.likeness < SAME_HEADLINE and min(len(claim.beginning.pairs), len(two.pairs)) < LEAST):
        return False
    return claim.likeness >= CLEARLY * max((rival.likeness for rival in _rivals(claim, claims)), default=0.0)


class _Rarity:
    """What a pair of characters weighs, learnt from the texts of the pages compared."""

    def __init__(self, texts: Sequence[Text]) -> None:
        counts = Counter(pair for text in texts for pair in text.pairs)
        by_count = [math.log((len(texts) + 1) / max(1, count)) ** 2 for count in range(len(texts) + 1)]
        self._alone = {pair: by_count[count] for pair, count in counts.items()}
        self._shared = {pair: by_count[count - 1] for pair, count in counts.items()}
        self._sizes: dict[int, float] = {}

    def likeness(self, one: Text, two: Text) -> float:
        size = math.sqrt(self._size(one) * self._size(two))
        # The exact sum: a set has no order, and the same pages are to be brought together alike every time.
        return math.fsum(map(self._shared.__getitem__, one.pairs & two.pairs)) / size if size else 0.0

    def _size(self, text: Text) -> float:
        if id(text) not in self._sizes:
            self._sizes[id(text)] = math.fsum(map(self._alone.__getitem__, text.pairs))
        return self._sizes[id(text)]


def _bare(headline: str | None) -> str:
    return "".join(filter(str.isalnum, fold(headline or "")))
