"""What looks wrong on a page, for people to check: each caution names its line and says why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from paperterm.model import Article, Caution
from paperterm.parse.article_days import datelines_after, impossible_days
from paperterm.parse.articles import Item
from paperterm.parse.dates_agree import masthead_dates
from paperterm.parse.doubled import doubled
from paperterm.parse.fragments import fragments
from paperterm.parse.line_places import LinePlaces
from paperterm.parse.lines import Line
from paperterm.parse.misread import misread_names
from paperterm.parse.numbering import numbering
from paperterm.parse.page_labels import page_labels
from paperterm.parse.repetition import repetitions
from paperterm.parse.strays import strays


def cautions(articles: Sequence[Article], rest: Iterable[Item], lines: Sequence[Line] = ()) -> tuple[Caution, ...]:
    """The cautions in the order of their lines. `rest` is what belongs to no article; `lines`, those of the page, tell
    where within a paragraph of several lines a thing stands: without them its first line is named."""
    rest = list(rest)
    line_of = LinePlaces(lines).line_at
    texts = {line for article in articles for block in article.blocks for line in block.lines}
    issue, found = masthead_dates(rest, texts)
    found += page_labels(rest)
    for article in articles:
        found += _torn(article)
        found += numbering(article)
        found += repetitions(article, line_of)
        found += impossible_days(article, line_of)
    if issue:
        found += datelines_after(articles, issue)
    found += misread_names(articles, line_of)
    found += strays(articles, lines)
    found += doubled(articles, rest, lines)
    return tuple(sorted(found, key=lambda c: c.line))


def _torn(article: Article) -> list[Caution]:
    titled = article.headline is not None
    body = [b for b in article.blocks if b.role == "body"]
    if not titled and article.kind == "story":
        return [Caution("no-headline", article.blocks[0].lines[0], "This text has no headline on the page.")]
    if titled and not body:
        return [Caution("no-text", article.blocks[0].lines[0], "This headline has no text on the page.")]
    return fragments(article)
