"""Which runs of an HTML page are its article, and which are the site around it.

Prose tells the article: characters outside links in runs with Chinese punctuation (Kohlschütter et al. 2010 show that text
length and link density alone nearly suffice). Its container is the deepest that holds most of the page's prose.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paperterm.ingest.html import Document, Run

MOST_PROSE = 0.8
"""The share of a page's prose that its article holds at least."""
SHORTEST_PROSE = 12
"""Characters outside links."""
ALSO_ARTICLE = 40
"""Characters of prose in a container of the same name beside the article's that make it another article."""
LINKS = 0.6
"""The share of a run's characters in links from which on it leads elsewhere."""
BEFORE = 15
"""Runs before the article's text among which its headline is looked for."""
PROSE_MARK = re.compile("[，。；！？：、,.;!?]")
TITLE_WORDS = frozenset(("title", "headline", "tit", "biaoti", "bt"))
KICKER_WORDS = frozenset(("intro", "kicker", "yinti", "introtitle", "subtitle", "sub", "jianti", "futi"))
SMALL = frozenset("p li ul ol h1 h2 h3 h4 h5 h6 tr tbody thead table br blockquote pre".split())
JUNK_LINE = re.compile(
    r"(?:上一[篇版期]|下一[篇版期]|扫一扫|版权所有|copyright\b|©|字[号体]\s*[:：]|您?(?:当前|现在)的?位置"
    r"|[^，。]{0,12}ICP[备证]|[^，。]{0,12}公网安备)"
    r"|(?:(?:返回(?:目录|首页|顶部|列表)?|放大|缩小|默认|打印(?:本[页文])?|关闭(?:窗口)?|分享(?:到)?|首页|更多|[+-])[\W\d]*+)++$|[|>»<\s]+$",
    re.I,
)
"""What sites write beside an article, where it stands alone on its line; 更多职工走进课堂 is a heading."""


LONGEST_JUNK = 100  # characters


def is_junk(text: str) -> bool:
    """Is this a line that a site writes beside its articles?"""
    return len(text) <= LONGEST_JUNK and "。" not in text[:-1] and JUNK_LINE.match(text) is not None


def article(document: Document) -> tuple[list[Run], list[Run]]:
    """The runs above an article's text that belong to it, headline first, and those of its text.

    Where nothing reads as prose (a list of headlines, a page in a table), all that is not plainly the site's is the text.
    """
    seen = [run for run in document.runs if not document.containers[run.within].junk] or document.runs
    weights = {id(run): _prose(run) for run in seen}
    marked = [run for run in seen if document.containers[run.within].body]
    if sum(weights[id(run)] for run in marked) >= SHORTEST_PROSE:
        body = marked
    elif any(weights.values()):
        root, end = _root(document, seen, weights)
        body = [run for run in seen if root <= run.within < end]
    else:
        return [], [run for run in seen if not is_junk(run.text)]
    first = next(place for place, run in enumerate(seen) if run is body[0])
    text = [run for run in body if weights[id(run)] or (run.linked < LINKS * len(run.text))]
    return _heads(document, seen[max(0, first - BEFORE) : first], text), text


def _prose(run: Run) -> int:
    own = len(run.text) - run.linked
    return own if own >= SHORTEST_PROSE and run.linked * 2 < len(run.text) and PROSE_MARK.search(run.text) else 0


def _root(document: Document, runs: list[Run], weights: dict[int, int]) -> tuple[int, int]:
    """The article's container and the place behind the last that it holds."""
    containers = document.containers
    count = len(containers)
    weight, ends = [0] * count, list(range(1, count + 1))
    for run in runs:
        weight[run.within] += weights[id(run)]
    for place in range(count - 1, 0, -1):
        parent = containers[place].parent
        weight[parent] += weight[place]
        ends[parent] = max(ends[parent], ends[place])
    # More than half of it all lies in one chain of containers, so the last such is the deepest.
    root = max(place for place in range(count) if weight[place] >= MOST_PROSE * weight[0])
    while root and containers[root].tag in SMALL:
        root = containers[root].parent
    node = containers[root]
    if root and (node.names or node.tag == "article"):
        twins = (
            place
            for place in range(node.parent + 1, ends[node.parent])
            if place != root and containers[place].parent == node.parent and weight[place] >= ALSO_ARTICLE
        )
        if any((containers[p].tag, containers[p].names) == (node.tag, node.names) for p in twins):
            root = node.parent
    return root, ends[root]


def _heads(document: Document, before: list[Run], body: list[Run]) -> list[Run]:
    """What stands above the text from its headline on; nothing where the text has a headline of its own."""
    titles = document.imprint.titles
    if any(run.level == 1 or run.text in titles for run in body[:6]):
        return []
    before = [run for run in before if run.linked < LINKS * len(run.text) and not is_junk(run.text)]

    def rank(run: Run) -> int:
        if run.level == 1:
            return 4
        if run.text in titles:
            return 3
        if document.containers[run.within].words & TITLE_WORDS:
            return 2
        return 1 if run.level else 0

    best = max(map(rank, before), default=0)
    if not best:
        return []
    start = headline = max(place for place, run in enumerate(before) if rank(run) == best)
    while start and (before[start - 1].level or document.containers[before[start - 1].within].words & KICKER_WORDS):
        start -= 1
    before[headline].level = before[headline].level or 1
    return before[start:]
