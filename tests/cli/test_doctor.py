"""`paperterm doctor` on homes that are whole and homes that were damaged."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from paperterm.library import indexing, inspection
from paperterm.library.indexes import home as folder_of_indexes
from tests.cli.conftest import Run

PAGES = 30


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever this machine is like, the tests are about the home."""
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setattr("paperterm.actions.checking.ROOM", 0)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for number in range(PAGES):
        text = f"# 第{number}条消息\n\n本报讯(记者甲)" + "".join(f"第{number}页的{line}行。" for line in range(200))
        (folder / f"{number}.txt").write_text(text, "utf-8")
    return folder


@pytest.fixture
def library(home: Path, papers: Path, paperterm: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library with an index, and a note beside it."""
    monkeypatch.setattr(indexing, "WORTH", 0)
    monkeypatch.setattr(inspection, "WORTH", 0)
    assert paperterm("import", papers, "--jobs", "1").code == 0
    id = paperterm("search", "页的7行", "--json", "--limit", "1").json["hits"][0]["id"]
    assert paperterm("note", "add", id, "--text", "一条笔记").code == 0
    return home / "library.sqlite"


def troubles(paperterm: Run, area: str = "library") -> list[str]:
    ran = paperterm("doctor", "--json")
    found = [f["sentence"] for f in ran.json["findings"] if f["state"] == "trouble"]
    assert ran.json["troubles"] == len(found)
    assert ran.code == bool(found)
    assert all(f["area"] == area for f in ran.json["findings"] if f["state"] == "trouble"), found
    return found


def repaired(paperterm: Run, notebook: Path) -> list[str]:
    """What --repair did; afterwards all is well, and the notebook is untouched."""
    before = {file: file.read_bytes() for file in sorted(notebook.glob("notebook*")) if file.is_file()}
    ran = paperterm("doctor", "--repair", "--json")
    assert (ran.code, ran.json["troubles"]) == (0, 0), ran.json
    assert {file: file.read_bytes() for file in sorted(notebook.glob("notebook*")) if file.is_file()} == before
    done: list[str] = ran.json["repaired"]
    assert troubles(paperterm) == []
    return done


def test_an_empty_home_is_well_and_stays_empty_but_for_the_samples(home: Path, paperterm: Run) -> None:
    assert troubles(paperterm) == []
    assert {entry.name for entry in home.iterdir()} == {"cache"}


def test_a_whole_home_is_well(library: Path, paperterm: Run) -> None:
    said = paperterm("doctor")
    assert said.code == 0
    assert f"{PAGES} pages" in said.out
    assert said.out.rstrip().endswith("All is well.")
    assert repaired(paperterm, library.parent) == ["There was nothing to repair."]


def test_a_damaged_library_is_made_anew(library: Path, papers: Path, paperterm: Run) -> None:
    data = bytearray(library.read_bytes())
    data[len(data) // 4 : len(data) // 2] = b"\xa5" * (len(data) // 2 - len(data) // 4)
    library.write_bytes(data)
    assert troubles(paperterm)
    assert any("was damaged" in sentence for sentence in repaired(paperterm, library.parent))
    assert library.with_name("library.bad-1.sqlite").exists()
    assert paperterm("import", papers, "--jobs", "1").code == 0
    assert paperterm("search", "页的7行", "--json").json["total"] == PAGES


def test_one_bit_of_one_article_is_found(library: Path, paperterm: Run) -> None:
    with closing(sqlite3.connect(library)) as connection:
        form = bytearray(connection.execute("SELECT form FROM articles WHERE seq = 5").fetchone()[0])
        form[len(form) // 2] ^= 4
        connection.execute("UPDATE articles SET form = ? WHERE seq = 5", (bytes(form),))
        connection.commit()
    assert any("1 articles cannot be read" in sentence for sentence in troubles(paperterm))
    assert repaired(paperterm, library.parent)
    assert paperterm("search", "页的7行", "--json").json["total"] == PAGES


def test_a_page_whose_text_changed_is_found(library: Path, paperterm: Run) -> None:
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("UPDATE pages SET raw = (SELECT raw FROM pages WHERE seq = 2) WHERE seq = 1")
        connection.commit()
    assert any("text of 1 pages" in sentence for sentence in troubles(paperterm))
    assert repaired(paperterm, library.parent)


def test_a_bit_of_the_index_that_flipped_without_a_trace_is_found(library: Path, paperterm: Run) -> None:
    file = next(folder_of_indexes(library).glob("*/*.pos"))
    before, data = file.stat(), bytearray(file.read_bytes())
    data[len(data) // 3] ^= 1
    file.unlink()
    file.write_bytes(data)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert [file.name in sentence for sentence in troubles(paperterm)] == [True]
    assert "The index was made anew." in repaired(paperterm, library.parent)


def test_an_index_that_knows_too_little_is_found(library: Path, paperterm: Run) -> None:
    from paperterm.library.index import Index

    (folder,) = folder_of_indexes(library).iterdir()
    index = Index(folder, make=False)
    index.put([], [1, 2, 3])
    assert [f"knows {PAGES - 3}" in sentence for sentence in troubles(paperterm)] == [True]
    assert repaired(paperterm, library.parent)
    assert paperterm("search", "页的7行", "--json").json["total"] == PAGES


def test_an_index_that_is_gone_is_made_anew_and_strangers_beside_it_removed(library: Path, paperterm: Run) -> None:
    indexes = folder_of_indexes(library)
    shutil.rmtree(indexes)
    (indexes / "stranger").mkdir(parents=True)
    assert len(troubles(paperterm)) == 2
    assert len(repaired(paperterm, library.parent)) == 2
    assert "stranger" not in {entry.name for entry in indexes.iterdir()}


def test_a_rescue_that_was_killed_is_brought_to_its_end(library: Path, paperterm: Run) -> None:
    from paperterm.library.rescue import begin_anew

    begin_anew(library)
    assert any(f"bad-1{library.suffix}" in sentence for sentence in troubles(paperterm))
    assert repaired(paperterm, library.parent)
    assert paperterm("search", "页的7行", "--json").json["total"] == PAGES


def test_a_library_of_an_older_form_is_told_and_brought_up(library: Path, paperterm: Run) -> None:
    from tests.library.older import age

    age(library, 2)
    assert ["older form" in sentence for sentence in troubles(paperterm)] == [True]
    assert any("is now of form" in sentence for sentence in repaired(paperterm, library.parent))


def test_much_that_is_unused_is_given_back(library: Path, paperterm: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("CREATE TABLE ballast AS SELECT randomblob(4000000) AS bytes")
        connection.commit()
        connection.execute("DROP TABLE ballast")
        connection.commit()
    monkeypatch.setattr(inspection, "WASTE", 1_000_000)
    assert any("written anew" in sentence for sentence in repaired(paperterm, library.parent))
    assert library.stat().st_size < 2_000_000


def test_a_folder_in_the_librarys_place_is_for_a_person(home: Path, paperterm: Run) -> None:
    (home / "library.sqlite").mkdir(parents=True)
    assert troubles(paperterm)
    ran = paperterm("doctor", "--repair", "--json")
    assert (ran.code, ran.json["repaired"]) == (1, ["There was nothing to repair."])
    assert (home / "library.sqlite").is_dir()


def test_damaged_samples_are_built_anew(home: Path, paperterm: Run) -> None:
    assert paperterm("issues").code == 0
    (samples,) = (home / "cache").glob("samples-*.sqlite")
    data = bytearray(samples.read_bytes())
    data[len(data) // 3 : len(data) // 2] = bytes(len(data) // 2 - len(data) // 3)
    samples.write_bytes(data)
    (home / "cache" / "samples-x.building").write_bytes(b"left")
    assert troubles(paperterm, "samples")
    assert len(repaired(paperterm, home)) == 2
    assert not list((home / "cache").glob("*.building"))


def test_the_notebook_is_looked_at_and_left_to_its_own_repair(library: Path, paperterm: Run) -> None:
    notebook = library.with_name("notebook.json")
    notebook.write_text("{", "utf-8")
    assert troubles(paperterm, "notebook")
    ran = paperterm("doctor", "--repair", "--json")
    assert ran.code == 1
    assert notebook.read_text("utf-8") == "{"
    (told,) = (f for f in ran.json["findings"] if f["state"] == "trouble")
    assert "notebook repair" in told["advice"]
    assert paperterm("notebook", "repair").code == 0
    assert troubles(paperterm) == []


def test_damaged_reading_positions_are_told(library: Path, paperterm: Run) -> None:
    (library.parent / "reading.sqlite").write_bytes(b"nothing of SQLite's" * 300)
    assert len(troubles(paperterm, "reading")) == 1


def test_every_trouble_says_what_to_do(library: Path, paperterm: Run) -> None:
    shutil.rmtree(folder_of_indexes(library))
    library.with_name("notebook.json").write_text("{", "utf-8")
    findings = paperterm("doctor", "--json").json["findings"]
    assert [bool(f["advice"]) for f in findings if f["state"] == "trouble"] == [True, True]


def test_settings_that_are_not_understood_are_told(library: Path, home: Path, paperterm: Run) -> None:
    (home / "config.toml").write_text("[reading]\nmesure = 30\n", encoding="utf-8")
    ran = paperterm("doctor")
    assert ran.code == 1
    assert "line 2" in ran.out
    assert "measure" in ran.out
