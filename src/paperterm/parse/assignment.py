"""Which headline block has which pieces of text, and in which order: the best assignment for the page as a whole.

Vehicle routing knows the problem (each headline block is a vehicle, its text a route) and the way: from a first
solution, which the order of the file gives, the move that gains most is made until none gains anything.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from paperterm.parse.chains import Chain, Worth, amiss
from paperterm.parse.moves import Move, best_move
from paperterm.parse.stacked import Parting, Shift, partings, shifts, touch

STEPS = 60
"""More steps than this no torn page needs; it bounds the time of pages that are no newspaper's."""

Step = Move | Parting | Shift


def assign(worth: Worth, chains: list[Chain]) -> list[Chain]:
    """The chains after all moves that gain something, those left without headline and text taken out. The chains given
    are changed; the same chains give the same result."""
    offers: dict[tuple[Chain, Chain], Step | None] = {}
    for _ in range(STEPS):
        torn = {chain for chain in chains if amiss(worth.seams, chain)}
        for one, two in itertools.product(chains, chains):
            if (one, two) not in offers and (one in torn or two in torn):
                offers[one, two] = max(_steps(worth, one, two, chains), key=_gain, default=None)
        steps = [step for pair in itertools.product(chains, chains) if (step := offers.get(pair))]
        best = max(steps, key=_gain, default=None)
        if best is None or best.gain <= 0:
            break
        best.make()
        changed = set(best.chains)
        changed |= {below for above, below in itertools.pairwise(chains) if above in changed}
        chains = [chain for chain in chains if chain.titles or chain.pieces]
        offers = {pair: step for pair, step in offers.items() if changed.isdisjoint(pair)}
    return chains


def _gain(step: Step) -> float:
    return step.gain


def _steps(worth: Worth, donor: Chain, host: Chain, chains: list[Chain]) -> Iterator[Step]:
    move = best_move(worth, donor, host)
    if move is not None:
        yield move
    yield from shifts(worth, donor, host)
    if donor.pieces and not donor.titles and host.titles:
        above = chains[chains.index(host) - 1]
        yield from partings(worth, host, above if above.bare and touch(worth, above, host) else None, donor)
