"""What a line shows beside its neighbours: verse, news in brief, a notice in its box, a seam of a torn word."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from paperterm.parse import patterns as form
from paperterm.parse.habits import selective
from paperterm.parse.lines import Line
from paperterm.parse.traits import Traits, look
from paperterm.text.cohesion import cohesion, used
from paperterm.text.han import is_han

STRETCH, SAMPLE = 500, 50_000
"""Lines whose pairs of characters are counted together, and characters read for it: more than a newspaper page has."""
NEVER_OPENED = 10_000
"""Characters: so much text stands "since" the last opening where there was none."""
SHORT = 45
"""Characters: a line no longer than this may be a heading."""
SERIES = 3
"""So many short lines with one paragraph each are a series."""
NOTICE_LINES = 12
"""A notice in a box is no longer."""
TALLEST = 6
"""Lines of the tallest headline block."""
VERSE_LINES = 4
"""More short lines than this on end are verse, or a list of names."""
WORD = 2.0
"""So much cohesion two characters have within a word."""


def look_all(lines: Sequence[Line]) -> list[Traits]:
    """The traits of all lines of a page, those that need the page's other lines included."""
    traits = [look(line, lines[i - 1] if i else None) for i, line in enumerate(lines)]
    for start in range(0, len(traits), STRETCH):
        _glue(traits[start : start + STRETCH + 1])
    _count_since(traits)
    _find_verse(traits)
    _find_notices(traits)
    _find_series(traits)
    one_level = len({t.level for t in traits if t.level}) == 1
    marks = not one_level or selective(traits)
    for t in traits:
        t.marked = marks and t.level > 0
    return traits


def _count_since(traits: Sequence[Traits]) -> None:
    """How much text stands between each line and the opening before it."""
    since, signed = NEVER_OPENED, False
    for t in traits:
        t.since, t.signed = since, signed
        if t.dateline or t.byline or t.lone_name or t.begins_jump_from or t.jump_from:
            since, signed = 0, t.byline or t.lone_name
        if t.size > 30:
            since += t.size


def _find_verse(traits: Sequence[Traits]) -> None:
    """Mark runs of short lines; the first of a run may be a headline, unless it follows a byline."""
    run: list[Traits] = []
    signed = False
    for before, t in itertools.pairwise([None, *traits, None]):
        if t is not None and _versicle(t):
            if not run:
                signed = before is not None and (before.byline or before.lone_name)
            run.append(t)
            continue
        if len(run) > VERSE_LINES:
            if t is not None and (t.dateline or t.byline):  # what stands right before an opening is a headline block
                run = [] if len(run) <= TALLEST and not signed else run[:-1]
            for line in run if signed else run[1:]:
                line.verse = True
        run = []


def _find_notices(traits: Sequence[Traits]) -> None:
    """A box between two printed rules that calls itself a notice belongs to no article."""
    rules = [i for i, t in enumerate(traits) if t.size >= 3 and form.RULE.match(t.line.folded)]
    for first, last in itertools.pairwise(rules):
        box = traits[first + 1 : last]
        if box and len(box) <= NOTICE_LINES and box[0].size <= 10 and form.NOTICE.search(box[0].line.folded):
            for t in box:
                t.furniture = max(t.furniture, 8.0)


def _find_series(traits: Sequence[Traits]) -> None:
    """Mark short lines that each have one paragraph below them: news in brief; a section has more, as a rule."""
    run: list[Traits] = []
    index = 0
    while index < len(traits):
        t = traits[index]
        text = traits[index + 1] if index + 1 < len(traits) else None
        after = traits[index + 2] if index + 2 < len(traits) else None
        single = text is not None and text.size > SHORT and text.stop and (after is None or after.size <= SHORT)
        if single and 2 <= t.size <= SHORT and not t.stop and t.free and (not run or run[-1].level == t.level):
            run.append(t)
            index += 2
            continue
        if len(run) >= SERIES:
            for line in run:
                line.serial = True
        index += 0 if run else 1
        run = []
    if len(run) >= SERIES:
        for line in run:
            line.serial = True


def _versicle(t: Traits) -> bool:
    return 3 <= t.size <= 20 and not t.level and t.free and not (t.full or t.ordinal or t.dash or t.boxed)


def _glue(traits: Sequence[Traits]) -> None:
    """Mark the lines whose first character follows the last one of the line before as within a word, or more often on
    this page than by chance."""
    text = ""
    for one, two in itertools.pairwise(traits):
        if one.open and two.size:
            left, right = one.line.folded[-1], two.line.folded[0]
            two.seam = cohesion(left, right)
            two.glued = two.seam >= WORD
            if not two.glued and is_han(left) and is_han(right):
                text = text or "\n".join(t.line.folded for t in traits)[:SAMPLE]
                two.glued = used(text, left, right)
