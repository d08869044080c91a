"""The index while it is fed: its writer is killed, its disk is full, several read and two write at once. Afterwards a search
finds what looking at every article finds, and the next import goes on."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import tantivy  # noqa: F401 - what a child would import, it has from here

from paperterm.library import indexing
from paperterm.library.engine import LibraryError
from paperterm.library.importing import import_paths
from paperterm.library.indexes import waiting
from paperterm.library.scan import scan
from paperterm.library.sqlite import SqliteLibrary
from paperterm.query import parse_query
from tests.faults.children import Child, Say, start
from tests.faults.disk import mount
from tests.faults.outcome import Outcome

PAPERS = "papers-of-these-trials"
PAGES, STORIES = 24, 3
BATCH = 9
"""Articles that the index takes at once here, so that there are many moments between two such steps."""
ASKED = ("桥", "通车", "七号桥", "第5页", "大桥 -一号", "版本1", "版本2")
DISK = 24 << 20
"""Bytes of the small disk."""
ROOM = 40_000
"""Bytes by which its free space differs from one trial to the next."""


def killed(work: Path, chance: random.Random, count: int) -> Outcome:
    """kill -9 at a random moment while the index takes in a library."""

    def act(place: Path, say: Say) -> None:
        with closing(SqliteLibrary(place)) as library:
            library.index(lambda done, _: say(str(done)))

    return _killed(work, chance, count, fed=False, act=act)


def killed_anew(work: Path, chance: random.Random, count: int) -> Outcome:
    """The same while an index that was found damaged is made anew."""

    def act(place: Path, say: Say) -> None:
        with closing(SqliteLibrary(place)) as library:
            library.index_anew(lambda done, _: say(str(done)))

    return _killed(work, chance, count, fed=True, act=act)


def killed_importing(work: Path, chance: random.Random, count: int) -> Outcome:
    """The same while an import replaces half of the pages and feeds the index on the way."""

    def act(place: Path, say: Say) -> None:
        with closing(SqliteLibrary(place)) as library:
            import_paths(library, [_pages(place, 2)], jobs=1, progress=lambda p: say(str(p.done)))
            library.index()

    return _killed(work, chance, count, fed=True, act=act)


def full_disk(work: Path, chance: random.Random, count: int) -> Outcome:
    """The index is made on a disk that is full sooner or later: the library is as it was, and what is there is found."""
    outcome = Outcome()
    source = _library(work / "source", fed=False)
    disk = work / "disk"
    disk.mkdir()

    def act(say: Say) -> None:
        try:
            mount(disk, DISK)
        except OSError as error:
            say(f"skipped: no small disk can be mounted here ({error.strerror})")
            return
        with _small_steps():
            for trial in range(count):
                place = _copied(source, disk / "trial")
                left = os.statvfs(disk)
                ballast = disk / "ballast"
                ballast.write_bytes(bytes(max(0, left.f_bavail * left.f_frsize - ROOM * (trial + 1))))
                sentence = ""
                try:
                    with closing(SqliteLibrary(place)) as library:
                        library.index()
                except LibraryError as error:
                    sentence = str(error)
                for fault in _unequal(place):  # still without room
                    say(f"trial {trial}: {fault}")
                ballast.unlink()
                say("told" if sentence else "done")
                for fault in [*_unequal(place), *_next_import(place)]:
                    say(f"trial {trial}, with room again: {fault}")

    child = start(act)
    if ended := child.ended():
        outcome.faults.append(f"ended with {ended}")
    for line in child.said:
        if line.startswith("skipped"):
            outcome.remarks.append(line)
        elif line in ("told", "done"):
            outcome.trials += 1
            outcome.notices += line == "told"
        else:
            outcome.faults.append(line)
    return outcome


def readers_beside_a_writer(work: Path, chance: random.Random, count: int) -> Outcome:
    """One process imports pages anew and anew and feeds the index, three read meanwhile."""
    return _crowd(work, count, writers=1, readers=3)


def two_writers(work: Path, chance: random.Random, count: int) -> Outcome:
    """Two processes import the same pages and feed the index, and two read meanwhile."""
    return _crowd(work, count, writers=2, readers=2)


def _crowd(work: Path, count: int, writers: int, readers: int) -> Outcome:
    """`count` imports by each writer, of pages whose stories all say the same version; half a page would say two, or have
    fewer stories."""
    place = _library(work / "trial", fed=True)
    outcome = Outcome()
    end = work / "end"

    def write(say: Say) -> None:
        with _small_steps(), closing(SqliteLibrary(place)) as library:
            for turn in range(count):
                summary = import_paths(library, [_pages(place, 1 + turn % 2)], jobs=1)
                library.index()
                for _ in range(summary.changed):
                    say("changed")
                for notice in library.notices:
                    say(f"fault: {notice}")

    def read(say: Say) -> None:
        chance = random.Random(os.getpid())
        with closing(SqliteLibrary(place, read_only=True)) as library:
            while not end.exists():
                for fault in _half_pages(library, chance):
                    say(f"fault: {fault}")
                say("read")

    reading = [start(read) for _ in range(readers)]
    writing = [start(write) for _ in range(writers)]
    ends = [child.ended() for child in writing]
    end.touch()
    ends += [child.ended() for child in reading]
    outcome.faults += [f"a process ended with {ended}" for ended in ends if ended]
    said = [line for child in (*writing, *reading) for line in child.said]
    outcome.faults += [line for line in said if line.startswith("fault")]
    outcome.acknowledged = said.count("changed")
    outcome.trials = said.count("read")
    with _small_steps():
        outcome.faults += [*_unequal(place), *_next_import(place)]
    return outcome


def _half_pages(library: SqliteLibrary, chance: random.Random) -> Iterator[str]:
    for issue in library.issues():
        for page in library.pages(issue.paper, issue.date):
            if len(page.articles) != STORIES:
                yield f"{page.source} has {len(page.articles)} articles"
    for word in ("版本1", "版本2"):
        hits = library.search(parse_query(word)).hits
        for page_of, number in Counter(hit.head.source for hit in hits).items():
            if number != STORIES:
                yield f"{number} articles of {page_of} say {word}"
    found = library.search(parse_query(f"第{chance.randrange(PAGES)}页")).hits
    if len(found) < STORIES:
        yield f"{len(found)} articles were found of a page that was there all the time"


def _killed(work: Path, chance: random.Random, count: int, fed: bool, act: object) -> Outcome:
    outcome, under_way = Outcome(), 0
    source = _library(work / "source", fed)

    def child(place: Path) -> Child:
        def run(say: Say) -> None:
            with _small_steps():
                act(place, say)  # type: ignore[operator]
            say("end")

        return start(run)

    begun = time.perf_counter()
    child(_copied(source, work / "whole")).ended()
    takes = time.perf_counter() - begun
    for trial in range(count):
        place = _copied(source, work / "trial")
        running = child(place)
        time.sleep(chance.random() * takes)
        running.send(signal.SIGKILL)
        ended = running.ended()
        outcome.trials += 1
        under_way += "end" not in running.said
        outcome.acknowledged += int(next((word for word in reversed(running.said) if word.isdigit()), 0))
        if ended not in (0, -signal.SIGKILL):
            outcome.faults.append(f"trial {trial}: ended with {ended}")
        with _small_steps():
            outcome.faults += [f"trial {trial}: {fault}" for fault in [*_unequal(place), *_next_import(place)]]
    outcome.remarks.append(f"{under_way} of {count} were under way when they were killed")
    return outcome


def _unequal(place: Path) -> Iterator[str]:
    """Questions that a search answers otherwise than looking at every article does."""
    try:
        with closing(SqliteLibrary(place, read_only=True)) as library:
            for word in ASKED:
                query = parse_query(word)
                found = {hit.head.id for hit in library.search(query).hits}
                with library._reading() as connection:
                    there = {hit.head.id for hit in scan(connection, query, None, {}, lambda: False).hits}
                if found != there:
                    yield f"{word} was found in {len(found)} articles and stands in {len(there)}"
                if word == "桥" and len(there) != PAGES * STORIES:
                    yield f"{len(there)} articles are in the library"
    except LibraryError as error:
        yield str(error)


def _next_import(place: Path) -> Iterator[str]:
    """What goes wrong when somebody imports afterwards: everything is to be there, in the index, and sound."""
    try:
        with closing(SqliteLibrary(place)) as library:
            summary = import_paths(library, [_pages(place, 2)], jobs=1)
            if summary.pages != PAGES:
                yield f"the next import found {summary.pages} pages"
            library.index()
            with library._reading() as connection:
                if left := waiting(connection):
                    yield f"{left} articles are not in the index after the next import"
                if library._indexes is None or library._indexes.current(connection) is None:
                    yield f"there is no index after the next import: {library.index_fault}"
        yield from _unequal(place)
        with closing(sqlite3.connect(place)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                yield "SQLite finds a fault"
            if connection.execute("PRAGMA foreign_key_check").fetchall():
                yield "rows without their page"
    except (LibraryError, sqlite3.Error) as error:
        yield str(error)


@contextmanager
def _small_steps() -> Iterator[None]:
    before = indexing.WORTH, indexing.BATCH
    indexing.WORTH, indexing.BATCH = 0, BATCH
    try:
        yield
    finally:
        indexing.WORTH, indexing.BATCH = before


def _library(folder: Path, fed: bool) -> Path:
    """A library of pages of the first version, with an index where it is `fed`."""
    folder.mkdir(parents=True)
    place = folder / "library.sqlite"

    def act(say: Say) -> None:  # in a process of its own: the trials' parent has no threads of the index
        before, indexing.BATCH = indexing.BATCH, 1 << 30
        with closing(SqliteLibrary(place)) as library:
            import_paths(library, [_pages(place, 1)], jobs=1)
            indexing.BATCH = before
            if fed:
                with _small_steps():
                    library.index()

    assert start(act).ended() == 0
    return place


def _copied(source: Path, folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(source.parent, folder, copy_function=shutil.copy2)
    return folder / source.name


def _pages(library: Path, version: int) -> Path:
    """The folder of the pages, one for a library and its copies, of which every second one is of this version and the others
    of the first."""
    folder = next((above / PAPERS for above in library.parents if (above / PAPERS).is_dir()), None)
    if folder is None:
        folder = library.parent.parent / PAPERS
        folder.mkdir()
    for number in range(PAGES):
        which = version if number % 2 else 1
        stories = "\n\n".join(
            f"# {'一二三四五六七八九'[number % 9]}号桥第{story}条消息\n\n本报讯(记者甲)第{number}页的桥今天通车。版本{which}。"
            + "".join(f"大桥的{line}号桥墩。" for line in range(8))
            for story in range(STORIES)
        )
        path, text = (
            folder / f"{number}.txt",
            f"大江日报\n2025年3月{1 + number % 28}日\n第{number + 1}版\n\n{stories}\n",
        )
        if not path.exists() or path.read_text("utf-8") != text:
            new = folder / f"{number}.{os.getpid()}.new"
            new.write_text(text, "utf-8")
            new.replace(path)
    return folder
