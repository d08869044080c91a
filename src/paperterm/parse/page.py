"""The whole way from the text of one page to its articles, stage by stage."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from paperterm.model import Article, Page
from paperterm.parse.articles import Draft, Item, drafts
from paperterm.parse.cautions import cautions
from paperterm.parse.facts import facts
from paperterm.parse.habits import habits
from paperterm.parse.identity import name_articles, page_prefix, text_sha
from paperterm.parse.issue import issue_facts
from paperterm.parse.labelling import label
from paperterm.parse.lines import Line, read_lines
from paperterm.parse.paragraphs import blocks, furniture
from paperterm.parse.reflow import reflow
from paperterm.parse.repair import mend
from paperterm.parse.surroundings import look_all


def parse_page(text: str) -> Page:
    """The page that a text holds. Any text gives a page, never an exception; every non-blank line is in a block of it."""
    with _without_collecting():
        traits = look_all(reflow(read_lines(text)))
        lines = [t.line for t in traits]
        found, rest = drafts(traits, label(traits, habits(traits)))
        del traits  # of many short lines they are most of what is held; each is let go with its draft
        return page_of(text, found, rest, lines)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """What a page is made of refers to nothing in circles: to look for garbage would only take time, a twentieth."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def page_of(text: str, found: list[Draft], rest: list[Item], lines: Sequence[Line]) -> Page:
    """The page made of its drafts and of what belongs to none. The list of drafts is emptied."""
    issue = issue_facts(rest, lines)
    month = int(issue.date[5:7]) if issue.date else None
    mended = mend(found)[::-1]
    found.clear()
    articles: list[Article] = []
    while mended:
        articles.append(_article(mended.pop(), month))
    named = name_articles(articles, page_prefix(issue, text_sha(text)))
    return Page(issue, named, furniture(rest), cautions(named, rest, lines))


def _article(draft: Draft, month: int | None) -> Article:
    parts = blocks(draft)
    said = facts(parts, month)
    return Article(
        id="",
        kind=said.kind,
        blocks=parts,
        byline=said.byline,
        agency=said.agency,
        place=said.place,
        filed=said.filed,
        jump_to=said.jump_to,
        jump_from=said.jump_from,
    )
