"""Do the page numbers that a page prints agree with one another, and with the number of pages of the issue?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from paperterm.model import Caution
from paperterm.parse import patterns as form
from paperterm.parse.articles import Item
from paperterm.text.numerals import number

LONGEST, MOST = 14, 3
"""Characters of a page label, and labels on one page: where there are more they are an index of the issue."""
ORNAMENTS = "【】[]()■●▲▼◆□◎○★*·:| "
POINTS = re.compile("[见刊详阅](?:于|今日|本报)?$")
"""相关新闻刊第八版 points at another page."""
_NUMBER = re.compile(r"(?P<letter>[a-z]?)\s*0*(?P<number>.+)")


class _Label(NamedTuple):
    line: int
    letter: str
    page: int
    text: str


def page_labels(rest: Sequence[Item]) -> list[Caution]:
    """A page number that is not the first one printed, or higher than the number of pages."""
    if any(item.traits.size <= LONGEST and form.INDEX.match(item.folded) for item in rest):
        return []
    labels = [label for item in rest if (label := _label(item))]
    if not labels or len(labels) > MOST:
        return []
    first, found = labels[0], []
    for label in labels[1:]:
        if label.page != first.page or (label.letter and first.letter and label.letter != first.letter):
            message = f"This line prints the page number {label.text}, line {first.line} {first.text}."
            found.append(Caution("two-page-numbers", label.line, message))
    pages = next((count for item in rest if item.state == "M" and (count := _count(item))), None)
    if pages and not first.letter and first.page > pages and not found:
        message = f"This is page {first.page} of an issue that prints that it has {pages} pages."
        found.append(Caution("page-beyond-issue", first.line, message))
    return found


def _label(item: Item) -> _Label | None:
    if item.traits.size <= LONGEST and form.POINTER.fullmatch(item.folded.strip()):
        return None
    text = item.folded.strip(ORNAMENTS)
    match = form.PAGE_IN_LINE.search(item.folded) if item.state == "M" and item.traits.size <= 90 else None
    if match is None and len(text) <= LONGEST:
        match = form.PAGE_LABEL.match(text)
    if match is None:
        return None
    groups = match.groupdict()
    if groups.get("digits") and item.traits.level and item.state != "M":
        return None  # 01 看产业 is a section's heading
    if POINTS.search(groups.get("name3") or ""):
        return None
    printed = next((groups[n] for n in ("page", "letter", "digits", "digits2", "page3") if groups.get(n)), "")
    parts = _NUMBER.fullmatch(printed.strip())
    page = number(parts["number"]) if parts else None
    return _Label(item.number, parts["letter"], page, printed.strip()) if parts and page else None


def _count(item: Item) -> int | None:
    match = form.PAGE_COUNT.search(item.folded)
    return number(match["number"]) if match else None
