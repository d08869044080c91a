from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperterm.query import parse_query
from paperterm.query.values import FieldValueError, dates, pages

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("value", "bounds"),
    [
        ("2023", ("2023-01-01", "2023-12-31")),
        ("2023-02", ("2023-02-01", "2023-02-28")),
        ("2024-2-9", ("2024-02-09", "2024-02-09")),
        ("20240209", ("2024-02-09", "2024-02-09")),
        ("2024年2月", ("2024-02-01", "2024-02-29")),
        ("２０２３．．２０２５－０３", ("2023-01-01", "2025-03-31")),
        ("2023至2024", ("2023-01-01", "2024-12-31")),
        ("2023..", ("2023-01-01", "9999-12-31")),
        ("..2023", ("0001-01-01", "2023-12-31")),
        (">2024", ("2025-01-01", "9999-12-31")),
        ("＞2024-12-31", ("2025-01-01", "9999-12-31")),
        (">=2024-03", ("2024-03-01", "9999-12-31")),
        ("<2024", ("0001-01-01", "2023-12-31")),
        ("<=2024", ("0001-01-01", "2024-12-31")),
    ],
)
def test_a_date_means_a_stretch_of_days(value, bounds):
    assert dates(value) == bounds


@given(DAYS)
def test_a_day_in_any_spelling_is_that_day(day):
    for spelling in (day.isoformat(), f"{day.year}/{day.month}/{day.day}", f"{day.year}年{day.month}月{day.day}日"):
        assert dates(spelling) == (day.isoformat(), day.isoformat())


@given(DAYS)
def test_the_comparisons_part_all_days_in_two(day):
    step = timedelta(days=1)
    assert dates(f">{day}")[0] == (day + step).isoformat()
    assert dates(f"<{day}")[1] == (day - step).isoformat()
    assert dates(f">={day}")[0] == dates(f"<={day}")[1] == day.isoformat()


@pytest.mark.parametrize(
    "value", ["2023-13", "2023-00", "2023-02-30", "0000", "23", "..", ">", ">2023..2024", "<0001", "今天"]
)
def test_what_is_no_date_is_refused(value):
    with pytest.raises(FieldValueError):
        dates(value)


@pytest.mark.parametrize(
    ("value", "bounds"),
    [
        ("3", (3, 3)),
        ("第三版", (3, 3)),
        ("2..4", (2, 4)),
        ("2-4", (2, 4)),
        (">4", (5, 9999)),
        ("<=4", (0, 4)),
        ("十二版", (12, 12)),
    ],
)
def test_a_page_is_a_number_or_a_range(value, bounds):
    assert pages(value) == bounds


@pytest.mark.parametrize("value", ["头版", "1.5", "-1", "4..2", "99999"])
def test_what_is_no_page_is_refused(value):
    with pytest.raises(FieldValueError):
        pages(value)


@pytest.mark.parametrize(
    ("word", "kind"), [("报道", "story"), ("PHOTO", "photo"), ("圖片", "photo"), ("转版", "continuation")]
)
def test_kinds_have_names_in_both_languages(word, kind):
    assert parse_query(f"类型:{word}").root.value == kind
