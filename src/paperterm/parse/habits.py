"""How a page as a whole is set: what its heading levels, its gaps and the length of its lines mean."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from paperterm.parse.traits import Traits

NEARLY = 0.85
"""Share of a full line that a line has which was broken because it was full."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How this page as a whole is set: what its levels and gaps mean."""

    levels: bool  # some of its lines are Markdown headings
    one_level: bool  # all of those have one level
    selective: bool  # and not every bold line has it: it says that a line is a headline
    title_levels: frozenset[int]  # levels that lines have which stand right before a dateline or byline
    gap: int  # blank lines usual between two lines
    width: int  # characters of a full line where each printed line is a line of the file, else 0
    ranks: dict[int, str]  # of each level that short lines have: is it the page's strongest, weakest, or between them?


def habits(traits: Sequence[Traits]) -> Habits:
    levels: set[int] = set()
    for here, after in itertools.pairwise(traits):
        if here.level and (after.dateline or after.byline or after.jump_from):
            levels.add(here.level)
    gaps = Counter(t.line.gap for t in traits[1:])
    usual = gaps.most_common(1)[0][0] if gaps else 1
    used = {t.level for t in traits if t.level}
    return Habits(
        bool(used),
        len(used) == 1,
        len(used) == 1 and selective(traits),
        frozenset(levels),
        max(usual, 1),
        _width(traits),
        {level: "top" if level == min(used) else "last" if level == max(used) else "middle" for level in used},
    )


def selective(traits: Sequence[Traits]) -> bool:
    """Do headings not come in pairs, as kicker and headline do where every bold line is one? Are there short lines that
    are none?"""
    marked = sum(bool(t.level) for t in traits)
    paired = sum(bool(one.level and two.level) for one, two in itertools.pairwise(traits))
    plain = sum(3 <= t.size <= 40 and not t.level and not t.stop and not t.verse and t.free for t in traits)
    return paired <= 0.15 * marked and (plain >= 0.25 * marked or marked >= 3)


def _width(traits: Sequence[Traits]) -> int:
    sizes = sorted(t.size for t in traits if t.size)
    if len(sizes) < 12:
        return 0
    width = sizes[int(len(sizes) * 0.95)]
    full = sum(NEARLY * width <= size <= width for size in sizes)
    return width if width <= 60 and full >= 0.4 * len(sizes) else 0
