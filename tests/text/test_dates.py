"""Dates as newspapers print them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperterm.text.calendar import lunar
from paperterm.text.dates import printed_dates
from paperterm.text.fold import fold


def days(text: str) -> list[date | None]:
    return [found.day for found in printed_dates(fold(text))]


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("二O二五年三月廿五日", date(2025, 3, 25)),
        ("2O25年3月1O日", date(2025, 3, 10)),
        ("2 0 2 5 年 3 月 2 5 日", date(2025, 3, 25)),
        ("2025年3月25 星期二", date(2025, 3, 25)),
        ("MARCH 25, 2025", date(2025, 3, 25)),
        ("西曆一千九百零六年三月二十九號", date(1906, 3, 29)),
        ("民國卅二年五月八號", date(1943, 5, 8)),
        ("民國元年一月一日", date(1912, 1, 1)),
        ("民國114年3月25日", date(2025, 3, 25)),
        ("康德八年十一月三日", date(1941, 11, 3)),
        ("昭和十二年七月九日", date(1937, 7, 9)),
        ("大正元年十月一日", date(1912, 10, 1)),
        ("明治四十一年一月五日", date(1908, 1, 5)),
    ],
)
def test_a_date_of_any_calendar_is_read(printed, day):
    assert days(printed) == [day]


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("同治十一年三月廿三日", date(1872, 4, 30)),  # the first day of 申报
        ("光緒二十年八月十八日", date(1894, 9, 17)),  # the battle of the Yalu
        ("光緒二十一年三月廿三日", date(1895, 4, 17)),  # the treaty of Shimonoseki
        ("光緒卅四年歲次戊申十月廿一日", date(1908, 11, 14)),  # the emperor's death
        ("宣統元年閏二月初一日", date(1909, 3, 22)),
        ("宣統三年八月十九日", date(1911, 10, 10)),  # the rising of Wuchang
    ],
)
def test_a_lunar_date_of_the_qing_is_a_day_of_our_calendar(printed, day):
    assert days(printed) == [day]


@pytest.mark.parametrize("printed", ["2025年2月30日", "宣統九年三月一日", "光緒三十二年二月三十一日", "2025年13月1日"])
def test_a_day_that_no_calendar_has_is_none(printed):
    assert days(printed) == [None]


@pytest.mark.parametrize("text", ["光绪年间的往事", "2025年的3月", "3月25日", "12025", "民国往事"])
def test_what_is_no_whole_date_is_not_read(text):
    assert days(text) == []


def test_all_dates_of_a_line_are_read_in_their_order():
    assert days("民國三十二年五月八日 西曆1944.5.8") == [date(1943, 5, 8), date(1944, 5, 8)]


@given(st.dates(date(1875, 2, 6), date(1908, 12, 31)))
def test_every_day_of_an_emperor_comes_back(day):
    moon = lunar(day)
    assert moon
    month, number = str(moon)[3:].split("月")
    assert days(f"光绪{moon.year - 1874}年{month}月{number}日") == [day]
