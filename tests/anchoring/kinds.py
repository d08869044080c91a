"""The kinds of change that anchors are measured under. Each makes trials of one page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import partial
from random import Random

from tests.anchoring.edits import Edited, noised, rewrapped
from tests.anchoring.traced import Traced, heirs, parsed
from tests.anchoring.trials import SAME, Quote, Spot, folded, has_twin, quote_at, quotes, true_spots

EACH = 20
"""Quotes of a page."""


@dataclass(frozen=True)
class Trial:
    """A quote to be asked for on a page; `heir` is the article that has its article's id now. `truth` is empty where the
    passage is gone."""

    quote: Quote
    page: list[Traced]
    heir: int | None
    truth: frozenset[Spot]
    same: float = SAME


Kind = Callable[[str, list[Traced], Random], Iterator[Trial]]
"""Makes trials of a page's text and articles."""


def _compared(
    text: str,
    before: list[Traced],
    after: list[Traced],
    left: Collection[int | None],
    chance: Random,
    same: float = SAME,
) -> Iterator[Trial]:
    """Trials of two readings of a page. A quote of which some of the characters that are `left` stand in no article now
    (the parser took them for furniture, or the truth cannot follow its markup) is left out."""
    homes = heirs(before, after)
    for quote in quotes(before, chance, EACH):
        truth, found = true_spots(after, quote)
        if not has_twin(text, before, quote) and truth and found == len(quote.characters.intersection(left)):
            yield Trial(quote, after, homes[quote.article], truth, same)


def wrapped(text: str, before: list[Traced], chance: Random) -> Iterator[Trial]:
    laid_out, origins = rewrapped(text, chance)
    yield from _compared(text, before, parsed(laid_out, origins), origins, chance, same=1.0)


def misread(rate: float, text: str, before: list[Traced], chance: Random) -> Iterator[Trial]:
    noisy, origins = noised(text, range(len(text)), chance, rate)
    yield from _compared(text, before, parsed(noisy, origins), origins, chance)


def corrected(rate: float, text: str, before: list[Traced], chance: Random) -> Iterator[Trial]:
    """Notes on a badly read page, which is then read well."""
    noisy, origins = noised(text, range(len(text)), chance, rate)
    yield from _compared(text, parsed(noisy, origins), before, range(len(text)), chance)


def moved(text: str, before: list[Traced], chance: Random) -> Iterator[Trial]:
    """The blocks of every article in another order."""
    after = [t.of(chance.sample(range(len(t.origins)), len(t.origins))) for t in before]
    yield from _compared(text, before, after, range(len(text)), chance, same=1.0)


def split(text: str, before: list[Traced], chance: Random) -> Iterator[Trial]:
    """Every article cut in two, and no id of theirs known any more."""
    after = []
    for traced in before:
        cut = chance.randrange(len(traced.origins))
        after += [traced.of(range(cut)), traced.of(range(cut, len(traced.origins)))]
    chance.shuffle(after)
    for trial in _compared(text, before, after, range(len(text)), chance, same=1.0):
        yield Trial(trial.quote, after, None, trial.truth, trial.same)


def _recurring(text: str, page: list[Traced], chance: Random) -> Iterator[Quote]:
    """Quotes of 2 to 6 characters, every other one as long as it can be, that stand in another block of the page as well."""
    whole = [(a, b, folded(block.text)) for a, t in enumerate(page) for b, block in enumerate(t.article.blocks)]
    for turn, quote in enumerate(quotes(page, chance, 6 * EACH)):
        others = [other for a, b, other in whole if (a, b) != (quote.article, quote.block)]
        block = page[quote.article].article.blocks[quote.block].text
        end = min(len(block), quote.start + chance.randint(2, 6))
        while turn % 2 and end < len(block) and any(folded(block[quote.start : end + 1]) in other for other in others):
            end += 1
        short = quote_at(page, quote.article, quote.block, quote.start, end)
        if short and any(folded(short.anchor.exact) in other for other in others) and not has_twin(text, page, short):
            yield short


def deleted_recurring(text: str, before: list[Traced], chance: Random) -> Iterator[Trial]:
    """The quote recurs on the page, and its own paragraph is gone."""
    for quote in _recurring(text, before, chance):
        yield _deleted(before, quote)


def deleted(text: str, before: list[Traced], chance: Random) -> Iterator[Trial]:
    for quote in quotes(before, chance, EACH):
        if not has_twin(text, before, quote):
            yield _deleted(before, quote)


def _deleted(page: list[Traced], quote: Quote) -> Trial:
    after = list(page)
    after[quote.article] = page[quote.article].without(quote.block)
    return Trial(quote, after, quote.article, frozenset())


def reworded(text: str, before: list[Traced], chance: Random) -> Iterator[Trial]:
    """The quote recurs on the page; in its own place other words stand now, between the same as before."""
    for quote in _recurring(text, before, chance):
        pool = [c for c in text if c.isalnum() and c not in quote.anchor.exact]
        words = "".join(chance.choice(pool) for _ in range(quote.start, quote.end))
        yield _edited(before, quote, (words, [None] * len(words)))


def rewritten(text: str, before: list[Traced], chance: Random) -> Iterator[Trial]:
    """The quote recurs on the page; of the rest of its own paragraph six characters of ten are others now."""
    for quote in _recurring(text, before, chance):
        block = before[quote.article].article.blocks[quote.block].text
        origins = before[quote.article].origins[quote.block] or ()
        first = noised(block[: quote.start], origins[: quote.start], chance, 0.6)
        last = noised(block[quote.end :], origins[quote.end :], chance, 0.6)
        yield _edited(before, quote, (quote.anchor.exact, list(origins[quote.start : quote.end])), first, last)


def _edited(
    page: list[Traced], quote: Quote, words: Edited, first: Edited | None = None, last: Edited | None = None
) -> Trial:
    """The quote's block with other words in its place, and with other words around it."""
    text, origins = page[quote.article].article.blocks[quote.block].text, page[quote.article].origins[quote.block] or ()
    first = first or (text[: quote.start], list(origins[: quote.start]))
    last = last or (text[quote.end :], list(origins[quote.end :]))
    after = list(page)
    after[quote.article] = page[quote.article].rewritten(
        quote.block, first[0] + words[0] + last[0], (*first[1], *words[1], *last[1])
    )
    return Trial(quote, after, quote.article, true_spots(after, quote)[0])


def recurring_misread(text: str, before: list[Traced], chance: Random) -> Iterator[Trial]:
    """The quote recurs on the page, of which eight characters of a hundred are misread now."""
    noisy, origins = noised(text, range(len(text)), chance, 0.08)
    after = parsed(noisy, origins)
    homes = heirs(before, after)
    for quote in _recurring(text, before, chance):
        truth, found = true_spots(after, quote)
        if found == len(quote.characters.intersection(origins)):
            yield Trial(quote, after, homes[quote.article], truth)


FOUND: dict[str, tuple[Kind, float]] = {
    "laid out anew": (wrapped, 0.99),
    "paragraphs moved": (moved, 0.95),
    "articles split, ids gone": (split, 0.95),
    "misread, 2 %": (partial(misread, 0.02), 0.99),
    "misread, 8 %": (partial(misread, 0.08), 0.97),
    "misread, 15 %": (partial(misread, 0.15), 0.95),
    "corrected, 2 %": (partial(corrected, 0.02), 0.99),
    "corrected, 8 %": (partial(corrected, 0.08), 0.97),
    "corrected, 15 %": (partial(corrected, 0.15), 0.95),
}
"""Kinds of change under which a passage is to be found again, and the share that is to be found right."""

TRAPS: dict[str, Kind] = {
    "recurs, own paragraph deleted": deleted_recurring,
    "own paragraph deleted": deleted,
    "recurs, own words replaced": reworded,
    "recurs, own paragraph rewritten": rewritten,
    "recurs, misread, 8 %": recurring_misread,
}
"""Kinds of change that tempt into claiming a place that is wrong."""
