"""Fourth stage: what OCR tore apart is put together again.

A headline whose text stands elsewhere, a text whose headline stands elsewhere, the opening of an article at the end of
the page: each is given to the one it has most in common with, the surest pair first.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from paperterm.parse.affinity import Affinity, pairs
from paperterm.parse.articles import Draft, Item

LIMIT = 200
"""Drafts on one page beyond which torn pieces are left where they stand: no newspaper page has as many, and comparing
all with all would no longer be linear."""

CLAIM = 0.18
"""Least share of a headline's weight that a text must have to be taken for its text."""
TAIL_GAIN = 6.0
"""Least weight by which the end of an article must fit another headline better than its own."""
QUOTE = 5
"""Characters: a slogan quoted in a text at this length is not there by chance."""


@dataclass(slots=True, eq=False)
class _Text:
    title: set[str]
    body: set[str]


def _text(draft: Draft) -> _Text:
    title: set[str] = set()
    for item in draft.titles:
        title |= pairs(item.folded)
    body: set[str] = set()
    for item in (*draft.opening, *draft.running):
        body |= pairs(item.folded)
    return _Text(title, body)


def mend(found: list[Draft]) -> list[Draft]:
    """The drafts, put together where they were torn, in the order of their headlines."""
    if 1 < len(found) <= LIMIT:
        affinity = Affinity(item.folded for draft in found for item in (*draft.opening, *draft.running))
        found = _claim_tails(found, affinity)
        found = _claim_orphans(found, affinity)
        found = _join_headlines(found)
        _give_back_columns(found)
    return sorted(found, key=lambda draft: draft.place)


def _claim_tails(found: list[Draft], affinity: Affinity) -> list[Draft]:
    """The end of one article goes to a headline without text, where it fits that better than its own."""
    for host in [d for d in found if d.titles and not d.body]:
        wanted = _text(host).title
        best: tuple[float, Draft, int] | None = None
        for donor in found:
            if donor is host or not donor.titles or len(donor.body) < 2:
                continue
            own = _text(donor).title
            gain = 0.0
            for index in range(len(donor.running) - 1, 0, -1):
                item = donor.running[index]
                here = pairs(item.folded)
                gain += affinity.shared(wanted - own, here) - affinity.shared(own - wanted, here)
                before = donor.running[index - 1].traits
                torn = item.traits.mid or item.traits.size <= 12 or before.open or not before.stop
                score = gain + (3.0 if torn and item.state == "B" else 0.0)
                if best is None or score > best[0]:
                    best = (score, donor, index)
        if best and best[0] >= TAIL_GAIN:
            _, donor, index = best
            host.running[:0] = donor.running[index:]
            del donor.running[index:]
    return found


def _lacks_opening(draft: Draft) -> bool:
    """Has a headline and text, but the text does not begin as a text begins."""
    if not draft.titles or not draft.running or draft.opening or draft.continued:
        return False
    first = draft.running[0]
    return first.state == "H" or (first.state == "B" and first.traits.mid)


def _claim_orphans(found: list[Draft], affinity: Affinity) -> list[Draft]:
    texts = {id(d): _text(d) for d in found}
    offers: list[tuple[float, Draft, Draft]] = []
    orphans = [d for d in found if not d.titles and not d.continued]
    hosts = [d for d in found if d.titles and (not d.body or _lacks_opening(d))]
    place = {id(d): i for i, d in enumerate(found)}
    for orphan in orphans:
        for host in hosts:
            if host.body and not (orphan.opening or orphan.body):
                continue
            score = affinity.share(texts[id(host)].title, texts[id(orphan)].body)
            if host.body:  # what the two texts share counts as well as the headline
                score = max(score, 0.7 * score + 0.6 * affinity.share(texts[id(orphan)].body, texts[id(host)].body))
                if not orphan.opening:
                    continue
            distance = place[id(host)] - place[id(orphan)]
            if not host.body and distance == 1:
                score += 0.15  # a text read just before its headline
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
