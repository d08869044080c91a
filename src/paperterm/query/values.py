"""Reading what stands after a field's colon: dates, page numbers, words of a fixed list."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeVar

from paperterm.text.fold import fold

Bounds = tuple[str, str] | tuple[int, int]
"""First and last value that fit, both included: ISO 8601 dates or page numbers."""
Value = TypeVar("Value", str, int)

FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"
LAST_PAGE = 9999

# Compiled by `re` when they are first used: few queries have fields.
_COMPARISON = r"(>=|<=|=>|=<|>|<|≥|≤|=)?\s*((?s:.*))"
_RANGE = r"\.{2,}|…+|。{2,}|~|至|到|—+"
_DATE = r"(?a)(\d{4})(?:\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?|\s*月)?|\s*年)?"
_COMPACT = r"(?a)(\d{4})(\d{2})(\d{2})"
_PAGE = r"第?\s*([^\s版]+)\s*版?"
_NUMBER_RANGE = r"(?a)(\d+)\s*-\s*(\d+)"


class FieldValueError(ValueError):
    """A value its field cannot read. The text goes on from "the date ..."; `better` is a value that would do."""

    def __init__(self, message: str, better: str | None) -> None:
        super().__init__(message)
        self.better = better


def dates(value: str) -> tuple[str, str]:
    """First and last day of `2023`, `2023-09`, `2023-09-07`, `2023年9月7日`, `2023..2025-03`, `>2024`, `<=2024-06`."""
    return _bounds(fold(value), _period, FIRST_DAY, LAST_DAY)


def pages(value: str) -> tuple[int, int]:
    """First and last page of `3`, `第三版`, `2..4`, `2-4`, `>4`, `<=4`."""
    plain = re.sub(_NUMBER_RANGE, r"\1..\2", fold(value))
    return _bounds(plain, _page, 0, LAST_PAGE)


def one_of(words: Mapping[str, tuple[str, ...]], value: str) -> str:
    """The key of `words` that `value` is, or is another word for."""
    folded = fold(value)
    for key, others in words.items():
        if folded == key or folded in others:
            return key
    names = (name for key, others in words.items() for name in (key, *others))
    better = next((name for name in names if name.startswith(folded[:1])), next(iter(words)))
    raise FieldValueError("is not known", better)


def _bounds(
    plain: str, read: Callable[[str], tuple[Value, Value]], lowest: Value, highest: Value
) -> tuple[Value, Value]:
    comparison = re.fullmatch(_COMPARISON, plain)
    sign, rest = (comparison[1], comparison[2]) if comparison else (None, plain)
    ends = re.split(_RANGE, rest, maxsplit=1)
    if len(ends) == 2 and not sign:
        if not any(end.strip() for end in ends):
            raise FieldValueError("has a range without ends", None)
        low = read(ends[0])[0] if ends[0].strip() else lowest
        high = read(ends[1])[1] if ends[1].strip() else highest
        if low > high:
            raise FieldValueError("has a range that ends before it begins", f"{ends[1].strip()}..{ends[0].strip()}")
        return low, high
    first, last = read(rest)
    if sign == ">":
        return _after(last), highest
    if sign == "<":
        return lowest, _before(first)
    if sign in (">=", "=>", "≥"):
        return first, highest
    if sign in ("<=", "=<", "≤"):
        return lowest, last
    return first, last


def _period(text: str) -> tuple[str, str]:
    match = re.fullmatch(_DATE, text.strip()) or re.fullmatch(_COMPACT, text.strip())
    year, month, day = (int(match[i] or 0) if match else 0 for i in (1, 2, 3))
    if match is None or not year:
        start = re.search(r"(?<!\d)[12]\d{3}(?!\d)", text, re.ASCII)
        raise FieldValueError("is no date like 2023, 2023-09 or 2023-09-07", start[0] if start else None)
    if match[2] and not 1 <= month <= 12:
        raise FieldValueError(f"has no month {match[2]}", f"{year:04}")
    end = _days(year, month)
    if match[3] and not 1 <= day <= end:
        raise FieldValueError(f"has no day {match[3]}", f"{year:04}-{month:02}")
    if not month:
        return f"{year:04}-01-01", f"{year:04}-12-31"
    return f"{year:04}-{month:02}-{day or 1:02}", f"{year:04}-{month:02}-{day or end:02}"


def _days(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 28 + leap if month == 2 else 30 + (month in (1, 3, 5, 7, 8, 10, 12))


def _page(text: str) -> tuple[int, int]:
    from paperterm.text.numerals import number  # few queries have pages

    match = re.fullmatch(_PAGE, text.strip())
    page = number(match[1]) if match else None
    if page is None or page > LAST_PAGE:
        digits = re.search(r"\d{1,3}", text, re.ASCII)
        raise FieldValueError("is no page number like 3 or 2..4", digits[0] if digits else None)
    return page, page


def _after(value: Value) -> Value:
    return _step(value, 1)


def _before(value: Value) -> Value:
    return _step(value, -1)


def _step(value: Value, by: int) -> Value:
    """The page or day `by` places on."""
    if isinstance(value, int):
        return value + by
    from datetime import date, timedelta

    try:
        return (date.fromisoformat(value) + timedelta(days=by)).isoformat()
    except OverflowError:
        raise FieldValueError("leaves no day", None) from None
