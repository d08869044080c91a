"""What every library can do, wherever it is kept. The reader and the commands know only this."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from paperterm.library.records import ArticleHead, IssueHead, Jumping, PageHead, Results, Sort, StoredArticle

if TYPE_CHECKING:  # the first screen needs an engine, but no query language
    from paperterm.library.facets import Facets
    from paperterm.model import Article, IssueFacts
    from paperterm.query import Cut, Query


class LibraryError(Exception):
    """A library that cannot be read or written; its text is a sentence for people: what, where, what to do."""


class Damaged(LibraryError):  # noqa: N818
    """What stands in the library's file is not what was written there."""


class UnknownId(LookupError):  # noqa: N818
    """No article has this id; `near` holds ids that look like it."""

    def __init__(self, id: str, near: Sequence[str] = ()) -> None:
        super().__init__(id)
        self.id, self.near = id, tuple(near)


class Engine(Protocol):
    """A library. Safe to use from several threads; every read sees whole pages only."""

    @property
    def place(self) -> str:
        """Where it is kept, for people."""
        ...

    @property
    def read_only(self) -> bool: ...

    def issues(self) -> list[IssueHead]:
        """All issues: named papers first, a paper's newest issue first, what has no paper or no date last."""
        ...

    def pages(self, paper: str | None, date: str | None) -> list[PageHead]:
        """The pages of one issue with their articles, by page number, unnumbered ones by path."""
        ...

    def marked(self, paper: str, date: str) -> list[Jumping]:
        """The articles of one issue that say 下转 or 上接."""
        ...

    def articles_on(self, paper: str, date: str, page: int | None) -> list[Article]:
        """The articles of one page of an issue in reading order; of several pages with that number (None: without
        one) one page's after another's."""
        ...

    def version(self) -> object:
        """Another one after every change of the library; to be compared on one thread."""
        ...

    def first(self) -> str | None:
        """The id of the newest issue's first article; of any first article where nothing is dated; None when empty."""
        ...

    def article(self, id: str) -> StoredArticle:
        """One article by its id, an older id of it, or any unambiguous end of an id. Raises UnknownId."""
        ...

    def ways_on(self, beginning: str, limit: int) -> list[str]:
        """How ids that begin so go on, in order: each up to its next slash where more than one id has that part."""

    def head(self, id: str) -> ArticleHead | None:
        """One article's list entry, without reading its text; None if unknown."""
        ...

    def neighbour(self, id: str, step: int) -> str | None:
        """The id of the article `step` places on (+1) or back (-1), over page and issue borders; None at the ends."""
        ...

    def raw(self, sha256: str) -> str:
        """The whole text of a page as it was imported."""
        ...

    def search(
        self,
        query: Query,
        limit: int | None = None,
        outside: Mapping[tuple[str, str], frozenset[str]] | None = None,
        stop: Callable[[], bool] | None = None,
        sort: Sort = "rank",
        cut: Cut | None = None,
    ) -> Results:
        """At most `limit` hits in the order of `sort`, which is total (`order.among_hits`); `total` counts all. `outside`
        gives the article ids that hold for fields the library does not know (tags, notes); `stop` is asked now and then
        and ends the search when true. With `cut` (`text.segment.words`) the words within a longer term count in ranking;
        it changes no hit."""
        ...

    def facets(
        self,
        query: Query,
        outside: Mapping[tuple[str, str], frozenset[str]] | None = None,
        stop: Callable[[], bool] | None = None,
    ) -> Facets:
        """How many articles fit, in all and by paper, year, month and kind: exact. See `search`."""
        ...

    def has(self, path: Path, size: int, mtime_ns: int) -> bool:
        """Is this file, unchanged, already in the library?"""
        ...

    def state(self, sha256: str, facts: IssueFacts) -> None:
        """Take what a person states about a page (None: nothing stated); its articles get new ids, the old ones keep
        working. Raises UnknownId."""
        ...

    def close(self) -> None: ...
