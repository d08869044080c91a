"""Which of the places where a quote may stand is the likeliest, and whether it is certain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paperterm.model import Article
from paperterm.notebook.candidates import Candidate, Sought, exact, similar
from paperterm.notebook.normalise import NormalText, normalise_blocks
from paperterm.notebook.records import Anchor, Placement

ALIKE = 0.6
"""Below this score (0 to 1) a changed passage is not the quote; below this likeness of its own it is not for certain."""

LONG = 32
"""A changed quote of this many normalised characters needs nothing around it to be known, if not for certain."""

STRONG, BESIDE = 0.8, 0.7
"""The likeness of both sides, and of the words next to the quote (0 to 1), from which on a passage at about its old place is
certain."""

INSERTED = 0.5
"""In the place of BESIDE for a quote that stands nowhere else: some words may have come or gone a little before it."""

DRIFT = 24
"""Normalised characters that a passage may have moved in its article and still be at about its old place."""

SURE = 0.99
"""The likeness of both sides from which on it is certain wherever it stands: all the words are the same. A page prints many
a sentence twice with one word changed, and the one of them may be deleted."""

SETTLED = 0.75
"""A score (0 to 1) that no changed quote elsewhere is likely to reach: with it nothing further is looked for."""

MARGIN = 0.09
"""How much better than the next place's score that of the best has to be."""


def judged(anchor: Anchor, articles: list[Article], stayed: bool) -> tuple[Article, Placement] | None:
    """The likeliest place for a quote in any of these articles; None where it stands in none. `stayed`: there is one, the
    article that the anchor was made in, and places in it mean what they meant."""
    sought = Sought.of(anchor)
    ranked = _ranked(exact(sought, texts, normal) for texts, normal in _normalised(articles))
    if not any(c.same_paragraph or c.score >= SETTLED for c, _ in ranked[:1]):
        # The quote may have been changed in its own place, and stand as it was in others only.
        changed = _ranked(similar(sought, texts, normal) for texts, normal in _normalised(articles))
        new = [one for one in changed if _enough(one[0], sought) and not any(_overlap(one, seen) for seen in ranked)]
        ranked = sorted([*ranked, *new], key=_order)
    if not ranked:
        return None
    best, number = ranked[0]
    certain = _certain(best, [candidate for candidate, _ in ranked[1:]], stayed)
    return articles[number], Placement("placed" if certain else "uncertain", best.block, best.start, best.end)


def _normalised(articles: list[Article]) -> Iterator[tuple[tuple[str, ...], NormalText]]:
    for article in articles:
        texts = tuple(block.text for block in article.blocks)
        yield texts, normalise_blocks(texts)


def _ranked(found: Iterable[Iterable[Candidate]]) -> list[tuple[Candidate, int]]:
    """The candidates of some articles, each with its article's number, the likeliest first."""
    return sorted(((candidate, number) for number, some in enumerate(found) for candidate in some), key=_order)


def _order(ranked: tuple[Candidate, int]) -> tuple[bool, float]:
    candidate, _ = ranked
    return not candidate.same_paragraph, -candidate.score


def _enough(candidate: Candidate, sought: Sought) -> bool:
    return candidate.score >= ALIKE or (len(sought.quote) >= LONG and candidate.quote >= ALIKE)


def _overlap(one: tuple[Candidate, int], other: tuple[Candidate, int]) -> bool:
    (a, article), (b, another) = one, other
    return (article, a.block) == (another, b.block) and a.start < b.end and b.start < a.end


def _certain(best: Candidate, others: list[Candidate], stayed: bool) -> bool:
    near = stayed and best.drift <= DRIFT
    beside = INSERTED if near and best.quote == 1.0 and not others else BESIDE
    known = best.quote >= ALIKE and best.close >= beside and best.evidence >= (STRONG if near else SURE)
    if not best.clear or not (best.same_paragraph or known):
        return False
    rivals = [o for o in others if o.same_paragraph == best.same_paragraph and o.score > best.score - MARGIN]
    # Repeated with like surroundings: only the very same place in the article tells them apart.
    return not rivals or (stayed and best.drift == 0 < min(rival.drift for rival in rivals))
