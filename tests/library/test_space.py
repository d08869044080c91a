"""What the library needs no more is given back to the disk."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from paperterm.library import indexing, space
from paperterm.library.importing import import_paths
from paperterm.library.sqlite import SqliteLibrary
from tests.library.conftest import Shelf
from tests.library.test_index import fill, found, scanned, waiting


def folded(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM folded").fetchone()[0])


def test_folded_texts_are_kept_only_of_what_the_index_does_not_know(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(shelf, random.Random(1), 9)
    assert folded(shelf.library.path) == waiting(shelf.library) > 9
    monkeypatch.setattr(indexing, "WORTH", 0)
    shelf.library.index()
    assert folded(shelf.library.path) == 0
    fill(shelf, random.Random(2), 2, first=20)
    assert folded(shelf.library.path) == waiting(shelf.library) > 0
    with shelf.library.changes() as changes:
        changes.forget(shelf.library.all_pages()[-1])
    assert folded(shelf.library.path) == waiting(shelf.library)


def test_without_index_and_folded_texts_a_scan_finds_the_same(shelf: Shelf) -> None:
    fill(shelf, random.Random(3), 9)
    before = {query: found(shelf.library, query) for query in ("产业", "技能人才 改革", "桥", "產業", "-改革")}
    with shelf.library._writing() as connection:
        connection.execute("DELETE FROM folded")
    assert {query: scanned(shelf.library, query) for query in before} == before


def test_the_index_is_fed_while_a_long_import_is_under_way(
    library: SqliteLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    for number in range(200):
        (papers / f"{number}.txt").write_text(f"# 第{number}条\n\n本报讯 {number}号桥今天通车。\n", "utf-8")
    monkeypatch.setattr(indexing, "BATCH", 50)
    most = 0

    def listen(_: object) -> None:
        nonlocal most
        most = max(most, waiting(library))

    import_paths(library, [papers], jobs=1, progress=listen)
    assert waiting(library) <= most < 150  # a batch, and the pages of one more transaction
    assert most > 0


def test_a_file_is_ended_earlier_where_much_of_it_is_unused(
    library: SqliteLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf(library)
    for number in range(40):
        shelf.add(f"/{number}.txt", (f"题{number}", chr(0x4E00 + number) * 20_000))
    library.seal()
    full = library.path.stat().st_size
    monkeypatch.setattr(indexing, "WORTH", 0)
    monkeypatch.setattr(space, "SPARE", 10)
    library.index()
    library.seal()
    assert library.path.stat().st_size < full / 2
    with closing(sqlite3.connect(library.path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_an_index_that_cannot_be_written_stops_no_import(
    library: SqliteLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    for number in range(200):
        (papers / f"{number}.txt").write_text(f"# 第{number}条\n\n本报讯 {number}号桥今天通车。\n", "utf-8")
    monkeypatch.setattr(indexing, "BATCH", 50)
    (tmp_path / "library.index").write_text("in the way", "utf-8")
    assert import_paths(library, [papers], jobs=1).added == 200
    assert len(found(library, "号桥")) == 200
    assert any("library.index" in notice for notice in library.notices)
