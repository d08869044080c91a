"""Days in articles that cannot be: news is older than the paper that prints it, and no calendar has a 31st of June."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from paperterm.model import Article, Block, Caution
from paperterm.parse import patterns as form
from paperterm.text.fold import fold
from paperterm.text.numerals import number

HALF_A_YEAR = 183
"""Days: a month and day that is farther ahead is that of the year before."""
LEAP_YEAR = 2000

_DAY = re.compile("月([0-9０-９]{1,2}|[一二三四五六七八九十廿卅]{1,3})日")
_BEFORE_DAY = re.compile(r"(?:([0-9]{4})年)?([0-9]{1,2}|[一二三四五六七八九十]{1,3})$")
_LUNAR_NAMES = re.compile(r"农历|阴历|旧历|夏历|闰")
_SAFE = frozenset((*map(str, range(1, 29)), *"一二三四五六七八九十", *(f"十{n}" for n in "一二三四五六七八九"), "二十"))
"""Days that every month has."""

LineOf = Callable[[Block, int], int]


def datelines_after(articles: Sequence[Article], issue: date) -> list[Caution]:
    """Articles that were filed, by a dateline that prints month and day, after the issue's own date."""
    found: list[Caution] = []
    for article in articles:
        if not article.filed:
            continue
        month, day = int(article.filed[:2]), int(article.filed[3:])
        late = _filed(issue, month, day)
        if late is None or not 0 < (late - issue).days < HALF_A_YEAR:
            continue
        for block in article.blocks:
            match = form.DATELINE.match(fold(block.text[:160])) or form.CLOSING_DATELINE.search(fold(block.text[-90:]))
            if match and _printed(match) == (month, day):
                message = f"This was filed on {month:02d}-{day:02d}, after the date of the issue, {issue}."
                found.append(Caution("dateline-after-issue", block.lines[0], message))
                break
    return found


def _filed(issue: date, month: int, day: int) -> date | None:
    try:
        return date(issue.year, month, day)
    except ValueError:
        return None


def _printed(match: re.Match[str]) -> tuple[int | None, int | None] | None:
    """Month and day as the dateline prints them; None where it prints no month."""
    for month, day in (("month", "day"), ("month3", "day3")):
        if month in match.re.groupindex and match[month]:
            return number(match[month]), number(match[day])
    return None


def impossible_days(article: Article, line_of: LineOf) -> list[Caution]:
    """Days in the text that no calendar has: 2月30日, 13月5日."""
    found: list[Caution] = []
    for block in article.blocks:
        for match in _DAY.finditer(block.text):
            at = match.start()
            before = _BEFORE_DAY.search(fold(block.text[max(0, at - 8) : at]))
            # 12月 and earlier months, and a day that every month has: nearly all there are
            if not before or (match[1] in _SAFE and len(before[2]) == 1):
                continue
            if _LUNAR_NAMES.search(block.text, max(0, at - 12), at):
                continue
            month, day = number(before[2]), number(match[1])
            if month is None or day is None or _exists(int(before[1] or LEAP_YEAR), month, day):
                continue
            text = before[0] + match[0]
            found.append(Caution("impossible-date", line_of(block, at), f"There is no such day as {text}."))
    return found


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(max(1, year), month, day)
    except ValueError:
        return False
    return True
