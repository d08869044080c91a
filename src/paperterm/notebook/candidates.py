"""The places where a quote may stand, and what speaks for each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from paperterm.notebook.normalise import NormalText, after, normalise, paragraph_hash
from paperterm.notebook.records import Anchor

WINDOW = 32
"""Normalised characters compared on each side."""

CLOSELY_READ = 8
"""How many hits, those with the most literal surroundings, are compared with tolerance for single wrong characters."""


TELLING = 5
"""From this many normalised characters on a paragraph is known by its words alone; 简讯 stands on a page ten times."""

NEIGHBOUR = 0.4
"""A shorter paragraph is known by its words and one of its neighbours."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where the quote stands: characters `start` to `end` of block `block`."""

    block: int
    start: int
    end: int
    evidence: float  # 0 to 1: how much the words on both sides are those of the anchor
    same_paragraph: bool  # at the same place in a paragraph of the same words
    unmoved: bool  # at the same number of normalised characters from the article's beginning as then
    cut: bool  # the quote goes on over the block's border; this is its longest part


def candidates(anchor: Anchor, texts: list[str], article: NormalText) -> list[Candidate]:
    """Every place where the normalised quote stands, the most likely first. `article` is `texts`, normalised."""
    quote = normalise(anchor.exact).text
    if not quote:
        return _literal(anchor, texts)
    lead, trail = _edges(anchor.exact)
    before, behind = normalise(anchor.prefix).text, normalise(anchor.suffix).text
    hits = list(_occurrences(article.text, quote))
    hits.sort(key=lambda at: -_literal_context(article.text, at, at + len(quote), before, behind))
    found = []
    for rank, at in enumerate(hits):
        block, first, last, cut = _within(article, at, at + len(quote))
        normal = article.blocks[block]
        if rank < CLOSELY_READ:
            evidence = _context(article.text, at, at + len(quote), before, behind)
        else:
            evidence = _literal_context(article.text, at, at + len(quote), before, behind)
        same = not cut and first == anchor.offset and paragraph_hash(normal.text) == anchor.paragraph
        telling = same and (len(normal.text) >= TELLING or evidence >= NEIGHBOUR)
        start, end = _with_edges(
            texts[block], normal.places[first], after(texts[block], normal.places[last - 1]), lead, trail
        )
        found.append(Candidate(block, start, end, evidence, telling, at == anchor.position, cut))
    return sorted(found, key=lambda c: (not c.same_paragraph, -round(c.evidence, 3), not c.unmoved))


def _literal(anchor: Anchor, texts: list[str]) -> list[Candidate]:
    """For a quote of nothing but punctuation: where exactly its characters stand, between the same characters."""
    found = []
    for block, text in enumerate(texts):
        for start in _occurrences(text, anchor.exact):
            end = start + len(anchor.exact)
            evidence = _literal_context(text, start, end, anchor.prefix, anchor.suffix)
            unmoved = (block, start) == (anchor.block, anchor.start)
            found.append(Candidate(block, start, end, evidence, False, unmoved, cut=False))
    return sorted(found, key=lambda c: (-c.evidence, not c.unmoved))


def _occurrences(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _within(article: NormalText, start: int, end: int) -> tuple[int, int, int, bool]:
    """Block, first and last + 1 normalised character in it, of the longest part that lies within one block."""
    best = (0, 0, 0)
    block = bisect_right(article.starts, start) - 1
    while block < len(article.starts) and article.starts[block] < end:
        begins = article.starts[block]
        first, last = max(start, begins) - begins, min(end - begins, len(article.blocks[block].text))
        if last - first > best[2] - best[1]:
            best = (block, first, last)
        block += 1
    return *best, best[2] - best[1] < end - start


def _edges(quote: str) -> tuple[str, str]:
    """The punctuation and white space a quote begins and ends with; a quote has some other character between them."""
    places = normalise(quote).places
    return quote[: places[0]], quote[after(quote, places[-1]) :]


def _with_edges(text: str, start: int, end: int, lead: str, trail: str) -> tuple[int, int]:
    """The passage, widened by as much of the quote's own punctuation on its edges as stands there."""
    for character in reversed(lead):
        if start == 0 or text[start - 1] != character:
            break
        start -= 1
    for character in trail:
        if end == len(text) or text[end] != character:
            break
        end += 1
    return start, end


def _literal_context(text: str, start: int, end: int, before: str, behind: str) -> float:
    """0 to 1: how many characters of the context stand next to the hit without a break."""
    left = _shared(text[max(0, start - len(before)) : start][::-1], before[::-1])
    right = _shared(text[end : end + len(behind)], behind)
    return (_side(left, len(before), at_border=start == 0) + _side(right, len(behind), at_border=end == len(text))) / 2


def _side(shared: int, length: int, at_border: bool) -> float:
    return shared / length if length else float(at_border)


def _shared(a: str, b: str) -> int:
    return next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _context(text: str, start: int, end: int, before: str, behind: str) -> float:
    """0 to 1: how alike the words on both sides are, single wrong characters forgiven."""
    left = text[max(0, start - min(WINDOW, len(before))) : start]
    right = text[end : end + min(WINDOW, len(behind))]
    ends = len(text) == end
    return (_alike(left, before, start == 0) + _alike(right, behind, ends)) / 2


def _alike(here: str, then: str, at_border: bool) -> float:
    if not then:
        return float(at_border)
    if here == then:
        return 1.0
    from difflib import SequenceMatcher  # 3 ms that only a note on a changed page pays

    return SequenceMatcher(None, here, then, autojunk=False).ratio()
