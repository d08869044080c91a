"""Importing: files and folders in, pages in the library, and an account of what went wrong.

Processes read and parse (`ingest.workers`), this one writes: what is ready is one transaction, and only then told of.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from paperterm.ingest.names import assumed
from paperterm.ingest.prepare import Prepared, Problem, Same, Task, narrowed, parsed, prepare
from paperterm.ingest.workers import BATCH, Batch, Died, answers
from paperterm.library import indexing
from paperterm.library.account import Account, Done, Entry, Halted, Listener, Summary
from paperterm.library.changes import Changes
from paperterm.library.engine import Damaged, LibraryError
from paperterm.library.facts import first_known
from paperterm.library.paths import is_gone, real_path
from paperterm.library.sqlite import SqliteLibrary
from paperterm.library.survey import Sources, survey
from paperterm.model import IssueFacts, Page

Job = TypeVar("Job")
Answer = TypeVar("Answer")


class _Stop(Exception):  # noqa: N818 - it is no error
    """The caller wants no more."""


def import_paths(
    library: SqliteLibrary,
    paths: Iterable[Path],
    stated: Mapping[str, IssueFacts] | None = None,
    override: IssueFacts | None = None,
    progress: Listener | None = None,
    rebuild: bool = False,
    jobs: int | None = None,
    stop: Callable[[], bool] | None = None,
) -> Summary:
    """Takes in every page under `paths` that is new or changed; each is safe as soon as its `progress` is told.

    `stated` is what a person said of pages, by sha256; `override` is said now, of every page under `paths`. With
    `rebuild`, what is in the library is parsed anew first, from the text that it keeps. `jobs` is how many pages are parsed
    at a time, by processes of their own (None: as many as there are processors; 1: in this process). `stop` is asked now
    and then; it, and Ctrl-C, end the import with a summary of what was done. One bad file never stops the rest. Raises
    Halted where the library
    fails after pages were done; LibraryError before, and Damaged at any time.
    """
    work = _Import(library, stated or {}, override or IssueFacts(), Account(progress), jobs, stop)
    try:
        if rebuild:
            work.rebuild()
        work.take(paths)
    except (KeyboardInterrupt, _Stop):
        return work.account.summary(stopped=True)
    except LibraryError as error:
        summary = work.account.summary()
        if isinstance(error, Damaged) or not (summary.added or summary.changed or summary.moved):
            raise
        raise Halted(f"{error} What was taken in before ({summary.pages} pages) is safe.", summary) from error
    return work.account.summary()


@dataclass(frozen=True, slots=True)
class Kept:
    """A page of the library that is to be parsed anew, from the text that the library keeps."""

    sha256: str
    text: str
    sources: tuple[Path, ...]


def reparse(kept: Kept) -> tuple[Page, IssueFacts]:
    """The page, and what its files' names say."""
    named = first_known(*map(assumed, kept.sources))
    return parsed(kept.text, named), named


class _Import:
    """One import under way."""

    def __init__(
        self,
        library: SqliteLibrary,
        known: Mapping[str, IssueFacts],
        override: IssueFacts,
        account: Account,
        jobs: int | None,
        stop: Callable[[], bool] | None,
    ) -> None:
        self.account = account
        self._library, self._known, self._override, self._jobs, self._stop = library, known, override, jobs, stop
        self._sources: Sources = {}
        self._indexing = True

    def rebuild(self) -> None:
        everything = self._library.all_pages()
        self.account.expect(len(everything))

        def kept() -> Iterator[Kept]:
            for sha256 in everything:
                yield Kept(sha256, self._library.raw(sha256), tuple(self._library.sources(sha256)))

        for batch in self._answers(reparse, kept(), len(everything), lambda kept: len(kept.text)):
            with self._library.changes() as change:
                entries = [self._put_back(change, *done) for done in batch]
            self.account.enter(*entries)
            self._relieve()

    def take(self, paths: Iterable[Path]) -> None:
        self._sources = self._library.known_files()
        seen = survey(paths, self._sources)
        self.account.expect(seen.files, seen.problems, seen.gone)
        self._restate(seen.untouched)
        for batch in self._answers(prepare, map(narrowed, seen.unread), len(seen.unread), lambda task: task.size):
            with self._library.changes() as change:
                entries = [self._take_in(change, *done) for done in batch]
            self.account.enter(*entries)
            self._relieve()

    def _relieve(self) -> None:
        """Feeds the index on the way, so that what only a scan needs never takes much of the disk."""
        if not self._indexing:
            return
        try:
            self._library.index(worth=indexing.BATCH)
        except Damaged:
            raise
        except LibraryError as error:  # the pages are what counts
            self._indexing = False
            self._library.notices.append(str(error))

    def _answers(
        self, work: Callable[[Job], Answer], tasks: Iterable[Job], count: int, weight: Callable[[Job], int]
    ) -> Iterator[Batch[Job, Answer]]:
        with closing(answers(work, tasks, count, self._jobs, weight)) as batches:
            for batch in batches:
                if self._stop is not None and self._stop():
                    raise _Stop
                if batch:
                    yield batch

    def _put_back(self, change: Changes, kept: Kept, answer: tuple[Page, IssueFacts] | Died) -> Entry:
        where = kept.sources[0] if kept.sources else Path(kept.sha256)
        if isinstance(answer, Died):
            return Entry(where, "skipped", problem=Problem(where, answer.sentence))
        page, named = answer
        change.reparsed(kept.sha256, page, named)
        if kept.sha256 in self._known:
            change.state(kept.sha256, self._known[kept.sha256])
        return Entry(where, "changed", kept.sha256, page)

    def _take_in(self, change: Changes, task: Task, answer: Prepared | Same | Problem | Died) -> Entry:
        if isinstance(answer, Same):
            said, stated = self._said(answer.sha256, self._known.get(answer.sha256))
            outcome = change.add_same(task.path, answer.sha256, answer.size, answer.mtime_ns, answer.assumed, stated)
            if outcome is not None:
                return self._entry(change, task.path, outcome, answer.sha256, None, said)
            answer = prepare(Task(task.path))  # its page was replaced since
        if isinstance(answer, Died):
            answer = Problem(task.path, answer.sentence)
        if isinstance(answer, Prepared):
            file = answer.file
            said, stated = self._said(file.sha256, self._known.get(file.sha256))
            outcome = change.add(
                task.path, file.sha256, file.size, file.mtime_ns, file.text, answer.page, answer.assumed, stated
            )
            return self._entry(change, task.path, outcome, file.sha256, answer.page, said)
        assert isinstance(answer, Problem)
        return Entry(task.path, "skipped", problem=answer)

    def _entry(
        self, change: Changes, path: Path, outcome: Done, sha256: str, page: Page | None, said: IssueFacts | None
    ) -> Entry:
        """An account of a page that is in; where it came from files that are gone, it leaves them."""
        if outcome == "unchanged":
            page = None
        left: tuple[Path, ...] = ()
        real = real_path(path)
        if real not in self._sources:
            left = tuple(s for s in change.sources(sha256) if os.fsencode(s) != real and is_gone(s))
            change.leave(left)
            if left and outcome == "unchanged":
                outcome = "moved"
        return Entry(path, outcome, sha256, page, said, left)

    def _restate(self, untouched: Sequence[tuple[Path, str]]) -> None:
        """What is stated may have changed although the files have not."""
        asked = []
        for path, sha256 in untouched:
            if self._override != IssueFacts() or sha256 in self._known:
                asked.append((path, sha256))
            else:
                self.account.enter(Entry(path, "unchanged", sha256))
        for at in range(0, len(asked), BATCH):
            with self._library.changes() as change:
                entries = [self._stated_anew(change, path, sha256) for path, sha256 in asked[at : at + BATCH]]
            self.account.enter(*entries)

    def _stated_anew(self, change: Changes, path: Path, sha256: str) -> Entry:
        before = change.stated(sha256)
        said, stated = self._said(sha256, self._known.get(sha256, before))
        if stated is None or stated == before:
            return Entry(path, "unchanged", sha256, said=said)
        change.state(sha256, stated)
        return Entry(path, "changed", sha256, said=said)

    def _said(self, sha256: str, known: IssueFacts | None) -> tuple[IssueFacts | None, IssueFacts | None]:
        """What is said now about a page, for the notebook, and what counts as stated about it."""
        if self._override == IssueFacts():
            return None, known
        said = first_known(self._override, known or IssueFacts())
        return said, said
