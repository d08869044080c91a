"""Undo and redo."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperterm.model import IssueFacts
from paperterm.notebook import Anchor, Note, Notebook, NotebookError, UnknownRecord
from paperterm.notebook.errors import Altered
from paperterm.notebook.records import KINDS, Kind, note_from


def texts(notebook: Notebook) -> list[str]:
    return [note.text for note in notebook.notes()]


@pytest.fixture
def window(folder: Path) -> Notebook:
    return Notebook(folder, in_reader=True)


def test_changes_are_taken_back_newest_first_and_made_again(notebook: Notebook, passage: Anchor) -> None:
    first = notebook.add_note("a/1", "一", passage)
    second = notebook.add_note("a/2", "二", passage)
    notebook.edit_note(first.id, text="一改", tags=["标"])
    notebook.remove("note", second.id)
    history = notebook.history
    assert [history.undo().does for _ in range(4)] == ["remove note", "edit note", "add note", "add note"]
    assert texts(notebook) == []
    with pytest.raises(NotebookError, match=r"nothing to undo\."):
        history.undo()
    assert [history.redo().does for _ in range(4)] == ["add note", "add note", "edit note", "remove note"]
    assert texts(notebook) == ["一改"]
    assert notebook.notes()[0].id == first.id
    with pytest.raises(NotebookError, match=r"nothing to redo\."):
        history.redo()


def test_after_a_new_change_nothing_can_be_made_again(notebook: Notebook, passage: Anchor) -> None:
    notebook.add_note("a/1", "一", passage)
    notebook.history.undo()
    notebook.add_note("a/1", "二", passage)
    with pytest.raises(NotebookError, match=r"nothing to redo\."):
        notebook.history.redo()
    notebook.history.undo()
    assert texts(notebook) == []


def test_everything_kept_can_be_undone(notebook: Notebook, passage: Anchor) -> None:
    before = notebook.storage.current()[1]
    notebook.add_bookmark("a/1", passage)
    highlight = notebook.add_highlight("a/1", passage, "green")
    notebook.recolour(highlight.id, "blue")
    notebook.save_search("产改", "产改 OR 工匠")
    notebook.state("ab" * 32, IssueFacts(page=3))
    for _ in range(5):
        notebook.history.undo()
    after = notebook.storage.current()[1]
    assert {n: t for n, t in after.items() if t and n != "about"} == {n: t for n, t in before.items() if n != "about"}


def test_a_bulk_change_is_one_change(notebook: Notebook, passage: Anchor) -> None:
    ids = [("note", notebook.add_note(f"a/{n}", str(n), passage, ["旧"]).id) for n in range(20)]
    assert notebook.retag(ids, add=["新"], drop=["旧"]) == 20
    assert notebook.remove_all(ids[:15]) == 15
    assert len(notebook.notes()) == 5
    notebook.history.undo()
    assert {note.tags for note in notebook.notes()} == {("新",)}
    notebook.history.undo()
    assert {note.tags for note in notebook.notes()} == {("旧",)}
    assert len(notebook.notes()) == 20


def test_a_bulk_change_reads_every_record_once(
    notebook: Notebook, passage: Anchor, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [("note", notebook.add_note(f"a/{n}", str(n), passage).id) for n in range(30)]
    read: list[str] = []

    def counted(key: str, written: object) -> Note:
        read.append(key)
        return note_from(key, written)

    monkeypatch.setitem(KINDS, "note", Kind("note", "notes", counted))
    notebook.retag(ids, add=["新"])
    assert len(read) == 30
    read.clear()
    notebook.remove_all(ids)
    assert len(read) == 30


def test_a_bulk_change_with_one_unknown_id_changes_nothing(notebook: Notebook, passage: Anchor) -> None:
    id = notebook.add_note("a/1", "一", passage).id
    with pytest.raises(UnknownRecord):
        notebook.remove_all([("note", id), ("note", "zzzz")])
    assert texts(notebook) == ["一"]


def test_a_window_takes_back_its_own_changes_only_also_after_it_was_closed(
    notebook: Notebook, window: Notebook, folder: Path, passage: Anchor
) -> None:
    window.add_note("a/1", "窗", passage)
    notebook.add_note("a/1", "令", passage)
    other = Notebook(folder, in_reader=True)
    with pytest.raises(NotebookError, match="nothing to undo"):
        other.history.undo()
    window.close()
    again = Notebook(folder, in_reader=True)
    again.history.undo()
    assert texts(notebook) == ["令"]
    with pytest.raises(NotebookError, match="nothing to undo"):
        again.history.undo()
    again.history.redo()
    assert sorted(texts(notebook)) == sorted(["令", "窗"])


def test_a_command_takes_back_the_newest_change_of_any_window(
    notebook: Notebook, window: Notebook, passage: Anchor
) -> None:
    notebook.add_note("a/1", "令", passage)
    window.add_note("a/1", "窗", passage)
    notebook.history.undo_newest()
    assert texts(notebook) == ["令"]
    with pytest.raises(NotebookError, match="nothing to undo"):
        window.history.undo()
    notebook.history.undo_newest()
    assert texts(notebook) == []


def test_what_was_changed_since_is_refused_and_both_versions_shown(
    notebook: Notebook, window: Notebook, passage: Anchor
) -> None:
    note = window.add_note("a/1", "窗里写的", passage)
    notebook.edit_note(note.id, text="后来改的")
    with pytest.raises(Altered, match=r"窗里写的.*后来改的.*Nothing was changed"):
        window.history.undo()
    assert texts(notebook) == ["后来改的"]


def test_a_change_is_named_by_the_beginning_of_its_id(notebook: Notebook, passage: Anchor) -> None:
    notebook.add_note("a/1", "一", passage)
    notebook.add_note("a/1", "二", passage)
    first, _ = notebook.history.changes()
    notebook.history.undo_named(first.id)
    assert texts(notebook) == ["二"]
    with pytest.raises(Altered):
        notebook.history.undo_named(first.id)
    with pytest.raises(UnknownRecord, match="no change"):
        notebook.history.undo_named("zzzz")


def test_undoing_an_undoing_makes_the_change_again(notebook: Notebook, passage: Anchor) -> None:
    notebook.add_note("a/1", "一", passage)
    notebook.history.undo()
    notebook.history.undo_named(notebook.history.changes()[-1].id)
    assert texts(notebook) == ["一"]


def test_unknown_fields_come_back_with_a_removed_record(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    note = notebook.add_note("a/1", "一", passage)
    file = folder / "notebook.json"
    file.write_text(file.read_text("utf-8").replace('"text": "一"', '"text": "一", "later": [1, 2]'), "utf-8")
    notebook.remove("note", note.id)
    notebook.history.undo()
    assert '"later": [1, 2]' in file.read_text("utf-8")
