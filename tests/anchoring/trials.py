"""One anchor asked for on an edited page, and whether the answer is true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from random import Random

from paperterm.notebook import Anchor, Placement, describe, find, place
from paperterm.notebook.normalise import normalise
from paperterm.notebook.surroundings import CONTEXT
from paperterm.text.fold import fold
from tests.anchoring.traced import Traced

SOURCE = "ab" * 32
LENGTHS = ((2, 6), (7, 20), (21, 60))
"""Characters of quotes, a third of them each."""

SAME = 0.9
"""Jaccard likeness of the characters shown and the true ones from which on a passage is found right. Punctuation and white
space do not count: the normalised text that anchors are compared by has none."""

Spot = tuple[int, int, int]
"""Article, block and character."""


@dataclass(frozen=True)
class Quote:
    """A passage of a page before an edit."""

    article: int
    block: int
    start: int
    end: int
    anchor: Anchor
    characters: frozenset[int]  # the places on the first page of those that can be read


@dataclass(frozen=True)
class Answer:
    """`right`: the passage is the true one. `claimed`: it is said to be certain."""

    right: bool
    claimed: bool
    orphan: bool


def quote_at(page: Sequence[Traced], article: int, block: int, start: int, end: int) -> Quote | None:
    """None for a passage that nobody would note: at white space, or with less than two characters to read in it."""
    origins = page[article].origins[block]
    if origins is None:
        return None
    characters = origins[start:end]
    if not characters or characters[0] is None or characters[-1] is None:
        return None
    anchor = describe(page[article].article, SOURCE, block, start, end)
    read = zip(characters, anchor.exact, strict=True)
    kept = frozenset(origin for origin, character in read if origin is not None and readable(character))
    return Quote(article, block, start, end, anchor, kept) if len(kept) > 1 else None


def quotes(page: Sequence[Traced], chance: Random, number: int) -> list[Quote]:
    """Up to `number` quotes, each character of the page as likely to be in one as any other."""
    blocks = [(a, b, len(o)) for a, traced in enumerate(page) for b, o in enumerate(traced.origins) if o]
    found: list[Quote] = []
    for _ in range(3 * number if blocks else 0):
        ((article, block, size),) = chance.choices(blocks, [size for *_, size in blocks])
        start = chance.randrange(size)
        length = chance.randint(*chance.choice(LENGTHS))
        quote = quote_at(page, article, block, start, min(size, start + length))
        if quote and len(found) < number:
            found.append(quote)
    return found


@cache
def readable(character: str) -> bool:
    return normalise(character).text != ""


def has_twin(text: str, page: Sequence[Traced], quote: Quote) -> bool:
    """Does the quote stand elsewhere on the page between the very same words? Nothing in the anchor tells the two apart. Of a
    line that is printed twice the articles may hold one, and after an edit the other one."""
    articles = [folded("".join(block.text for block in traced.article.blocks)) for traced in page]
    whole = folded(quote.anchor.prefix + quote.anchor.exact + quote.anchor.suffix)
    block = page[quote.article].article.blocks[quote.block].text
    part = folded(block[max(0, quote.start - CONTEXT) : quote.end + CONTEXT])
    held = sum(article.count(part) for article in articles)
    return sum(article.count(whole) for article in articles) > 1 or folded(text).count(part) > held


@lru_cache(maxsize=1024)
def folded(text: str) -> str:
    return fold(normalise(text).text)


def true_spots(page: Sequence[Traced], quote: Quote) -> tuple[frozenset[Spot], int]:
    """The longest part of the quote that stands in one block, with what was added inside it; and how many of the quote's
    characters stand anywhere on the page."""
    best: frozenset[Spot] = frozenset()
    most = found = 0
    for a, traced in enumerate(page):
        for b, origins in enumerate(traced.origins):
            held = [at for at, origin in enumerate(origins or ()) if origin is not None and origin in quote.characters]
            found += len(held)
            if len(held) > most:
                best, most = _spots(page, a, b, held[0], held[-1] + 1), len(held)
    return best, found


def _spots(page: Sequence[Traced], article: int, block: int, start: int, end: int) -> frozenset[Spot]:
    text = page[article].article.blocks[block].text
    return frozenset((article, block, at) for at in range(start, end) if readable(text[at]))


def ask(page: Sequence[Traced], quote: Quote, heir: int | None, truth: frozenset[Spot], same: float = SAME) -> Answer:
    """Look for a quote as the reader does: in its article, then, unless it is certain there, on the whole page."""
    number, placement = heir, Placement("orphan")
    if heir is not None:
        placement = place(quote.anchor, page[heir].article)
    if placement.state != "placed":
        found = find(quote.anchor, [traced.article for traced in page])
        if found and (found[1].state == "placed" or placement.state == "orphan"):
            number, placement = next(n for n, t in enumerate(page) if t.article is found[0]), found[1]
    shown: frozenset[Spot] = frozenset()
    if number is not None and placement.block is not None:
        assert placement.start is not None
        assert placement.end is not None
        shown = _spots(page, number, placement.block, placement.start, placement.end)
    right = bool(truth) and len(shown & truth) >= same * len(shown | truth)
    return Answer(right, placement.state == "placed", placement.state == "orphan")
