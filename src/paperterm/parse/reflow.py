"""Second look at the lines: where each printed line is a line of the file, a paragraph's lines become one.

That a stretch is set so is seen on the stretch itself: its lines end just under one width, in the midst of sentences.
Verse, tables, headlines and bylines do not, and stay lines of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from paperterm.parse import patterns as form
from paperterm.parse.lines import Line, join_lines, joinable
from paperterm.parse.traits import look
from paperterm.text.cohesion import cohesion

LONGEST = 60
"""Characters: no printed line of a column is longer."""
FULL_LINES = 5
"""So many full lines of one width at least make a column."""
STRETCH = 600
"""Lines whose widths are looked at together: more than a newspaper page has columns for."""
WIDTHS = 4
"""Columns of different width that are told apart in a stretch."""
RAGGED = 2
"""Characters by which full lines of one column differ: no line begins with a comma or ends with a bracket's beginning."""
LOOSE = 5
"""Characters by which a full line may be longer than the others: names and numbers are kept whole."""
NARROWEST = 8
"""Characters: shorter lines are no column of running text."""
EVEN = 0.1
"""Where a smaller share of the lines follow the one before without a blank line, every line has one before it."""
COLUMN_SHARE = 0.12
"""Least share of the lines that go on which are full lines of one column."""
PROSE = 0.3
"""Least share of a column's lines that have a comma or full stop before their end."""
MARKED, ALL_MARKED = 0.75, 0.85
"""Least share of short last lines before an indent or a blank line, where these show most paragraphs, and all of them."""
SHORT = 0.6
"""Least share of a full line that a line within a paragraph has."""
SWITCH, SWITCH_WITHIN, NO_COLUMN = 1.5, 1.7, 0.6
"""What it costs to pass from one column to another between paragraphs or within one, and for a line to belong to none."""
INDENT = 2
"""Cells: less is no indent."""
WORD = 1.0
"""So much cohesion two characters have at least that a word goes on over the lines' border."""
OPENING_LINES = 3
"""Lines of a paragraph's opening that may be short."""
OPENING = 100
"""Characters looked back on for a bracket that is still open."""
MARKS = re.compile("[,、。;?!…》]")
CLOSED = re.compile(r"[。!?…][”’」』)\]】\"']*\s*(?:\([^()]{1,40}\)\s*)?$")
OPENERS = (form.DATELINE, form.PLACE_DATELINE, form.DESK_DATELINE, form.JUMP_FROM)
BULLET = re.compile(rf"[{form.BULLETS}]")
STARTS = (form.DATELINE, form.ORDINAL, form.QUESTION, form.JUMP_FROM, form.CLOSING_DATELINE, BULLET)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Some lines of a page with what their widths say. Widths are in characters, or in cells, whatever is more even."""

    lines: Sequence[Line]
    tight: int  # blank lines between two printed lines of one paragraph
    base: int  # cells of white space before lines that open no paragraph
    widths: Sequence[int]  # 0 for what is no line of a column
    lows: Sequence[int]  # the least width of a full line, for each column width


def reflow(lines: Sequence[Line]) -> list[Line]:
    """The lines, with those of one paragraph joined where a stretch is set line by line; else the lines as they are."""
    found: list[Line] = []
    start = 0
    while start < len(lines):
        end = min(len(lines), start + STRETCH)
        if end < len(lines):  # rather between two paragraphs than within one
            end = next((i for i in range(end, end - STRETCH // 10, -1) if lines[i].gap), end)
        stretch = _look(lines[start:end])
        found += _join(stretch) if stretch else lines[start:end]
        start = end
    return found


def _able(line: Line) -> bool:
    """May the line be one of a column's?"""
    return 0 < len(line.text) <= LONGEST and not line.level and not line.image and "|" not in line.text


def _closed(line: Line) -> bool:
    return CLOSED.search(line.folded[-50:]) is not None


def _look(lines: Sequence[Line]) -> _Stretch | None:
    """What the widths of some lines say; None where no column shows."""
    able = [_able(line) for line in lines]
    gaps = Counter(two.gap for i, two in enumerate(lines) if i and able[i] and able[i - 1])
    tight = 0 if gaps[0] >= EVEN * (gaps[0] + gaps[1]) else 1
    going = [  # lines that end in the midst of a sentence, and after which it may go on
        i
        for i in range(len(lines) - 1)
        if able[i] and able[i + 1] and lines[i + 1].gap <= tight and not _closed(lines[i])
    ]
    least = FULL_LINES if not tight else max(2 * FULL_LINES, len(lines) // 5)
    if len(going) < least:
        return None
    base = Counter(lines[i + 1].indent for i in going).most_common(1)[0][0]
    best: tuple[int, list[int], list[int]] = (0, [], [])
    for measure in (_characters, _cells):
        widths = [measure(line, base) if fit else 0 for line, fit in zip(lines, able, strict=True)]
        count, lows = _columns(lines, widths, going, least)
        if count > best[0]:
            best = (count, widths, lows)
    count, widths, lows = best
    return _Stretch(lines, tight, base, widths, lows) if lows else None


def _characters(line: Line, base: int) -> int:
    return len(line.text) + max(0, line.indent - base) // 2


def _cells(line: Line, base: int) -> int:
    """Pairs of cells: a han is one, two Latin letters are one. UTF-8 has three bytes for a han and one for a letter."""
    return (len(line.text.encode(errors="replace")) + len(line.text) + 2 + 2 * max(0, line.indent - base)) // 4


def _columns(lines: Sequence[Line], widths: Sequence[int], going: Sequence[int], least: int) -> tuple[int, list[int]]:
    """How many of the lines that go on are full lines of a column, and the least width of each column's full lines."""
    times = Counter(widths[i] for i in going if widths[i] >= NARROWEST)
    share = max(least, COLUMN_SHARE * len(going))
    lows: list[int] = []
    total = 0
    while times and len(lows) < WIDTHS:
        low = max(times, key=lambda w: (sum(times[w + more] for more in range(RAGGED + 1)), -w))
        count = sum(times[low + more] for more in range(RAGGED + 1))
        if count < share:
            break
        mine = [i for i in going if low <= widths[i] <= low + RAGGED]
        if sum(MARKS.search(lines[i].folded[:-1]) is not None for i in mine) >= PROSE * count:
            lows.append(next(w for w in range(low, low + RAGGED + 1) if times[w] >= 0.1 * count))
            total += count
        for more in range(-1, LOOSE):
            del times[low + more]
    return total, lows


def _settle(stretch: _Stretch) -> list[int]:
    """The column each line belongs to, as its place in `lows`, -1 for none: the choice that fits all lines best."""
    count = len(stretch.lows)
    costs = [0.0] * (count + 1)  # the last is no column
    back: list[list[int]] = []
    lines = stretch.lines
    for i, width in enumerate(stretch.widths):
        cheap = min(range(count + 1), key=costs.__getitem__)
        leap = costs[cheap] + (SWITCH if _border(stretch, i) else SWITCH_WITHIN)
        origin = [k if cost <= leap else cheap for k, cost in enumerate(costs)]
        costs = [min(cost, leap) for cost in costs]
        back.append(origin)
        alone = lines[i].gap > stretch.tight and (i + 1 == len(lines) or lines[i + 1].gap > stretch.tight)
        if width and not alone:
            closed = _closed(lines[i])
            for k, low in enumerate(stretch.lows):
                costs[k] += _misfit(width, low, closed)
            costs[count] += NO_COLUMN
    state = min(range(count + 1), key=costs.__getitem__)
    found: list[int] = []
    for origin in reversed(back):
        found.append(state if state < count else -1)
        state = origin[state]
    found.reverse()
    late = 0
    for i in range(len(found) - 2, -1, -1):
        # The lines of an opening may be short before the first full one: names and dates are kept whole.
        near = found[i] < 0 <= found[i + 1] and stretch.widths[i] and lines[i + 1].gap <= stretch.tight
        late = late + 1 if near else 0
        if near and late <= OPENING_LINES:
            found[i] = found[i + 1]
    return found


def _misfit(width: int, low: int, closed: bool) -> float:
    if width >= low - 1:
        return 0.0 if width <= low + LOOSE else 1.5 if width < 1.6 * low else 3.0
    return 0.4 if closed else 1.2


def _join(stretch: _Stretch) -> list[Line]:
    lines = stretch.lines
    columns = _settle(stretch)
    marked = _marked(stretch, columns)
    found: list[Line] = []
    group: list[Line] = []
    for i, line in enumerate(lines):
        if group and not _goes_on(stretch, columns, i - 1, group, marked):
            found += _paragraph(group, stretch.base)
            group = []
        group.append(line)
    return found + _paragraph(group, stretch.base)


def _marked(stretch: _Stretch, columns: Sequence[int]) -> float:
    """How surely indents or blank lines show where a paragraph ends: the share of its short last lines before one."""
    ends = shown = 0
    for i, k in enumerate(columns[:-1]):
        if k >= 0 and 0 < stretch.widths[i] < stretch.lows[k] - 1 and _closed(stretch.lines[i]):
            ends += 1
            shown += _border(stretch, i + 1)
    return (shown + 1) / (ends + 1)


def _border(stretch: _Stretch, i: int) -> bool:
    """Does a blank line or an indent part line `i` from the one before?"""
    line = stretch.lines[i]
    return line.gap > stretch.tight or line.indent - stretch.base >= INDENT


def _goes_on(stretch: _Stretch, columns: Sequence[int], i: int, group: Sequence[Line], marked: float) -> bool:
    """Does the paragraph whose lines so far are `group`, the last of them line `i`, go on in the next line?"""
    one, two = stretch.lines[i], stretch.lines[i + 1]
    k = columns[i]
    if k < 0 or columns[i + 1] != k or not stretch.widths[i] or not stretch.widths[i + 1] or _border(stretch, i + 1):
        return False
    if one.folded == two.folded or (i and len(group) == 1 and one.folded == stretch.lines[i - 1].folded):
        return False
    if not joinable(one, two):
        return False
    width, low = stretch.widths[i], stretch.lows[k]
    if width >= 1.6 * low + LOOSE:
        return False
    if two.folded[:1] in form.MID_STARTS and width >= low - 1:
        return True
    closed = _closed(one)
    if marked < MARKED:
        if _opens(two) and one.folded[-1:] in ":;。!?":
            return False
        if (len(group) == 1 and _alone(one)) or (closed and _alone(two)):
            return False
        if len(group) == 1 and not closed and width > low + RAGGED + 1:
            return False  # a headline is as long as it likes
    whole = stretch.widths[i + 1] >= low - 1 or _closed(two)
    sound = whole or MARKS.search(two.folded[:-1]) is not None  # a line of text, not a headline below it
    if marked < MARKED and len(group) == 1 and not (closed or _opens(one) or MARKS.search(one.folded)):
        # Perhaps a headline that fills its line.
        return sound and width >= low - 1 and cohesion(one.folded[-1:], two.folded[:1]) >= WORD
    if closed:
        if marked >= ALL_MARKED and whole and not _opens(two):
            return width >= SHORT * low
        return sound and width >= (low - 1 if marked >= MARKED else low)
    if _in_brackets(group):
        return True
    if form.DATELINE.match(two.folded) and len(group) == 1:
        return False
    if width >= low - 1:
        return sound
    if len(group) > 1:
        return whole and width >= SHORT * low
    if any(p.match(one.folded + two.folded) for p in OPENERS):
        return whole or marked >= MARKED
    return whole and marked >= MARKED and width >= SHORT * low and MARKS.search(one.folded[:-1]) is not None


def _opens(line: Line) -> bool:
    """Has the line a form that opens a paragraph?"""
    text = line.folded
    return any(p.match(text) for p in STARTS)


def _alone(line: Line) -> bool:
    """Has the line the form of a line of its own: a byline, a credit, 下转第3版?"""
    t = look(line, None)
    named = t.byline or t.lone_name or t.credit or t.closing or t.bracketed or t.boxed
    return bool(named or t.jump_to or t.jump_from or t.digest or t.masthead or t.ending)


def _in_brackets(group: Sequence[Line]) -> bool:
    text = "".join(line.folded for line in group[-3:])[-OPENING:]
    return any(text.rfind(left) > text.rfind(right) for left, right in ("()", "【】"))


def _paragraph(group: Sequence[Line], margin: int) -> list[Line]:
    """The lines of a paragraph as one; as they are, where they do not read as running text."""
    if len(group) == 1 or not _prose(group):
        return list(group)
    return [join_lines(group, margin)]


def _prose(group: Sequence[Line]) -> bool:
    """Has it the marks that sentences have? Headlines have few; regular verse has one at each line's end."""
    closed = _closed(group[-1])
    inside = sum(MARKS.search(line.folded[:-1]) is not None for line in group)
    if len({line.size for line in group}) == 1 and all(MARKS.match(line.folded[-1:]) for line in group):
        return False
    return closed or inside >= (1 if len(group) > 2 else 2)
