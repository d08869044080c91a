"""Weekdays and the lunar calendar (农历) as newspapers print them beside a date.

The lunar years stand in a table made from lunar-python 1.4.8 (`tables/make_tables.py`): importing that package would take
longer than parsing five pages.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).parent / "tables" / "lunar.txt"
WEEKDAYS = "一二三四五六日"
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
MONTHS = "正二三四五六七八九十冬腊"
DIGITS = "一二三四五六七八九十"


class LunarDate(NamedTuple):
    """A day of the lunar calendar. `year` is the Gregorian year in which its lunar year begins."""

    year: int
    month: int  # 1 to 12
    day: int  # 1 to 30
    leap: bool = False  # 闰月: the second month of that number

    def __str__(self) -> str:
        """乙巳年二月廿六"""
        return f"{sexagenary(self.year)}年{month_name(self.month, self.leap)}{day_name(self.day)}"


def weekday(day: date) -> str:
    """星期二"""
    return "星期" + WEEKDAYS[day.weekday()]


def sexagenary(year: int) -> str:
    """The name (干支) of the lunar year that begins in a Gregorian year: 2025 is 乙巳."""
    return STEMS[(year - 4) % 10] + BRANCHES[(year - 4) % 12]


def month_name(month: int, leap: bool = False) -> str:
    """正月, 闰六月, 冬月, 腊月"""
    return f"{'闰' if leap else ''}{MONTHS[month - 1]}月"


def day_name(day: int) -> str:
    """初一, 十五, 二十, 廿六, 三十"""
    tens, ones = divmod(day, 10)
    if not ones:
        return ("初十", "二十", "三十")[tens - 1]
    return ("初", "十", "廿")[tens] + DIGITS[ones - 1]


def lunar(day: date) -> LunarDate | None:
    """The lunar date of a day from 1850-02-12 to 2101-01-28; None outside."""
    starts, years = _years()
    at = bisect_right(starts, day) - 1
    if at < 0:
        return None
    year, months = years[at]
    left = (day - starts[at]).days
    for month, leap, length in months:
        if left < length:
            return LunarDate(year, month, left + 1, leap)
        left -= length
    return None


def gregorian(lunar_date: LunarDate) -> date | None:
    """The day that a lunar date is; None where its year has no such day, or the table no such year."""
    for start, (year, months) in zip(*_years(), strict=True):
        if year != lunar_date.year:
            continue
        before = 0
        for month, leap, length in months:
            if (month, leap) == (lunar_date.month, lunar_date.leap):
                return start + timedelta(before + lunar_date.day - 1) if 1 <= lunar_date.day <= length else None
            before += length
    return None


Year = tuple[int, tuple[tuple[int, bool, int], ...]]
"""A lunar year and its months: number, whether it is a leap month, length in days."""


@cache
def _years() -> tuple[list[date], list[Year]]:
    """The first day of each lunar year of the table, and the years."""
    starts, years = [], []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        year, newyear, leap_month, lengths = line.split()
        leap = int(leap_month)
        order = [(month, False) for month in range(1, 13)]
        if leap:
            order.insert(leap, (leap, True))
        starts.append(date(int(year), int(newyear[:2]), int(newyear[2:])))
        years.append((int(year), tuple((*month, 29 + int(long)) for month, long in zip(order, lengths, strict=True))))
    return starts, years
