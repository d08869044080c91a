"""Importing: files and folders in, pages in the library, and an account of what went wrong."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from paperterm.ingest.agreement import with_names_checked
from paperterm.ingest.decode import Unreadable
from paperterm.ingest.names import assumed
from paperterm.ingest.read import PageFile, read_page
from paperterm.ingest.walk import pages as walk
from paperterm.library.facts import first_known
from paperterm.library.sqlite import SqliteLibrary
from paperterm.model import IssueFacts, Page
from paperterm.parse import parse_page

Done = Literal["added", "changed", "unchanged", "skipped"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: `done` of `total` files (pages, when rebuilding), `path` the one that was done last."""

    done: int
    total: int
    path: Path
    outcome: Done


@dataclass(frozen=True, slots=True)
class Problem:
    """A path that gave no page, and why, in a sentence that says what to do."""

    path: Path
    sentence: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What an import did. `pages` counts the pages it found or rebuilt, `articles` and `warnings` those of the pages that
    were new or changed, the other counts files; `stated` is what `override` stated, by the page's sha256, for the notebook to keep."""

    pages: int
    articles: int
    added: int
    changed: int
    unchanged: int
    skipped: tuple[Problem, ...]
    warnings: int
    stated: Mapping[str, IssueFacts] = field(default_factory=dict)


def import_paths(
    library: SqliteLibrary,
    paths: Iterable[Path],
    stated: Mapping[str, IssueFacts] | None = None,
    override: IssueFacts | None = None,
    progress: Callable[[Progress], None] | None = None,
    rebuild: bool = False,
) -> Summary:
    """Takes in every page under `paths` that is new or changed; each is safe as soon as its `progress` is told.

    `stated` is what a person said of pages, by sha256; `override` is said now, of every page under `paths`. With
    `rebuild`, what is in the library is parsed anew first, from the text that it keeps. One bad file never stops the
    rest. Raises LibraryError where the library itself cannot be written.
    """
    account = _Account(library, stated or {}, override or IssueFacts(), progress)
    if rebuild:
        account.rebuild()
    account.take(paths)
    return account.summary()


@dataclass(frozen=True, slots=True)
class Prepared:
    """One file, read and parsed: all that an import does without the library."""

    file: PageFile
    page: Page
    assumed: IssueFacts


def prepare(path: Path) -> Prepared | Problem:
    """Reads and parses one file; a pure function of it, so that it can be mapped over processes."""
    try:
        file = read_page(path)
    except Unreadable as reason:
        return Problem(path, str(reason))
    named = assumed(path)
    return Prepared(file, with_names_checked(parse_page(file.text), named), named)


class _Account:
    """One import under way."""

    def __init__(
        self,
        library: SqliteLibrary,
        known: Mapping[str, IssueFacts],
        override: IssueFacts,
        progress: Callable[[Progress], None] | None,
    ) -> None:
        self._library, self._known, self._override, self._progress = library, known, override, progress
        self._counts: Counter[Done] = Counter()
        self._pages: set[str] = set()
        self._articles = self._warnings = 0
        self._skipped: list[Problem] = []
        self._stated: dict[str, IssueFacts] = {}

    def rebuild(self) -> None:
        everything = self._library.all_pages()
        for done, sha256 in enumerate(everything, 1):
            sources = self._library.sources(sha256)
            named = first_known(*map(assumed, sources))
            page = with_names_checked(parse_page(self._library.raw(sha256)), named)
            self._library.reparsed(sha256, page, named)
            if sha256 in self._known:
                self._library.state(sha256, self._known[sha256])
            self._took(sha256, page)
            self._tell(done, len(everything), sources[0] if sources else Path(sha256), "changed")

    def take(self, paths: Iterable[Path]) -> None:
        files = list(walk(paths, lambda path, sentence: self._skipped.append(Problem(path, sentence))))
        for done, path in enumerate(files, 1):
            self._tell(done, len(files), path, self._one(path))

    def summary(self) -> Summary:
        counts = self._counts
        return Summary(
            pages=len(self._pages),
            articles=self._articles,
            added=counts["added"],
            changed=counts["changed"],
            unchanged=counts["unchanged"],
            skipped=tuple(self._skipped),
            warnings=self._warnings,
            stated=self._stated,
        )

    def _one(self, path: Path) -> Done:
        sha256 = self._untouched(path)
        if sha256 is not None:
            self._pages.add(sha256)
            return self._restate(sha256)
        prepared = prepare(path)
        if isinstance(prepared, Problem):
            self._skipped.append(prepared)
            return "skipped"
        file = prepared.file
        stated = self._said(file.sha256, self._known.get(file.sha256))
        outcome = self._library.add(
            path, file.sha256, file.size, file.mtime_ns, file.text, prepared.page, prepared.assumed, stated
        )
        self._pages.add(file.sha256)
        if outcome != "unchanged":
            self._took(file.sha256, prepared.page)
        return outcome

    def _untouched(self, path: Path) -> str | None:
        """The page's sha256 where the file is as it was when imported, so that nothing need be read."""
        try:
            status = path.stat()
        except OSError:
            return None  # reading it will say why
        return self._library.page_by_source(path) if self._library.has(path, *_stamp(status)) else None

    def _restate(self, sha256: str) -> Done:
        """What is stated may have changed although the file has not."""
        if self._override == IssueFacts() and sha256 not in self._known:
            return "unchanged"
        before = self._library.facts(sha256).stated
        stated = self._said(sha256, self._known.get(sha256, before))
        if stated is None or stated == before:
            return "unchanged"
        self._library.state(sha256, stated)
        return "changed"

    def _said(self, sha256: str, known: IssueFacts | None) -> IssueFacts | None:
        if self._override == IssueFacts():
            return known
        self._stated[sha256] = first_known(self._override, known or IssueFacts())
        return self._stated[sha256]

    def _took(self, sha256: str, page: Page) -> None:
        self._pages.add(sha256)
        self._articles += len(page.articles)
        self._warnings += len(page.warnings)

    def _tell(self, done: int, total: int, path: Path, outcome: Done) -> None:
        self._counts[outcome] += 1
        if self._progress is not None:
            self._progress(Progress(done, total, path, outcome))


def _stamp(status: os.stat_result) -> tuple[int, int]:
    return status.st_size, status.st_mtime_ns
