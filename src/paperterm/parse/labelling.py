"""Second stage: one state for every line, the best for the page as a whole.

A linear-chain conditional random field with hidden units: every feature of a line speaks for some states and against
others, by itself and, with others of the line and its neighbours, through the units that hear them together; every
feature of the step between two lines for some pairs of states; Viterbi's algorithm finds the states with the greatest
sum. Linear in the lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain, pairwise
from operator import add, attrgetter, itemgetter

from paperterm.parse.features import features, steps, told
from paperterm.parse.habits import Habits
from paperterm.parse.house_styles import HOUSE_STYLES, styled
from paperterm.parse.kinds import HALF, classes
from paperterm.parse.lanes import Lanes, join
from paperterm.parse.resemblance import Resemblance
from paperterm.parse.states import FURTHER, RUNNING, STATES
from paperterm.parse.traits import Traits
from paperterm.parse.weights import PLACES, Packed, Table

START = "^"
"""Stands for the state before the first line."""
UNIT = 10_000
"""Scores are whole numbers, in so many parts of a natural logarithm's unit."""
FINER = UNIT // 100
"""The tables' hundredths, as scores."""
BEHIND = 7 * UNIT
"""A state so far behind the best one is not followed up. Few steps weigh as much, so it hardly ever comes back."""
LANES = Lanes(len(STATES))
NEVER = -10_000 * UNIT
BARRED = LANES.pack([NEVER if state in FURTHER else 0 for state in STATES])
TOLD = LANES.pack([NEVER if state in "MF" else 0 for state in STATES])
"""No sentence of a text is left out of the articles, whatever else speaks for it."""
PLAIN = LANES.pack([NEVER if state in "MFb" else 0 for state in STATES])
"""And a short one without a form of its own, behind another such, opens no article."""
WHOLE = LANES.pack([NEVER if state == "R" else 0 for state in STATES])
"""A line of which no part can be a headline has none."""


class _Lines(dict[str, int]):
    """What each feature of a line says for each of STATES, and above it in one integer how much of it each hidden unit
    hears at the line itself, at the one after, at the one before; 0 for those that the tables do not have."""

    def __init__(self) -> None:
        self.table, self.heard = Table("lines"), Table("heard")
        said = Table("said")
        self.said = [said.row(unit, STATES) or [] for unit in said]
        self.rows = [LANES.pack(row) for row in self.said]
        self.units = Lanes(len(self.said), 16)
        self._all_heard = Lanes(len(PLACES) * len(self.said), 16)

    def __missing__(self, name: str) -> int:
        states, heard = self.table.row(name, STATES), self.heard.row(name, self.heard.columns)
        self[name] = found = join(
            (
                (LANES, LANES.pack(states) if states else 0),
                (self._all_heard, self._all_heard.pack(heard) if heard else 0),
            )
        )
        return found

    def apart(self, names: Sequence[str]) -> tuple[int, int, int, int]:
        """What the features of a line say for each state; what the units hear of them at this line, at the next, at the
        one before."""
        states, heard = LANES.part(sum(map(self.__getitem__, names)))
        here, heard = self.units.part(heard)
        return states, here, *self.units.part(heard)


_lines = cache(_Lines)


@cache
def _steps() -> Packed:
    """What each feature of a step behind a state says for each of STATES."""
    return Packed(Table("steps"), STATES, LANES)


@lru_cache(maxsize=20_000)
def _step(names: tuple[str, ...], before: str) -> tuple[int, ...]:
    """What a step with these features says of each of STATES behind the state `before` (or START)."""
    weights = _steps()
    said = FINER * sum(weights[f"{name} {before}"] for name in names)
    return LANES.unpack(said + BARRED if before in RUNNING else said)


def fits(traits: Sequence[Traits], kinds: Sequence[str], habits: Habits) -> Iterator[tuple[int, ...]]:
    """For every line, how well each of STATES fits it, in UNITs, its neighbours' states apart; `kinds` are the lines'
    `classes`."""
    weights, alike = _lines(), Resemblance(traits)
    rows = weights.rows
    lines = (weights.apart(features(traits, kinds, index, habits, alike)) for index in range(len(traits)))
    from_before = 0
    for index, ((states, here, onward, _), (*_, from_after)) in enumerate(pairwise(chain(lines, [(0, 0, 0, 0)]))):
        heard = weights.units.unpack(here + from_before + from_after)
        from_before = onward
        said = FINER * states + sum([much * row for much, row in zip(heard, rows, strict=True) if much > 0])
        if told(traits, index):
            said += PLAIN if index and _plain(traits[index]) and _plain(traits[index - 1]) else TOLD
        if not (traits[index].run_in or traits[index].run_in_plain):
            said += WHOLE
        yield LANES.unpack(said)


def _plain(t: Traits) -> bool:
    """A short sentence that has no form of its own."""
    return t.full and t.size <= HALF and t.free and not t.bulleted


def reasons(
    traits: Sequence[Traits], kinds: Sequence[str], index: int, habits: Habits, state: str, other: str
) -> list[tuple[str, float]]:
    """The features of a line and of its neighbours by how much more they say for `state` than for `other`, by
    themselves and through the hidden units, the strongest first. Together they are the whole difference."""
    weights, alike = _lines(), Resemblance(traits)
    names = {
        place: features(traits, kinds, index + away, habits, alike)
        for place, away in zip(PLACES, (0, -1, 1), strict=True)
        if 0 <= index + away < len(traits)
    }
    heard = sum(weights.apart(names[place])[at] for at, place in enumerate(PLACES, 1) if place in names)
    one, two = STATES.index(state), STATES.index(other)
    loud = [
        (unit, row[one] - row[two])
        for unit, (much, row) in enumerate(zip(weights.units.unpack(heard), weights.said, strict=True))
        if much > 0
    ]
    found: list[tuple[str, float]] = []
    for at, (place, word) in enumerate(zip(PLACES, ("", "above: ", "below: "), strict=True)):
        for name in names.get(place, ()):
            row = weights.heard.row(name, weights.heard.columns)
            said = sum(row[at * len(weights.said) + unit] * weight for unit, weight in loud) if row else 0
            if place == PLACES[0] and (states := weights.table.row(name, state + other)):
                said += FINER * (states[0] - states[1])
            if said:
                found.append((word + name, said / UNIT))
    return sorted(found, key=lambda reason: -abs(reason[1]))


Alive = tuple[tuple[str, int], ...]
"""The states that a line may still have, each with its score beside the best one's, which is 0."""


@dataclass(slots=True)
class _Paths:
    """The best paths from the page's beginning to one line, if the page is of one house style."""

    alive: Alive = ((START, 0),)
    score: int = 0  # of the best one
    origins: list[str] = field(default_factory=list)  # for every line, from which state each of STATES is reached best

    def states(self) -> str:
        """The states on the best path, one letter each."""
        state = max(self.alive, key=itemgetter(1))[0]
        path = [state]
        for origins in reversed(self.origins[1:]):
            state = origins[STATES.index(state)]
            path.append(state)
        return "".join(reversed(path))


def label(traits: Sequence[Traits], habits: Habits) -> str:
    """The states of all lines, one letter each (see `states`)."""
    if not traits:
        return ""
    kinds = classes(traits)
    of_style = [_Paths() for _ in HOUSE_STYLES]
    for index, fit in enumerate(fits(traits, kinds, habits)):
        names = styled(steps(traits, kinds, index, habits), traits[index])
        known: dict[tuple[tuple[str, ...], Alive], tuple[Alive, int, str]] = {}  # in a long text all styles are one
        for paths, some in zip(of_style, names, strict=True):
            way = some, paths.alive
            if way not in known:
                known[way] = _onward(*way, fit)
            paths.alive, more, origins = known[way]
            paths.score += more
            paths.origins.append(origins)
    return max(of_style, key=attrgetter("score")).states()


def _onward(names: tuple[str, ...], alive: Alive, fit: Sequence[int]) -> tuple[Alive, int, str]:
    """From the states alive at one line, by a step of these features, to those at the next, which `fit` it as well; what
    the best path gains; from where each of STATES is reached."""
    (one, score), *others = alive
    scores = [score + step for step in _step(names, one)]
    origins = [one] * len(STATES)
    for one, score in others:
        for two, step in enumerate(_step(names, one)):
            if score + step > scores[two]:
                scores[two], origins[two] = score + step, one
    scores = list(map(add, scores, fit))
    best = max(scores)
    least = best - BEHIND
    return (
        tuple((state, score - best) for state, score in zip(STATES, scores, strict=True) if score >= least),
        best,
        "".join(origins),
    )
