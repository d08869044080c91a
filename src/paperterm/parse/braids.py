"""Neighbouring stories that OCR read in turn, a column's strip of the one and a strip of the other: their pieces are
dealt out anew, all at once, because one piece moved alone spoils more seams than it mends.

Each piece in the order of the file goes on with one of the texts that are open; a beam keeps the best ways to deal.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from paperterm.parse.articles import Item
from paperterm.parse.chains import FIRM, Chain, Worth

STRANDS = 3
"""Stories read in turn; a page has as many columns side by side."""
BEAM = 16
"""Ways to deal that are followed up."""
EARN = 5.88
"""What dealing anew must earn."""
UNLIKE = -1.0
"""However little a piece has to do with a text, it says no more than this: most pieces share little with a long one."""
FEW = 2
"""Pieces: so short a text may be no more than its beginning."""
TURN = 0.78
"""What it is worth to go on with another text, against `seams.STAY`: strips are short."""


@dataclass(slots=True)
class Hand:
    """One way to deal the pieces up to here: of each strand its pieces, what they share, and how rich they are."""

    score: float
    strands: tuple[tuple[int, ...], ...]
    last: int  # the strand of the last piece


def unbraid(worth: Worth, chains: Sequence[Chain]) -> None:
    """Deal the pieces of neighbouring chains anew where that mends more than it spoils. The chains are changed."""
    ordered = sorted((c for c in chains if c.pieces), key=lambda c: c.pieces[0])
    index = 0
    while index < len(ordered) - 1:
        group = ordered[index : index + 1]
        while len(group) < STRANDS and index + len(group) < len(ordered) and _torn(worth, group[-1]):
            group.append(ordered[index + len(group)])
        while len(group) > 1 and not _deal(worth, group):
            group.pop()
        index += len(group)


def _torn(worth: Worth, chain: Chain) -> bool:
    """Does the text end in the midst of a sentence, or within a few lines of its beginning?"""
    return worth.pieces[chain.pieces[-1]].open or len(chain.pieces) <= FEW


def _deal(worth: Worth, group: Sequence[Chain]) -> bool:
    firsts = {chain.pieces[0]: number for number, chain in enumerate(group)}
    numbers = sorted(n for chain in group for n in chain.pieces)
    doubtful = _doubtful(worth, numbers, firsts)
    if not doubtful:
        return False
    named = {n: _named(worth, group, n) for n in numbers}
    now = _value(worth, group, [tuple(chain.pieces) for chain in group], named)
    hands = [Hand(0.0, ((),) * len(group), 0)]
    for n in numbers:
        dealt: list[tuple[float, Hand, int]] = []
        for hand in hands:
            for strand in [firsts[n]] if n in firsts else range(len(group)):
                row = hand.strands[strand]
                if not row and n not in firsts:
                    continue
                more = (
                    step(worth, group[strand].titles, row, n)
                    + named[n][strand]
                    + (TURN if strand != hand.last else 0.0)
                )
                dealt.append((hand.score + more, hand, strand))
        dealt.sort(key=itemgetter(0), reverse=True)
        hands = [Hand(score, dealt_to(hand.strands, strand, n), strand) for score, hand, strand in dealt[:BEAM]]
    best = max(hands, key=lambda h: h.score + _ends(worth, group, h.strands), default=None)
    if best is None or best.score + _ends(worth, group, best.strands) < now + EARN:
        return False
    owner = _owners(best.strands)
    if all(owner[n] == owner[n - 1] for n in doubtful):
        return False
    for chain, row in zip(group, best.strands, strict=True):
        chain.pieces[:] = row
    return True


def _doubtful(worth: Worth, numbers: Sequence[int], firsts: Mapping[int, int]) -> list[int]:
    """The pieces whose seam with the piece before them in the file shows that the texts may have been read in turn there:
    words alone may agree by chance."""
    links = ((one, two) for one, two in itertools.pairwise(numbers) if two == one + 1 and two not in firsts)
    return [two for one, two in links if worth.seams.link((), one, two) < FIRM]


def _owners(strands: Sequence[tuple[int, ...]]) -> dict[int, int]:
    """The strand of each piece."""
    return {n: strand for strand, row in enumerate(strands) for n in row}


def dealt_to(strands: tuple[tuple[int, ...], ...], strand: int, n: int) -> tuple[tuple[int, ...], ...]:
    """The strands with piece `n` behind one of them."""
    return (*strands[:strand], (*strands[strand], n), *strands[strand + 1 :])


def step(worth: Worth, titles: Sequence[Item], row: Sequence[int], n: int) -> float:
    """What it is worth that piece `n` follows the pieces `row` under the headline block `titles`; what it has to do with
    the block's words apart."""
    link = worth.seams.link(titles, row[-1] if row else None, n)
    return link + max(UNLIKE, worth.kin([n], row))


def _named(worth: Worth, group: Sequence[Chain], n: int) -> list[float]:
    """What piece `n` has to do with the headline block of each chain."""
    return [max(UNLIKE, worth.named(chain.lines, [n])) for chain in group]


def _ends(worth: Worth, group: Sequence[Chain], strands: Sequence[tuple[int, ...]]) -> float:
    return sum(worth.seams.link(c.titles, row[-1], None) for c, row in zip(group, strands, strict=True) if row)


def _value(
    worth: Worth, group: Sequence[Chain], strands: Sequence[tuple[int, ...]], named: Mapping[int, Sequence[float]]
) -> float:
    """What the pieces are worth as they are dealt now; `named`: each with what it has to do with the headline blocks."""
    owner = _owners(strands)
    score, last = _ends(worth, group, strands), 0
    seen: list[tuple[int, ...]] = [()] * len(group)
    for n, words in named.items():
        strand = owner[n]
        score += step(worth, group[strand].titles, seen[strand], n) + words[strand] + (TURN if strand != last else 0.0)
        seen[strand] = (*seen[strand], n)
        last = strand
    return score
