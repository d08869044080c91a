"""The commands that look after the notebook: what they print, and that they do it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_forms import NUMBER, RECORD, TEXT, TEXT_OR_NULL, differences

HIGHLIGHT = {"colour": TEXT, **RECORD}
CHECK = {
    "schema": NUMBER, "path": TEXT, "generation": NUMBER, "changes": NUMBER, "troubles": [TEXT], "differences": [TEXT],
    "remarks": [TEXT], "records": {"bookmark": NUMBER, "note": NUMBER, "highlight": NUMBER, "search": NUMBER},
    "backups": [{"name": TEXT, "path": TEXT, "written": TEXT}],
}  # fmt: skip
SEARCHES = {
    "schema": NUMBER,
    "searches": [{"id": TEXT, "name": TEXT, "query": TEXT, "created": TEXT, "changed": TEXT}],
}
HISTORY = {
    "schema": NUMBER,
    "history": [{"id": TEXT, "headline": TEXT_OR_NULL, "read_at": TEXT, "share": (int, float)}],
}


@pytest.fixture
def id(paperterm: Run, front: Path) -> str:
    """An article of the library."""
    paperterm("import", front)
    return str(paperterm("issues", "--json").json["issues"][0]["pages"][0]["articles"][0]["id"])


def texts(paperterm: Run) -> list[str]:
    return [note["text"] for note in paperterm("note", "list", "--json").json["notes"]]


def test_a_highlight_is_added_changed_listed_by_tag_and_removed(paperterm: Run, id: str) -> None:
    added = paperterm("highlight", "add", id, "--block", "1", "--colour", "green", "--json")
    assert differences(added.json, {"schema": NUMBER, **HIGHLIGHT}) == []
    changed = paperterm("highlight", "edit", added.json["id"], "--colour", "pink", "--tag", "桥", "--json").json
    assert (changed["colour"], changed["tags"]) == ("pink", ["桥"])
    assert [h["id"] for h in paperterm("highlight", "list", "--tag", "桥", "--json").json["highlights"]] == [
        changed["id"]
    ]
    assert paperterm("highlight", "list", "--tag", "船", "--json").code == 1
    assert paperterm("highlight", "remove", changed["id"]).code == 0
    assert paperterm("highlight", "list", "--json").json["highlights"] == []
    wrong = paperterm("highlight", "add", id, "--colour", "beige")
    assert (wrong.code, "choose one of yellow" in wrong.err) == (1, True)


def test_tags_of_a_bookmark_are_given_and_taken(paperterm: Run, id: str) -> None:
    bookmark = paperterm("bookmark", "add", id, "--tag", "甲", "--json").json
    edited = paperterm("bookmark", "edit", bookmark["id"], "--tag", "乙", "--untag", "甲", "--json").json
    assert edited["tags"] == ["乙"]
    assert paperterm("bookmark", "edit", bookmark["id"]).code == 2


def test_check_repair_and_undo_of_what_a_hand_changed(paperterm: Run, id: str, home: Path) -> None:
    paperterm("note", "add", id, "--text", "原来的")
    sound = paperterm("notebook", "check", "--json")
    assert (sound.code, differences(sound.json, CHECK)) == (0, [])
    file = home / "notebook.json"
    file.write_text(file.read_text("utf-8").replace("原来的", "改过的"), "utf-8")
    found = paperterm("notebook", "check", "--json")
    assert (found.code, len(found.json["differences"])) == (1, 1)
    repaired = paperterm("notebook", "repair", "--json")
    assert repaired.code == 0
    assert paperterm("notebook", "check").code == 0
    change = paperterm("notebook", "log", "--json").json["changes"][0]
    assert change["window"] == "outside"
    assert paperterm("notebook", "undo", change["id"][:14]).code == 0
    assert texts(paperterm) == ["原来的"]


def test_undo_without_an_id_takes_back_the_newest_change(paperterm: Run, id: str) -> None:
    for text in ("一", "二"):
        paperterm("note", "add", id, "--text", text)
    undone = paperterm("notebook", "undo", "--json")
    assert (undone.code, undone.json["does"]) == (0, "add note")
    assert texts(paperterm) == ["一"]
    assert paperterm("notebook", "undo").code == 0
    nothing = paperterm("notebook", "undo")
    assert (nothing.code, nothing.err) == (1, "paperterm: There is nothing to undo.\n")


def test_going_back_to_a_backup(paperterm: Run, id: str) -> None:
    assert paperterm("notebook", "restore").code == 1
    for text in "一二三":
        paperterm("note", "add", id, "--text", text)
    listed = paperterm("notebook", "restore", "--json")
    assert "last-00000002" in [backup["name"] for backup in listed.json["backups"]]
    assert paperterm("notebook", "restore", "last-00000001", "--json").json["changed"] == 2
    assert texts(paperterm) == ["一"]
    paperterm("notebook", "undo")
    assert texts(paperterm) == ["一", "二", "三"]
    assert "There is no backup" in paperterm("notebook", "restore", "day-1990-01-01").err


def test_merging_with_another_machines_notebook(paperterm: Run, id: str, home: Path, tmp_path: Path) -> None:
    paperterm("note", "add", id, "--text", "共有")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in ("notebook.json", "notebook.log"):
        shutil.copy(home / name, elsewhere / name)
    paperterm("note", "add", id, "--text", "那里", "--notebook", elsewhere)
    paperterm("note", "add", id, "--text", "这里")
    merged = paperterm("notebook", "merge", elsewhere, "--json").json
    assert merged == {"schema": 1, "added": 1, "changed": 0, "removed": 0, "conflicts": 0}
    assert sorted(texts(paperterm)) == sorted(["共有", "这里", "那里"])
    missing = paperterm("notebook", "merge", tmp_path / "nowhere", "--json")
    assert (missing.code, missing.json["error"]["code"]) == (1, "notebook")


def test_saved_searches(paperterm: Run, samples: Path) -> None:
    assert paperterm("saved", "add", "产改", "产改 -足球").code == 0
    listed = paperterm("saved", "list", "--json").json
    assert differences(listed, SEARCHES) == []
    assert [(s["name"], s["query"]) for s in listed["searches"]] == [("产改", "产改 -足球")]
    bad = paperterm("saved", "add", "坏", "(产改")
    assert bad.code == 2
    assert paperterm("saved", "remove", "产改").code == 0
    assert paperterm("saved", "list").code == 1


def test_history(paperterm: Run, id: str, home: Path) -> None:
    from paperterm.notebook import Reading

    assert paperterm("history").code == 1
    Reading(home / "reading.sqlite").remember(id, 0, 0, 0.5)
    ran = paperterm("history", "--json")
    assert differences(ran.json, HISTORY) == []
    assert [visit["id"] for visit in ran.json["history"]] == [id]


def test_notes_are_exported_and_never_over_another_file(paperterm: Run, id: str, tmp_path: Path) -> None:
    assert paperterm("export", "notes").code == 1
    paperterm("note", "add", id, "--text", "一*二*\n三", "--tag", "两 字", "--block", "1")
    printed = paperterm("export", "notes")
    assert printed.code == 0
    assert "## 江边新桥通车" in printed.out
    assert "一*二*\n三" in printed.out
    assert "#两_字" in printed.out
    file = tmp_path / "notes.md"
    assert paperterm("export", "notes", "--output", file).code == 0
    assert file.read_text("utf-8") == printed.out
    assert paperterm("export", "notes", "--output", file).out == "0 files written, 1 as they were.\n"
    paperterm("note", "add", id, "--text", "四")
    again = paperterm("export", "notes", "--output", file)
    assert (again.code, "exists already" in again.err) == (1, True)
    assert file.read_text("utf-8") == printed.out


@pytest.mark.parametrize("damage", ["folder", "not JSON", "newer"])
def test_with_a_notebook_that_cannot_be_used_reading_still_works(
    paperterm: Run, id: str, home: Path, damage: str
) -> None:
    paperterm("note", "add", id, "--text", "一")
    file = home / "notebook.json"
    if damage == "folder":
        file.unlink()
        file.mkdir()
    elif damage == "not JSON":
        file.write_bytes(b"\x00\x01")
    else:
        tables = json.loads(file.read_text("utf-8"))
        tables["about"]["1"]["schema"] = 99
        file.write_text(json.dumps(tables), "utf-8")
    assert paperterm("show", id).code == 0
    assert paperterm("search", "新桥").code == 0
    ran = paperterm("note", "add", id, "--text", "二")
    assert ran.code == (0 if damage == "not JSON" else 1)
    assert ran.err
