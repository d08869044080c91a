"""Commands that meet damage: what is derived is made anew, with a notice, and the answer is whole."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from paperterm.actions import mending
from paperterm.library import indexing
from tests.cli.conftest import Run

PAGES = 40


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for number in range(PAGES):
        text = f"# 第{number}条消息\n\n本报讯(记者甲)" + "".join(f"第{number}页的{line}行。" for line in range(300))
        (folder / f"{number}.txt").write_text(text, "utf-8")
    return folder


@pytest.fixture
def place(home: Path, papers: Path, paperterm: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(indexing, "WORTH", 0)
    assert paperterm("import", str(papers), "--jobs", "1").code == 0
    return home / "library.sqlite"


def overwrite(place: Path) -> None:
    """Damages the middle of the file, where every reading comes by."""
    data = bytearray(place.read_bytes())
    data[len(data) // 5 : -len(data) // 10] = b"\xa5" * (len(data) - len(data) // 10 - len(data) // 5)
    place.write_bytes(data)


def cut(place: Path) -> None:
    os.truncate(place, place.stat().st_size // 3)


def garble(place: Path) -> None:
    place.write_bytes(b"no database at all" * 1000)


def article(paperterm: Run) -> str:
    return str(json.loads(paperterm("issues", "--json").out)["issues"][0]["pages"][0]["articles"][0]["id"])


@pytest.mark.parametrize("harm", [overwrite, cut])
@pytest.mark.parametrize("command", ["issues", "search", "show"])
def test_a_damaged_library_is_made_anew_and_the_answer_is_whole(
    place: Path, papers: Path, paperterm: Run, command: str, harm: object
) -> None:
    words = {"issues": ["issues"], "search": ["search", "页的7行"], "show": ["show", article(paperterm)]}[command]
    before = paperterm(*words, "--json")
    assert before.code == 0
    harm(place)  # type: ignore[operator]
    after = paperterm(*words, "--json")
    assert after.code in (0, 1)
    assert "was damaged" in after.err
    again = paperterm("import", str(papers), "--jobs", "1", "--json")
    assert again.code == 0
    assert json.loads(again.out)["pages"] == PAGES
    assert paperterm(*words, "--json").out == before.out
    assert place.with_name("library.bad-1.sqlite").exists()


def test_a_file_that_says_nothing_any_more_is_set_aside(place: Path, paperterm: Run) -> None:
    garble(place)
    said = paperterm("issues")
    assert said.code == 1
    assert "was damaged" in said.err
    assert place.with_name("library.bad-1.sqlite").read_bytes().startswith(b"no database")


def test_what_takes_minutes_is_not_begun_unasked(place: Path, paperterm: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mending, "SMALL", 1000)
    overwrite(place)
    before = place.read_bytes()
    said = paperterm("search", "页的7行", "--json")
    assert said.code == 1
    assert "doctor --repair" in json.loads(said.out)["error"]["message"]
    assert place.read_bytes() == before


def test_a_folder_in_the_librarys_place_is_told_of(place: Path, paperterm: Run) -> None:
    place.unlink()
    place.mkdir()
    for words in (["issues"], ["search", "甲"], ["show", "x"], ["import", str(place.parent / "nothing")]):
        said = paperterm(*words)
        assert said.code in (1, 2)
        assert "Traceback" not in said.err
        assert str(place) in said.err or "nothing" in said.err
    assert place.is_dir()


def test_an_empty_file_is_an_empty_library(place: Path, papers: Path, paperterm: Run) -> None:
    for file in place.parent.glob("library.sqlite*"):
        os.truncate(file, 0)
    assert paperterm("issues").code == 1
    assert paperterm("import", str(papers), "--jobs", "1").code == 0
    assert paperterm("search", "页的7行").code == 0


def test_a_damaged_index_is_made_anew_behind_the_answer(place: Path, paperterm: Run) -> None:
    (folder,) = place.with_name("library.index").iterdir()
    before = paperterm("search", "页的7行", "--json", "--limit", "3")
    file = next(folder.glob("*.idx"))
    file.unlink()  # what another command of this process has mapped stays as it is
    file.write_bytes(b"")
    said = paperterm("search", "页的7行", "--json", "--limit", "3")
    assert said.code == 0
    assert json.loads(said.out)["total"] == json.loads(before.out)["total"] == PAGES
    assert "is made anew" in said.err
    assert said.err.count(str(folder)) >= 1
    again = paperterm("search", "页的7行", "--json", "--limit", "3")
    assert (again.out, again.err) == (before.out, "")


def test_a_great_index_is_not_made_anew_unasked(place: Path, paperterm: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mending, "SOON", 10)
    shutil.rmtree(place.with_name("library.index"))
    said = paperterm("search", "页的7行", "--json")
    assert json.loads(said.out)["total"] == PAGES
    assert "doctor --repair" in said.err
    assert not place.with_name("library.index").exists()


def test_an_import_of_nothing_new_makes_a_damaged_index_anew(place: Path, papers: Path, paperterm: Run) -> None:
    shutil.rmtree(place.with_name("library.index"))
    said = paperterm("import", str(papers), "--jobs", "1")
    assert said.code == 0
    assert "made anew" in said.err
    assert list(place.with_name("library.index").iterdir())


def test_an_import_goes_on_with_what_a_killed_one_was_making_anew(
    place: Path, papers: Path, paperterm: Run, tmp_path: Path
) -> None:
    from paperterm.library.rescue import begin_anew

    cut(place)
    begin_anew(place)  # and then its process was killed
    assert paperterm("issues").code == 1
    other = tmp_path / "other.txt"
    other.write_text("# 别的\n\n本报讯 一条别的消息。\n", "utf-8")
    assert paperterm("import", str(other), "--paper", "海报", "--jobs", "1").code == 0
    issues = json.loads(paperterm("issues", "--json").out)["issues"]
    pages = {issue["paper"]: len(issue["pages"]) for issue in issues}
    assert pages.pop("海报") == 1
    assert sum(pages.values()) > PAGES // 8
