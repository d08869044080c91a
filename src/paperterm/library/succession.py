"""Which new article an old one became, when a page was imported with other bytes or parsed anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

GRAM = 4  # characters; short enough to survive OCR noise, long enough to be rare
KINDRED = 0.3  # the share of the smaller text's grams that both hold
SAME_HEADLINE = 0.5
COMMON = 64
"""What more articles than this have in common tells none of them from another; it also keeps a page of 10 MB linear."""


@dataclass(frozen=True, slots=True)
class Text:
    """What is compared: the folded headline (None without) and the folded text."""

    headline: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Succession:
    """`heir[i]` is what the old article i became, None where it is gone; `heir_of[j]` is the one old article that new
    article j is foremost, None for a new one. Several old articles may have one heir."""

    heir: tuple[int | None, ...]
    heir_of: tuple[int | None, ...]


def succession(old: Sequence[Text], new: Sequence[Text]) -> Succession:
    """Matches by headline and shared text, the best pairs first; two articles with nothing in common are no match."""
    heir: list[int | None] = [None] * len(old)
    heir_of: list[int | None] = [None] * len(new)
    unchanged: dict[Text, list[int]] = {}
    for j, text in enumerate(new):
        unchanged.setdefault(text, []).append(j)
    for i, text in enumerate(old):
        if same := unchanged.get(text):
            heir[i] = j = same.pop(0)
            heir_of[j] = i
    if None in heir:
        pairs = sorted(_pairs(old, new, heir), key=lambda p: (-p[0], p[1], p[2]))
        for _, i, j in pairs:
            if heir[i] is None and heir_of[j] is None:
                heir[i], heir_of[j] = j, i
        for _, i, j in pairs:
            if heir[i] is None:
                heir[i] = j
    return Succession(tuple(heir), tuple(heir_of))


def _pairs(old: Sequence[Text], new: Sequence[Text], heir: Sequence[int | None]) -> list[tuple[float, int, int]]:
    """Likeness, old, new, for the pairs that are like enough, of the old articles without an heir. Only pairs that
    share a gram or a headline are looked at."""
    new_grams = [_grams(n.text) for n in new]
    holders: dict[str, list[int]] = {}
    headlines: dict[str, list[int]] = {}
    for j, grams in enumerate(new_grams):
        for gram in grams:
            holders.setdefault(gram, []).append(j)
        if headline := new[j].headline:
            headlines.setdefault(headline, []).append(j)
    pairs = []
    for i, was in enumerate(old):
        if heir[i] is not None:
            continue
        grams = _grams(was.text)
        shared = Counter(j for gram in grams if len(held := holders.get(gram, ())) <= COMMON for j in held)
        namesakes = headlines.get(was.headline, ()) if was.headline else ()
        namesakes = namesakes if len(namesakes) <= COMMON else ()
        for j in {*shared, *namesakes}:
            likeness = shared[j] / max(1, min(len(grams), len(new_grams[j])))
            likeness += SAME_HEADLINE if j in namesakes else 0.0
            if likeness >= KINDRED:
                pairs.append((likeness, i, j))
    return pairs


def _grams(text: str) -> frozenset[str]:
    joined = text.replace("\n", "")
    return frozenset(joined[i : i + GRAM] for i in range(max(1, len(joined) - GRAM + 1)))
