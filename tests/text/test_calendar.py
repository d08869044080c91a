"""Weekdays and the lunar calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lunar_python import Solar

from paperterm.text.calendar import LunarDate, day_name, gregorian, lunar, month_name, sexagenary, weekday
from paperterm.text.tables import make_tables

DAYS = st.dates(date(1850, 2, 12), date(2101, 1, 28))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2025, 3, 25), "乙巳年二月廿六"),
        (date(2024, 10, 23), "甲辰年九月廿一"),
        (date(1945, 3, 16), "乙酉年二月初三"),
        (date(2025, 1, 28), "甲辰年腊月廿九"),
        (date(2025, 1, 29), "乙巳年正月初一"),
        (date(2025, 8, 8), "乙巳年闰六月十五"),
    ],
)
def test_a_day_has_its_lunar_date(day, name):
    assert str(lunar(day)) == name


@given(DAYS)
def test_a_lunar_date_is_what_lunar_python_says(day):
    there = Solar.fromYmd(day.year, day.month, day.day).getLunar()
    month = there.getMonth()  # below 0 for a leap month
    assert lunar(day) == LunarDate(there.getYear(), abs(month), there.getDay(), month < 0)
    assert sexagenary(there.getYear()) == there.getYearInGanZhi()


@given(DAYS)
def test_the_next_day_has_another_lunar_date(day):
    found = lunar(day)
    assert found and found != lunar(day + timedelta(days=1))


def test_there_is_no_lunar_date_outside_the_table():
    assert lunar(date(1850, 2, 11)) is None
    assert lunar(date(2101, 1, 29)) is None


@given(DAYS)
def test_a_lunar_date_is_the_day_that_has_it(day):
    found = lunar(day)
    assert found and gregorian(found) == day


@pytest.mark.parametrize("moon", [(2025, 2, 30), (2025, 3, 1, True), (1849, 1, 1), (2025, 13, 1), (2025, 1, 0)])
def test_a_lunar_date_that_never_was_is_none(moon):
    assert gregorian(LunarDate(*moon)) is None


@given(DAYS)
def test_a_weekday_comes_again_after_seven_days(day):
    assert weekday(day) == "星期" + "日一二三四五六"[day.isoweekday() % 7]


def test_months_and_days_have_their_printed_names():
    assert [month_name(m) for m in (1, 11, 12)] == ["正月", "冬月", "腊月"]
    assert month_name(6, leap=True) == "闰六月"
    assert [day_name(d) for d in (1, 10, 11, 19, 20, 21, 29, 30)] == "初一 初十 十一 十九 二十 廿一 廿九 三十".split()


def test_the_table_is_what_lunar_python_says_now():
    assert (make_tables.HERE / "lunar.txt").read_text(encoding="utf-8").splitlines() == make_tables.lunar_years()
