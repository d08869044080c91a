"""Looking a notebook over, mending it, going back; and files of earlier formats."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tinydb import TinyDB

from paperterm.model import IssueFacts
from paperterm.notebook import Anchor, Notebook, NotebookError, UnknownRecord, backups, durable
from paperterm.notebook.inspection import backup_named, check, repair, restore

FORMATS = Path(__file__).parent / "formats"


def texts(notebook: Notebook) -> list[str]:
    return [note.text for note in notebook.notes()]


def test_a_sound_notebook_has_no_troubles(notebook: Notebook, passage: Anchor) -> None:
    assert check(notebook).troubles == []
    notebook.add_note("a/1", "x", passage)
    report = check(notebook)
    assert (report.troubles, report.differences, report.records["note"], report.changes) == ([], [], 1, 1)
    assert repair(notebook) == []


def test_a_look_writes_nothing(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    notebook.add_note("a/1", "x", passage)
    (folder / "notebook.json").write_bytes(b"{")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert "cannot be read" in check(Notebook(folder)).troubles[0]
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_change_by_hand_is_shown_taken_over_and_can_be_taken_back(
    notebook: Notebook, folder: Path, passage: Anchor
) -> None:
    notebook.add_note("a/1", "原来的", passage)
    file = folder / "notebook.json"
    file.write_text(file.read_text("utf-8").replace("原来的", "改过的"), "utf-8")
    window = Notebook(folder)
    assert texts(window) == ["改过的"]
    assert "changed outside paperterm: 1 record differs" in window.notices[0]
    (difference,) = check(window).differences
    assert "原来的" in difference
    assert "改过的" in difference
    done = repair(window)
    assert "taken over" in " ".join(done)
    assert check(window).troubles == []
    assert texts(window) == ["改过的"]
    kept = {p.name.split("-")[0]: p.read_text("utf-8") for p in (folder / "notebook.backups").iterdir()}
    assert "原来的" in kept["replaced"]
    assert "改过的" in kept["outside"]
    window.history.undo_named(window.history.changes()[-1].id)
    assert texts(window) == ["原来的"]


def test_an_older_file_put_in_its_place_is_taken_over_too(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    notebook.add_note("a/1", "一", passage)
    older = (folder / "notebook.json").read_bytes()
    for text in ("二", "三"):
        notebook.add_note("a/1", text, passage)
    (folder / "notebook.json").write_bytes(older)
    window = Notebook(folder)
    assert texts(window) == ["一"]
    window.add_note("a/1", "四", passage)
    assert texts(window) == ["一", "四"]
    taken = next(e for e in window.history.changes() if e.window == "outside")
    window.history.undo_named(taken.id)
    assert sorted(texts(window)) == sorted(["一", "二", "三", "四"])


@pytest.mark.parametrize("more", [0, 1])
def test_a_copy_from_another_machine_is_told_from_ours_though_as_many_changes_led_to_it(
    notebook: Notebook, folder: Path, passage: Anchor, more: int
) -> None:
    notebook.add_note("a/1", "共有", passage)
    elsewhere = folder.parent / "elsewhere"
    shutil.copytree(folder, elsewhere)
    Notebook(elsewhere).add_note("a/2", "那里", passage)
    for number in range(1 + more):
        notebook.add_note("a/3", f"这里{number}", passage)
    shutil.copy(elsewhere / "notebook.json", folder / "notebook.json")
    window = Notebook(folder)
    assert sorted(texts(window)) == sorted(["共有", "那里"])
    assert "changed outside paperterm" in window.notices[0]
    repair(window)
    window.history.undo_named(window.history.changes()[-1].id)
    assert sorted(texts(window)) == sorted(["共有", *(f"这里{number}" for number in range(1 + more))])


def test_bad_lines_of_the_log_are_set_aside(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    for text in "一二三":
        notebook.add_note("a/1", text, passage)
    file = folder / "notebook.log"
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(lines[0] + b"torn\n" + b"".join(lines[1:]))
    assert "line 2 cannot be read" in check(notebook).troubles[0]
    (done,) = repair(notebook)
    assert "It is kept as" in done
    assert check(notebook).troubles == []
    assert file.read_bytes() == b"".join(lines)
    assert b"torn" in next(folder.glob("notebook.bad-*.log")).read_bytes()


def test_without_file_and_backups_the_log_alone_tells_everything(
    notebook: Notebook, folder: Path, passage: Anchor
) -> None:
    for text in "一二三":
        notebook.add_note("a/1", text, passage)
    (folder / "notebook.json").unlink()
    shutil.rmtree(folder / "notebook.backups")
    window = Notebook(folder)
    assert texts(window) == ["一", "二", "三"]
    assert "restored from the log" in window.notices[0]


def test_with_a_bad_file_and_a_bad_last_backup_an_older_one_and_the_log_do(
    notebook: Notebook, folder: Path, passage: Anchor
) -> None:
    for text in "一二三四五六七":
        notebook.add_note("a/1", text, passage)
    for bad in (folder / "notebook.json", folder / "notebook.backups" / "last-00000006.json"):
        bad.write_bytes(bad.read_bytes()[:-50])
    log = folder / "notebook.log"
    log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[2:]))
    window = Notebook(folder)
    assert texts(window) == list("一二三四五六七")
    assert "last-00000005.json" in window.notices[0]
    assert check(window).troubles == []


def test_where_changes_are_missing_the_notice_says_how_many(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    for text in "一二三四五六七":
        notebook.add_note("a/1", text, passage)
    log = folder / "notebook.log"
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join(lines[:5] + lines[6:]))
    (folder / "notebook.json").write_bytes(b"{")
    (folder / "notebook.backups" / "last-00000006.json").unlink()
    window = Notebook(folder)
    assert texts(window) == list("一二三四五")
    assert "The last 2 changes before the damage are missing" in window.notices[0]
    window.add_note("a/1", "八", passage)
    assert texts(Notebook(folder)) == list("一二三四五八")


def test_the_last_states_days_and_months_are_kept(
    notebook: Notebook, folder: Path, passage: Anchor, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(datetime):
        moment = datetime(2025, 1, 1, 12, tzinfo=UTC)

        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return cls.moment

    monkeypatch.setattr(backups, "datetime", Clock)
    for day in range(420):
        Clock.moment = datetime(2025, 1, 1, 12, tzinfo=UTC) + timedelta(days=day)
        notebook.add_note("a/1", str(day), passage) if day % 7 == 0 or day > 400 else None
    kept = sorted(path.stem for path in (folder / "notebook.backups").iterdir())
    of = {kind: [name for name in kept if name.startswith(kind)] for kind in ("last", "day", "month")}
    assert {kind: len(names) for kind, names in of.items()} == {"last": 5, "day": 14, "month": 12}
    assert of["month"][-1] == "month-2026-02"
    assert of["day"][-1] == "day-2026-02-24"


def test_going_back_to_a_backup_can_be_undone(notebook: Notebook, passage: Anchor) -> None:
    for text in "一二三":
        notebook.add_note("a/1", text, passage)
    assert restore(notebook, backup_named(notebook, "last-00000001")) == 2
    assert texts(notebook) == ["一"]
    notebook.history.undo()
    assert texts(notebook) == ["一", "二", "三"]
    with pytest.raises(UnknownRecord, match="no backup"):
        backup_named(notebook, "day-1999-01-01")


def test_a_bad_backup_is_told(notebook: Notebook, passage: Anchor) -> None:
    for text in "一二":
        notebook.add_note("a/1", text, passage)
    backup = backup_named(notebook, "last-00000001")
    backup.path.write_bytes(b"{")
    with pytest.raises(NotebookError, match="Choose another one"):
        restore(notebook, backup)
    assert texts(notebook) == ["一", "二"]


@pytest.mark.parametrize("file", sorted(FORMATS.glob("*.json")), ids=lambda file: file.stem)
def test_a_file_of_every_format_is_read_and_written(folder: Path, passage: Anchor, file: Path) -> None:
    folder.mkdir()
    shutil.copy(file, folder / "notebook.json")
    old = Notebook(folder)
    assert texts(old) == ["推进会：查原文\n再核对日期"]
    assert old.notes()[0].anchor.exact == "产业工人队伍建设改革"
    assert [b.tags for b in old.bookmarks()] == [("待读",)]
    assert old.stated() == {"cd" * 32: IssueFacts(paper="工人日报", date="2025-03-25", page=3)}
    assert old.notices == []
    assert (folder / "notebook.json").read_bytes() == file.read_bytes()
    old.add_note("a/1", "新", passage)
    assert texts(Notebook(folder)) == ["推进会：查原文\n再核对日期", "新"]
    assert old.notices == []
    assert json.loads((folder / "notebook.json").read_text("utf-8"))["about"]["1"]["schema"] == 2
    migrated = list((folder / "notebook.backups").glob("schema-*"))
    assert [path.read_bytes() for path in migrated] == ([file.read_bytes()] if file.stem == "1" else [])


def test_there_is_a_file_of_every_format() -> None:
    from paperterm.notebook.layout import SCHEMA

    assert {int(file.stem) for file in FORMATS.glob("*.json")} == set(range(1, SCHEMA + 1))


def test_a_rename_that_is_refused_for_a_moment_is_tried_again(
    notebook: Notebook, passage: Anchor, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusals = iter([True, True, False])
    replace = Path.replace

    def sometimes(path: Path, target: Path) -> Path:
        if target.name == "notebook.json" and next(refusals, False):
            raise PermissionError(13, "in use")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", sometimes)
    notebook.add_note("a/1", "x", passage)
    assert texts(notebook) == ["x"]


def test_a_rename_that_stays_refused_changes_nothing_also_not_the_log(
    notebook: Notebook, folder: Path, passage: Anchor, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook.add_note("a/1", "x", passage)
    before = (folder / "notebook.log").read_bytes()

    def never(path: Path, target: Path) -> Path:
        raise PermissionError(13, "in use")

    with monkeypatch.context() as refused:
        refused.setattr(durable, "PATIENCE_SECONDS", 0.1)
        refused.setattr(durable.Path, "replace", never)
        with pytest.raises(NotebookError, match="permission is denied"):
            notebook.add_note("a/1", "y", passage)
    assert (folder / "notebook.log").read_bytes() == before
    assert texts(notebook) == ["x"]
    notebook.add_note("a/1", "z", passage)
    assert texts(notebook) == ["x", "z"]


def test_a_folder_that_may_not_be_written_is_read(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    notebook.add_note("a/1", "x", passage)
    notebook.add_note("a/1", "y", passage)
    (folder / "notebook.json").write_bytes(b"{")

    def refuse() -> None:
        raise NotebookError("It cannot be locked.")

    window = Notebook(folder)
    window.storage.locked = refuse  # type: ignore[assignment, method-assign]
    assert texts(window) == ["x", "y"]
    assert "What is shown comes from" in window.notices[0]


def test_what_stock_tinydb_wrote_before_paperterm_came_is_taken_over_quietly(folder: Path, passage: Anchor) -> None:
    folder.mkdir()
    with TinyDB(folder / "notebook.json") as stock:
        stock.table("notes").insert({"article": "a/1", "text": "早先的"})
    window = Notebook(folder)
    window.add_note("a/2", "后来的", passage)
    assert sorted(texts(window)) == sorted(["早先的", "后来的"])
    assert window.notices == []
    assert check(window).troubles == []
