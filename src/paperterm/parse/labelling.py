"""Second stage: one state for every line, the best for the page as a whole (Viterbi's algorithm; linear in the lines)."""

from __future__ import annotations

from collections.abc import Sequence

from paperterm.parse.evidence import fits
from paperterm.parse.habits import Habits
from paperterm.parse.states import FOLLOWS, follows
from paperterm.parse.traits import Traits

BEHIND = 10.0
"""A state so far behind the best one is not followed up: no step is worth as much, so it never comes back."""


def label(traits: Sequence[Traits], habits: Habits) -> str:
    """The states of all lines, one letter each (see `states`)."""
    if not traits:
        return ""
    back: list[dict[str, str]] = []
    best = {"^": 0.0}
    for index in range(len(traits)):
        scores = fits(traits, index, habits)
        reached: dict[str, float] = {}
        origin: dict[str, str] = {}
        for one, so_far in best.items():
            more = follows(one, traits, index, habits) if index else {}
            for two, step in FOLLOWS[one].items():
                if two not in scores:
                    continue
                score = so_far + step + scores[two] + more.get(two, 0.0)
                if two not in reached or score > reached[two]:
                    reached[two] = score
                    origin[two] = one
        least = max(reached.values()) - BEHIND
        best = {state: score for state, score in reached.items() if score >= least}
        back.append(origin)
    state = max(best, key=lambda s: best[s])
    path = [state]
    for origin in reversed(back[1:]):
        state = origin[state]
        path.append(state)
    return "".join(reversed(path))
