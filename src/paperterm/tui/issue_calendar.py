"""The days of a year as twelve months side by side, and which of them a paper appeared on. Pure."""

from __future__ import annotations

import calendar
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from paperterm.library.records import IssueHead

DAY, BETWEEN = 2, 1
"""Cells of a day, and between two."""
MONTH = 7 * DAY + 6 * BETWEEN
"""Cells of a month."""
GAP = 3
"""Cells between two months."""
HEIGHT = 9
"""Lines of a month: its name, the weekdays, six weeks and an empty line."""
ACROSS = (6, 4, 3, 2, 1)
"""How many months may stand side by side."""
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Day:
    """An issue: how many articles it has, and how many of them were not read."""

    articles: int
    unread: int


class Cell(NamedTuple):
    """Something on a line of a year: at which cell it begins, and either a text or a day."""

    left: int
    text: str
    day: date | None = None


def across(columns: int) -> int:
    """How many months stand side by side in so many columns."""
    return next((count for count in ACROSS if count * (MONTH + GAP) - GAP <= columns), 1)


def height(columns: int) -> int:
    """Lines of a whole year."""
    return MONTHS // across(columns) * HEIGHT


def line(year: int, number: int, columns: int, weekdays: str) -> list[Cell]:
    """What stands on a line of the year, in the middle of `columns` cells. `weekdays` are seven characters of two cells or
    seven pairs of letters, Monday's first."""
    beside = across(columns)
    band, row = divmod(number, HEIGHT)
    margin = max(0, (columns - beside * (MONTH + GAP) + GAP) // 2)
    cells = []
    for place in range(beside):
        month, left = band * beside + place + 1, margin + place * (MONTH + GAP)
        if month > MONTHS:
            break
        if row == 0:
            name = f"{year}-{month:02}"
            cells.append(Cell(left + (MONTH - len(name)) // 2, name))
        elif row == 1:
            size = len(weekdays) // 7
            cells += (Cell(left + at * (DAY + BETWEEN), weekdays[at * size : (at + 1) * size]) for at in range(7))
        else:
            cells += _week(year, month, row - 2, left)
    return cells


def _week(year: int, month: int, week: int, left: int) -> Iterable[Cell]:
    weeks = calendar.monthcalendar(year, month)
    for at, day in enumerate(weeks[week] if week < len(weeks) else ()):
        if day:
            yield Cell(left + at * (DAY + BETWEEN), f"{day:2}", date(year, month, day))


def line_of(day: date, columns: int) -> int:
    """The line of a day in its year."""
    week = (date(day.year, day.month, 1).weekday() + day.day - 1) // 7
    return (day.month - 1) // across(columns) * HEIGHT + 2 + week


def day_at(year: int, number: int, cell: int, columns: int) -> date | None:
    """The day at a cell of a line; None beside the days."""
    if not 0 <= number < height(columns):
        return None
    found = (one for one in line(year, number, columns, " " * 7) if one.left <= cell < one.left + DAY)
    return next((one.day for one in found), None)


def days_of(issues: Iterable[IssueHead], read: Mapping[tuple[str | None, str | None], int]) -> dict[date, Day]:
    """The days of a paper's issues. `read` says how many articles of an issue were read."""
    days = {}
    for head in issues:
        if head.date is not None:
            unread = max(0, head.articles - read.get((head.paper, head.date), 0))
            days[date.fromisoformat(head.date)] = Day(head.articles, unread)
    return days


def further(day: date, days: int) -> date:
    """The day so many days on, as far as there are days."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def in_year(day: date, years: int) -> date:
    """The same day in another year; the last of the month where that one has not so many."""
    year = max(date.min.year, min(day.year + years, date.max.year))
    return date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))


def next_issue(day: date, days: Collection[date], step: int) -> date | None:
    """The next day with an issue, or the one before where `step` is negative."""
    order = sorted(days)
    at = bisect_right(order, day) if step > 0 else bisect_left(order, day) - 1
    return order[at] if 0 <= at < len(order) else None


def typed(text: str, days: Collection[date]) -> date | None:
    """The day that is meant by the beginning of a date (2025, 2025-03, 202503, 2025-03-25), the first one with an issue in
    that year or month; None where it means none yet."""
    digits = text.replace("-", "")
    if not digits.isdecimal() or len(digits) not in (4, 6, 8):
        return None
    year, month, day = int(digits[:4]), int(digits[4:6] or 1), int(digits[6:] or 1)
    try:
        first = date(year, month, day)
    except ValueError:
        return None
    if len(digits) == 8:
        return first
    within = [one for one in days if one.year == year and (len(digits) == 4 or one.month == month)]
    return min(within, default=first)
