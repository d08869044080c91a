"""Second stage: one state for every line, the best for the page as a whole.

A linear-chain conditional random field: every feature of a line speaks for some states and against others, every feature
of the step between two lines for some pairs of states; Viterbi's algorithm finds the states with the greatest sum. Linear
in the lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from operator import add, itemgetter

from paperterm.parse.features import features, steps, told
from paperterm.parse.habits import Habits
from paperterm.parse.kinds import classes
from paperterm.parse.lanes import Lanes, pack
from paperterm.parse.states import FURTHER, RUNNING, STATES
from paperterm.parse.traits import Traits
from paperterm.parse.weights import Table

START = "^"
"""Stands for the state before the first line."""
BEHIND = 700
"""Hundredths: a state so far behind the best one is not followed up. Few steps weigh as much, so it hardly ever comes back."""
BARRED = pack(-1_000_000 if state in FURTHER else 0 for state in STATES)
TOLD = pack(-1_000_000 if state in "MF" else 0 for state in STATES)
"""No sentence of a text is left out of the articles, whatever else speaks for it."""
LANES = Lanes(len(STATES))


class _Weights(dict[str, int]):
    """What each feature says for each of STATES, packed in `lanes`; 0 for those that the table does not have."""

    def __init__(self, name: str) -> None:
        self.table = Table(name)

    def __missing__(self, name: str) -> int:
        self[name] = found = pack(self.table.row(name, STATES) or ())
        return found


_weights = cache(_Weights)


@lru_cache(maxsize=20_000)
def _step(names: tuple[str, ...], before: str) -> tuple[int, ...]:
    """What a step with these features says of each of STATES behind the state `before` (or START)."""
    said = sum(_weights("steps")[f"{name} {before}"] for name in names)
    return LANES.unpack(said + BARRED if before in RUNNING else said)


def fits(traits: Sequence[Traits], kinds: Sequence[str], habits: Habits) -> Iterator[tuple[int, ...]]:
    """For every line, how well each of STATES fits it, its neighbours' states apart; `kinds` are the lines' `classes`."""
    weights = _weights("lines")
    for index in range(len(traits)):
        said = sum(map(weights.__getitem__, features(traits, kinds, index, habits)))
        yield LANES.unpack(said + TOLD if told(traits, index) else said)


def reasons(
    traits: Sequence[Traits], kinds: Sequence[str], index: int, habits: Habits, state: str, other: str
) -> list[tuple[str, float]]:
    """The features of a line by how much more they say for `state` than for `other`, the strongest first."""
    table = _weights("lines").table
    rows = ((name, table.row(name, state + other)) for name in features(traits, kinds, index, habits))
    found = [(name, (row[0] - row[1]) / 100) for name, row in rows if row]
    return sorted(found, key=lambda reason: -abs(reason[1]))


def label(traits: Sequence[Traits], habits: Habits) -> str:
    """The states of all lines, one letter each (see `states`)."""
    if not traits:
        return ""
    kinds = classes(traits)
    alive = [(START, 0)]  # states with their scores beside the best one's, which is 0
    back: list[list[str]] = []
    for index, fit in enumerate(fits(traits, kinds, habits)):
        names = tuple(steps(traits, kinds, index, habits))
        (one, score), *others = alive
        scores: Sequence[int] = _step(names, one)
        origins = [one] * len(STATES)
        if others:
            scores = [score + step for step in scores]
            for one, score in others:
                for two, step in enumerate(_step(names, one)):
                    if score + step > scores[two]:
                        scores[two], origins[two] = score + step, one
        scores = list(map(add, scores, fit))
        best = max(scores)
        least = best - BEHIND
        alive = [(state, score - best) for state, score in zip(STATES, scores, strict=True) if score >= least]
        back.append(origins)
    state = max(alive, key=itemgetter(1))[0]
    path = [state]
    for origins in reversed(back[1:]):
        state = origins[STATES.index(state)]
        path.append(state)
    return "".join(reversed(path))
