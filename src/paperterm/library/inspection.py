"""Looking a library over, with all that is derived beside it, and making good what can be made good from itself."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from paperterm.library import schema
from paperterm.library.engine import Damaged, LibraryError
from paperterm.library.faults import sentences
from paperterm.library.indexes import Broken, home, kept, waiting
from paperterm.library.indexing import WORTH
from paperterm.library.packing import is_sound, unpack_form, unpack_text
from paperterm.library.rescue import KEY
from paperterm.library.space import megabytes, unused
from paperterm.library.sqlite import SqliteLibrary
from paperterm.parse.identity import text_sha

WASTE = 50_000_000
"""Bytes. So many unused ones, and a quarter of the file, are worth writing it anew."""
SAID = 3
"""Of SQLite's complaints, how many are repeated."""


@dataclass
class Report:
    """What was found. `troubles` are sentences; with `blocked` they are for a person to make good, else `repair` or a new
    library does. `counts`: pages, articles, files, waiting (articles that the index does not know as they are), bytes."""

    path: Path
    version: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    blocked: bool = False
    damaged: bool = False  # a new library is to be made
    unfinished: bool = False  # an import is to go on
    index_bad: bool = False
    wasteful: bool = False
    leftovers: list[Path] = field(default_factory=list)  # of indexes


def check(path: Path) -> Report:
    """Looks at a library that is there, every page and article of it; writes nothing. A second for some ten thousand
    articles."""
    report = Report(path)
    try:
        with closing(schema.connect(path, read_only=True)) as connection, sentences(str(path)):
            connection.execute("BEGIN")  # an import may go on meanwhile
            _count(report, connection)
            _check_sqlite(report, connection)
            _check_contents(report, connection)
            if not report.damaged:
                _check_index(report, connection)
                _check_state(report, connection)
    except Damaged:
        report.damaged = True
        report.troubles.append(f"The library {path} is damaged.")
    except LibraryError as error:
        report.blocked = True
        report.troubles.append(str(error))
    return report


def repair(report: Report) -> list[str]:
    """Makes good what the library can make good by itself; sentences of what was done. Raises LibraryError."""
    done = []
    for leftover in report.leftovers:
        from paperterm.library.index import remove

        remove(leftover)
        done.append(f"{leftover} was removed: no library knows it.")
    with closing(SqliteLibrary(report.path)) as library:
        done += library.notices
        library.notices.clear()
        if report.index_bad:
            library.index_anew()
            done.append("The index was made anew.")
        elif report.counts.get("waiting", 0) > WORTH:
            done.append(f"The index took in {library.index():,} articles.")
        done += library.notices
        if report.wasteful and library.shrink():
            done.append(f"The library was written anew; it takes {megabytes(report.path.stat().st_size)}.")
    return done


def _count(report: Report, connection: sqlite3.Connection) -> None:
    report.version = connection.execute("PRAGMA user_version").fetchone()[0]
    if report.version < schema.VERSION:
        report.troubles.append(
            f"The library is of an older form ({report.version}, this paperterm's is {schema.VERSION}); it is brought to this "
            "one when it is next opened by somebody who may write it."
        )
    for name, table in (("pages", "pages"), ("articles", "articles"), ("files", "sources")):
        report.counts[name] = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    report.counts["bytes"] = report.path.stat().st_size


def _check_sqlite(report: Report, connection: sqlite3.Connection) -> None:
    said = [row[0] for row in connection.execute(f"PRAGMA integrity_check({SAID})") if row[0] != "ok"]
    said += [
        f"a row of {table} belongs to nothing"
        for table, *_ in connection.execute("PRAGMA foreign_key_check").fetchmany(SAID)
    ]
    if said:
        report.damaged = True
        report.troubles.append(f"SQLite finds the library damaged: {'; '.join(said)}.")


def _check_contents(report: Report, connection: sqlite3.Connection) -> None:
    """Can every article and the text of every page be read?"""
    bad = sum(1 for (form,) in connection.execute("SELECT form FROM articles") if not _article(form))
    if bad:
        report.troubles.append(f"{bad} articles cannot be read.")
    pages = sum(1 for raw, sha in connection.execute("SELECT raw, text_sha FROM pages") if not _text(raw, sha))
    if pages:
        report.troubles.append(f"The text of {pages} pages is not as it was imported.")
    report.damaged |= bool(bad or pages)


def _article(form: bytes | str) -> bool:
    try:
        unpack_form(form)
    except (ValueError, TypeError, KeyError):
        return False
    return is_sound(form)


def _text(raw: bytes, sha: str) -> bool:
    try:
        return text_sha(unpack_text(raw)) == sha
    except (zlib.error, ValueError):
        return False


def _check_index(report: Report, connection: sqlite3.Connection) -> None:
    if report.version < 2:
        return
    known, folder = kept(connection), home(report.path)
    report.counts["waiting"] = waiting(connection)
    report.leftovers = [path for path in _entries(folder) if known is None or path.name != known.folder]
    if report.leftovers:
        report.troubles.append(f"In {folder} lies what no library knows ({len(report.leftovers)}).")
    if known is not None:
        try:
            if fault := _index_fault(report, connection, known.form, folder / known.folder):
                report.troubles.append(fault)
                report.index_bad = True
        except Broken as broken:
            report.troubles.append(f"{broken}.")
            report.index_bad = True
    if report.counts["waiting"] > WORTH:
        report.remarks.append(
            f"{report.counts['waiting']:,} articles are not in the index yet; until the next import takes them in, a search "
            "looks through their text, which takes longer."
        )


def _index_fault(report: Report, connection: sqlite3.Connection, form: int, folder: Path) -> str:
    from paperterm.library import index_files
    from paperterm.library.index import FORM, Index

    if form != FORM:
        return f"The index {folder} was made by another version of paperterm."
    index_files.check(folder, thorough=True)
    index = Index(folder, make=False)
    searcher = index.searcher()
    wrong = [row[0] for row in connection.execute("SELECT article FROM tail UNION SELECT article FROM gone")]
    stale = searcher.search(index.numbered(wrong), 1, count=True).count if wrong else 0
    expected = report.counts["articles"] - report.counts["waiting"]
    if searcher.num_docs - stale != expected:
        return (
            f"The index {folder} knows {searcher.num_docs - stale:,} articles, and the library has {expected:,} that it "
            "should know."
        )
    return ""


def _check_state(report: Report, connection: sqlite3.Connection) -> None:
    empty = unused(connection)
    if empty > WASTE and empty * 4 > report.counts["bytes"]:
        report.wasteful = True
        report.remarks.append(f"{megabytes(empty)} of the library's file are unused.")
    if report.version < 2:
        return
    row = connection.execute("SELECT value FROM state WHERE key = ?", (KEY,)).fetchone()
    if row:
        report.unfinished = True
        report.troubles.append(
            f"The library is being made anew from {report.path.with_name(row[0])}; the next import goes on with that."
        )


def _entries(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(folder.iterdir())
