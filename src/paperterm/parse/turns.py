"""Texts whose headline blocks stand above them all. OCR read the blocks across the columns, and then most often the texts
so, too: a strip of the one and a strip of the other. Here are the ways in which their pieces may be dealt to texts.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterator
from operator import itemgetter

from paperterm.parse.braids import TURN, dealt_to, step
from paperterm.parse.chains import Worth
from paperterm.parse.seams import STAY

BEAM = 48
"""Ways to deal that are followed up."""
BEST = 4
"""Ways to deal in turn that are given, and ways to part a text."""
ALTERNATE, REMAIN = 2.84, 1.54
"""Where texts were read in turn, what it is worth that the next piece is of another text, and that it is of the same."""
ALONE = 1.05
"""What it costs that the other texts have ended, so that one goes on alone."""
IN_TURN = 1.0
"""What it says for texts that were read in turn that all their headlines stand above them."""
UNMARKED = 2.0
"""What it costs that a text begins without the form of a beginning."""
MANY = 60
"""Pieces beyond which texts are left as they are: no newspaper's columns hold as many, and all with all are compared."""
NEAR = 2
"""Pieces behind the first among which the text beside it begins."""

Rows = tuple[tuple[int, ...], ...]
"""The pieces of each text, the texts in the order of their first pieces."""


def ways(worth: Worth, rows: Rows, most: int) -> Iterator[tuple[float, Rows]]:
    """Ways to deal the pieces of `rows` to at most `most` texts, each with what it is worth; `rows` as they are first."""
    yield _in_file(worth, rows), rows
    starts = frozenset(row[0] for row in rows)
    if most < max(2, len(rows)) or sum(map(len, rows)) > MANY:
        return
    for more in _beginnings(worth, rows, starts, most):
        for score, dealt in _in_turn(worth, rows, starts | more):
            if dealt != rows:
                yield score + IN_TURN - sum(_unmarked(worth, n) for n in more), dealt
    if len(rows) < most:
        yield from heapq.nlargest(BEST, _parted(worth, rows), key=itemgetter(0))


def _parted(worth: Worth, rows: Rows) -> Iterator[tuple[float, Rows]]:
    """The ways to part one of the texts in two."""
    for text in rows:
        others = [other for other in rows if other is not text]
        for at in range(1, len(text)):
            if _may_begin(worth, text[at]):
                parted = tuple(sorted([*others, text[:at], text[at:]]))
                yield _in_file(worth, parted) - _unmarked(worth, text[at]), parted


def _beginnings(worth: Worth, rows: Rows, starts: frozenset[int], most: int) -> Iterator[frozenset[int]]:
    """What texts read in turn may begin with besides `starts`."""
    if len(rows) > 1:
        yield frozenset()
    if len(rows) < most:
        numbers = sorted(itertools.chain(*rows))
        yield from (frozenset((n,)) for n in numbers[1 : 1 + NEAR] if n not in starts and _may_begin(worth, n))


def _may_begin(worth: Worth, number: int) -> bool:
    piece = worth.pieces[number]
    return piece.body and not (piece.mid or piece.heading or piece.headed or piece.photo)


def _unmarked(worth: Worth, number: int) -> float:
    return 0.0 if worth.pieces[number].opens else UNMARKED


def _ends(worth: Worth, rows: Rows) -> float:
    return sum(worth.seams.end((), row[-1]) for row in rows)


def _in_file(worth: Worth, rows: Rows) -> float:
    """What the rows are worth if the file holds texts, or long stretches of them, one after the other."""
    owner = {number: strand for strand, row in enumerate(rows) for number in row}
    seen: list[list[int]] = [[] for _ in rows]
    score, last = _ends(worth, rows), -1
    for number, strand in sorted(owner.items()):
        if seen[strand]:
            score += step(worth, (), seen[strand], number) + (TURN if strand != last else 0.0)
        seen[strand].append(number)
        last = strand
    return score


def _in_turn(worth: Worth, rows: Rows, starts: frozenset[int]) -> list[tuple[float, Rows]]:
    """The best ways to deal the pieces in turn to the texts that begin with the pieces `starts`."""
    # Each with the text of the last piece, and whether this goes on alone.
    hands: list[tuple[float, Rows, int, bool]] = [(0.0, (), -1, False)]
    for number in sorted(itertools.chain(*rows)):
        dealt: list[tuple[float, Rows, int, bool]] = []
        for score, done, last, alone in hands:
            if number in starts:
                dealt.append((score, (*done, (number,)), len(done), False))
                continue
            for strand in (last,) if alone else range(len(done)):
                more = score + step(worth, (), done[strand], number)
                if not alone and len(done) > 1:
                    more += ALTERNATE if strand != last else REMAIN - STAY
                after = dealt_to(done, strand, number)
                dealt.append((more, after, strand, alone))
                if not alone and len(done) == len(starts):
                    dealt.append((more - ALONE, after, strand, True))
        dealt.sort(key=itemgetter(0), reverse=True)
        hands = dealt[:BEAM]
    best: dict[Rows, float] = {}
    for score, done, *_ in hands:
        best.setdefault(done, score + _ends(worth, done))  # the hands are sorted: of equal rows the first is the best
    return [(score, done) for done, score in sorted(best.items(), key=itemgetter(1), reverse=True)[:BEST]]
