"""What an import tells: how far it is, and in the end what it did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from paperterm.ingest.prepare import Problem
from paperterm.library.engine import LibraryError
from paperterm.model import IssueFacts, Page

Done = Literal["added", "changed", "moved", "unchanged", "skipped"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: `done` of `total` files (pages, when rebuilding), `path` the one that was done last.
    `problem` says why it was skipped."""

    done: int
    total: int
    path: Path
    outcome: Done
    problem: str = ""


Listener = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """What an import did. `pages` counts the pages it found or rebuilt, `articles` and `warnings` those of the pages that
    were new or changed, the other counts files. `missing` are files that are gone and whose pages are still here;
    `stated` is what was stated on the way, by the page's sha256, for the notebook to keep; `stopped`: it was asked to end
    before all was done."""

    pages: int
    articles: int
    added: int
    changed: int
    moved: int
    unchanged: int
    skipped: tuple[Problem, ...]
    missing: tuple[Path, ...]
    warnings: int
    stated: Mapping[str, IssueFacts] = field(default_factory=dict)
    stopped: bool = False


class Halted(LibraryError):  # noqa: N818 - it tells of an import, not only of a library
    """The library failed in the middle of an import; `summary` is what was done, and is safe, until then."""

    def __init__(self, sentence: str, summary: Summary) -> None:
        super().__init__(sentence)
        self.summary = summary


@dataclass(frozen=True, slots=True)
class Entry:
    """One file that was done. `page` where it was parsed, `sha256` where it is one, `said` what was stated about it now,
    `left` the files that it came from."""

    path: Path
    outcome: Done
    sha256: str | None = None
    page: Page | None = None
    said: IssueFacts | None = None
    left: tuple[Path, ...] = ()
    problem: Problem | None = None


class Account:
    """Counts what is done."""

    def __init__(self, listener: Listener | None) -> None:
        self._listener = listener
        self._counts: Counter[Done] = Counter()
        self._told = self._total = 0
        self._pages: set[str] = set()
        self._articles = self._warnings = 0
        self._skipped: list[Problem] = []
        self._gone: dict[Path, None] = {}
        self._stated: dict[str, IssueFacts] = {}

    def expect(self, files: int, problems: tuple[Problem, ...] = (), gone: tuple[Path, ...] = ()) -> None:
        """A new round of so many files, with what is known of it beforehand."""
        self._told, self._total = 0, files
        self._skipped += problems
        self._gone |= dict.fromkeys(gone)

    def enter(self, *entries: Entry) -> None:
        """These files are done; what was done for them is safe. All are counted before any is told of, so that a listener
        that is interrupted leaves no page uncounted."""
        for entry in entries:
            self._count(entry)
        listener = self._listener
        if listener is None:
            return
        for entry in entries:
            self._told += 1
            problem = entry.problem.sentence if entry.problem else ""
            listener(Progress(self._told, self._total, entry.path, entry.outcome, problem))

    def _count(self, entry: Entry) -> None:
        self._counts[entry.outcome] += 1
        if entry.sha256:
            self._pages.add(entry.sha256)
            if entry.said is not None:
                self._stated[entry.sha256] = entry.said
        if entry.page:
            self._articles += len(entry.page.articles)
            self._warnings += len(entry.page.warnings)
        if entry.problem:
            self._skipped.append(entry.problem)
        for path in entry.left:
            self._gone.pop(path, None)

    def summary(self, stopped: bool = False) -> Summary:
        counts = self._counts
        return Summary(
            pages=len(self._pages),
            articles=self._articles,
            added=counts["added"],
            changed=counts["changed"],
            moved=counts["moved"],
            unchanged=counts["unchanged"],
            skipped=tuple(self._skipped),
            missing=tuple(self._gone),
            warnings=self._warnings,
            stated=dict(self._stated),
            stopped=stopped,
        )
