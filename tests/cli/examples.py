"""A home with something in it, always the same, and command lines of every command that answer from it."""

from __future__ import annotations

import gc
import os
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from types import SimpleNamespace

import pytest

from paperterm.actions import delivering
from paperterm.cli.run import run
from paperterm.config import HOME_VARIABLE, resources
from paperterm.notebook import backups, ids, values
from paperterm.notebook.reading import Reading
from tests.cli.conftest import FRONT

STEEL = "gongrenribao/2025-03-25/0/cygryzdy"
SECOND = "gongrenribao/2025-03-25/0/ycgkcqdg"
MADE = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)
"""When the home was filled; commands are run a minute later."""
PASSAGE = ("--block", "2", "--start", "0", "--end", "8")

FOUND: dict[str, tuple[tuple[str, ...], ...]] = {
    "parse": (("PAGES/front.txt",), ("PAGES/front.txt", "--explain")),
    "import": (("SEEDS",), ("SEEDS", "--dry-run"), ("--rebuild",)),
    "issues": ((),),
    "show": ((STEEL,), (STEEL, "--whole"), (STEEL, SECOND)),
    "search": (("产改", "--limit", "2"), ("产业工人", "--sort", "newest", "--limit", "1", "--facets")),
    "suggest": (("产业",),),
    "related": ((STEEL, "--limit", "2"), (STEEL, SECOND, "--limit", "1")),
    "names": ((STEEL, "--limit", "3"), (STEEL, SECOND, "--limit", "1")),
    "set": (
        ("SEEDS/001_18f89fe1571bc1b6.txt", "--paper", "工人日报", "--date", "2025-03-01", "--page", "4"),
        ("SEEDS/001_18f89fe1571bc1b6.txt", STEEL, "--paper", "劳动报"),
    ),
    "forget": ((STEEL,),),
    "bookmark add": ((STEEL, "--tag", "书签"), (STEEL, SECOND)),
    "bookmark list": ((), ("--tag", "工匠")),
    "bookmark edit": (("BOOKMARK", "--tag", "产改"),),
    "bookmark remove": (("BOOKMARK",),),
    "note add": ((STEEL, "--text", "两行\n的笔记", "--tag", "笔记", *PASSAGE),),
    "note list": ((),),
    "note edit": (("NOTE", "--text", "改过的笔记"),),
    "note remove": (("NOTE",),),
    "highlight add": ((STEEL, *PASSAGE, "--colour", "blue"),),
    "highlight list": ((),),
    "highlight edit": (("HIGHLIGHT", "--colour", "pink"),),
    "highlight remove": (("HIGHLIGHT",),),
    "export article": ((STEEL,), (STEEL, "--format", "csv"), (STEEL, "--output", "OUT/article.md")),
    "export issue": (("2025-03-25", "--format", "csv", "--output", "OUT/issue.csv"),),
    "export search": (("产改", "--limit", "1", "--format", "text"), ("产改", "--output", "OUT/found/")),
    "export notes": ((), ("--format", "annotations"), ("--format", "json")),
    "cite": ((STEEL, SECOND), (STEEL, "--format", "csl-json"), (STEEL, "--format", "ris")),
    "notebook check": ((),),
    "notebook repair": ((),),
    "notebook restore": ((),),
    "notebook merge": (("OTHER",),),
    "notebook undo": ((),),
    "notebook log": (("--limit", "1"),),
    "history": ((),),
    "saved add": (("钢铁", "标题:钢"),),
    "saved list": ((),),
    "saved remove": (("产改",),),
    "doctor": ((),),
    "trends": (("产改", "产业工人", "--by", "year"), ("产改", "--format", "csv", "--output", "OUT/trends.csv")),
    "config show": ((),),
    "config path": ((),),
    "config keys": ((),),
    "config check": ((),),
    "config sample": ((),),
    "completion": (("bash",),),
    "manual": (("search", "--markdown"),),
    "shell-words": (("--", "bookmark", ""),),
}
"""What each command is asked; capitals stand for folders and for ids of records (`filled`)."""

NOTHING: dict[str, tuple[str, ...]] = {
    "import": ("EMPTY",),
    "search": ("没有这样的词呀",),
    "suggest": ("没有这样的词呀",),
    "forget": ("--missing",),
    "bookmark list": ("--tag", "没有"),
    "note list": ("--tag", "没有"),
    "highlight list": ("--tag", "没有"),
    "export search": ("没有这样的词呀",),
    "trends": ("没有这样的词呀",),
    "shell-words": ("--", "没有", "--没有"),
}
"""What finds nothing in that home."""

BARE: dict[str, tuple[str, ...]] = {
    "issues": (),
    "bookmark list": (),
    "note list": (),
    "highlight list": (),
    "export notes": (),
    "notebook log": (),
    "notebook restore": (),
    "history": (),
    "saved list": (),
}
"""What finds nothing in a home with an empty library and no notebook."""

FAILING: dict[str, tuple[str, ...]] = {
    "parse": ("EMPTY/empty.txt",),
    "import": ("OUT/not-there",),
    "show": (STEEL, "no-such-id"),
    "related": ("no-such-id",),
    "names": ("no-such-id",),
    "set": (STEEL, "no-such-page", "--paper", "劳动报"),
    "forget": ("no-such-page",),
    "bookmark add": (STEEL, "no-such-id"),
    "bookmark edit": ("no-such-id", "--tag", "x"),
    "bookmark remove": ("no-such-id",),
    "note add": ("no-such-id", "--text", "x"),
    "note edit": ("no-such-id", "--text", "x"),
    "note remove": ("no-such-id",),
    "highlight add": ("no-such-id",),
    "highlight edit": ("no-such-id", "--tag", "x"),
    "highlight remove": ("no-such-id",),
    "export article": ("no-such-id",),
    "export issue": ("1900-01-01",),
    "export search": ("产改", "--output", "OUT/not-there/found.md"),
    "export notes": ("--output", "OUT/not-there/notes.md"),
    "cite": (STEEL, "no-such-id"),
    "notebook restore": ("no-such-backup",),
    "notebook merge": ("OUT/not-there",),
    "notebook undo": ("no-such-change",),
    "saved remove": ("没有",),
    "trends": ("产改", "--output", "OUT/not-there/trends.csv"),
}
"""What cannot be done: exit code 1, and nothing changes."""

WRONG: dict[str, tuple[str, ...]] = {
    "parse": (),
    "import": ("-",),
    "issues": ("x",),
    "show": (),
    "search": ("(产改",),
    "suggest": ("产", "--limit", "0"),
    "related": (STEEL, "--limit", "0"),
    "names": (STEEL, "--limit", "0"),
    "set": (STEEL, "--date", "2025-02-30"),
    "forget": (),
    "bookmark add": (STEEL, SECOND, "--block", "0"),
    "bookmark list": ("--tga", "x"),
    "bookmark edit": ("BOOKMARK",),
    "bookmark remove": (),
    "note add": (STEEL,),
    "note list": ("x",),
    "note edit": ("NOTE",),
    "note remove": ("NOTE", "NOTE"),
    "highlight add": (STEEL, "--block", "999"),
    "highlight list": ("--color", "often"),
    "highlight edit": ("HIGHLIGHT",),
    "highlight remove": (),
    "export article": (STEEL, "--format", "docx"),
    "export issue": (),
    "export search": ("产改", "--limit", "0"),
    "export notes": ("--output", "OUT/notes.docx"),
    "cite": (STEEL, "--format", "apa"),
    "notebook check": ("x",),
    "notebook repair": ("--force",),
    "notebook restore": ("a", "b"),
    "notebook merge": (),
    "notebook undo": ("a", "b"),
    "notebook log": ("--limit", "0"),
    "history": ("--limit", "many"),
    "saved add": ("名",),
    "saved list": ("x",),
    "saved remove": (),
    "doctor": ("--repare",),
    "trends": (),
    "config show": ("x",),
    "config path": ("x",),
    "config keys": ("x",),
    "config check": ("x",),
    "config sample": ("x",),
    "serve": ("--port", "99999"),
    "demo": ("--json",),
    "completion": ("tcsh",),
    "manual": ("nothing",),
    "shell-words": ("--nothing",),
}
"""What is no use of the command: exit code 2, and nothing changes."""

BESIDE = ("home", "pages", "empty", "out", "other")


def make(folder: Path) -> None:
    """Fills a folder: a home with the sample pages, something of every kind in the notebook and a little history; a page; an empty one;
    a folder to write to; the notebook of another machine."""
    (folder / "pages").mkdir()
    (folder / "pages" / "front.txt").write_text(FRONT, "utf-8")
    (folder / "empty").mkdir()
    (folder / "empty" / "empty.txt").touch()
    (folder / "out").mkdir()
    with pytest.MonkeyPatch.context() as patch, still(MADE):
        patch.setenv(HOME_VARIABLE, str(folder / "home"))
        for words in (
            ("import", str(resources("seeds"))),
            ("bookmark", "add", STEEL, "--tag", "工匠"),
            ("note", "add", STEEL, "--text", "钢城的工匠", *PASSAGE),
            ("highlight", "add", STEEL, *PASSAGE),
            ("saved", "add", "产改", "产改 工匠"),
        ):
            assert run([*words, "--json"]) == 0
        patch.setenv(HOME_VARIABLE, str(folder / "other"))
        assert run(["saved", "add", "别处", "工匠", "--json"]) == 0
    reading = Reading(folder / "home" / "reading.sqlite")
    reading.remember(STEEL, 1, 0, 0.25)
    reading.close()
    with sqlite3.connect(folder / "home" / "reading.sqlite") as connection:
        connection.execute("UPDATE reading SET seen = ?", (int(MADE.timestamp()) * 10**9,))
    connection.close()
    gc.collect()  # a library that nobody holds any more is closed, and leaves one file
    assert not list(folder.rglob("*-wal"))
    for backup in folder.glob("*/notebook.backups/*"):
        os.utime(backup, (MADE.timestamp(), MADE.timestamp()))


def copied(made: Path, folder: Path) -> Path:
    """A copy of such a folder, to be changed; its home."""
    for name in BESIDE:
        shutil.rmtree(folder / name, ignore_errors=True)
        shutil.copytree(made / name, folder / name)
    return folder / "home"


@contextmanager
def still(moment: datetime) -> Iterator[None]:
    """A clock that stands still, and ids that follow one another from there."""

    class Still(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return moment if tz else moment.replace(tzinfo=None)

    nanoseconds = int(moment.timestamp()) * 10**9
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ids, "time", SimpleNamespace(time_ns=lambda: nanoseconds))
        patch.setattr(ids, "os", SimpleNamespace(urandom=bytes))
        patch.setattr(ids, "_last", 0)
        for module in (values, backups, delivering):
            patch.setattr(module, "datetime", Still)
        yield


LATER = MADE + timedelta(minutes=1)


def filled(words: Sequence[str], folder: Path) -> list[str]:
    """The words of a command line with what their capitals stand for."""
    with still(MADE):
        records = {name: ids.new_id() for name in ("BOOKMARK", "_1", "NOTE", "_2", "HIGHLIGHT")}
    places = {"SEEDS": str(resources("seeds")), **{name.upper(): str(folder / name) for name in BESIDE}}
    found = []
    for word in words:
        first, slash, rest = word.partition("/")
        found.append((records | places).get(first, first) + slash + rest)
    return found
