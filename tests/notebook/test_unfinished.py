"""Changes that were stopped in the middle, met by others in the middle, or made on a file with one damaged number."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperterm.notebook import Anchor, Notebook, NotebookError, durable, inspection, log
from paperterm.notebook.durable import Version
from paperterm.notebook.layout import Contents
from paperterm.notebook.storage import SafeStorage


def full(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_first_change_without_its_file_is_finished_without_a_notice(
    notebook: Notebook, folder: Path, passage: Anchor
) -> None:
    note = notebook.add_note("a/1", "x", passage)
    (folder / "notebook.json").unlink()
    window = Notebook(folder)
    assert window.notes() == [note]
    assert window.notices == []


def test_ctrl_c_right_after_the_move_leaves_the_change_in_the_log(
    notebook: Notebook, folder: Path, passage: Anchor, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook.add_note("a/1", "x", passage)
    move = durable.move

    def interrupted(fresh: Path, path: Path) -> None:
        move(fresh, path)
        if path.parent == folder:
            raise KeyboardInterrupt

    with monkeypatch.context() as pressed:
        pressed.setattr(durable, "move", interrupted)
        with pytest.raises(KeyboardInterrupt):
            notebook.add_note("a/1", "y", passage)
    window = Notebook(folder)
    assert [note.text for note in window.notes()] == ["x", "y"]
    assert window.notices == []
    assert len(window.history.changes()) == 2


def test_a_change_that_is_refused_when_the_log_is_new_is_not_made_later(
    notebook: Notebook, folder: Path, passage: Anchor, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir()
    with monkeypatch.context() as broken:
        broken.setattr(durable, "sync_folder", full)
        with pytest.raises(NotebookError, match="the disk is full"):
            notebook.add_note("a/1", "x", passage)
    assert Notebook(folder).notes() == []


def test_a_change_is_made_although_the_log_cannot_be_shortened(
    notebook: Notebook, folder: Path, passage: Anchor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "LOOK", 1)
    monkeypatch.setattr(log, "KEPT", 0)
    monkeypatch.setattr(log.Log, "rewrite", full)
    made = [notebook.add_note("a/1", text, passage) for text in "xyz"]
    assert Notebook(folder).notes() == made


def test_a_damaged_number_of_the_format_makes_no_newer_notebook_of_ours(
    notebook: Notebook, folder: Path, passage: Anchor
) -> None:
    note = notebook.add_note("a/1", '"schema": 2', passage)
    file = folder / "notebook.json"
    file.write_text(file.read_text("utf-8").replace('"schema": 2', '"schema": 6', 1), "utf-8")
    window = Notebook(folder)
    assert window.edit_note(note.id, tags=["t"]).text == '"schema": 2'
    assert window.notices == []


def test_a_damaged_generation_leaves_no_gap_in_the_log(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    notebook.add_note("a/1", "x", passage)
    file = folder / "notebook.json"
    file.write_text(file.read_text("utf-8").replace('"generation": 1', '"generation": 9', 1), "utf-8")
    notebook.add_note("a/1", "y", passage)
    assert [change.generation for change in notebook.history.changes()] == [1, 2, 3]


def test_a_reader_that_is_overtaken_by_two_changes_gives_no_notice(
    notebook: Notebook, folder: Path, passage: Anchor, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [notebook.add_note("a/1", text, passage) for text in "xy"]
    read, writer, waiting = SafeStorage._from_disk, Notebook(folder), ["z", "w"]
    writer.notes()

    def overtaken(storage: SafeStorage) -> tuple[Version | None, Contents]:
        found = read(storage)
        while waiting:
            made.append(writer.add_note("a/1", waiting.pop(), passage))
        return found

    reader = Notebook(folder)
    monkeypatch.setattr(SafeStorage, "_from_disk", overtaken)
    assert reader.notes() == made
    assert reader.notices == []


def test_a_repair_that_fails_leaves_the_log_where_it_is(
    notebook: Notebook, folder: Path, passage: Anchor, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text in "xyz":
        notebook.add_note("a/1", text, passage)
    file = folder / "notebook.log"
    content = bytearray(file.read_bytes())
    content[20] ^= 1
    file.write_bytes(content)
    monkeypatch.setattr(log.Log, "rewrite", full)
    with pytest.raises(NotebookError, match="the disk is full"):
        inspection.repair(Notebook(folder))
    assert file.read_bytes() == content
