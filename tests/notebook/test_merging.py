"""Two machines' notebooks made one."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from paperterm.model import IssueFacts
from paperterm.notebook import Anchor, Notebook, NotebookError
from paperterm.notebook.merging import CONFLICT, Merged, merge


@pytest.fixture
def other(notebook: Notebook, folder: Path, passage: Anchor) -> Notebook:
    """Another machine's notebook, that was a copy of this one when this held one note and one bookmark."""
    notebook.add_note("a/1", "共有", passage, ["共"])
    notebook.add_bookmark("a/1", passage)
    elsewhere = folder.parent / "elsewhere"
    shutil.copytree(folder, elsewhere)
    return Notebook(elsewhere)


def texts(notebook: Notebook) -> list[str]:
    return sorted(note.text for note in notebook.notes())


def test_what_only_one_has_both_have_afterwards(notebook: Notebook, other: Notebook, passage: Anchor) -> None:
    notebook.add_note("a/2", "这里", passage)
    other.add_note("a/3", "那里", passage)
    other.add_highlight("a/3", passage, "pink")
    other.save_search("产改", "产改")
    other.state("cd" * 32, IssueFacts(page=4))
    assert merge(notebook, other.path.parent) == Merged(added=4)
    assert texts(notebook) == sorted(["共有", "这里", "那里"])
    assert [h.colour for h in notebook.highlights()] == ["pink"]
    assert notebook.stated()["cd" * 32].page == 4
    assert merge(notebook, other.path) == Merged()
    merge(other, notebook.path)
    assert texts(other) == texts(notebook)


def test_the_edited_version_wins_over_the_one_it_was_made_from(notebook: Notebook, other: Notebook) -> None:
    (note,) = other.notes()
    other.edit_note(note.id, text="那里改了")
    assert merge(notebook, other.path) == Merged(changed=1)
    assert texts(notebook) == ["那里改了"]
    notebook.edit_note(note.id, text="这里又改")
    assert merge(notebook, other.path) == Merged()
    assert texts(notebook) == ["这里又改"]


def test_a_note_edited_on_both_is_kept_in_both_versions_once(notebook: Notebook, other: Notebook) -> None:
    (note,) = other.notes()
    notebook.edit_note(note.id, text="这里改的", tags=["共", "甲"])
    other.edit_note(note.id, text="那里改的", tags=["共", "乙"])
    done = merge(notebook, other.path)
    assert (done.conflicts, done.changed) == (1, 1)
    newer = next(n for n in notebook.notes() if n.id == note.id)
    older = next(n for n in notebook.notes() if n.id != note.id)
    assert (newer.text, older.text) == ("那里改的", "这里改的")
    assert {"共", "甲", "乙"} == set(newer.tags)
    assert CONFLICT in older.tags
    assert merge(notebook, other.path).conflicts == 0
    assert len(notebook.notes()) == 2


def test_what_one_removed_is_removed_unless_the_other_changed_it_later(notebook: Notebook, other: Notebook) -> None:
    (note,) = other.notes()
    (bookmark,) = other.bookmarks()
    other.remove("bookmark", bookmark.id)
    other.remove("note", note.id)
    notebook.edit_note(note.id, text="还要用")
    assert merge(notebook, other.path) == Merged(removed=1)
    assert notebook.bookmarks() == []
    assert texts(notebook) == ["还要用"]


def test_what_was_removed_here_does_not_come_back(notebook: Notebook, other: Notebook) -> None:
    notebook.remove("note", notebook.notes()[0].id)
    assert merge(notebook, other.path) == Merged()
    assert notebook.notes() == []


def test_a_merge_is_one_change_and_can_be_undone(notebook: Notebook, other: Notebook, passage: Anchor) -> None:
    for number in range(5):
        other.add_note("a/9", f"新{number}", passage)
    other.remove("bookmark", other.bookmarks()[0].id)
    merge(notebook, other.path)
    assert len(notebook.notes()) == 6
    notebook.history.undo()
    assert texts(notebook) == ["共有"]
    assert len(notebook.bookmarks()) == 1


def test_the_other_notebook_is_not_written(notebook: Notebook, other: Notebook) -> None:
    before = {path: path.read_bytes() for path in other.path.parent.rglob("*") if path.is_file()}
    merge(notebook, other.path)
    assert {path: path.read_bytes() for path in other.path.parent.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"{", "not JSON"), (None, "There is no notebook"), (b'{"about": {"1": {"schema": 9}}}', "newer")],
)
def test_what_cannot_be_merged_is_told_and_nothing_changed(
    notebook: Notebook, folder: Path, passage: Anchor, content: bytes | None, told: str
) -> None:
    notebook.add_note("a/1", "x", passage)
    path = folder.parent / "strange.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(NotebookError, match=told):
        merge(notebook, path)
    assert texts(notebook) == ["x"]


def test_unknown_fields_of_the_other_are_taken_too(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    notebook.add_note("a/1", "x", passage)
    path = folder.parent / "hand.json"
    record = {"id": "by-hand", "article": "a/2", "text": "手写", "later": 1}
    path.write_text(json.dumps({"notes": {"1": record}}, ensure_ascii=False), "utf-8")
    assert merge(notebook, path).added == 1
    assert record in [dict(row) for row in notebook.storage.current()[1]["notes"].values()]
