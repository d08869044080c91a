"""Do the dates that a page prints around its articles agree? A date, its weekday and its lunar date (农历) check one
another, and a date at the foot that of the masthead."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from paperterm.model import Caution
from paperterm.parse import patterns as form
from paperterm.parse.articles import Item
from paperterm.parse.mastheads import ENGLISH_WEEKDAY, without_facts
from paperterm.parse.nameplates import is_paper
from paperterm.parse.printed_dates import LONGEST, Printed, dates_of
from paperterm.parse.vocabulary import SECTION_NAMES
from paperterm.text.calendar import BRANCHES, MONTHS, STEMS, lunar, sexagenary, weekday
from paperterm.text.numerals import number

NEAR = 8
"""Lines: the weekday or lunar date of a date stands no farther from it."""
ALONE = 20
"""Characters: on a line of its own a weekday has no more company."""
ENGLISH = "mon tue wed thu fri sat sun".split()
WEEKDAY = re.compile(
    r"(?<![每逢下上本至到、])(?:星期|礼拜|周)\s?(?P<day>[一二三四五六日天])(?![至到、/刊]|\s*(?:出版|休刊|见报))"
)
SEXAGENARY = re.compile(rf"(?P<year>[{STEMS}][{BRANCHES}])年")
LUNAR_DAY = re.compile(
    r"(?<![0-9年])(?P<leap>闰)?(?P<month>[正冬腊二三四五六七八九]|十[一二]?)月[大小]?\s*"
    r"(?P<day>初[一二三四五六七八九十]|廿[一二三四五六七八九]?|[二三]?十[一二三四五六七八九]?|卅)(?!\s*[0-9日号一二三四五六七八九十])"
)
LUNAR_DAY_OF_YEAR = re.compile(rf"[{STEMS}][{BRANCHES}]年\s*" + LUNAR_DAY.pattern.removeprefix("(?<![0-9年])"))
_RANGE = re.compile(r"\s*(?:[-—–~至到]|--)\s*")
_CALENDAR = re.compile("西历|公历|公元|西元|中华|国历|阳历|新历")
_PAGE = re.compile(r"第?\s?[a-z]?[0-9一二三四五六七八九十]{1,3}\s?版|(?<!\S)[a-z]?\d{1,2}(?!\S)")
_SEPARATORS = re.compile(r"[\s:·,.|/()【】]+")
_BESIDE = 3
"""Characters between a date and a short weekday in English; SUN and MON alone may be anything."""


def masthead_dates(items: Iterable[Item], texts: Collection[int] = ()) -> tuple[date | None, list[Caution]]:
    """The date that the page prints on lines of no article, and what contradicts it there. `texts` are the numbers of
    the lines of articles: above them all is the page's head, below them its foot."""
    lines = [item for item in items if item.state in "MF" and item.traits.size <= LONGEST]
    dates = dates_of(lines)
    mine = [found for found in dates if found.item.state == "M"]
    cautions = [
        Caution("impossible-date", found.item.number, f"There is no such day as {found.text}.")
        for found in mine
        if found.day is None
    ]
    issue = next((found for found in mine if found.day), None)
    if issue is None or issue.day is None:
        return None, cautions
    places = _Places(texts)
    owned = [found for found in dates if found.day and (found.item.state == "M" or _states_issue(found, issue, places))]
    cautions += _others(issue, owned, places)
    own = {found.item.number for found in dates}
    for item in lines:
        days = [found.day for found in owned if found.item is item and found.day]
        if days:
            cautions += _agree(item, days, [found for found in owned if found.item is item])
        elif item.state == "M" and item.number not in own and abs(item.number - issue.item.number) <= NEAR:
            cautions += _agree(item, [issue.day], [])
    return issue.day, cautions


class _Places:
    """Where a line stands among the articles."""

    def __init__(self, texts: Collection[int]) -> None:
        self._texts = sorted(texts)

    def together(self, one: Item, two: Item) -> bool:
        """Does no article stand between two lines?"""
        return bisect(self._texts, one.number) == bisect(self._texts, two.number)

    def foot(self, item: Item) -> bool:
        return bool(self._texts) and item.number > self._texts[-1]


def _others(issue: Printed, owned: Sequence[Printed], places: _Places) -> list[Caution]:
    """The dates of other days, each line once."""
    found: dict[int, Caution] = {}
    for before, other in zip([issue, *owned], owned, strict=False):
        line = other.item.number
        if other.day == issue.day or line in found or _continues(before, other):
            continue
        if other.item is issue.item:
            message = f"This line prints two dates, {issue.day} and {other.day}."
        elif other.item.traits.masthead > 2 or _states_issue(other, issue, places):
            message = f"This line prints the date {other.day}, line {issue.item.number} {issue.day}."
        else:
            continue
        found[line] = Caution("two-dates", line, message)
    return list(found.values())


def _continues(before: Printed, other: Printed) -> bool:
    """2025年3月24日—2025年3月30日: the days of a week."""
    return before.item is other.item and bool(
        _RANGE.fullmatch(before.item.folded, before.end, max(before.end, other.start))
    )


def _states_issue(found: Printed, issue: Printed, places: _Places) -> bool:
    """Is this surely the date of the page, not of a notice or a text? On an editors' line, on a line beside the
    masthead, on a line with the paper's name or the weekday; a bare date at the foot where it is later, since what a
    page prints is dated no later than the page."""
    item = found.item
    if form.EDITORS.match(item.folded):
        return True
    if not _plain(item):
        return False
    if item.state == "M" and places.together(item, issue.item):
        return True
    return _with_company(item) or bool(places.foot(item) and found.day and issue.day and found.day > issue.day)


def _plain(item: Item) -> bool:
    """Does the line hold nothing but what a masthead holds?"""
    words = _SEPARATORS.split(_PAGE.sub(" ", _CALENDAR.sub(" ", without_facts(item.folded))))
    return all(not word or is_paper(word) or word in SECTION_NAMES for word in words)


def _with_company(item: Item) -> bool:
    words = without_facts(item.folded).split()
    return bool(WEEKDAY.search(item.folded) or any(is_paper(word) for word in words))


def _agree(item: Item, days: Sequence[date], dates: Sequence[Printed]) -> list[Caution]:
    return _weekday(item, days, dates) + _lunar(item, days)


def _weekday(item: Item, days: Sequence[date], dates: Sequence[Printed]) -> list[Caution]:
    said = _said_weekday(item, dates)
    if said is None or any(said[0] == day.weekday() for day in days):
        return []
    message = f"{days[0]} is a {weekday(days[0])}, but this line says {said[1]}."
    return [Caution("weekday", item.number, message)]


def _said_weekday(item: Item, dates: Sequence[Printed]) -> tuple[int, str] | None:
    """The weekday that a line prints, 0 for Monday, and how it prints it."""
    if not dates and item.traits.size > ALONE:
        return None
    if match := WEEKDAY.search(item.folded):
        return "一二三四五六日".index(match["day"].replace("天", "日")), item.text[match.start() : match.end()]
    for match in ENGLISH_WEEKDAY.finditer(item.folded):
        beside = any(abs(match.start() - d.end) <= _BESIDE or abs(d.start - match.end()) <= _BESIDE for d in dates)
        if match["full"] or beside:
            return ENGLISH.index(match[0][:3]), item.text[match.start() : match.end()]
    return None


def _lunar(item: Item, days: Sequence[date]) -> list[Caution]:
    year = SEXAGENARY.search(item.folded)
    match = LUNAR_DAY_OF_YEAR.search(item.folded) or LUNAR_DAY.search(item.folded)
    if not (year or match) or any(_is_lunar(day, year, match) for day in days):
        return []
    spans = [m.span() for m in (year, match) if m]
    said = item.text[min(start for start, _ in spans) : max(end for _, end in spans)]
    right = lunar(days[0])
    return [
        Caution("lunar-date", item.number, f"{days[0]} is {right} of the lunar calendar, but this line says {said}.")
    ]


def _is_lunar(day: date, year: re.Match[str] | None, match: re.Match[str] | None) -> bool:
    """May that be the lunar date of the day? True where the tables do not reach."""
    right = lunar(day)
    if right is None:
        return True
    if year and year["year"] != sexagenary(right.year):
        return False
    if not match:
        return True
    month = MONTHS.find(match["month"]) + 1 or number(match["month"])
    named = match["day"].removeprefix("初").replace("卅", "三十").replace("廿", "二十")
    return (month, number(named)) == (right.month, right.day) and (not match["leap"] or right.leap)
