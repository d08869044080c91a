"""The calendar of a paper's issues."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperterm.text.cells import cell_width
from paperterm.tui.issue_calendar import across, day_at, further, height, in_year, line, line_of, next_issue, typed
from paperterm.tui.screens.issue_calendar import CalendarScreen
from tests.tui.conftest import PAGES, Reader, Start

YEARS = st.integers(1900, 2100)
COLUMNS = st.integers(MONTH := 20, 220)


@given(YEARS, COLUMNS)
def test_every_day_of_a_year_stands_once_in_its_column_of_the_week(year: int, columns: int) -> None:
    seen = {}
    for number in range(height(columns)):
        cells = line(year, number, columns, "一二三四五六日")
        assert all(a.left + cell_width(a.text) <= b.left for a, b in pairwise(cells))
        assert not cells or cells[-1].left + cell_width(cells[-1].text) <= columns
        seen |= {cell.day: number for cell in cells if cell.day}
    days = 366 if calendar.isleap(year) else 365
    assert len(seen) == days
    assert all(line_of(day, columns) == number for day, number in seen.items())


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), COLUMNS)
def test_a_day_is_found_under_the_mouse(day: date, columns: int) -> None:
    number = line_of(day, columns)
    cell = next(cell for cell in line(day.year, number, columns, "一二三四五六日") if cell.day == day)
    assert day_at(day.year, number, cell.left, columns) == day
    assert day_at(day.year, number, cell.left + 1, columns) == day


@pytest.mark.parametrize(("columns", "beside"), [(40, 1), (43, 2), (80, 3), (120, 4), (200, 6)])
def test_as_many_months_stand_side_by_side_as_fit(columns: int, beside: int) -> None:
    assert across(columns) == beside


@given(st.dates(), st.integers(-10_000_000, 10_000_000))
def test_moving_ends_where_days_end(day: date, step: int) -> None:
    assert date.min <= further(day, step) <= date.max
    assert in_year(day, step // 100).day <= day.day


def test_from_issue_to_issue() -> None:
    days = [date(2025, 3, 24), date(2025, 3, 25), date(2025, 5, 1)]
    assert next_issue(days[1], days, 1) == days[2]
    assert next_issue(days[1] + timedelta(5), days, -1) == days[1]
    assert next_issue(days[2], days, 1) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025", date(2025, 3, 25)), ("2025-05", date(2025, 5, 9)), ("202505", date(2025, 5, 9)),
        ("2025-05-07", date(2025, 5, 7)), ("20250507", date(2025, 5, 7)), ("2024", date(2024, 1, 1)),
        ("202", None), ("2025-13", None), ("2025-02-30", None), ("-", None), ("", None),
    ],
)  # fmt: skip
def test_a_date_is_understood_as_it_is_typed(text: str, day: date | None) -> None:
    assert typed(text, [date(2025, 5, 9), date(2025, 3, 25)]) == day


async def open_calendar(r: Reader) -> CalendarScreen:
    await r.press("M")
    await r.until(lambda: isinstance(r.app.screen, CalendarScreen) and r.app.screen.days)
    assert isinstance(r.app.screen, CalendarScreen)
    return r.app.screen


async def test_the_calendar_shows_the_papers_days_and_opens_one(reader: Start) -> None:
    async with reader() as r:
        screen = await open_calendar(r)
        assert screen.grid.day == date(2025, 3, 25)
        assert set(screen.days) == {date(2025, 3, 24), date(2025, 3, 25)}
        await r.press("left")
        await r.until(lambda: "2025-03-24 星期一   1 article   1 unread" in r.text_of("#calendar-told"))
        await r.press("enter")
        await r.shows("江上起雾")


async def test_a_day_without_an_issue_names_the_nearest_one(reader: Start) -> None:
    async with reader() as r:
        screen = await open_calendar(r)
        await r.press("down", "enter")
        assert screen.grid.day == date(2025, 4, 1)
        await r.until(lambda: "the nearest is of 2025-03-25" in r.text_of("#calendar-told"))


async def test_a_date_is_typed_and_opened(reader: Start) -> None:
    async with reader() as r:
        screen = await open_calendar(r)
        await r.press("pagedown", "pagedown")
        assert screen.grid.day.year == 2027
        await r.type("2025-03-24")
        await r.until(lambda: screen.grid.day == date(2025, 3, 24))
        await r.press("enter")
        await r.shows("江上起雾")


async def test_tab_shows_the_next_paper(reader: Start) -> None:
    other = PAGES["earlier"].replace("大江日报", "江城晚报").replace("2025年3月24日 星期一", "2023年5月6日 星期六")
    async with reader(pages={**PAGES, "other": other}) as r:
        screen = await open_calendar(r)
        before = r.text_of("#calendar-paper")
        await r.press("tab")
        await r.until(lambda: r.text_of("#calendar-paper") != before)
        assert {screen.grid.day.year} == {2023 if "江城晚报" in r.text_of("#calendar-paper") else 2025}


async def test_a_day_is_opened_with_the_mouse(reader: Start) -> None:
    async with reader(size=(120, 40)) as r:
        screen = await open_calendar(r)
        grid = screen.grid
        day = date(2025, 3, 24)
        number = line_of(day, grid.scrollable_content_region.width)
        cell = next(
            c for c in line(2025, number, grid.scrollable_content_region.width, "一二三四五六日") if c.day == day
        )
        await r.pilot.click("#calendar-grid", offset=(cell.left, number - grid.scroll_offset.y))
        await r.shows("江上起雾")


async def test_a_library_without_dates_says_so(reader: Start) -> None:
    async with reader(pages={"bare": "# 渔民出海\n本报讯(记者赵六)天刚亮,渔民们就驾船出海。\n"}) as r:
        await r.press("M", "left", "tab", "n", "enter")
        await r.until(lambda: r.text_of("#calendar-paper") == "No issue in the library has a date.")
        await r.press("q")
        await r.until(lambda: r.app.screen is r.screen)
