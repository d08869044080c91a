"""Headline blocks that OCR read one right after the other, before both their texts: taken for one block at first, they
are parted, and one of them is given to a text that has none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from paperterm.parse.articles import Item
from paperterm.parse.chains import Chain, Worth
from paperterm.parse.states import OPENING

PART = 12.7
"""What parting a block must earn."""
SHIFT = 2.0
"""What another border between two blocks must earn."""
CLEAR = 1.0
"""By how much the lines given away must fit the other text better."""


@dataclass(slots=True, eq=False)
class Parting:
    """The lines of `block` (behind those of `bare`, the block without text above it) from `at` on are another block
    than those before; the `upper` or the lower ones go to `orphan`."""

    gain: float
    block: Chain
    bare: Chain | None
    at: int
    orphan: Chain
    upper: bool

    @property
    def chains(self) -> tuple[Chain, ...]:
        return (self.block, self.orphan, self.bare) if self.bare else (self.block, self.orphan)

    def make(self) -> None:
        if self.bare is not None:
            self.block.titles[:0], self.block.lines[:0] = self.bare.titles, self.bare.lines
            self.bare.titles, self.bare.lines = [], []
        given = slice(None, self.at) if self.upper else slice(self.at, None)
        self.orphan.titles, self.orphan.lines = self.block.titles[given], self.block.lines[given]
        del self.block.titles[given], self.block.lines[given]


@dataclass(slots=True, eq=False)
class Shift:
    """The border between two blocks that touch goes to another place: `at` lines of both are the upper block's."""

    gain: float
    upper: Chain
    lower: Chain
    at: int

    @property
    def chains(self) -> tuple[Chain, ...]:
        return self.upper, self.lower

    def make(self) -> None:
        titles, lines = self.upper.titles + self.lower.titles, self.upper.lines + self.lower.lines
        self.upper.titles, self.lower.titles = titles[: self.at], titles[self.at :]
        self.upper.lines, self.lower.lines = lines[: self.at], lines[self.at :]


def shifts(worth: Worth, upper: Chain, lower: Chain) -> Iterator[Shift]:
    """All other borders between the headline blocks `upper` and `lower`, both of which have a text."""
    if not (upper.pieces and lower.pieces and touch(worth, upper, lower)):
        return
    titles, lines = upper.titles + lower.titles, upper.lines + lower.lines
    now = len(upper.titles)
    named = worth.named(upper.lines, upper.pieces) + worth.named(lower.lines, lower.pieces) + _restart(titles, now)
    for at in range(1, len(titles)):
        if at != now:
            gain = worth.named(lines[:at], upper.pieces) + worth.named(lines[at:], lower.pieces)
            yield Shift(gain + _restart(titles, at) - named - SHIFT, upper, lower, at)


def touch(worth: Worth, upper: Chain, lower: Chain) -> bool:
    """Does no text stand between the two headline blocks?"""
    if not (upper.titles and lower.titles) or upper is lower:
        return False
    above, below = upper.titles[-1].number, lower.titles[0].number
    return above < below and not any(above < piece.first < below for piece in worth.pieces)


def partings(worth: Worth, block: Chain, bare: Chain | None, orphan: Chain) -> Iterator[Parting]:
    """All ways to give a part of `block`'s lines, `bare`'s included, to `orphan`."""
    if not orphan.pieces or orphan.titles or not block.pieces or not block.titles:
        return
    first = worth.pieces[orphan.pieces[0]]
    if first.headed or first.continued or first.photo:
        return
    titles = [*(bare.titles if bare else ()), *block.titles]
    lines = [*(bare.lines if bare else ()), *block.lines]
    link = worth.seams.link
    relief = link(titles, None, orphan.pieces[0]) - link((), None, orphan.pieces[0])
    relief -= worth.named(block.lines, block.pieces) + max(0.0, worth.kin(orphan.pieces, block.pieces))
    if bare:
        relief -= link(bare.titles, None, None)
    below = first.first > titles[0].number
    for at in range(1, len(titles)):
        fit = relief + _restart(titles, at) - PART
        for upper, given, kept in ((True, lines[:at], lines[at:]), (False, lines[at:], lines[:at])):
            theirs, mine = worth.named(given, orphan.pieces), worth.named(kept, block.pieces)
            if theirs <= worth.named(given, block.pieces) + CLEAR or mine < worth.named(kept, orphan.pieces):
                continue
            # Texts most often stand in the order of their headlines.
            yield Parting(theirs + mine + fit + (0.5 if upper != below else -0.5), block, bare, at, orphan, upper)


def _restart(titles: Sequence[Item], at: int) -> float:
    """How much line `at` looks like the beginning of a block: a kicker's level is lower than the headline's, a kicker
    ends with ——, a deck begins with it."""
    above, line = titles[at - 1].traits, titles[at].traits
    score = 0.0
    if above.dash or line.bracketed or line.line.folded.lstrip().startswith("—"):
        score -= 4.0
    if line.dash:
        score += 1.0
    if titles[at].state in OPENING:
        score += 2.0
    elif above.level and at + 1 < len(titles) and (not line.level or line.level > above.level):
        after = titles[at + 1].traits
        if after.level and (not line.level or after.level < line.level):
            score += 2.0
    return score
