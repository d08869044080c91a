"""Do the dates of a page agree? A date, its weekday and its lunar date (农历) check one another; news is older than the
paper that prints it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from paperterm.model import Article, Block, Caution
from paperterm.parse import patterns as form
from paperterm.parse.articles import Item
from paperterm.text.calendar import BRANCHES, MONTHS, STEMS, lunar, sexagenary, weekday
from paperterm.text.fold import fold
from paperterm.text.numerals import number

LONGEST = 90
"""Characters: a longer line of a masthead is none."""
NEAR = 8
"""Lines: the weekday or lunar date of a date stands no farther from it."""
ALONE = 20
"""Characters: on a line of its own a weekday has no more company."""
HALF_A_YEAR = 183
"""Days: a month and day that is farther ahead is that of the year before."""
LEAP_YEAR = 2000

REPUBLIC = 1911
WEEKDAY = re.compile(
    r"(?<![每逢下上本至到、])(?:星期|礼拜|周)(?P<day>[一二三四五六日天])(?![至到、/刊]|\s*(?:出版|休刊|见报))"
)
SEXAGENARY = re.compile(rf"(?P<year>[{STEMS}][{BRANCHES}])年")
LUNAR_DAY = re.compile(
    r"(?<![0-9年])(?P<leap>闰)?(?P<month>[正冬腊二三四五六七八九]|十[一二]?)月[大小]?\s*"
    r"(?P<day>初[一二三四五六七八九十]|廿[一二三四五六七八九]?|[二三]?十[一二三四五六七八九]?|卅)(?!\s*[0-9日号一二三四五六七八九十])"
)
LUNAR_DAY_OF_YEAR = re.compile(rf"[{STEMS}][{BRANCHES}]年\s*" + LUNAR_DAY.pattern.removeprefix("(?<![0-9年])"))

_DAY = re.compile("月([0-9０-９]{1,2}|[一二三四五六七八九十廿卅]{1,3})日")
_BEFORE_DAY = re.compile(r"(?:([0-9]{4})年)?([0-9]{1,2}|[一二三四五六七八九十]{1,3})$")
_LUNAR_NAMES = re.compile(r"农历|阴历|旧历|夏历|闰")
_SAFE = frozenset((*map(str, range(1, 29)), *"一二三四五六七八九十", *(f"十{n}" for n in "一二三四五六七八九"), "二十"))
"""Days that every month has."""

LineOf = Callable[[Block, int], int]


@dataclass(frozen=True, slots=True)
class _Printed:
    """A date that a masthead prints: a day, or None where the calendar has no such day."""

    line: int
    day: date | None
    text: str
    rich: bool  # the line holds other facts of a masthead too


def masthead_dates(items: Iterable[Item]) -> tuple[date | None, list[Caution]]:
    """The date that the page prints, and what contradicts it in the masthead."""
    lines = [item for item in items if item.state == "M" and item.traits.size <= LONGEST]
    dates = [found for item in lines if (found := _date(item))]
    cautions = [
        Caution("impossible-date", found.line, f"There is no such day as {found.text}.")
        for found in dates
        if found.day is None
    ]
    issue = next((found for found in dates if found.day), None)
    if issue is None or issue.day is None:
        return None, cautions
    own = {found.line for found in dates}
    for other in dates:
        if other.day and other.rich and other.day != issue.day:
            message = f"This line prints the date {other.day}, line {issue.line} {issue.day}."
            cautions.append(Caution("two-dates", other.line, message))
    for item in lines:
        if item.number == issue.line or (item.number not in own and abs(item.number - issue.line) <= NEAR):
            cautions += _weekday(item, issue.day, issue.line)
            cautions += _lunar(item, issue.day)
    return issue.day, cautions


def _date(item: Item) -> _Printed | None:
    folded = item.folded
    for pattern, first_year in ((form.ERA_DATE, REPUBLIC), (form.FULL_DATE, 0), (form.DOTTED_DATE, 0)):
        match = pattern.search(folded)
        if not match:
            continue
        year = 1 if match["year"] == "元" else number(match["year"])
        month, day = number(match["month"]), number(match["day"])
        if year is None or month is None or day is None:
            continue
        rich = item.traits.masthead > 2
        text = item.text[match.start() : match.end()]
        try:
            return _Printed(item.number, date(first_year + year, month, day), text, rich)
        except ValueError:
            return _Printed(item.number, None, text, rich)
    return None


def _weekday(item: Item, day: date, line: int) -> list[Caution]:
    match = WEEKDAY.search(item.folded)
    if not match or (item.number != line and item.traits.size > ALONE):
        return []
    if match["day"].replace("天", "日") == weekday(day)[-1]:
        return []
    message = f"{day} is a {weekday(day)}, but this line says {item.text[match.start() : match.end()]}."
    return [Caution("weekday", item.number, message)]


def _lunar(item: Item, day: date) -> list[Caution]:
    right = lunar(day)
    if right is None:
        return []
    year = SEXAGENARY.search(item.folded)
    match = LUNAR_DAY_OF_YEAR.search(item.folded) or LUNAR_DAY.search(item.folded)
    wrong = year is not None and year["year"] != sexagenary(right.year)
    if match:
        month = MONTHS.find(match["month"]) + 1 or number(match["month"])
        named = match["day"].removeprefix("初").replace("卅", "三十").replace("廿", "二十")
        wrong = wrong or (month, number(named)) != (right.month, right.day) or (bool(match["leap"]) and not right.leap)
    if not wrong:
        return []
    spans = [m.span() for m in (year, match) if m]
    said = item.text[min(start for start, _ in spans) : max(end for _, end in spans)]
    return [Caution("lunar-date", item.number, f"{day} is {right} of the lunar calendar, but this line says {said}.")]


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
