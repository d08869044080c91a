"""Whatever happens to the index's files: a search finds everything, says that it did without, and the index is made anew."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from paperterm.library import index_files, indexing
from paperterm.library.indexes import Broken
from paperterm.library.sqlite import SqliteLibrary
from tests.library.conftest import Shelf
from tests.library.test_index import fill, found, indexed, scanned, waiting

FOOTER = 94
"""Bytes that tantivy 0.27 writes behind each file: what wrote it, the checksum, the length of this and a sign."""
ASKED = ("产业", "桥", "技能人才 改革", "-改革")


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library with an index of several segments and some articles that were removed."""
    monkeypatch.setattr(indexing, "WORTH", 0)
    shelf = Shelf(SqliteLibrary(tmp_path / "library.sqlite"))
    fill(shelf, random.Random(1), 20)
    shelf.library.index()
    fill(shelf, random.Random(2), 6, first=17)
    shelf.library.index()
    shelf.library.close()
    return tmp_path / "library.sqlite"


def folder_of(path: Path) -> Path:
    (folder,) = path.with_name("library.index").iterdir()
    return folder


def flip(file: Path, bit: int) -> None:
    data = bytearray(file.read_bytes())
    data[bit // 8] ^= 1 << bit % 8
    file.unlink()
    file.write_bytes(data)


def sound_after(path: Path, damaged: bool = True) -> None:
    """What a person has of the library now, and after the next import."""
    library = SqliteLibrary(path)
    for query in ASKED:
        assert found(library, query) == scanned(library, query), query
    assert bool(library.index_fault) == damaged, library.index_fault
    library.index()
    assert len(library.notices) == damaged
    assert library.index_fault == ""
    assert indexed(library)
    assert waiting(library) == 0
    for query in ASKED:
        assert found(library, query) == scanned(library, query), query
    library.close()
    index_files.check(folder_of(path), thorough=True)


def test_a_flipped_bit_of_any_file_is_noticed(path: Path, tmp_path: Path) -> None:
    chance, kept = random.Random(5), tmp_path / "kept"
    shutil.copytree(path.parent, kept, copy_function=shutil.copy2)
    files = sorted(file.name for file in folder_of(path).iterdir() if file.suffix in (*index_files.BODIES, ".json"))
    kinds = {Path(name).suffix for name in files}
    assert {".term", ".idx", ".pos", ".store", ".fast", ".fieldnorm", ".json"} <= kinds
    live = {file.name for file in index_files._bodies(folder_of(path))} | {index_files.META}
    for name in sorted(live):
        for _ in range(3):
            shutil.rmtree(path.with_name("library.index"))
            shutil.copytree(kept / "library.index", path.with_name("library.index"), copy_function=shutil.copy2)
            shutil.copy2(kept / "library.sqlite", path)
            size = (folder_of(path) / name).stat().st_size
            footer = 0 if name == index_files.META else FOOTER
            flip(folder_of(path) / name, chance.randrange(8 * (size - footer)))
            sound_after(path)


def test_a_note_of_the_files_that_cannot_be_read_costs_nothing(path: Path) -> None:
    for content in (b"", b"{", b"[]", b'{"meta.json": 1}'):
        (folder_of(path) / index_files.NOTE).write_bytes(content)
        library = SqliteLibrary(path)
        assert found(library, "产业") == scanned(library, "产业")
        assert indexed(library)
        library.close()
    (folder_of(path) / index_files.NOTE).unlink()
    sound_after(path, damaged=False)


def cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def empty(file: Path) -> None:
    os.truncate(file, 0)


def folder_instead(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize("harm", [cut, empty, Path.unlink, folder_instead])
@pytest.mark.parametrize("end", [*index_files.BODIES[:-1], "meta.json"])
def test_a_file_that_is_cut_empty_gone_or_no_file_is_noticed(
    path: Path, end: str, harm: Callable[[Path], None]
) -> None:
    live = [*index_files._bodies(folder_of(path)), folder_of(path) / index_files.META]
    harm(next(file for file in live if file.name.endswith(end)))
    sound_after(path)


def test_a_file_in_the_place_of_the_folder_is_noticed(path: Path) -> None:
    folder = folder_of(path)
    shutil.rmtree(folder)
    folder.write_bytes(b"no folder")
    sound_after(path)


def test_all_indexes_gone_is_noticed(path: Path) -> None:
    shutil.rmtree(path.with_name("library.index"))
    sound_after(path)


def test_files_that_were_copied_are_looked_through_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = folder_of(path)
    for file in folder.iterdir():
        os.utime(file, (1, 1))
    looked: list[str] = []
    sound = index_files._sound
    monkeypatch.setattr(index_files, "_sound", lambda path: looked.append(path.name) or sound(path))
    index_files.check(folder)
    assert sorted(looked) == sorted(file.name for file in index_files._bodies(folder))
    looked.clear()
    index_files.check(folder)
    assert looked == []


def test_a_bit_that_flipped_without_a_trace_is_found_by_looking_at_everything(path: Path) -> None:
    file = next(file for file in index_files._bodies(folder_of(path)) if file.suffix == ".pos")
    before = file.stat()
    flip(file, 77)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    index_files.check(folder_of(path))
    with pytest.raises(Broken, match=r"\.pos"):
        index_files.check(folder_of(path), thorough=True)


def test_an_index_that_is_being_written_by_another_is_left_to_it(path: Path) -> None:
    from paperterm.library.index import HEAP, Index

    shelf = Shelf(SqliteLibrary(path))
    fill(shelf, random.Random(3), 5, first=40)
    left = waiting(shelf.library)
    writer = Index(folder_of(path))._index.writer(HEAP, 1)
    assert shelf.library.index() == 0
    assert shelf.library.notices == []
    assert waiting(shelf.library) == left > 0
    assert found(shelf.library, "产业") == scanned(shelf.library, "产业")
    del writer
    assert shelf.library.index() == left


def test_notes_are_not_taken_away_for_an_index_that_another_has_replaced(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from paperterm.library.index import Index

    shelf = Shelf(SqliteLibrary(path))
    fill(shelf, random.Random(4), 5, first=40)
    put = Index.put

    def replaced(self: Index, *what: object) -> None:
        put(self, *what)  # type: ignore[arg-type]
        monkeypatch.setattr(Index, "put", put)
        other = SqliteLibrary(path)
        with other._reading() as connection:
            known = indexing.kept(connection)
        indexing.forget(other._connections.get(), known)
        assert other.index() > 0

    monkeypatch.setattr(Index, "put", replaced)
    shelf.library.index()
    for query in ASKED:
        assert found(shelf.library, query) == scanned(shelf.library, query), query
    assert waiting(shelf.library) == 0
