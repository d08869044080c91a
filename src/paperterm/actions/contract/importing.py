"""`import`, `set` and `forget`."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from paperterm.actions.contract.values import Count, Day, File, Id, Sha256, Skipped


class Account(TypedDict):
    """What an import did, or would do (--dry-run)."""

    pages: Count
    articles: Count
    added: Count
    changed: Count
    moved: Count
    unchanged: Count
    skipped: list[Skipped]
    missing: list[File]
    warnings: Count
    stopped: bool
    library: File
    dry_run: NotRequired[Literal[True]]


class Began(Account):
    """The first object of --watch: what was there when it began."""

    event: Literal["imported"]


class Notice(TypedDict):
    """Something one should know, of --watch."""

    event: Literal["notice"]
    message: str


class Happened(TypedDict):
    """What became of one file, of --watch."""

    event: Literal["added", "changed", "moved", "skipped", "missing"]
    path: File
    problem: NotRequired[str]


class StatedFacts(TypedDict, total=False):
    """What was stated now."""

    paper: str
    date: Day
    page: int


class Stated(TypedDict):
    """The page as it was named, and what was stated of it."""

    page: str
    sha256: Sha256
    stated: StatedFacts


class StatedTogether(TypedDict):
    """The same for several pages, or those that standard input names."""

    pages: list[Stated]


class Forgotten(TypedDict):
    """A page that is no more in the library."""

    sha256: Sha256
    paper: str | None
    date: Day | None
    page: int | None
    sources: list[File]
    articles: list[Id]


class Forgot(TypedDict):
    """The pages that were forgotten, the files that are gone while their pages have others, and how many bookmarks, notes
    and highlights were on those pages."""

    forgotten: list[Forgotten]
    left: list[File]
    notes: Count
