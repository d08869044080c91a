"""Second stage: one state for every line, the best for the page as a whole (Viterbi's algorithm; linear in the lines)."""

from __future__ import annotations

from collections.abc import Sequence

from paperterm.parse.evidence import FOLLOWS, fits, follows
from paperterm.parse.traits import Habits, Traits

KEEP = 6
"""States followed up from each line: the rest is so far behind that it never comes back."""


def label(traits: Sequence[Traits], habits: Habits) -> str:
    """The states of all lines, one letter each (see `evidence`)."""
    if not traits:
        return ""
    back: list[dict[str, str]] = []
    best = {"^": 0.0}
    for index in range(len(traits)):
        scores = fits(traits, index, habits)
        reached: dict[str, float] = {}
        origin: dict[str, str] = {}
        for one, so_far in best.items():
            for two, step in FOLLOWS[one].items():
                score = so_far + step + scores[two]
                if index:
                    score += follows(one, two, traits, index, habits)
                if score > reached.get(two, float("-inf")):
                    reached[two] = score
                    origin[two] = one
        best = dict(sorted(reached.items(), key=lambda item: -item[1])[:KEEP])
        back.append(origin)
    state = max(best, key=lambda s: best[s])
    path = [state]
    for origin in reversed(back[1:]):
        state = origin[state]
        path.append(state)
    return "".join(reversed(path))
