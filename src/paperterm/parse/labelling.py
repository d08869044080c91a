"""Second stage: one state for every line, the best for the page as a whole.

A linear-chain conditional random field: every feature of a line speaks for some states and against others, every feature
of the step between two lines for some pairs of states; Viterbi's algorithm finds the states with the greatest sum. Linear
in the lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from paperterm.parse.features import features, steps
from paperterm.parse.habits import Habits
from paperterm.parse.kinds import classes
from paperterm.parse.states import FURTHER, RUNNING, STATES
from paperterm.parse.traits import Traits
from paperterm.parse.weights import read_table

START = "^"
"""Stands for the state before the first line."""
BEHIND = 700
"""Hundredths: a state so far behind the best one is not followed up. Few steps weigh as much, so it hardly ever comes back."""
NOTHING = [0] * len(STATES)
BARRED = [-1_000_000 if state in FURTHER else 0 for state in STATES]


@cache
def _units() -> dict[str, list[int]]:
    """What each feature of a line says for each of STATES."""
    return _ordered(*read_table("lines"))


@cache
def _pairs() -> dict[str, dict[str, list[int]]]:
    """What each feature of a step says, by the state before it (or START), for each of STATES behind it."""
    found: dict[str, dict[str, list[int]]] = {}
    for name, row in _ordered(*read_table("steps")).items():
        found.setdefault(name[:-2], {})[name[-1]] = row
    return found


def _ordered(head: str, rows: dict[str, list[int]]) -> dict[str, list[int]]:
    if head == STATES:
        return rows
    columns = [head.index(state) for state in STATES]
    return {name: [row[column] for column in columns] for name, row in rows.items()}


@lru_cache(maxsize=20_000)
def _step(names: tuple[str, ...], before: str) -> list[int]:
    """What a step with these features says of each of STATES behind the state `before`."""
    pairs = _pairs()
    rows = [pairs[name].get(before, NOTHING) for name in names if name in pairs]
    if before in RUNNING:
        rows.append(BARRED)
    return list(map(sum, zip(*rows, strict=True)))


def fits(traits: Sequence[Traits], kinds: Sequence[str], habits: Habits) -> Iterator[list[int]]:
    """For every line, how well each of STATES fits it, its neighbours' states apart; `kinds` are the lines' `classes`."""
    units = _units()
    for index in range(len(traits)):
        rows = [row for name in features(traits, kinds, index, habits) if (row := units.get(name))]
        yield list(map(sum, zip(*rows, strict=True)))


def reasons(
    traits: Sequence[Traits], kinds: Sequence[str], index: int, habits: Habits, state: str, other: str
) -> list[tuple[str, float]]:
    """The features of a line by how much more they say for `state` than for `other`, the strongest first."""
    units, one, two = _units(), STATES.index(state), STATES.index(other)
    found = [
        (name, (row[one] - row[two]) / 100)
        for name in features(traits, kinds, index, habits)
        if (row := units.get(name))
    ]
    return sorted(found, key=lambda reason: -abs(reason[1]))


def label(traits: Sequence[Traits], habits: Habits) -> str:
    """The states of all lines, one letter each (see `states`)."""
    if not traits:
        return ""
    kinds = classes(traits)
    alive = {START: 0}
    back: list[list[str]] = []
    for index, fit in enumerate(fits(traits, kinds, habits)):
        names = tuple(steps(traits, kinds, index, habits))
        scores: list[int] | None = None
        for one, so_far in alive.items():
            reached = [so_far + step for step in _step(names, one)]
            if scores is None:
                scores, origins = reached, [one] * len(STATES)
                continue
            for two, score in enumerate(reached):
                if score > scores[two]:
                    scores[two], origins[two] = score, one
        assert scores is not None
        scores = [score + more for score, more in zip(scores, fit, strict=True)]
        least = max(scores) - BEHIND
        alive = {state: score for state, score in zip(STATES, scores, strict=True) if score >= least}
        back.append(origins)
    state = max(alive, key=lambda s: alive[s])
    path = [state]
    for origins in reversed(back[1:]):
        state = origins[STATES.index(state)]
        path.append(state)
    return "".join(reversed(path))
