"""What a page prints about its issue: the paper's name, date, number, pages. Nothing is inferred."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from paperterm.model import IssueFacts
from paperterm.parse import patterns as form
from paperterm.parse.articles import Item
from paperterm.parse.lines import Line
from paperterm.parse.nameplates import paper_name
from paperterm.parse.page_numbers import page_number
from paperterm.parse.printed_dates import LONGEST, dates_of
from paperterm.text.numerals import scanned_number

_SECTION_PAGES = re.compile(r"(\d+)\s*版")
_DASH = re.compile("[—–−]")


def issue_facts(items: Iterable[Item], lines: Sequence[Line] = ()) -> IssueFacts:
    """The facts on the lines that belong to no article; `lines` are all of the page."""
    items = [item for item in items if item.traits.size <= LONGEST]
    masthead = [item for item in items if item.state == "M"]
    day = next((found.day for found in dates_of(items) if found.day and found.item in masthead), None)
    return IssueFacts(
        paper=paper_name(items, lines),
        date=day.isoformat() if day else None,
        number=_first(form.ISSUE_TOTAL, masthead) or _first(form.ISSUE_NUMBER, masthead),
        pages=next((count for item in masthead if (count := page_count(item.folded))), None),
        page=_own_page(items),
        cn=next((cn for item in items if (cn := _publication(item.folded))), None),
    )


def page_count(folded: str) -> int | None:
    """The number of pages that a masthead's line says the issue has; 今日A叠8版 B叠4版 are twelve."""
    match = form.PAGE_COUNT.search(folded)
    if match and match["sections"]:
        return sum(map(int, _SECTION_PAGES.findall(match["sections"])))
    return scanned_number(match["number"]) if match else None


def _first(pattern: re.Pattern[str], items: Iterable[Item]) -> int | None:
    for item in items:
        match = pattern.search(item.folded)
        value = scanned_number(next(filter(None, match.groups()), "")) if match else None
        if value is not None:
            return value
    return None


def _publication(folded: str) -> str | None:
    match = form.CN_NUMBER.search(folded)
    return _DASH.sub("-", "".join(match["cn"].split())) if match else None


def _own_page(items: Iterable[Item]) -> int | None:
    """The page's own number among its page labels: that of the masthead, else the only one, since an index names those
    of other pages."""
    labels = [(item.state, label.page) for item in items if (label := page_number(item))]
    masthead = [page for state, page in labels if state == "M"]
    others = {page for _, page in labels}
    return masthead[0] if masthead else others.pop() if len(others) == 1 else None
