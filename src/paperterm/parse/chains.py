"""A chain: a headline block with the pieces of its text in their order; what a chain is worth."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from paperterm.parse.affinity import READ
from paperterm.parse.articles import Item
from paperterm.parse.modularity import Modularity
from paperterm.parse.pieces import Piece
from paperterm.parse.seams import DOUBTFUL, Seams

KIN = 0.6
"""What a unit of surplus between two parts of one text is worth."""
NAMED = 1.0
"""The same between a text and its headline block."""
MOST = 10.8
"""Units of surplus beyond which more say no more."""
UNLIKE = -1.35
"""Two neighbouring parts of a text with less surplus may be of two articles."""
WANTED = 2.0
"""A text with more surplus over a headline block without text may be its text."""
LINKED = 2.0
"""A seam worth so much between the end of a text that breaks off and a line elsewhere may be its right one."""
FIRM = 3.0
"""A seam worth less is in doubt."""


@dataclass(slots=True, eq=False)
class Chain:
    """One article in the making. No titles: its headline stands elsewhere or is lost."""

    titles: list[Item]
    pieces: list[int]  # their places among the page's pieces
    lines: list[int] = field(default_factory=list)  # the places of `titles` among what `Worth` compares

    @property
    def bare(self) -> bool:
        """A headline block without text."""
        return bool(self.titles) and not self.pieces


def amiss(seams: Seams, chain: Chain) -> bool:
    """Does anything about this article look as if it were torn? Told by its forms alone, which costs little."""
    mine = chain.pieces
    if not mine:
        return True
    if seams.start(chain.titles, mine[0]) < 0 or seams.end(chain.titles, mine[-1]) < 0:
        return True
    return any(seams.plain(one, two) < DOUBTFUL for one, two in itertools.pairwise(mine))


class Stretches:
    """What the stretches of a row of pieces have to do with a headline block and with other pieces, or with the rest of
    the row itself."""

    def __init__(
        self, shares: Modularity, row: Sequence[int], lines: Sequence[int], others: Sequence[int] | None
    ) -> None:
        self._shares, self._row, self._own = shares, row, others is None
        texts = row if others is None else others
        shared, richness = shares.shared, shares.richness
        self._richness = _sums(richness[one] for one in row)
        self._lines = _sums(sum(map(shared[one].__getitem__, lines)) for one in row)
        self._texts = _sums(sum(map(shared[one].__getitem__, texts)) for one in row)
        self._title = sum(map(richness.__getitem__, lines))
        self._text = sum(map(richness.__getitem__, texts))
        self._known: dict[tuple[int, int], float] = {}

    def kin(self, start: int, end: int) -> float:
        """How well the pieces of the row from `start` to `end` fit there."""
        known = self._known.get((start, end))
        if known is None:
            known = self._known[start, end] = self._kin(start, end)
        return known

    def _kin(self, start: int, end: int) -> float:
        rich = self._richness[end] - self._richness[start]
        score = 0.0
        if self._title:
            shared = self._lines[end] - self._lines[start]
            score += NAMED * min(MOST, self._shares.surplus(shared, rich, self._title))
        text, shared = self._text, self._texts[end] - self._texts[start]
        if self._own:
            part, rows = self._row[start:end], self._shares.shared
            text, shared = text - rich, shared - sum(sum(map(rows[one].__getitem__, part)) for one in part)
        if text:
            score += KIN * min(MOST, self._shares.surplus(shared, rich, text))
        return score


def _sums(values: Iterable[int]) -> list[int]:
    return list(itertools.accumulate(values, initial=0))


class Worth:
    """What chains of one page's pieces are worth: how their seams fit, and what their parts have in common."""

    def __init__(self, pieces: Sequence[Piece], seams: Seams, chains: Sequence[Chain]) -> None:
        self.pieces, self.seams = pieces, seams
        texts = ["\n".join([item.folded[:READ] for item in piece.items]) for piece in pieces]
        for chain in chains:
            for item in chain.titles:
                chain.lines.append(len(texts))
                texts.append(item.folded[:READ])
        self._shares = Modularity(texts)
        self._doubts: dict[tuple[int, ...], list[int]] = {}
        self._known: dict[tuple[tuple[int, ...], ...], Stretches] = {}

    def stretches(self, donor: Chain, host: Chain) -> Stretches:
        """What stretches of `donor` have to do with `host`."""
        key = (tuple(donor.pieces), tuple(host.pieces), tuple(host.lines))
        known = self._known.get(key)
        if known is None:
            others = None if host is donor else host.pieces
            known = self._known[key] = Stretches(self._shares, donor.pieces, host.lines, others)
        return known

    def kin(self, part: Sequence[int], others: Sequence[int]) -> float:
        """What pieces have to do with other pieces of their text."""
        return KIN * min(self._shares.of(part, others), MOST) if part and others else 0.0

    def named(self, lines: Sequence[int], part: Sequence[int]) -> float:
        """What pieces have to do with lines of a headline block."""
        return NAMED * min(self._shares.of(lines, part), MOST) if part and lines else 0.0

    def places(self, chain: Chain, taker: Chain | None = None) -> list[int]:
        """Where a chain may be cut: at its ends, where a seam is in doubt, and where the text of `taker` may begin or go
        on, a headline block without text or with one that breaks off."""
        mine = chain.pieces
        inner = self._doubtful(mine)
        if taker is not None and taker is not chain and (taker.bare or self.pieces[taker.pieces[-1]].open):
            of, link = self._shares.of, self.seams.link
            theirs = taker.pieces or taker.lines
            broken = taker.pieces[-1] if taker.pieces else None
            inner = [
                n
                for n in range(1, len(mine))
                if n in inner
                or of(theirs, mine[n : n + 2]) > WANTED
                or (broken is not None and link((), broken, mine[n]) >= LINKED)
            ]
        return [0, *inner, len(mine)] if mine else [0]

    def _doubtful(self, mine: Sequence[int]) -> list[int]:
        key = tuple(mine)
        known = self._doubts.get(key)
        if known is None:
            known = self._doubts[key] = [
                n
                for n in range(1, len(mine))
                if self.seams.link((), mine[n - 1], mine[n]) < FIRM
                or self._shares.of(mine[max(0, n - 2) : n], mine[n : n + 2]) < UNLIKE
                or self._shares.of(mine[n - 1 : n], mine[n : n + 1]) < UNLIKE
            ]
        return known
