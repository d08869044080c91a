"""An import that is killed, interrupted, loses a process, or meets a full disk: what it told of is there afterwards, the
library is sound, and the next import goes on."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from paperterm.ingest import helper
from paperterm.library.engine import LibraryError
from paperterm.library.importing import import_paths
from paperterm.library.sqlite import SqliteLibrary
from tests.faults.children import INTERRUPTED, Child, Say, start
from tests.faults.disk import mount
from tests.faults.outcome import Outcome

PAGES = 120
DISK = 16 << 20
"""Bytes of the small disk; two libraries fit."""
ROOM = 60_000
"""Bytes by which the free space of a full disk differs from one trial to the next."""


def killed(work: Path, chance: random.Random, count: int) -> Outcome:
    """kill -9 at a random moment."""
    return _struck(work, chance, count, signal.SIGKILL, -signal.SIGKILL)


def interrupted(work: Path, chance: random.Random, count: int) -> Outcome:
    return _struck(work, chance, count, signal.SIGINT, INTERRUPTED)


def a_process_killed(work: Path, chance: random.Random, count: int) -> Outcome:
    """kill -9 of one of the processes that parse: at most its page is missing, and that is told."""
    outcome, pages = Outcome(), _pages(work)
    for trial in range(count):
        place, at = work / f"{trial}.sqlite", chance.randrange(PAGES - 10)

        def act(say: Say, place: Path = place, at: int = at) -> None:
            crew: list[int] = []
            started = helper.Helper.started

            def watched(function: Callable[[object], object]) -> helper.Helper:
                worker = started(function)
                crew.append(worker.process.pid)
                return worker

            helper.Helper.started = watched  # type: ignore[assignment, method-assign]
            library = SqliteLibrary(place)
            summary = import_paths(
                library, [pages], jobs=2, progress=lambda p: os.kill(crew[-1], signal.SIGKILL) if p.done == at else None
            )
            say(json.dumps([summary.added, [p.path.name for p in summary.skipped]]))

        child = start(act)
        ended = child.ended()
        outcome.trials += 1
        if ended or not child.said:
            outcome.faults.append(f"trial {trial}: ended with {ended}")
            continue
        added, skipped = json.loads(child.said[0])
        outcome.acknowledged += added
        outcome.notices += len(skipped)
        if len(skipped) > 1 or added + len(skipped) != PAGES:
            outcome.faults.append(f"trial {trial}: {added} added, {skipped} skipped")
        _judge(outcome, place, pages, set(), f"trial {trial}")
    return outcome


def full_disk(work: Path, chance: random.Random, count: int) -> Outcome:
    """On a small disk, with a little more room in each trial."""
    pages, disk = _pages(work), work / "disk"
    disk.mkdir(exist_ok=True)

    def act(say: Say) -> None:
        try:
            mount(disk, DISK)
        except OSError as error:
            say(f"skipped: no small disk can be mounted here ({error.strerror})")
            return
        for trial in range(count):
            ballast, place = disk / "ballast", disk / "library.sqlite"
            left = os.statvfs(disk)
            ballast.write_bytes(bytes(max(0, left.f_bavail * left.f_frsize - ROOM * (trial + 1))))
            told: list[str] = []
            sentence = ""
            try:
                with closing(SqliteLibrary(place)) as library:
                    import_paths(library, [pages], jobs=2, progress=lambda p, told=told: told.append(p.path.name))  # type: ignore[misc]
            except LibraryError as error:
                sentence = str(error)
            ballast.unlink()
            outcome = Outcome(trials=1, acknowledged=len(told), notices=bool(sentence))
            if not sentence and len(told) < PAGES:
                outcome.faults.append("nothing was said of a full disk")
            _judge(outcome, place, pages, set(told), f"trial {trial}")
            say(json.dumps([outcome.acknowledged, outcome.notices, outcome.lost, outcome.faults]))
            for leftover in disk.glob("library.sqlite*"):
                leftover.unlink()

    child = start(act)
    ended, total = child.ended(), Outcome()
    if ended:
        total.faults.append(f"ended with {ended}")
    for line in child.said:
        if line.startswith("skipped"):
            total.remarks.append(line)
        else:
            acknowledged, notices, lost, faults = json.loads(line)
            total.add(Outcome(1, acknowledged, lost, notices, faults))
    return total


def _struck(work: Path, chance: random.Random, count: int, blow: signal.Signals, expected: int) -> Outcome:
    """Strikes at a random moment of the time that an import takes, on two processes or one."""
    outcome, pages, whole = Outcome(), _pages(work), 0
    takes = {jobs: _seconds(work / f"whole-{jobs}.sqlite", pages, jobs) for jobs in (1, 2)}
    for trial in range(count):
        place, jobs = work / f"{trial}.sqlite", 1 + trial % 2
        child = _importing(place, pages, jobs)
        time.sleep(chance.random() * takes[jobs])
        child.send(blow)
        ended = child.ended()
        where = f"trial {trial}, {jobs} jobs"
        if ended not in (0, expected):
            outcome.faults.append(f"{where}: ended with {ended}")
        outcome.trials += 1
        outcome.acknowledged += len(child.said)
        whole += len(child.said) == PAGES
        _judge(outcome, place, pages, set(child.said), where)
    outcome.remarks.append(f"{count - whole} of {count} were under way when they were struck")
    return outcome


def _importing(place: Path, pages: Path, jobs: int) -> Child:
    """A child that imports and says the name of every page when it is told of."""

    def act(say: Say) -> None:
        library = SqliteLibrary(place)
        summary = import_paths(library, [pages], jobs=jobs, progress=lambda p: say(p.path.name))
        library.close()
        if summary.stopped:
            raise KeyboardInterrupt

    return start(act)


def _seconds(place: Path, pages: Path, jobs: int) -> float:
    begun = time.perf_counter()
    _importing(place, pages, jobs).ended()
    return time.perf_counter() - begun


def _judge(outcome: Outcome, place: Path, pages: Path, told: set[str], where: str) -> None:
    """Is what was told of there, is the file sound, does the next import go on?"""
    try:
        library = SqliteLibrary(place)
        held = {Path(os.fsdecode(path)).name for path in library.known_files()}
        outcome.lost += len(told - held)
        for sha256 in library.all_pages():
            if not library.raw(sha256) or not library.page(sha256).articles:
                outcome.faults.append(f"{where}: a page is not whole")
        summary = import_paths(library, [pages], jobs=1)
        if summary.pages != PAGES or summary.unchanged != len(held):
            outcome.faults.append(
                f"{where}: the next import found {summary.pages} pages, {summary.unchanged} unchanged"
            )
        library.close()
        with sqlite3.connect(place) as connection:
            if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                outcome.faults.append(f"{where}: SQLite finds a fault")
            if connection.execute("PRAGMA foreign_key_check").fetchall():
                outcome.faults.append(f"{where}: rows without their page")
        connection.close()
    except (LibraryError, sqlite3.Error) as error:
        outcome.faults.append(f"{where}: {error}")


def _pages(work: Path) -> Path:
    pages = work / "pages"
    if pages.exists():
        shutil.rmtree(pages)
    pages.mkdir()
    for number in range(PAGES):
        text = f"# 第{number}条消息\n\n本报讯(记者甲)" + "".join(f"第{number}页的{line}行。" for line in range(600))
        (pages / f"{number}.txt").write_text(text, encoding="utf-8")
    return pages
