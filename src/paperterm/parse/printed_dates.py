"""The dates on the lines that belong to no article, those cut over several lines among them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from paperterm.parse.articles import Item
from paperterm.text.dates import PrintedDate, printed_dates

LONGEST = 90
"""Characters: a longer line is no masthead's."""
PIECES, APART = 3, 2
"""A date is cut over so many lines at most, each so many lines below the one before."""
_CUT = re.compile(r"[年月]\s*$|^\s*(?:18|19|20)\d\d\s*$")
_YEAR, _DAY = re.compile(r"(?:18|19|20)\d\d"), re.compile(r"\d{1,2}")
_ELSEWHEN_BEHIND = re.compile(r"\s*(?:创刊|创办|复刊|试刊|出版的|前|以前|起|注册|登记)")
_ELSEWHEN_BEFORE = re.compile(
    r"(?:(?:创刊|创办|复刊)(?:于|日期|时间|(?=[::]))|始于|下期|下次|下一期|上期|截至|截止|有效期|登记|注册|许可证\S*"
    r"|(?:(?:^|[\s(,详参请道文图容])见|[刊载登]于|原[刊载登]|据|摘自|选自)(?:《[^》]*》|[\u3400-\u9fff]{1,8}报)?)\s*[::]?\s*$"
)
"""Words beside a date that is not the page's own: 1949年6月1日创刊, 见本报2025年3月24日."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A date that a line prints; `day` is None where the calendar has no such day."""

    item: Item
    start: int
    end: int
    day: date | None
    text: str


def dates_of(items: Iterable[Item]) -> list[Printed]:
    """The page's own dates on lines of no article, in the order of the lines."""
    lines = [item for item in items if item.traits.size <= LONGEST]
    return [found for place in range(len(lines)) for found in _dates(lines, place)]


def _dates(lines: Sequence[Item], place: int) -> Iterator[Printed]:
    item = lines[place]
    found = printed_dates(item.folded)
    for one in found:
        if not _elsewhen(item.folded, one):
            yield Printed(item, one.start, one.end, one.day, item.text[one.start : one.end])
    if not found and _CUT.search(item.folded):
        above = lines[place - 1] if place and item.number - lines[place - 1].number <= APART else None
        yield from _cut(list(_pieces(lines, place)), above)


def _pieces(lines: Sequence[Item], place: int) -> Iterator[Item]:
    """The line, and those right below it."""
    yield lines[place]
    for before, item in itertools.pairwise(lines[place : place + PIECES]):
        if item.number - before.number > APART:
            return
        yield item


def _cut(pieces: Sequence[Item], above: Item | None) -> Iterator[Printed]:
    """The date that several lines print together, one of them or the one above them a masthead's."""
    for count in range(2, len(pieces) + 1):
        joined = " ".join(_completed(item.folded.strip()) for item in pieces[:count])
        found = next((one for one in printed_dates(joined) if one.day), None)
        owner = next((item for item in (*pieces[:count], above) if item and item.state == "M"), None)
        if found and owner:
            yield Printed(owner, 0, len(owner.text), found.day, joined[found.start : found.end])
            return


def _completed(folded: str) -> str:
    """A line that is a bare number, with its sign: 2025, 25."""
    return folded + ("年" if _YEAR.fullmatch(folded) else "日" if _DAY.fullmatch(folded) else "")


def _elsewhen(folded: str, found: PrintedDate) -> bool:
    return bool(_ELSEWHEN_BEHIND.match(folded, found.end) or _ELSEWHEN_BEFORE.search(folded, 0, found.start))
