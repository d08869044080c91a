"""What a damaged page says, and its labels, facts and ideal parse output: all read off the lines that are left."""

from __future__ import annotations

import html
import unicodedata
from typing import Any

from tests.printer.model import AGENCY, FILED, FROM, MARK, NAME, PLACE, TO, Article, Line, facts, plain
from tests.printer.numerals import value
from tests.printer.sheet import Sheet

Row = tuple[int | str, ...]
TITLES = ("column", "kicker", "headline", "deck")


def lines_of(sheet: Sheet) -> list[tuple[int, Line]]:
    """The physical lines with their numbers; lines left without a visible character are dropped from the page."""
    sheet.lines = [line for line in sheet.lines if plain(line.text()).strip()]
    out, number = [], 0
    for index, line in enumerate(sheet.lines):
        number += 1 + (line.gap if index else 0)
        out.append((number, line))
    return out


def text_of(sheet: Sheet, lines: list[tuple[int, Line]]) -> str:
    rows = [""] * (lines[-1][0] if lines else 0)
    for number, line in lines:
        rows[number - 1] = plain(line.text())
    return ("\ufeff" if sheet.bom else "") + "".join(row + sheet.newline for row in rows)


def paragraphs(article: Article, lines: list[tuple[int, Line]]) -> list[list[tuple[int, Line]]]:
    """An article's paragraphs in reading order, each the lines that hold its pieces, in order."""
    groups: dict[int, list[tuple[int, Line]]] = {}
    mine = [(n, line) for n, line in lines if line.article is article]
    for n, line in mine:
        groups.setdefault(id(line.main.element), []).append((n, line))
    ordered = sorted(groups.values(), key=lambda group: group[0][1].main.element.rank)
    return [sorted(group, key=lambda one: one[1].main.piece) for group in ordered]


def named(sheet: Sheet, lines: list[tuple[int, Line]]) -> list[tuple[str, Article]]:
    """The articles of which anything is left, with their labels a01, a02, …"""
    left = {id(line.article) for _, line in lines if line.article}
    kept = [a for a in sheet.articles if id(a) in left]
    return [(f"a{i:02d}", a) for i, a in enumerate(kept, 1)]


def labels_of(sheet: Sheet, lines: list[tuple[int, Line]]) -> list[Row]:
    rows: dict[int, Row] = {n: (n, "-", line.roles[0], 0) for n, line in lines if not line.article}
    for name, article in named(sheet, lines):
        for place, group in enumerate(paragraphs(article, lines), 1):
            numbers = [n for n, _ in group]
            for piece, (n, line) in enumerate(group, 1):
                row: Row = (n, name, "+".join(line.roles), place)
                rows[n] = row if numbers == sorted(numbers) else (*row, piece)
    return [rows[n] for n in sorted(rows)]


def clean(text: str) -> str:
    """A title as a person reads it: entities as characters, no control characters."""
    text = html.unescape(plain(text))
    return "".join(c for c in text if unicodedata.category(c) not in {"Cc", "Cf", "Zl"}).strip()


def title_of(article: Article, lines: list[tuple[int, Line]], role: str) -> str | None:
    """A title joined from its pieces; the old name of a bracketed one loses its bracket."""
    texts = []
    for group in paragraphs(article, lines):
        pieces = [clean(p.text) for _, line in group for p in line.parts if p.element.role == role]
        if pieces:
            texts.append(" ".join(pieces))
    joined = " ".join(t for t in texts if t)
    return joined.strip("【】[]■●▲▼◆□◎○★*#·:：。 \u3000") or None


def squeezed(text: str) -> str:
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) not in {"Cc", "Cf"})


def all_text(article: Article, lines: list[tuple[int, Line]]) -> str:
    return "\n".join(p.text for group in paragraphs(article, lines) for _, line in group for p in line.parts)


def facts_of(sheet: Sheet, article: Article, lines: list[tuple[int, Line]], dated: str | None) -> dict[str, Any]:
    text = all_text(article, lines)

    def first(kind: str) -> str | None:
        found = facts(kind, text)
        return squeezed(found[0]) if found else None

    filed = first(FILED)
    when = None
    if filed:
        month, _, day = filed.rpartition("月")
        day = day.rstrip("日")
        if month:
            when = f"{value(month):02d}-{value(day):02d}"
        elif dated:
            when = f"{dated[5:7]}-{value(day):02d}"
    to, back = first(TO), first(FROM)
    return {
        "kind": "photo" if article.photo else "continuation" if back else "story",
        **{role: title_of(article, lines, role) for role in TITLES},
        "byline": [squeezed(n) for n in facts(NAME, text)],
        "agency": first(AGENCY),
        "place": first(PLACE),
        "filed": when,
        "jump_to": value(to) if to else None,
        "jump_from": value(back) if back else None,
    }


def issue_of(lines: list[tuple[int, Line]]) -> dict[str, Any]:
    issue: dict[str, Any] = dict.fromkeys(("paper", "date", "number", "pages", "page", "cn"))
    for _, line in lines:
        issue.update(line.states)
    return issue


def meta_of(sheet: Sheet, lines: list[tuple[int, Line]]) -> dict[str, Any]:
    issue = issue_of(lines)
    return {
        "issue": issue,
        "articles": {name: facts_of(sheet, a, lines, issue["date"]) for name, a in named(sheet, lines)},
    }


def output_of(sheet: Sheet, lines: list[tuple[int, Line]]) -> dict[str, Any]:
    """The truth in the form of the parse output: what a parser without fault would say."""
    meta = meta_of(sheet, lines)
    articles = []
    for name, article in named(sheet, lines):
        blocks = []
        for group in paragraphs(article, lines):
            if len(group[0][1].parts) > 1:
                blocks += [
                    {"role": p.element.role, "text": MARK.sub("", p.text), "lines": [n]}
                    for n, line in group
                    for p in line.parts
                ]
            else:
                text = "".join(MARK.sub("", line.main.text) for _, line in group)
                blocks.append({"role": group[0][1].roles[0], "text": text, "lines": [n for n, _ in group]})
        articles.append({"id": name, **meta["articles"][name], "blocks": blocks})
    furniture = [
        {"role": line.roles[0], "text": plain(line.text()), "lines": [n]} for n, line in lines if not line.article
    ]
    return {"issue": meta["issue"], "articles": articles, "furniture": furniture}
