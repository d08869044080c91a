"""What a library answers with. Immutable, no SQL, no JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # what lists and hits are made of needs no articles
    from paperterm.model import Article, IssueFacts, Kind

Sort = Literal["rank", "newest", "oldest"]
"""In which order hits come: the best, the newest or the oldest first."""


@dataclass(frozen=True, slots=True)
class IssueHead:
    """One issue in a list. `paper` and `date` are None where neither the page, a person nor a file name states them."""

    paper: str | None
    date: str | None
    number: int | None
    pages: int  # how many pages of it are in the library
    articles: int


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """One article in a list."""

    id: str
    kind: Kind
    title: str  # never empty
    headline: str | None
    paper: str | None
    date: str | None
    page: int | None
    position: int  # 0-based, in the page's reading order
    source: str  # path of the page file


@dataclass(frozen=True, slots=True)
class PageHead:
    """One page of an issue with its articles in reading order."""

    sha256: str  # of the file's bytes
    page: int | None
    source: str
    articles: tuple[ArticleHead, ...]


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article with where it was printed. `facts` is what counts: stated by a person, else printed, else assumed."""

    article: Article
    head: ArticleHead
    facts: IssueFacts
    sha256: str


@dataclass(frozen=True, slots=True)
class Jumping:
    """An article that says 下转 or 上接: the page it stands on, and the pages that it names."""

    id: str
    page: int | None
    jump_to: int | None
    jump_from: int | None


@dataclass(frozen=True, slots=True)
class Match:
    """Where a word stands: characters `start` to `end` of the text of block `block`."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that fits a query, with the words around what was found."""

    head: ArticleHead
    score: float
    snippet: str
    marks: tuple[tuple[int, int], ...]  # what to highlight in the snippet, in its characters
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """Some hits, and how many there are in all."""

    total: int
    hits: tuple[Hit, ...]
