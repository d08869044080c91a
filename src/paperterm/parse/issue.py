"""What a page prints about its issue: the paper's name, date, number, pages. Nothing is inferred."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from paperterm.model import IssueFacts
from paperterm.parse import patterns as form
from paperterm.parse.articles import Item
from paperterm.parse.traits import PAPER_NAME
from paperterm.text.numerals import number

PUBLISHER_VERBS = ("主管主办", "主管", "主办", "委", "由")
WORD = re.compile(r"\S+")
REPUBLIC = 1911
"""民国元年 is 1912."""


def issue_facts(items: Iterable[Item]) -> IssueFacts:
    """The facts on the lines that belong to no article."""
    found: dict[str, str | int | None] = {}
    total: int | None = None
    labels: list[tuple[bool, int]] = []
    for item in items:
        folded, text = item.folded, item.text
        if item.traits.size > 90:
            continue
        if item.state == "M":
            found.setdefault("date", _date(folded))
            match = form.ISSUE_TOTAL.search(folded)
            total = total or (number(match["number"]) if match else None)
            match = form.ISSUE_NUMBER.search(folded)
            _take(found, "number", number(match["number"]) if match else None)
            match = form.PAGE_COUNT.search(folded)
            _take(found, "pages", number(match["number"]) if match else None)
            _take(found, "paper", _publisher(text, folded))
            for part in WORD.finditer(folded):
                if PAPER_NAME.match(part[0]):
                    _take(found, "nameplate", text[part.start() : part.end()])
        match = form.CN_NUMBER.search(folded)
        _take(found, "cn", "".join(match["cn"].split()) if match else None)
        page = _page(folded, item.state == "M")
        if page is not None:
            labels.append((item.state == "M", page))
        if found.get("date") is None:
            found.pop("date", None)
    return IssueFacts(
        paper=_text(found.get("paper") or found.get("nameplate")),
        date=_text(found.get("date")),
        number=total if total is not None else _number(found.get("number")),
        pages=_number(found.get("pages")),
        page=_own_page(labels),
        cn=_text(found.get("cn")),
    )


def _take(found: dict[str, str | int | None], key: str, value: str | int | None) -> None:
    if value is not None and found.get(key) is None:
        found[key] = value


def _text(value: str | int | None) -> str | None:
    return value if isinstance(value, str) else None


def _number(value: str | int | None) -> int | None:
    return value if isinstance(value, int) else None


def _date(folded: str) -> str | None:
    for pattern, first_year in ((form.ERA_DATE, REPUBLIC), (form.FULL_DATE, 0), (form.DOTTED_DATE, 0)):
        match = pattern.search(folded)
        if not match:
            continue
        year = 1 if match["year"] == "元" else number(match["year"])
        month, day = number(match["month"]), number(match["day"])
        if year is None or month is None or day is None:
            continue
        try:
            return date(first_year + year, month, day).isoformat()
        except ValueError:
            continue
    return None


def _publisher(text: str, folded: str) -> str | None:
    match = form.PUBLISHER.search(folded)
    if not match:
        return None
    name = text[match.start("paper") : match.end("paper")]
    plain = folded[match.start("paper") : match.end("paper")]
    for verb in PUBLISHER_VERBS:
        cut = plain.rfind(verb)
        if cut >= 0 and len(plain) - cut - len(verb) >= 3:
            name, plain = name[cut + len(verb) :], plain[cut + len(verb) :]
    return name


def _own_page(labels: list[tuple[bool, int]]) -> int | None:
    """The page's own number among the page labels, each given with whether it stands in the masthead: an index names
    those of other pages."""
    masthead = [page for inside, page in labels if inside]
    others = {page for _, page in labels}
    return masthead[0] if masthead else others.pop() if len(others) == 1 else None


def _page(folded: str, masthead: bool) -> int | None:
    inner = form.PAGE_IN_LINE.search(folded) if masthead else None
    if inner:
        return number((inner["page"] or inner["letter"]).lstrip("abcdefghijklmnopqrstuvwxyz"))
    text = folded.strip().strip("【】[]()■●▲▼◆□◎○★*·:| ")
    if len(text) > 14:
        return None
    match = form.PAGE_LABEL.match(text)
    if not match:
        return None
    printed = match["page"] or match["letter"] or match["digits"] or match["digits2"] or match["page3"] or ""
    return number(printed.lstrip("abcdefghijklmnopqrstuvwxyz "))
