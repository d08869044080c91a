"""A damaged library is set aside, and a new one begun from the files it names and the texts it keeps."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from paperterm.library.engine import Damaged, LibraryError
from paperterm.library.importing import import_paths
from paperterm.library.rescue import begin_anew, rescued, rescuing, restore
from paperterm.library.sqlite import SqliteLibrary
from paperterm.model import IssueFacts

PAGES = 60


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for number in range(PAGES):
        text = f"# 第{number}条消息\n\n本报讯(记者甲)" + "".join(f"第{number}页的{line}行。" for line in range(300))
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def place(papers: Path, tmp_path: Path) -> Path:
    library = SqliteLibrary(tmp_path / "library.sqlite")
    import_paths(library, [papers], jobs=1)
    library.close()
    return library.path


def overwrite(place: Path, start: float, end: float) -> None:
    """Damages a stretch of the file, in shares of its length."""
    data = bytearray(place.read_bytes())
    first, last = int(len(data) * start), int(len(data) * end)
    data[first:last] = b"\xa5" * (last - first)
    place.write_bytes(data)


def test_what_stands_before_and_behind_the_damage_is_known(place: Path, papers: Path) -> None:
    overwrite(place, 0.4, 0.6)
    notice = begin_anew(place)
    aside = place.with_name("library.bad-1.sqlite")
    files, _ = rescued(aside)
    assert {path.parent for path in files} == {papers}
    assert len(files) > PAGES // 4
    assert str(aside) in notice
    assert str(len(files)) in notice


def test_the_new_library_knows_what_it_is_made_from_until_it_is(place: Path) -> None:
    overwrite(place, 0.4, 0.6)
    begin_anew(place)
    library = SqliteLibrary(place)
    assert library.all_pages() == []
    assert rescuing(library) == place.with_name("library.bad-1.sqlite")
    rescuing(library, ended=True)
    assert rescuing(library) is None
    library.close()


def test_pages_whose_files_are_gone_come_back_from_their_text(place: Path, papers: Path) -> None:
    before = SqliteLibrary(place)
    texts = {sha256: before.raw(sha256) for sha256 in before.all_pages()}
    before.close()
    for page in papers.iterdir():
        page.unlink()
    overwrite(place, 0.5, 0.6)
    begin_anew(place)
    files, lost = rescued(place.with_name("library.bad-1.sqlite"))
    assert files == ()
    assert len(lost) > PAGES // 4
    stated = {lost[0].sha256: IssueFacts(paper="海报")}
    library = SqliteLibrary(place)
    restore(library, lost, stated)
    assert {sha256: library.raw(sha256) for sha256 in library.all_pages()}.items() <= texts.items()
    assert library.facts(lost[0].sha256).stated == IssueFacts(paper="海报")
    assert len(library.known_files()) == len(lost)
    library.close()


@pytest.mark.parametrize("content", [b"no database at all", bytes(8192), b"\xff" * 100_000])
def test_of_a_file_that_says_nothing_nothing_is_known(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "library.sqlite"
    place.write_bytes(content)
    with pytest.raises(Damaged):
        SqliteLibrary(place)
    Path(f"{place}-wal").write_bytes(b"old")
    begin_anew(place)
    aside = place.with_name("library.bad-1.sqlite")
    assert rescued(aside) == ((), ())
    assert aside.read_bytes() == content
    library = SqliteLibrary(place)
    assert library.all_pages() == []
    library.close()
    place.write_bytes(content)
    assert "library.bad-2.sqlite" in begin_anew(place)


def test_another_programs_file_is_left_alone(tmp_path: Path) -> None:
    database, thesis = tmp_path / "other.sqlite", tmp_path / "thesis.docx"
    with sqlite3.connect(database) as connection:
        connection.execute("CREATE TABLE t (x)")
    thesis.write_bytes(b"PK\x03\x04")
    for path in (database, thesis):
        with pytest.raises(LibraryError):
            SqliteLibrary(path)
        with pytest.raises(LibraryError, match="left alone"):
            begin_anew(path)
        assert path.exists()
