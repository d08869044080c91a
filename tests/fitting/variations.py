"""What becomes another in a page that is printed anew: how its stories were read, how they begin, what their headline
blocks hold and in how many lines, and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain, zip_longest
from random import Random

from tests.fitting.manuscripts import manuscripts
from tests.printer.columns import head_block, stories, take
from tests.printer.model import Article, Line, Part, page_line
from tests.printer.sheet import Sheet

SIZES = (2, 2, 3)
"""Stories that are read across their columns."""
CROSSWISE = 0.3
"""How often the lines of their headline blocks are read in turn."""
PACES = (0.0, 0.5, 0.9, 0.9, 0.9, 1.0)
"""How surely the next paragraph is the next story's; 0: one text after the other."""
DATELINE = re.compile(
    r"\s*(?:本[报報][讯訊](?:[:：]|(?=[\s（(]))|[【〔（(]本[报報][^】〕）)]{0,12}[讯訊電电][】〕）)])"
    r"\s*(?:[（(](?:本[报報])?(?:首席|见习|实习)?(?:记者|記者|通讯员|通訊員)[^）)]{2,30}[）)])?\s*"
)
"""What a text can do without: 本报讯（记者 某某）"""
LEAST = 12
"""Characters that a text without its dateline has at least."""
BREAK = re.compile(r"(?<=[，：！？；,:!?;])(?=\S)|[ \u3000]+|(?<=\S)(?=[“《])")
"""Where a headline is best cut into two lines."""
LINE, ANYWHERE = 4, 9
"""Characters that each of the two lines has at least, and a headline that is cut elsewhere."""
LOST = 0.12
"""How often a block has no kicker, or no deck, though the story had one."""
BETWEEN = 0.15
"""How often lines of another page stand above an article, on a page where they do at all."""
HEAD, LINES = 8, 3
"""Lines at a page's head that are no such lines, and how many stand together."""


def read_across(sheet: Sheet, rng: Random) -> None:
    """Neighbouring stories whose columns OCR took for one: it read their headline blocks on end, or the lines of these in
    turn, and then the paragraphs of their texts in turn."""
    able = stories(sheet, 2)
    groups = [
        group
        for size in SIZES
        for group in zip(*(sheet.articles[n:] for n in range(size)), strict=False)
        if all(article in able and head_block(sheet, article) for article in group)
    ]
    if not groups:
        return
    group = rng.choice(groups)
    heads = [head_block(sheet, article) for article in group]
    if rng.random() < CROSSWISE:
        heads = [[line for row in zip_longest(*heads) for line in row if line is not None]]
    places = [sheet.of(article) for article in group]
    above = list(chain(*heads))
    texts = [[line for line in map(sheet.lines.__getitem__, some) if line not in above] for some in places]
    at = min(chain(*places))
    mixed = [*above, *_in_turn(texts, rng)]
    take(sheet, mixed)
    sheet.lines[at:at] = mixed


def _in_turn(texts: list[list[Line]], rng: Random) -> Iterable[Line]:
    """The lines of the texts, paragraph by paragraph."""
    pace = rng.choice(PACES)
    last = -1
    while any(texts):
        if last < 0 or not texts[last] or rng.random() < pace:
            last = (last + 1) % len(texts)
        strip = texts[last]
        while strip:
            line = strip.pop(0)
            yield line
            if "body" in line.roles:
                break


def without_datelines(articles: Iterable[tuple[Article, list[Line]]], rng: Random) -> None:
    """Many news items, in some papers all, begin at once."""
    share = rng.choice((0.3, 0.6, 1.0))
    for _, lines in articles:
        for line in lines:
            found = DATELINE.match(line.main.text) if line.roles == ["body"] and rng.random() < share else None
            if found and len(line.main.text) - found.end() >= LEAST:
                line.main.text = line.main.element.text = line.main.text[found.end() :]


def shorten_blocks(articles: Iterable[tuple[Article, list[Line]]], rng: Random) -> None:
    """Some of the headlines stand without their kicker or deck. The lists of lines are changed."""
    for article, lines in articles:
        if not any(line.roles == ["headline"] for line in lines):
            continue
        for role in ("kicker", "deck"):
            if rng.random() < LOST:
                gone = {line.main.element for line in lines if line.roles == [role]}
                lines[:] = [line for line in lines if line.main.element not in gone]
                article.elements[:] = [element for element in article.elements if element not in gone]


def cut_headlines(articles: Iterable[tuple[Article, list[Line]]], rng: Random) -> None:
    """Headlines in two lines, as some papers set most of theirs. The lists of lines are changed."""
    share = rng.choice((0.3, 0.6, 0.9))
    for article, lines in articles:
        alone = [line for line in lines if line.roles == ["headline"]]
        if len(alone) != 1 or rng.random() >= share:
            continue
        line, part = alone[0], alone[0].main
        if cut := _in_two(part.text, rng):
            at = lines.index(line)
            lines[at : at + 1] = [
                Line([Part(part.element, text, piece)], article, level=line.level) for piece, text in enumerate(cut)
            ]


def _in_two(text: str, rng: Random) -> tuple[str, str] | None:
    """A headline's two lines, as even as may be."""
    places = [found.span() for found in BREAK.finditer(text)]
    if not places and len(text) > ANYWHERE and rng.random() < 0.5:
        place = rng.randint(LINE, len(text) - LINE)
        places = [(place, place)]
    places = [(end, start) for end, start in places if end >= LINE and len(text) - start >= LINE]
    if not places:
        return None
    end, start = min(places, key=lambda place: abs(len(text) - sum(place)))
    return text[:end], text[start:]


def strange_lines(rng: Random) -> list[Line]:
    """Lines of no article from another page, most often none: advertisements, slogans, banners."""
    if rng.random() >= BETWEEN:
        return []
    return [page_line(text, "furniture", rigid=True) for text in rng.choice(_strangers())]


@cache
def _strangers() -> list[list[str]]:
    """The lines of no article on the manuscripts, each group that stands together."""
    found: list[list[str]] = []
    for page in manuscripts():
        rows, labels = page.text.split("\n"), page.labels
        before = 0
        for number in sorted(labels.article):
            if number <= HEAD or labels.article[number] != "-" or number in page.masthead:
                continue
            if number != before + 1 or len(found[-1]) == LINES:
                found.append([])
            found[-1].append(rows[number - 1])
            before = number
    return found
