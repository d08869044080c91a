"""A page's house style: whether the paper sets its headlines in one line or in two. Of two short lines above a text the first
may be a kicker or a headline's first line, and often nothing on either tells; but some papers divide none of their headlines
and others many, and that shows on the page as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from paperterm.parse.kinds import is_short
from paperterm.parse.states import TITLES
from paperterm.parse.traits import Traits

HOUSE_STYLES = ("headlines in one line", "some headlines in two lines", "many headlines in two lines")
"""Each is a feature of the step to every short line."""
MANY = 0.25
"""The share of a page's headlines from which on they are many."""


def styled(names: Sequence[str], t: Traits) -> list[tuple[str, ...]]:
    """The features of the step to a line, of which `names` are known, on a page of each of HOUSE_STYLES."""
    return [(*names, style) if is_short(t) else tuple(names) for style in HOUSE_STYLES]


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
