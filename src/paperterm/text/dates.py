"""Dates as newspapers print them: 2025年3月25日, 二〇二五年三月廿五日, 民國卅二年五月八號, 光緒三十二年三月初五日, 2025.3.25."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from paperterm.text.calendar import BRANCHES, MONTHS, STEMS, LunarDate, gregorian
from paperterm.text.numerals import scanned_number


class Era(NamedTuple):
    """A count of years: the year before its first, its last year (0: it goes on), and whether its days are lunar."""

    before: int
    last: int = 0
    lunar: bool = False


ERAS = {
    "民国": Era(1911),
    "咸丰": Era(1850, 11, lunar=True),
    "同治": Era(1861, 13, lunar=True),
    "光绪": Era(1874, 34, lunar=True),
    "宣统": Era(1908, 3, lunar=True),
    "大同": Era(1931, 3),
    "康德": Era(1933, 12),
    "明治": Era(1867, 45),
    "大正": Era(1911, 15),
    "昭和": Era(1925, 64),
}
"""Folded. The Republic, the last emperors of the Qing, Manchukuo and Japan; newspapers there counted solar days, but for
the Qing."""

NUMERAL = "0-9o一二两三四五六七八九十百千万零〇○廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟"
"""For a character class; OCR and typists put the letter O for 0 and 〇."""


def _few(most: int, signs: str = NUMERAL) -> str:
    """Up to so many numerals, which the scanner may have set apart."""
    return rf"[{signs}](?:\s?[{signs}]){{0,{most - 1}}}"


_DIGIT, _FIGURE = "[0-9o]", "[0-9o一二三四五六七八九零〇○]"
_YEAR = rf"{_DIGIT}(?:\s?{_DIGIT}){{3}}|{_FIGURE}(?:\s?{_FIGURE}){{3}}|一千[八九]百{_few(4)}"
_MONTH = rf"(?P<leap>闰?)(?P<month>{_few(3)}|[正冬腊])\s*月[大小]?"
_DAY = rf"(?P<day>初?\s?{_few(3)})"
_ENGLISH = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_END = r"(?:[日号]|(?=\s*(?:星期|礼拜|周[一二三四五六日])))"
"""The last sign of a day, or the weekday where it was lost."""

FULL_DATE = re.compile(rf"(?P<year>{_YEAR})\s*年\s*{_MONTH}\s*{_DAY}\s*{_END}")
ERA_DATE = re.compile(
    rf"(?P<era>{'|'.join(ERAS)})\s*(?P<year>{_few(4)}|元)\s*年\s*(?:岁次)?(?:[{STEMS}][{BRANCHES}]年?)?\s*{_MONTH}\s*{_DAY}\s*"
    rf"(?:{_END}|(?<=初[一二三四五六七八九十])|(?<=廿[一二三四五六七八九])|(?=\s|$))"
)
DOTTED_DATE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s*(?P<sign>[./-])\s*(?P<month>\d{1,2})\s*(?P=sign)\s*(?P<day>\d{1,2})(?!\d)"
)
ENGLISH_DATE = re.compile(
    rf"(?<![a-z])(?P<month>{'|'.join(_ENGLISH)})[a-z]{{0,6}}\.?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s*(?P<year>(?:18|19|20)\d\d)(?!\d)"
)
CENTURIES = ("18", "19", "20")
"""One of these stands in a date in figures, as 月 in all others: most lines hold neither, and need not be searched."""


class PrintedDate(NamedTuple):
    """A date at `text[start:end]`; `day` is None where the calendar has no such day."""

    start: int
    end: int
    day: date | None


def printed_dates(folded: str) -> list[PrintedDate]:
    """The dates that a folded text prints with their year, in its order."""
    found = sorted(_found(folded))
    return [one for place, one in enumerate(found) if not place or one.start >= found[place - 1].end]


def _found(folded: str) -> Iterator[PrintedDate]:
    patterns: list[re.Pattern[str]] = []
    if "月" in folded:
        patterns.append(FULL_DATE)
        for match in ERA_DATE.finditer(folded):
            yield PrintedDate(*match.span(), _of_era(match))
    if any(map(folded.__contains__, CENTURIES)):
        patterns += (DOTTED_DATE, ENGLISH_DATE)
    for pattern in patterns:
        for match in pattern.finditer(folded):
            english = match["month"][:3] in _ENGLISH
            month = _ENGLISH.index(match["month"]) + 1 if english else scanned_number(match["month"])
            yield PrintedDate(*match.span(), _real(scanned_number(match["year"]), month, scanned_number(match["day"])))


def _of_era(match: re.Match[str]) -> date | None:
    era = ERAS[match["era"]]
    year = 1 if match["year"] == "元" else scanned_number(match["year"])
    month, day = (
        MONTHS.find(match["month"]) + 1 or scanned_number(match["month"]),
        scanned_number(match["day"].lstrip("初 ")),
    )
    if not (year and month and day) or (era.last and year > era.last):
        return None
    if era.lunar:
        return gregorian(LunarDate(era.before + year, month, day, bool(match["leap"])))
    return _real(era.before + year, month, day)


def _real(year: int | None, month: int | None, day: int | None) -> date | None:
    try:
        return date(year or 0, month or 0, day or 0)
    except ValueError:
        return None
