"""The notebook's file: what others do to it, and what then happens."""

from __future__ import annotations

import json
import os
import stat
import threading
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB, where

from paperterm.model import IssueFacts
from paperterm.notebook import Anchor, Notebook, NotebookError, durable, recovery


def content(folder: Path) -> dict[str, Any]:
    return dict(json.loads((folder / "notebook.json").read_text("utf-8")))


def only(table: dict[str, Any]) -> Any:
    (record,) = table.values()
    return record


def rewrite(folder: Path, tables: dict[str, Any]) -> None:
    (folder / "notebook.json").write_text(json.dumps(tables, ensure_ascii=False), "utf-8")


def test_stock_tinydb_opens_the_file(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    note = notebook.add_note("a/1", "一条", passage, ["标"])
    notebook.state("ff", IssueFacts(page=2))
    with TinyDB(folder / "notebook.json") as stock:
        assert [dict(d)["text"] for d in stock.table("notes").search(where("id") == note.id)] == ["一条"]
        assert stock.table("about").all()[0]["schema"] == 2
        assert stock.table("pages").all()[0]["page"] == 2


def test_what_stock_tinydb_writes_is_adopted(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    first = notebook.add_note("a/1", "我", passage)
    with TinyDB(folder / "notebook.json") as stock:
        stock.table("notes").insert({"id": "zz", "article": "a/2", "text": "他", "created": "2099-01-01"})
    second = notebook.add_note("a/3", "我又", passage)
    assert [n.id for n in notebook.notes()] == [first.id, second.id, "zz"]
    assert len(content(folder)["notes"]) == 3


def test_a_note_edited_by_hand_is_adopted(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    note = notebook.add_note("a/1", "打错", passage)
    file = folder / "notebook.json"
    file.write_text(file.read_text("utf-8").replace("打错", "改对"), "utf-8")
    assert notebook.notes()[0].text == "改对"
    assert notebook.edit_note(note.id, tags=["手"]).text == "改对"
    assert only(content(folder)["notes"])["text"] == "改对"


def test_a_hand_edit_while_a_change_is_being_written_is_not_overwritten(
    notebook: Notebook, folder: Path, passage: Anchor, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook.add_note("a/1", "打错", passage)
    file, fsync, edits = folder / "notebook.json", os.fsync, iter(["改对"])

    def edit_meanwhile(descriptor: int) -> None:
        for word in edits:
            file.write_text(file.read_text("utf-8").replace("打错", word), "utf-8")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", edit_meanwhile)
    notebook.add_note("a/2", "新", passage)
    assert [n.text for n in notebook.notes()] == ["改对", "新"]


def test_the_file_reads_like_text(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    notebook.add_note("a/1", "产业工人", passage)
    assert '   "text": "产业工人",' in (folder / "notebook.json").read_text("utf-8").splitlines()


def test_unknown_fields_and_tables_survive_an_edit(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    note = notebook.add_note("a/1", "x", passage)
    tables = content(folder)
    only(tables["notes"])["colour"] = {"of": "later"}
    only(tables["notes"])["anchor"]["picture"] = [1, 2]
    tables["about"]["1"]["machine"] = "甲"
    tables["clippings"] = {"1": {"x": 1}}
    tables["remark"] = "by hand"
    rewrite(folder, tables)
    notebook.edit_note(note.id, text="y")
    after = content(folder)
    assert only(after["notes"])["colour"] == {"of": "later"}
    assert only(after["notes"])["anchor"]["picture"] == [1, 2]
    assert after["about"]["1"]["machine"] == "甲"
    assert (after["clippings"], after["remark"]) == ({"1": {"x": 1}}, "by hand")


def test_records_that_cannot_be_read_are_kept_and_told_of_once(
    notebook: Notebook, folder: Path, passage: Anchor
) -> None:
    notebook.add_note("a/1", "x", passage)
    tables = content(folder)
    tables["notes"] |= {"odd": "text", "7": {"text": 3, "article": "a"}, "8": ["list"]}
    rewrite(folder, tables)
    assert len(notebook.notes()) == 1
    notebook.add_note("a/2", "y", passage)
    assert len(notebook.notes()) == 2
    assert {"odd", "7", "8"} < content(folder)["notes"].keys()
    assert "3 records differ" in notebook.notices[0]
    assert [n for n in notebook.notices if "3 cannot be read" in n] == notebook.notices[1:]


def test_a_record_written_by_hand_needs_little(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    notebook.add_note("a/1", "x", passage)
    tables = content(folder)
    tables["notes"]["mine"] = {"article": "a/2", "text": "手写"}
    rewrite(folder, tables)
    assert notebook.edit_note("record-mine", text="手改").text == "手改"


def test_a_record_copied_by_hand_with_its_key_does_not_vanish(
    notebook: Notebook, folder: Path, passage: Anchor
) -> None:
    notebook.add_note("a/1", "一", passage)
    file = folder / "notebook.json"
    text = file.read_text("utf-8")
    start, end = text.index('  "', text.index('"notes"') + 9), text.rindex("\n  }\n }") + 4
    record = text[start:end]
    file.write_text(
        text[:end] + ",\n" + record.replace("一", "二").replace('"id": "', '"id": "y') + text[end:], "utf-8"
    )
    assert sorted(n.text for n in notebook.notes()) == ["一", "二"]


def test_a_byte_order_mark_of_an_editor_is_passed_over(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    notebook.add_note("a/1", "x", passage)
    file = folder / "notebook.json"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert len(notebook.notes()) == 1
    assert notebook.notices == []
    assert len(notebook.notes()) == 1


DAMAGE = {
    "empty": b"",
    "blank": b" \n\n",
    "binary": bytes(range(256)) * 40,
    "cut": None,
    "list": b"[1, 2]",
    "null": b"null",
    "wrong tables": b'{"notes": [1]}',
    "deep": b"[" * 200_000,
}


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("first", ["read", "write"])
def test_a_damaged_file_is_set_aside_and_its_backup_restored(
    notebook: Notebook,
    folder: Path,
    passage: Anchor,
    damage: str,
    first: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = [notebook.add_note("a/1", str(n), passage).id for n in range(4)]
    file = folder / "notebook.json"
    bad = DAMAGE[damage] if DAMAGE[damage] is not None else file.read_bytes()[:-40]
    assert bad is not None
    file.write_bytes(bad)
    monkeypatch.setattr(recovery, "BREATH", 0.001)
    window = Notebook(folder)
    if first == "write":
        kept.append(window.add_note("a/1", "new", passage).id)
    assert [n.id for n in window.notes()] == kept
    aside = list(folder.glob("notebook.bad-*.json"))
    assert [a.read_bytes() for a in aside] == [bad]
    assert len(window.notices) == 1
    assert aside[0].name in window.notices[0]
    assert [n.id for n in Notebook(folder).notes()] == kept


def test_a_file_that_disappeared_is_restored_from_its_backup(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    first = notebook.add_note("a/1", "x", passage)
    second = notebook.add_note("a/1", "y", passage)
    (folder / "notebook.json").unlink()
    assert notebook.notes() == [first, second]
    assert "it is gone" in notebook.notices[0]


def test_without_a_good_backup_the_bad_files_are_kept_and_a_notebook_begun(
    notebook: Notebook, folder: Path, passage: Anchor
) -> None:
    folder.mkdir()
    (folder / "notebook.json").write_bytes(b"{")
    (folder / "notebook.json.bak").write_bytes(b"\xff\xfe")
    note = notebook.add_note("a/1", "x", passage)
    assert Notebook(folder).notes() == [note]
    assert [p.read_bytes() for p in folder.glob("notebook.bad-*")] == [b"{"]
    assert (folder / "notebook.json.bak").read_bytes() == b"\xff\xfe"
    assert len(notebook.notices) == 1


def test_a_file_that_is_just_being_written_in_place_is_waited_for(
    notebook: Notebook, folder: Path, passage: Anchor
) -> None:
    note = notebook.add_note("a/1", "x", passage)
    file = folder / "notebook.json"
    whole = file.read_bytes()
    file.write_bytes(whole[:100])
    finish = threading.Timer(0.08, file.write_bytes, [whole])
    finish.start()
    assert notebook.notes() == [note]
    finish.join()
    assert notebook.notices == []


def test_a_newer_format_is_read_and_not_written(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    note = notebook.add_note("a/1", "x", passage)
    tables = content(folder)
    tables["about"]["1"]["schema"] = 3
    rewrite(folder, tables)
    before = (folder / "notebook.json").read_bytes()
    assert notebook.notes() == [note]
    with pytest.raises(NotebookError, match=r"newer paperterm \(format 3"):
        notebook.add_note("a/1", "y", passage)
    with pytest.raises(NotebookError, match=r"newer paperterm \(format 3"):
        notebook.remove("note", note.id)
    assert (folder / "notebook.json").read_bytes() == before


def test_a_folder_in_the_place_of_the_file_is_told(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    (folder / "notebook.json").mkdir(parents=True)
    for ask in (notebook.notes, lambda: notebook.add_note("a/1", "x", passage)):
        with pytest.raises(NotebookError, match=r"a folder stands where the file should be; .*\.$"):
            ask()


def test_a_file_in_the_place_of_the_folder_is_told(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    folder.write_text("x")
    for ask in (notebook.notes, lambda: notebook.add_note("a/1", "x", passage)):
        with pytest.raises(NotebookError, match="a file stands where its folder should be"):
            ask()


@pytest.mark.parametrize("call", ["os.fsync", "os.open", "pathlib.Path.replace"])
def test_a_failing_write_is_a_sentence_and_changes_nothing(
    notebook: Notebook, folder: Path, passage: Anchor, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    monkeypatch.setattr(durable, "PATIENCE_SECONDS", 0.1)
    note = notebook.add_note("a/1", "x", passage)
    before = (folder / "notebook.json").read_bytes()

    def fail(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as broken:
        broken.setattr(call, fail)
        with pytest.raises(NotebookError, match=r"permission is denied; make .*\.$"):
            notebook.edit_note(note.id, text="y")
        assert notebook.notes() == [note]
    assert (folder / "notebook.json").read_bytes() == before
    assert notebook.edit_note(note.id, text="y").text == "y"
    assert not list(folder.glob(".*.tmp"))


def test_only_its_owner_reads_the_notebook(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    for text in "xyz":
        notebook.add_note("a/1", text, passage)
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"notebook.json", "notebook.log", "last-00000002.json"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_what_killed_writers_left_is_removed(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    folder.mkdir()
    for name in ("notebook.json", "notebook.log"):
        (folder / f".{name}.0badcafe0000.tmp").write_bytes(b"{")
    notebook.add_note("a/1", "x", passage)
    assert not list(folder.glob(".*.tmp"))


def test_a_notebook_behind_a_link_stays_there(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    elsewhere = folder.parent / "synced"
    elsewhere.mkdir()
    folder.mkdir()
    (folder / "notebook.json").symlink_to(elsewhere / "notes.json")
    note = notebook.add_note("a/1", "x", passage)
    assert (folder / "notebook.json").is_symlink()
    assert json.loads((elsewhere / "notes.json").read_text("utf-8"))["notes"].popitem()[1]["id"] == note.id
    assert notebook.version() is not None


def test_threads_that_write_at_once_lose_nothing(notebook: Notebook, passage: Anchor) -> None:
    made: list[str] = []

    def write() -> None:
        made.extend(notebook.add_note("a/1", "x", passage).id for _ in range(10))

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(n.id for n in notebook.notes()) == sorted(made)
    assert len(set(made)) == 40
