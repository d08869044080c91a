"""Where an article goes on, or where it began: the other half of 下转第N版 and 上接第N版 in the same issue."""

from __future__ import annotations

import re

from paperterm.actions.answer import Failure
from paperterm.library.engine import Engine
from paperterm.library.records import ArticleHead, StoredArticle
from paperterm.model import Article
from paperterm.text.fold import fold

RUN = re.compile(r"[\u3400-\u9fffa-z0-9]+")


def jump_target(library: Engine, stored: StoredArticle) -> str:
    """The id of the article that `stored` jumps to, or from. Raises Failure with a sentence where there is none."""
    article, head = stored.article, stored.head
    forward = article.jump_to is not None
    number = article.jump_to if forward else article.jump_from
    if number is None:
        raise Failure("no-jump", "This article says neither 下转 nor 上接.")
    if head.paper is None or head.date is None:
        raise Failure(
            "no-jump",
            f"It goes to 第{number}版, but this page prints no paper and date; state them with `paperterm set`.",
        )
    heads = [a for page in library.pages(head.paper, head.date) if page.page == number for a in page.articles]
    if not heads:
        raise Failure("no-jump", f"第{number}版 of {head.paper} {head.date} is not in the library.")
    best: tuple[float, ArticleHead] | None = None
    for other in heads:
        score = _likeness(article, library.article(other.id).article, forward, head.page)
        if score is not None and (best is None or score > best[0]):
            best = (score, other)
    if best is None:
        what = "continuation" if forward else "beginning"
        raise Failure("no-jump", f"第{number}版 is in the library, but no {what} of this article was found on it.")
    return best[1].id


def _likeness(article: Article, other: Article, forward: bool, page: int | None) -> float | None:
    """How well `other` goes with `article`; None where its own jump mark, or the lack of one, speaks against it."""
    mark = other.jump_from if forward else other.jump_to
    if mark is None or (page is not None and mark != page):
        return None
    one, two = _pairs(article), _pairs(other)
    shared = len(one & two) / max(1, min(len(one), len(two)))
    same = article.headline is not None and article.headline == other.headline
    return shared + (1.0 if same else 0.0)


def _pairs(article: Article) -> set[str]:
    """The pairs of neighbouring characters of its text, as in the parser's measure of likeness."""
    found: set[str] = set()
    for block in article.blocks:
        for run in RUN.findall(fold(block.text)):
            found.update(run[i : i + 2] for i in range(len(run) - 1))
    return found
