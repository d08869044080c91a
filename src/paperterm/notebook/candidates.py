"""The places where a quote may stand, and what speaks for each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from paperterm.notebook.normalise import NormalText, after, normalise, paragraph_hash
from paperterm.notebook.records import Anchor
from paperterm.notebook.resemblance import resembling
from paperterm.notebook.surroundings import CONTEXT, Likeness, Surroundings, alike
from paperterm.text.fold import fold

CLOSELY_READ = 8
"""How many hits, those with the most literal surroundings, are compared with tolerance for single wrong characters."""

TELLING = 10
"""From this many normalised characters on a paragraph is known by its words alone; 视觉中国供图 stands on a page twice."""
LONG = 20
"""A quote of fewer normalised characters ends for certain only beside a character that it ended beside; on both sides where
it was changed itself."""

QUOTE, SIDES, POSITION = 50, 40, 2
"""What the likeness of the quote, of the words on both sides, and the nearness to the old place weigh (Hypothesis)."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: the anchor's quote and the words around it, normalised and folded."""

    anchor: Anchor
    quote: str
    around: Surroundings

    @classmethod
    def of(cls, anchor: Anchor) -> Sought:
        quote, before, behind = (fold(normalise(t).text) for t in (anchor.exact, anchor.prefix, anchor.suffix))
        first, last = len(anchor.prefix) < CONTEXT, len(anchor.suffix) < CONTEXT
        return cls(anchor, quote, Surroundings(before, behind, first, last))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where the quote may stand: characters `start` to `end` of block `block`. Likenesses are 0 to 1."""

    block: int
    start: int
    end: int
    quote: float  # how much the passage is the quote
    evidence: float  # how much the words on both sides are those of the anchor
    close: float  # the same next to the quote, on the side where it is less
    drift: int  # how far it is from the old place, in normalised characters of the article
    near: float  # the same as a likeness: 1 at the old place, 0 an article's length away
    same_paragraph: bool  # at the same place in a paragraph of the same words
    clear: bool  # its ends are certain, and both of them lie in this block

    @property
    def score(self) -> float:
        weighed = QUOTE * self.quote + SIDES * self.evidence + POSITION * self.near
        return weighed / (QUOTE + SIDES + POSITION)


def exact(sought: Sought, texts: tuple[str, ...], article: NormalText) -> Iterator[Candidate]:
    """Every place where the normalised quote stands. `article` is `texts`, normalised."""
    if not sought.quote:
        yield from _literal(sought.anchor, texts)
        return
    hits = [(at, at + len(sought.quote)) for at in _occurrences(article.folded, sought.quote)]
    if len(hits) > CLOSELY_READ:
        hits.sort(key=lambda hit: -sought.around.literal(article.folded, *hit))
    for rank, (start, end) in enumerate(hits):
        if rank < CLOSELY_READ:
            likeness = sought.around.likeness(article.folded, start, end)
        else:
            likeness = Likeness(sought.around.literal(article.folded, start, end), close=0.0, joined=0)
        yield _candidate(sought, texts, article, (start, end), likeness, clear=True)


def similar(sought: Sought, texts: tuple[str, ...], article: NormalText) -> Iterator[Candidate]:
    """The two places that are most like the quote in its surroundings, for a quote that was changed itself."""
    if not sought.quote:
        return
    for start, end, clear in resembling(article.folded, sought.around.before, sought.quote, sought.around.behind):
        likeness = sought.around.likeness(article.folded, start, end)
        yield _candidate(sought, texts, article, (start, end), likeness, clear)


def _candidate(
    sought: Sought,
    texts: tuple[str, ...],
    article: NormalText,
    span: tuple[int, int],
    likeness: Likeness,
    clear: bool,
) -> Candidate:
    """Some characters of the normalised article as a passage of one block."""
    anchor, size, (evidence, close, joined) = sought.anchor, len(article.text), likeness
    quote = alike(article.folded[slice(*span)], sought.quote)
    block, first, last, cut = _within(article, *span)
    normal, text = article.blocks[block], texts[block]
    same = quote == 1.0 and not cut and first == anchor.offset and len(normal.text) >= TELLING
    same = same and paragraph_hash(normal.text) == anchor.paragraph
    clear = clear and not cut and (same or joined > (quote < 1) or len(sought.quote) >= LONG)
    drift = size if anchor.position is None else min(size, abs(span[0] - anchor.position))
    start, end = _with_edges(text, normal.places[first], after(text, normal.places[last - 1]), *_edges(anchor.exact))
    return Candidate(
        block, start, end, quote, evidence, close, drift, 1 - drift / size, same_paragraph=same, clear=clear
    )


def _literal(anchor: Anchor, texts: tuple[str, ...]) -> Iterator[Candidate]:
    """For a quote of nothing but punctuation: where exactly its characters stand, between the same characters."""
    around = Surroundings(anchor.prefix, anchor.suffix, first=False, last=False)
    for block, text in enumerate(texts):
        for start in _occurrences(text, anchor.exact):
            end = start + len(anchor.exact)
            evidence = around.literal(text, start, end)
            unmoved = (block, start) == (anchor.block, anchor.start)
            drift = 0 if unmoved else len(text)
            yield Candidate(
                block, start, end, 1.0, evidence, evidence, drift, float(unmoved), same_paragraph=False, clear=True
            )


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
