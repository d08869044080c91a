"""Fourth stage: what OCR tore apart is put together again.

A column read at the wrong place, two stories read in turn, a headline far from its text, the opening of an article at
the end of the page: one assignment of pieces of text to headline blocks answers them all (`assignment`). What concerns
headline blocks and bylines alone follows.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from paperterm.parse.articles import Draft, Item
from paperterm.parse.assignment import assign
from paperterm.parse.braids import unbraid
from paperterm.parse.chains import Chain, Worth, amiss
from paperterm.parse.photos import titled_below
from paperterm.parse.pieces import Piece, cut, glue
from paperterm.parse.seams import Seams
from paperterm.parse.sections import part
from paperterm.parse.stacks import deal_headlines

DRAFTS, LINES, PIECES = 200, 3_000, 250
"""A page that holds more articles, lines of text or pieces is left as it stands: no newspaper page has as many, and
comparing all with all would no longer be linear."""

QUOTE = 5
"""Characters: a slogan quoted in a text at this length is not there by chance."""


def mend(found: list[Draft]) -> list[Draft]:
    """The drafts, put together where they were torn, in the order of their headlines."""
    found = titled_below(found)
    if 1 < len(found) <= DRAFTS and sum(len(draft.items) for draft in found) <= LINES:
        found = part(found)
        listed = _listed(found)
        found = _assign([draft for draft in found if draft not in listed])
        found = _pass_on_digests(found)
        _pass_on_bylines(found)
        found = _join_headlines(found)
        _give_back_columns(found)
        found += listed
    return sorted(found, key=lambda draft: draft.place)


def _listed(found: Sequence[Draft]) -> list[Draft]:
    """News that is no more than a headline: several on end, each behind a bullet."""
    alone = [len(draft.items) == 1 and bool(draft.titles) and draft.titles[0].traits.bulleted for draft in found]
    return [
        draft for n, draft in enumerate(found) if alone[n] and any((*alone[max(0, n - 1) : n], *alone[n + 1 : n + 2]))
    ]


def _assign(found: list[Draft]) -> list[Draft]:
    """Pieces of text that fit better elsewhere go there; a page without anything amiss stays as it is."""
    pieces: list[Piece] = []
    chains: dict[Chain, Draft] = {}
    for draft in found:
        mine = cut(draft)
        chains[Chain(draft.titles, list(range(len(pieces), len(pieces) + len(mine))))] = draft
        pieces += mine
    if len(pieces) > PIECES:
        return found
    seams = Seams(pieces, {chain.pieces[0] for chain in chains if chain.pieces})
    if not any(amiss(seams, chain) for chain in chains):
        return found
    worth = Worth(pieces, seams, list(chains))
    unbraid(worth, list(chains))
    if deal_headlines(worth, list(chains)):
        unbraid(worth, list(chains))
    kept = assign(worth, [chain for chain in chains if chain.titles or chain.pieces])
    for chain in kept:
        chains[chain].titles = chain.titles
        glue(chains[chain], (pieces[number] for number in chain.pieces))
    return [chains[chain] for chain in kept]


def _pass_on_digests(found: Sequence[Draft]) -> list[Draft]:
    """What the editors say above a headline block belongs to its article."""
    kept: list[Draft] = []
    for draft, below in itertools.zip_longest(found, found[1:]):
        alone = draft.items and not draft.titles and all(i.state == "G" or i.traits.digest for i in draft.items)
        if alone and below is not None and below.titles and draft.items[-1].number < below.place:
            for item in draft.items:
                item.state = "G"
            below.opening = [*draft.items, *below.opening]
        else:
            kept.append(draft)
    return kept


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
