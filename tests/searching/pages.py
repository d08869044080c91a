"""Made-up pages without end: papers in both scripts, every day from 1949 to 2025, eight pages an issue.

Page number n of a seed is always the same page, whatever was made before it, and no two pages share paper, date and number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from paperterm.model import Article, Block, IssueFacts, Page, Role
from tests.printer.names import people
from tests.searching.prose import BYLINE, Prose
from tests.searching.words import Script, in_script

PAPERS: tuple[tuple[str, Script], ...] = (
    ("工人日报", "simplified"),
    ("人民日报", "simplified"),
    ("光明日报", "simplified"),
    ("解放日报", "simplified"),
    ("羊城晚报", "simplified"),
    ("大公報", "traditional"),
    ("星島日報", "traditional"),
)
FIRST, LAST = date(1949, 10, 1), date(2025, 12, 31)
NUMBERS = 8
CELLS = len(PAPERS) * ((LAST - FIRST).days + 1) * NUMBERS
STRIDE = 1_000_003
"""A prime that does not divide the cells: such strides meet each cell once."""
SEED = 1949


@dataclass(frozen=True, slots=True)
class Printed:
    """A page as a file: where it lies, what stands in it, and what a faultless parser makes of it."""

    path: str
    text: str
    page: Page


def pages(articles: int, seed: int = SEED) -> Iterator[Printed]:
    """Pages that hold exactly so many articles together; at most some 10 million."""
    number = 0
    while articles > 0:
        printed = page(number, seed, articles)
        articles -= len(printed.page.articles)
        number += 1
        yield printed


def page(number: int, seed: int = SEED, most: int = 99) -> Printed:
    """One page of 5 to 11 articles, at most `most`."""
    rng = Random(f"{seed}/{number}")
    cell, at = divmod(number * STRIDE % CELLS, NUMBERS)
    days, which = divmod(cell, len(PAPERS))
    (paper, script), day = PAPERS[which], FIRST + timedelta(days=days)
    prose = Prose(rng, script)
    stories = [story(rng, prose, script) for _ in range(min(most, rng.randint(5, 11)))]
    masthead = f"{paper}  {day.year}年{day.month}月{day.day}日  第{at + 1}版"
    lines, articles = [masthead, ""], []
    for byline, blocks in stories:
        placed = []
        for role, text in blocks:
            placed.append(Block(role, text, (len(lines) + 1,)))
            lines += [f"# {text}" if role == "headline" else text, ""]
        articles.append(Article("", "story", tuple(placed), byline))
    issue = IssueFacts(paper, day.isoformat(), page=at + 1)
    path = f"/{paper}/{day.isoformat()}/{at + 1:02}.txt"
    return Printed(path, "\n".join(lines), Page(issue, tuple(articles), (Block("masthead", masthead, (1,)),)))


def story(rng: Random, prose: Prose, script: Script) -> tuple[tuple[str, ...], list[tuple[Role, str]]]:
    """The bylines and blocks of an article of about 760 characters."""
    blocks: list[tuple[Role, str]] = [("headline", prose.headline())]
    if rng.random() < 0.15:
        blocks.insert(0, ("kicker", prose.deck()))
    if rng.random() < 0.15:
        blocks.append(("deck", prose.deck()))
    names = people(rng, 2 if rng.random() < 0.2 else 1) if rng.random() < 0.7 else []
    if names:
        blocks.append(("byline", in_script(BYLINE + " ".join(names), script)))
    left = rng.triangular(150, 1550, 500)
    while left > 0:
        blocks.append(("body", prose.paragraph(min(int(left) + 1, rng.randint(60, 300)))))
        left -= len(blocks[-1][1])
    return tuple(in_script(name, script) for name in names), blocks
