"""What an import would do, without doing it."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from paperterm.ingest.prepare import Problem, Readable, Task, narrowed, try_reading
from paperterm.ingest.workers import Died, answers
from paperterm.library.account import Account, Done, Entry, Listener, Summary
from paperterm.library.paths import is_gone, real_path
from paperterm.library.survey import Sources, survey


def rehearse(
    sources: Sources, paths: Iterable[Path], progress: Listener | None = None, jobs: int | None = None
) -> Summary:
    """The account of an import into a library that knows `sources`: what is new or changed is read, not parsed, and
    nothing is written."""
    account, judge = Account(progress), _Judge(sources)
    seen = survey(paths, sources)
    account.expect(seen.files, seen.problems, seen.gone)
    for path, sha256 in seen.untouched:
        account.enter(Entry(path, "unchanged", sha256))
    tasks = map(narrowed, seen.unread)
    try:
        with closing(answers(try_reading, tasks, len(seen.unread), jobs, lambda task: task.size)) as batches:
            for batch in batches:
                for task, answer in batch:
                    account.enter(judge.entry(task, answer))
    except KeyboardInterrupt:
        return account.summary(stopped=True)
    return account.summary()


class _Judge:
    """Follows what the library would hold."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._holders: defaultdict[str, list[bytes]] = defaultdict(list)
        for path, known in sources.items():
            self._holders[known.sha256].append(path)

    def entry(self, task: Task, answer: Readable | Problem | Died) -> Entry:
        if not isinstance(answer, Readable):
            sentence = answer.sentence
            return Entry(task.path, "skipped", problem=Problem(task.path, sentence))
        real = real_path(task.path)
        before, holders = self._sources.get(real), self._holders[answer.sha256]
        left = tuple(Path(os.fsdecode(path)) for path in holders if path != real and is_gone(path))
        outcome: Done
        if before is not None:
            outcome = "unchanged" if before.sha256 == answer.sha256 else "changed"
        elif not holders:
            outcome = "added"
        else:
            outcome = "moved" if left else "unchanged"
        holders.append(real)
        return Entry(task.path, outcome, answer.sha256, left=left if before is None else ())
