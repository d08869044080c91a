"""The saved searches, and the tree of papers, issues and articles, as rows of a list. Only what is open has rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePath
from typing import Literal

from paperterm.actions.finding import UNDATED, UNKNOWN_PAPER
from paperterm.library.records import ArticleHead, IssueHead, PageHead
from paperterm.notebook.records import Search
from paperterm.tui.widgets.rows import Row

IssueKey = tuple[str | None, str | None]
"""Paper and date."""


@dataclass(frozen=True, slots=True)
class PaperNode:
    paper: str | None
    issues: int


@dataclass(frozen=True, slots=True)
class IssueNode:
    head: IssueHead

    @property
    def key(self) -> IssueKey:
        return self.head.paper, self.head.date


@dataclass(frozen=True, slots=True)
class PageNode:
    page: PageHead
    issue: IssueKey


@dataclass(frozen=True, slots=True)
class ArticleNode:
    head: ArticleHead
    issue: IssueKey


@dataclass(frozen=True, slots=True)
class SearchNode:
    """A saved search."""

    search: Search


@dataclass(frozen=True, slots=True)
class HintNode:
    """A line for people who are new here; nothing hangs on it."""

    text: str


Node = SearchNode | PaperNode | IssueNode | PageNode | ArticleNode | HintNode


class IssueRows:
    """A row source over the library's issues. `open` and `close` say what is shown; pages come when an issue is opened."""

    def __init__(
        self,
        issues: Iterable[IssueHead] = (),
        hints: Iterable[str] = (),
        searches: Iterable[Search] = (),
        fits: Callable[[ArticleHead], bool] | None = None,
        above: Iterable[str] = (),
    ) -> None:
        """`searches` stand above the tree, `hints` below it and `above` on top of all; of an issue's articles those are
        shown that `fits` says yes to."""
        self._fits = fits
        self._above = [HintNode(text) for text in above]
        self._searches = [SearchNode(search) for search in searches]
        self._papers = [
            (paper, [IssueNode(head) for head in heads])
            for paper, heads in groupby(issues, key=lambda head: head.paper)
        ]
        self._at = {node.key: at for _, nodes in self._papers for at, node in enumerate(nodes)}
        self._hints = [HintNode(text) for text in hints]
        self._pages: dict[IssueKey, list[PageHead]] = {}
        self._open_papers: set[str | None] = set()
        self._open_issues: set[IssueKey] = set()
        self._shown: str | None = None
        self._read: frozenset[str] = frozenset()
        self.nodes: list[Node] = []
        self._article_rows: dict[str, int] = {}
        self._build()

    def __len__(self) -> int:
        return len(self.nodes)

    # -- what is open

    @property
    def open_issues(self) -> frozenset[IssueKey]:
        return frozenset(self._open_issues)

    def open_paper(self, paper: str | None) -> None:
        self._open_papers.add(paper)
        self._build()

    def open_issue(self, key: IssueKey, pages: list[PageHead]) -> None:
        self._pages[key] = pages
        self._open_issues.add(key)
        self._open_papers.add(key[0])
        self._build()

    def is_open(self, node: Node) -> bool:
        if isinstance(node, PaperNode):
            return node.paper in self._open_papers
        return isinstance(node, IssueNode) and node.key in self._open_issues

    def close(self, node: Node) -> None:
        if isinstance(node, PaperNode):
            self._open_papers.discard(node.paper)
        elif isinstance(node, IssueNode):
            self._open_issues.discard(node.key)
            self._pages.pop(node.key, None)
        self._build()

    @property
    def read(self) -> frozenset[str]:
        return self._read

    def set_searches(self, searches: Iterable[Search]) -> None:
        """Show these saved searches."""
        self._searches = [SearchNode(search) for search in searches]
        self._build()

    def show(self, id: str | None, read: frozenset[str]) -> None:
        """Which article the reader shows, and which have been read."""
        self._shown, self._read = id, read

    # -- finding rows

    def index_of(self, id: str) -> int | None:
        """The row of an article, where its issue is open."""
        return self._article_rows.get(id)

    def page_of(self, node: ArticleNode) -> str | None:
        """The sha256 of the page that an article of an open issue stands on."""
        pages = self._pages.get(node.issue, ())
        return next((page.sha256 for page in pages if any(a.id == node.head.id for a in page.articles)), None)

    def row_like(self, node: Node) -> int | None:
        """The row of what `node` was in another list: the same article, page, issue, paper or search, whatever else is
        known of it now; None where there is none."""
        same = _identity(node)
        return next((row for row, one in enumerate(self.nodes) if _identity(one) == same), None)

    def parent_of(self, index: int) -> int:
        """The row of the branch that a row hangs on; the row itself for a paper."""
        depth = _depth(self.nodes[index])
        return next((i for i in range(index, -1, -1) if _depth(self.nodes[i]) < depth), index)

    # -- rows

    def row(self, index: int) -> Row:
        node = self.nodes[index]
        marker: Literal["open", "closed"] = "open" if self.is_open(node) else "closed"
        if isinstance(node, PaperNode):
            return Row(
                ((node.paper or UNKNOWN_PAPER, "rows--paper"),), 0, marker, tail=((str(node.issues), "rows--meta"),)
            )
        if isinstance(node, IssueNode):
            number = f" 第{node.head.number}期" if node.head.number is not None else ""
            return Row(
                ((node.head.date or UNDATED, "rows--issue"), (number, "rows--meta")),
                1,
                marker,
                tail=((str(node.head.articles), "rows--meta"),),
            )
        if isinstance(node, HintNode):
            return Row(((node.text, "rows--meta"),))
        if isinstance(node, SearchNode):
            return Row((("/ ", "rows--marker"), (node.search.name, "rows--title")))
        if isinstance(node, PageNode):
            name = f"第{node.page.page}版" if node.page.page is not None else PurePath(node.page.source).name
            return Row(((name, "rows--meta"),), 2)
        style = "rows--meta" if node.head.id in self._read and node.head.id != self._shown else "rows--title"
        mark = "图 " if node.head.kind == "photo" else "转 " if node.head.kind == "continuation" else ""
        sign = "› " if node.head.id == self._shown else "  "
        return Row(((sign, "rows--marker"), (mark, "rows--meta"), (node.head.title, style)), 2)

    def _build(self) -> None:
        # A library may have tens of thousands of issues: those that are closed are taken over in one piece.
        nodes: list[Node] = [*self._above, *self._searches]
        self._article_rows = {}
        for paper, issues in self._papers:
            nodes.append(PaperNode(paper, len(issues)))
            if paper not in self._open_papers:
                continue
            done = 0
            for at in sorted(self._at[key] for key in self._open_issues if key[0] == paper and key in self._at):
                nodes += issues[done : at + 1]
                done = at + 1
                self._build_issue(issues[at].key, nodes)
            nodes += issues[done:]
        self.nodes = [*nodes, *self._hints]

    def _build_issue(self, key: IssueKey, nodes: list[Node]) -> None:
        pages = self._pages[key]
        named = len(pages) > 1 or None in key
        for page in pages:
            articles = [article for article in page.articles if self._fits is None or self._fits(article)]
            if named and (articles or self._fits is None):
                nodes.append(PageNode(page, key))
            for article in articles:
                self._article_rows[article.id] = len(nodes)
                nodes.append(ArticleNode(article, key))


def _identity(node: Node) -> tuple[object, ...]:
    match node:
        case ArticleNode():
            return ("article", node.head.id)
        case PageNode():
            return ("page", node.page.sha256)
        case IssueNode():
            return ("issue", *node.key)
        case PaperNode():
            return ("paper", node.paper)
        case SearchNode():
            return ("search", node.search.id)
        case HintNode():
            return ("hint", node.text)


def _depth(node: Node) -> int:
    return 0 if isinstance(node, (SearchNode, PaperNode, HintNode)) else 1 if isinstance(node, IssueNode) else 2
