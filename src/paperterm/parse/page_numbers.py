"""The page number that a line prints: 第03版:要闻, A3, 【03】 综合新闻, or among other facts of a masthead."""

from __future__ import annotations

import re
from typing import NamedTuple

from paperterm.parse import patterns as form
from paperterm.parse.articles import Item
from paperterm.parse.mastheads import without_facts
from paperterm.parse.traits import unknown_section
from paperterm.text.dates import printed_dates
from paperterm.text.numerals import number

LONGEST, LONGEST_MASTHEAD = 14, 90
"""Characters of a line that is a page label, and of a masthead's line."""
ORNAMENTS = "【】[]()■●▲▼◆□◎○★*·:| "
_BRACKETS = str.maketrans("【】[]()", " " * 6)
_NUMBER = re.compile(r"(?P<letter>[a-z]?)\s*0*(?P<number>.+)")
_POINTS = re.compile("[见刊详阅](?:于|今日|本报)?$")
"""相关新闻刊第八版 points at another page."""
_BESIDE_DATE = re.compile(r"(?:^|\s)(?P<page>[a-h]\d{1,2})(?=\s|$)")
"""B3 in a line with a date."""


class PageNumber(NamedTuple):
    """Page A3: the line it stands on, its section's letter in lower case ("" where it has none), its number, and how it is printed."""

    line: int
    letter: str
    page: int
    text: str


def page_number(item: Item) -> PageNumber | None:
    """The page number on a line that belongs to no article, None where it prints none."""
    folded = item.folded
    if item.traits.size <= LONGEST and form.POINTER.fullmatch(folded.strip()):
        return None
    match = _in_masthead(folded) if item.state == "M" and item.traits.size <= LONGEST_MASTHEAD else None
    if match is None and len(text := folded.strip(ORNAMENTS).translate(_BRACKETS)) <= LONGEST:
        match = form.PAGE_LABEL.match(text)
    if match is None:
        return None
    if item.state != "M" and item.traits.level and unknown_section(match):
        return None  # 01 看产业 is a section's heading
    groups = match.groupdict()
    if _POINTS.search(groups.get("name3") or ""):
        return None
    printed = next(
        (groups[n] for n in ("page", "letter", "letter2", "digits", "digits2", "page3") if groups.get(n)), ""
    ).strip()
    parts = _NUMBER.fullmatch(printed)
    page = number(parts["number"]) if parts else None
    return PageNumber(item.number, parts["letter"], page, printed) if parts and page else None


def _in_masthead(folded: str) -> re.Match[str] | None:
    bare = without_facts(folded)
    return form.PAGE_IN_LINE.search(bare) or (_BESIDE_DATE.search(bare) if printed_dates(folded) else None)
