"""Moves: pieces of one chain go to another one, or to another place of their own."""

from __future__ import annotations

from dataclasses import dataclass

from paperterm.parse.chains import Chain, Worth

EARN = 4.5
"""What a move must earn."""
CLOSED = 1.5
"""What it is worth that two pieces are neighbours on the page once what stood between them is taken out."""
OPENED = 1.23
"""What a move of a text's opening must earn besides: more often its headline is lost."""
LIKE = 0.89
"""What the least kinship must be between a text and a headline block without text that does not stand beside it."""
HOME = -2.8
"""However little pieces have to do with the text they stand in, it says no more than this: the words of a text's parts
differ, and the file's order is most often right."""
REACH = 8
"""How many places where a text may be cut one stretch goes on over, unless it goes on to the text's end."""


@dataclass(slots=True, eq=False)
class Move:
    """The pieces `start` to `end` of `donor` go into `host`, before the piece that stands `at` there without them."""

    gain: float
    donor: Chain
    start: int
    end: int
    host: Chain
    at: int

    @property
    def chains(self) -> tuple[Chain, ...]:
        return self.donor, self.host

    def make(self) -> None:
        part = self.donor.pieces[self.start : self.end]
        del self.donor.pieces[self.start : self.end]
        self.host.pieces[self.at : self.at] = part


def best_move(worth: Worth, donor: Chain, host: Chain) -> Move | None:
    """Of all moves of pieces of `donor` into `host`, which may be the same chain, the first of those that gain most."""
    mine, link = donor.pieces, worth.seams.link
    borders = worth.places(donor, host)
    stretches = [
        (start, end)
        for index, start in enumerate(borders)
        for end in dict.fromkeys((*borders[index + 1 : index + 1 + REACH], *borders[-1:]))
        if start < end
        if not worth.pieces[mine[start]].headed and (end - start < len(mine) or not donor.titles)
    ]
    if not stretches or (host is donor and len(stretches) == 1):
        return None
    away, home = worth.stretches(donor, host), worth.stretches(donor, donor)
    room = worth.places(host)
    best: tuple[float, int, int, int] | None = None
    for start, end in stretches:
        first, last = mine[start], mine[end - 1]
        theirs, kin = host.pieces, 0.0
        if host is donor:
            theirs = mine[:start] + mine[end:]
            places = [n if n <= start else n - (end - start) for n in room if n < start or n > end]
        else:
            places = room
            kin = away.kin(start, end) - max(HOME, home.kin(start, end))
            if kin < (0.0 if theirs or link(host.titles, None, first) > 0 else LIKE):
                continue
            if theirs and worth.pieces[first].opens and not worth.pieces[theirs[0]].mid:
                kin -= OPENED
        before = mine[start - 1] if start else None
        after = mine[end] if end < len(mine) else None
        broken = link(donor.titles, before, first) + link(donor.titles, last, after) - link(donor.titles, before, after)
        if before is not None and after is not None and after - before == end - start + 1:
            broken -= CLOSED
        for at in places:
            one = theirs[at - 1] if at else None
            two = theirs[at] if at < len(theirs) else None
            joined = link(host.titles, one, first) + link(host.titles, last, two) - link(host.titles, one, two)
            gain = kin + (joined - broken) - EARN
            if best is None or gain > best[0]:
                best = gain, start, end, at
    if best is None:
        return None
    gain, start, end, at = best
    return Move(gain, donor, start, end, host, at)
