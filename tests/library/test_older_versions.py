"""A library of an older version is brought to this one with all that is in it, and read as it is where it may not be
written."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from paperterm.library import indexing, schema, upgrading
from paperterm.library.engine import LibraryError
from paperterm.library.importing import import_paths
from paperterm.library.sqlite import SqliteLibrary
from paperterm.model import Article, IssueFacts
from tests.library.conftest import Shelf
from tests.library.older import age
from tests.library.test_index import QUERIES, fill, found, scanned, waiting

VERSIONS = [1, 2]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library with articles that changed their ids, jump, were removed, and that the index knows."""
    monkeypatch.setattr(indexing, "WORTH", 0)
    shelf = Shelf(SqliteLibrary(tmp_path / "library.sqlite"))
    fill(shelf, random.Random(11), 12)
    shelf.library.index()
    fill(shelf, random.Random(12), 4, first=9)
    shelf.library.state(shelf.library.all_pages()[0], IssueFacts(paper="河海日报", date="2024-01-01", page=4))
    shelf.add("/last.txt", ("最后", "以后不见了"))
    with shelf.library.changes() as changes:
        changes.forget(shelf.library.all_pages()[-1])
    shelf.library.close()
    return tmp_path / "library.sqlite"


def everything(library: SqliteLibrary) -> dict[str, Article]:
    return {id: library.article(id).article for id in Shelf(library).ids()}


def texts(library: SqliteLibrary) -> dict[str, str]:
    return {sha256: library.raw(sha256) for sha256 in library.all_pages()}


def aliases(path: Path) -> list[tuple[str, int]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT id, article FROM aliases ORDER BY id").fetchall()


@pytest.mark.parametrize("version", VERSIONS)
def test_all_that_is_in_it_is_there_afterwards(path: Path, version: int) -> None:
    library = SqliteLibrary(path)
    articles, pages, hits = everything(library), texts(library), {q: found(library, q) for q in QUERIES}
    library.close()
    names = aliases(path)
    assert names
    age(path, version)
    library = SqliteLibrary(path)
    assert everything(library) == articles
    assert texts(library) == pages
    assert {query: found(library, query) for query in QUERIES} == hits
    assert library.index() > 0
    assert {query: found(library, query) for query in QUERIES} == hits == {q: scanned(library, q) for q in QUERIES}
    library.close()
    assert aliases(path) == names
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("version", VERSIONS)
def test_it_is_the_same_as_a_library_that_is_made_today(path: Path, version: int, tmp_path: Path) -> None:
    def shape(path: Path) -> list[tuple[str, str]]:
        with closing(sqlite3.connect(path)) as connection:
            return connection.execute(
                "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
            ).fetchall()

    age(path, version)
    SqliteLibrary(path).close()
    schema.create(tmp_path / "new.sqlite")
    assert shape(path) == shape(tmp_path / "new.sqlite")


def test_a_person_is_told_once(path: Path) -> None:
    age(path, 2)
    library = SqliteLibrary(path)
    assert [f"form {schema.VERSION}" in notice for notice in library.notices] == [True]
    library.close()
    assert SqliteLibrary(path).notices == []


def test_no_number_that_the_index_may_know_is_given_again(path: Path) -> None:
    def newest() -> int:
        with closing(sqlite3.connect(path)) as connection:
            return int(connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'articles'").fetchone()[0])

    before = newest()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT max(seq) FROM articles").fetchone()[0] < before
    age(path, 2)
    SqliteLibrary(path).close()
    assert newest() == before


def test_new_pages_are_taken_in_and_old_ones_replaced_afterwards(path: Path, tmp_path: Path) -> None:
    age(path, 2)
    library = SqliteLibrary(path)
    shelf = Shelf(library)
    fill(shelf, random.Random(13), 6)
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "1.txt").write_text("# 新的一条消息\n\n本报讯 今天产业工人。\n", "utf-8")
    assert import_paths(library, [papers], jobs=1).added == 1
    assert waiting(library) > 0
    for query in QUERIES:
        assert found(library, query) == scanned(library, query), query
    library.close()


@pytest.mark.parametrize("version", VERSIONS)
def test_where_it_may_not_be_written_it_is_read_as_it_is(path: Path, version: int) -> None:
    library = SqliteLibrary(path)
    articles, pages, hits = everything(library), texts(library), {q: found(library, q) for q in QUERIES}
    library.seal()
    library.close()
    age(path, version)
    before = path.read_bytes()
    library = SqliteLibrary(path, read_only=True)
    assert everything(library) == articles
    assert texts(library) == pages
    assert {query: found(library, query) for query in QUERIES} == hits
    assert library.notices == []
    assert library.index() == 0
    library.close()
    assert path.read_bytes() == before


def test_what_goes_wrong_on_the_way_leaves_it_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    age(path, 2)
    monkeypatch.setattr(upgrading, "pack_article", lambda _: (_ for _ in ()).throw(sqlite3.DatabaseError("torn")))
    with pytest.raises(sqlite3.DatabaseError):
        SqliteLibrary(path)
    monkeypatch.undo()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    library = SqliteLibrary(path)
    assert len(everything(library)) > 10
    library.close()


def test_one_of_a_newer_version_is_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="newer paperterm"):
        SqliteLibrary(path)
    assert path.read_bytes() == before
