"""Library files that are missing, damaged, newer, locked or not to be written; and several hands on one file."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from paperterm.library import schema
from paperterm.library.engine import LibraryError
from paperterm.library.opening import open_library
from paperterm.library.sqlite import SqliteLibrary
from paperterm.model import IssueFacts
from paperterm.query import parse_query

if TYPE_CHECKING:
    from .conftest import Shelf


def test_where_no_library_was_made_there_is_none(tmp_path: Path) -> None:
    assert open_library(tmp_path / "library.sqlite") is None
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(LibraryError, match="import"):
        SqliteLibrary(tmp_path / "library.sqlite", read_only=True)


def test_a_library_is_made_with_its_folders_and_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "图书 馆?.sqlite"
    SqliteLibrary(path).close()
    library = open_library(path)
    assert library is not None
    assert (library.issues(), library.first()) == ([], None)
    library.close()


@pytest.mark.parametrize("content", [b"not a database at all", b"SQLite format 3\x00" + b"\x07" * 5000, b"\x00" * 8192])
def test_a_file_that_is_no_library_is_named_with_the_way_out(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(content)
    with pytest.raises(LibraryError, match="doctor --repair"):
        SqliteLibrary(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE contacts (name)")
    connection.commit()
    connection.close()
    with pytest.raises(LibraryError, match="no library"):
        SqliteLibrary(path)


def test_damage_inside_is_a_sentence_when_it_is_met(shelf: Shelf) -> None:
    for number in range(30):
        shelf.add(f"/p/{number}.txt", ("题", f"正文{number}" * 500), printed=IssueFacts())
    library = shelf.library
    library.seal()
    library.close()
    data = bytearray(library.path.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    library.path.write_bytes(data)
    with pytest.raises(LibraryError, match="doctor --repair"):
        opened = SqliteLibrary(library.path)
        opened.issues()


def test_a_library_of_a_newer_program_is_refused(shelf: Shelf) -> None:
    shelf.library.close()
    connection = sqlite3.connect(shelf.library.path)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    with pytest.raises(LibraryError, match="newer paperterm"):
        open_library(shelf.library.path)


@pytest.mark.parametrize("begun", ["empty file", "no tables"])
def test_a_library_whose_maker_was_killed_is_an_empty_one(tmp_path: Path, begun: str) -> None:
    path = tmp_path / "library.sqlite"
    path.touch()
    if begun == "no tables":
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.close()
    library = SqliteLibrary(path)
    assert library.issues() == []
    library.close()


def test_a_folder_in_the_librarys_place_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="cannot be opened"):
        SqliteLibrary(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(LibraryError, match="cannot be made"):
        SqliteLibrary(tmp_path / "file" / "library.sqlite")


def test_a_read_only_library_reads_and_refuses_to_write(shelf: Shelf) -> None:
    shelf.add("/p/1.txt", ("题", "正文"))
    library = SqliteLibrary(shelf.library.path, read_only=True)
    assert library.search(parse_query("正文")).total == 1
    with pytest.raises(LibraryError, match="read-only"):
        library.state(shelf.sha(("题", "正文")), IssueFacts())
    library.close()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can reach; pytest's own is closed to others."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_a_library_that_this_user_may_not_write_is_read(
    open_folder: Path, shelf_of: Callable[[SqliteLibrary], Shelf]
) -> None:
    path = open_folder / "library.sqlite"
    library = SqliteLibrary(path)
    shelf_of(library).add("/p/1.txt", ("题", "正文"))
    library.close()
    path.chmod(0o444)
    open_folder.chmod(0o555)

    def read() -> None:
        opened = open_library(path)
        assert opened is not None
        assert opened.read_only
        assert opened.search(parse_query("正文")).total == 1
        with pytest.raises(LibraryError, match="read-only"):
            opened.state("", IssueFacts())

    assert as_another_user(read) == 0
    open_folder.chmod(0o755)


def as_another_user(work: Callable[[], None]) -> int:
    """Runs `work` in a child process without root's rights; 0 when it went well."""
    child = os.fork()
    if child == 0:
        try:
            if os.getuid() == 0:
                os.setuid(65534)
            work()
        except BaseException:  # noqa: BLE001
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_library_that_another_program_writes_is_read_and_the_waiting_ends(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.add("/p/1.txt", ("题", "正文"))
    monkeypatch.setattr(schema, "BUSY", 0.05)
    other = SqliteLibrary(shelf.library.path)
    holder = sqlite3.connect(shelf.library.path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    assert len(other.issues()) == 1
    with pytest.raises(LibraryError, match="another program"):
        other.state(shelf.sha(("题", "正文")), IssueFacts(paper="工人日报"))
    holder.execute("ROLLBACK")
    holder.close()
    other.close()


def test_a_moved_library_file_works_alone(shelf: Shelf, tmp_path: Path) -> None:
    shelf.add("/p/1.txt", ("题", "正文"))
    shelf.library.seal()
    shutil.copy(shelf.library.path, tmp_path / "copy.sqlite")
    (tmp_path / "copy.sqlite").chmod(0o444)
    library = SqliteLibrary(tmp_path / "copy.sqlite", read_only=True)
    assert library.first() is not None
    library.close()


def test_threads_read_while_one_writes(shelf: Shelf) -> None:
    shelf.add("/p/0.txt", ("题", "共同的词"), printed=IssueFacts())
    faults: list[BaseException] = []
    done = threading.Event()

    def read() -> None:
        try:
            while not done.is_set():
                for page in shelf.library.pages(None, None):
                    assert len(page.articles) == len({a.position for a in page.articles}) > 0
                assert shelf.library.search(parse_query("共同的词")).total > 0
        except BaseException as fault:  # noqa: BLE001
            faults.append(fault)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(1, 40):
        shelf.add(f"/p/{number % 7}.txt", ("题", f"共同的词{number}"), ("另", f"别的{number}"), printed=IssueFacts())
    done.set()
    for reader in readers:
        reader.join()
    assert faults == []


IMPORTER = """
import sys
from pathlib import Path
from paperterm.library.importing import import_paths
from paperterm.library.sqlite import SqliteLibrary
library = SqliteLibrary(Path(sys.argv[1]))
summary = import_paths(library, [Path(p) for p in sys.argv[2:]])
assert not summary.skipped, summary.skipped
"""


def test_two_processes_import_at_once(tmp_path: Path) -> None:
    for folder in "ab":
        (tmp_path / folder).mkdir()
        for number in range(25):
            text = f"# 第{number}条消息来自{folder}\n\n本报讯 这是{folder}的第{number}条消息。\n"
            (tmp_path / folder / f"{number}.txt").write_text(text, encoding="utf-8")
    path = tmp_path / "library.sqlite"
    orders = (["a", "b"], ["b", "a"])
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", IMPORTER, str(path), *(str(tmp_path / f) for f in order)],
            stderr=subprocess.PIPE,
            text=True,
        )
        for order in orders
    ]
    answers = [process.communicate(timeout=60)[1] for process in processes]
    assert [process.returncode for process in processes] == [0, 0], answers
    library = SqliteLibrary(path)
    assert sum(issue.pages for issue in library.issues()) == 50
    assert all(len(library.sources(sha)) == 1 for sha in library.all_pages())
    library.close()
