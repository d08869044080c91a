"""Fourth stage: what OCR tore apart is put together again.

A headline whose text stands elsewhere, a text whose headline stands elsewhere, the opening of an article at the end of
the page: each is given to the one it has most in common with, the surest pair first.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cached_property

from paperterm.parse.affinity import Affinity, pairs
from paperterm.parse.articles import Draft, Item

DRAFTS, LINES = 200, 3_000
"""A page that holds more is left as it stands: no newspaper page has as many, and comparing all with all would no longer
be linear."""

CLAIM = 0.18
"""Least share of a headline's weight that a text must have to be taken for its text."""
TAIL_GAIN = 6.0
"""Least weight by which the end of an article must fit another headline better than its own."""
QUOTE = 5
"""Characters: a slogan quoted in a text at this length is not there by chance."""


class _Words:
    """The pairs of a page's lines, each taken once and only if anything on the page is torn."""

    def __init__(self, found: Sequence[Draft]) -> None:
        self._texts = [item for draft in found for item in (*draft.opening, *draft.running)]
        self._pairs: dict[int, set[str]] = {}

    @cached_property
    def affinity(self) -> Affinity:
        return Affinity(map(self.of, self._texts))

    def of(self, item: Item) -> set[str]:
        known = self._pairs.get(item.number)
        if known is None:
            known = self._pairs[item.number] = pairs(item.folded)
        return known

    def title(self, draft: Draft) -> set[str]:
        return set().union(*map(self.of, draft.titles))

    def body(self, draft: Draft) -> set[str]:
        return set().union(*map(self.of, (*draft.opening, *draft.running)))


def mend(found: list[Draft]) -> list[Draft]:
    """The drafts, put together where they were torn, in the order of their headlines."""
    if 1 < len(found) <= DRAFTS and sum(len(draft.items) for draft in found) <= LINES:
        words = _Words(found)
        _claim_tails(found, words)
        found = _claim_orphans(found, words)
        _pass_on_bylines(found)
        found = _join_headlines(found)
        _give_back_columns(found)
    return sorted(found, key=lambda draft: draft.place)


def _claim_tails(found: list[Draft], words: _Words) -> None:
    """The end of one article goes to a headline without text, where it fits that better than its own."""
    for host in [d for d in found if d.titles and not d.body]:
        wanted = words.title(host)
        best: tuple[float, Draft, int] | None = None
        for donor in found:
            if donor is host or not donor.titles or len(donor.body) < 2:
                continue
            own = words.title(donor)
            ours, theirs = wanted - own, own - wanted
            gain = 0.0
            for index in range(len(donor.running) - 1, 0, -1):
                item = donor.running[index]
                here = words.of(item)
                gain += words.affinity.shared(ours, here) - words.affinity.shared(theirs, here)
                before = donor.running[index - 1].traits
                torn = item.traits.mid or item.traits.size <= 12 or before.open or not before.stop
                score = gain + (3.0 if torn and item.state == "B" else 0.0)
                if best is None or score > best[0]:
                    best = (score, donor, index)
        if best and best[0] >= TAIL_GAIN:
            _, donor, index = best
            host.running[:0] = donor.running[index:]
            del donor.running[index:]


def _photo(draft: Draft) -> bool:
    return bool(draft.running) and draft.running[-1].traits.photo and len(draft.running) <= 3


def _lacks_opening(draft: Draft) -> bool:
    """Has a headline and text, but the text does not begin as a text begins."""
    if not draft.titles or not draft.running or draft.opening or draft.continued:
        return False
    first = draft.running[0]
    return first.state == "H" or (first.state == "B" and first.traits.mid)


def _claim_orphans(found: list[Draft], words: _Words) -> list[Draft]:
    offers: list[tuple[float, Draft, Draft]] = []
    orphans = [d for d in found if not d.titles and not d.continued]
    hosts = [d for d in found if d.titles and (not d.body or _lacks_opening(d))]
    place = {id(d): i for i, d in enumerate(found)}
    bodies = {id(d): words.body(d) for d in (*orphans, *hosts)}
    titles = {id(d): words.title(d) for d in hosts}
    for orphan in orphans:
        for host in hosts:
            if host.body and not orphan.opening:
                continue
            score = words.affinity.share(titles[id(host)], bodies[id(orphan)])
            if host.body:  # what the two texts share counts as well as the headline
                score = max(score, 0.7 * score + 0.6 * words.affinity.share(bodies[id(orphan)], bodies[id(host)]))
            distance = place[id(host)] - place[id(orphan)]
            if not host.body and distance == 1:
                # A text read just before its headline; a photo's title often stands below its caption.
                score += 0.25 if _photo(orphan) else 0.15
            elif not host.body and distance == -1:
                score += 0.05
            offers.append((score, orphan, host))
    taken: set[int] = set()
    for score, orphan, host in sorted(offers, key=lambda offer: -offer[0]):
        if score < CLAIM or id(orphan) in taken or id(host) in taken:
            continue
        taken |= {id(orphan), id(host)}
        host.opening += orphan.opening
        host.running[:0] = orphan.running
    return [d for d in found if d.titles or d.continued or id(d) not in taken]


def _pass_on_bylines(found: Sequence[Draft]) -> None:
    """A byline printed before the headline block that it belongs to: the article above has its own dateline, the one
    below has neither dateline nor byline."""
    for above, below in itertools.pairwise(sorted((d for d in found if d.titles), key=lambda d: d.titles[0].number)):
        names = [item for item in above.opening if item.state == "Y"]
        if not names or not above.body or not below.body or any(item.state == "Y" for item in below.opening):
            continue
        between = above.titles[-1].number < names[0].number and names[-1].number < below.titles[0].number
        apart = all(item.number > below.titles[0].number for item in above.body)
        if between and apart and above.body[0].traits.dateline and not below.body[0].traits.dateline:
            above.opening = [item for item in above.opening if item not in names]
            below.opening = [*names, *below.opening]


def _join_headlines(found: list[Draft]) -> list[Draft]:
    """A headline block still without any text is part of the block that follows it at once."""
    kept: list[Draft] = []
    for index, draft in enumerate(found):
        after = found[index + 1] if index + 1 < len(found) else None
        lonely = draft.titles and not draft.opening and not draft.running
        if lonely and after is not None and after.titles and after.body and len(draft.titles) + len(after.titles) <= 5:
            after.titles[:0] = draft.titles
        else:
            kept.append(draft)
    return kept


def _give_back_columns(found: Sequence[Draft]) -> None:
    """A slogan printed after an article it is quoted in, and before one it is not, is the column of the former."""
    by_line = sorted((d for d in found if d.items), key=lambda d: d.items[0].number)
    for before, after in itertools.pairwise(by_line):
        if len(after.titles) < 2 or not before.titles or not before.body:
            continue
        line: Item = after.titles[0]
        if any(item.number > line.number for item in before.items):
            continue
        slogans = [s for s in line.folded.split() if len(s) >= QUOTE]
        if len(slogans) < 2:
            continue

        def quotes(draft: Draft, slogans: list[str] = slogans) -> bool:
            return any(s in item.folded for s in slogans for item in draft.body)

        if quotes(before) and not quotes(after):
            before.columns.append(after.titles.pop(0))
