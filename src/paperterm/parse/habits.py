"""How a page as a whole is set: what its heading levels, its gaps and the length of its lines mean."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import ne

from paperterm.parse.traits import Traits

SAMPLE = 400
"""Lines by which a page's manner is judged: more than most pages have."""
CHARACTERS = 3_000
"""As many tell script and punctuation."""
SHORT = 45
"""Characters: lines of headline blocks, most of them."""
TRADITIONAL = 0.1
"""Share of a text's characters that folding changes if it is in traditional script; of others, full-width signs."""
POINTED = 0.02
"""Share of stops and commas in any text that has punctuation."""
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
    manner: tuple[str, ...]  # what kind of paper it seems to be: features of all its short lines


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
        tuple(_manner(traits, bool(used))) if traits else (),
    )


def _manner(traits: Sequence[Traits], levels: bool) -> Iterator[str]:
    """Papers of a place and a time set their headline blocks alike; these things tell whose page it may be."""
    some = traits[:SAMPLE]
    text = "".join(t.line.text for t in some)[:CHARACTERS]
    folded = "".join(t.line.folded for t in some)[:CHARACTERS]
    changed = sum(map(ne, text, folded))
    yield "page in traditional script" if changed > TRADITIONAL * len(text) else "page in simplified script"
    yield (
        "page without punctuation" if sum(map(folded.count, "。,")) < POINTED * len(folded) else "page with punctuation"
    )
    datelines = [t.line.folded.lstrip()[:1] in "【[" for t in some if t.dateline]
    if not datelines:
        yield "page without datelines"
    else:
        yield "page of datelines in brackets" if 2 * sum(datelines) > len(datelines) else "page of bare datelines"
        yield f"page: datelines {min(10 * len(datelines) // len(some), 4)} of 10"
    short = sum(t.size <= SHORT and not t.full for t in some)
    yield f"page: short lines {min(5 * short // len(some), 4)} of 5"
    if not levels:
        yield "page without levels at all"


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
