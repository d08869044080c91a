"""A page's house style: whether the paper sets its headlines in one line or in two. Of two short lines above a text the first
may be a kicker or a headline's first line, and often nothing on either tells; but a paper that divides one headline
divides most.
"""

from __future__ import annotations

from collections.abc import Iterable

from paperterm.parse.kinds import HALF, LONG
from paperterm.parse.states import TITLES
from paperterm.parse.traits import Traits

HOUSE_STYLES = ("headlines in one line", "some headlines in two lines", "many headlines in two lines")
"""Each is a feature of the step to every line that shows it."""
MANY = 0.25
"""The share of a page's headlines from which on they are many."""


def shows_style(t: Traits) -> bool:
    """Is the line as short as those of headline blocks?"""
    return t.size <= LONG and not (t.full and t.size > HALF)


def house_style(states: Iterable[str]) -> str:
    """Of HOUSE_STYLES the one of a page whose lines have these states."""
    heights: list[int] = []  # lines of the headline of each headline block, and of run-in headlines
    within = False
    for state in states:
        further = within and state in "UQND"
        within = state in TITLES
        if not further and (within or state == "R"):
            heights.append(0)
        if heights and state in "TUR":
            heights[-1] += 1
    tall = sum(height > 1 for height in heights)
    if not tall:
        return HOUSE_STYLES[0]
    return HOUSE_STYLES[1] if tall < MANY * len(heights) else HOUSE_STYLES[2]
