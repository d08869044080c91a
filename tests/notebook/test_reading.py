"""Reading positions: convenient, not precious, never in the way."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from paperterm.notebook import Place, Reading


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "reading.sqlite"


def test_a_position_is_there_at_the_next_start(path: Path) -> None:
    Reading(path).remember("a/1", 3, 120, 0.4)
    assert Reading(path).place("a/1") == Place(3, 120)
    assert Reading(path).place("a/2") is None


def test_the_article_read_last_is_known(path: Path) -> None:
    reading = Reading(path)
    assert reading.last() is None
    for id in ("a/1", "a/2", "a/1"):
        reading.remember(id, 0, 0, 0.1)
    assert Reading(path).last() == "a/1"


def test_an_article_counts_as_read_once_its_end_was_seen(path: Path) -> None:
    reading = Reading(path)
    reading.remember("a/1", 9, 0, 1.0)
    reading.remember("a/1", 0, 0, 0.0)
    reading.remember("a/2", 4, 0, 0.5)
    assert reading.read_ids() == {"a/1"}
    assert reading.place("a/1") == Place(0, 0)


def test_two_windows_share_their_positions(path: Path) -> None:
    one, other = Reading(path), Reading(path)
    one.remember("a/1", 1, 1, 0.1)
    other.remember("a/1", 2, 2, 0.2)
    assert one.place("a/1") == Place(2, 2)


def test_the_file_is_a_write_ahead_log_database(path: Path) -> None:
    Reading(path).remember("a/1", 1, 1, 0.1)
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


@pytest.mark.parametrize("damage", ["garbage", "cut", "other tables"])
def test_a_damaged_file_is_set_aside_and_begun_anew(path: Path, damage: str) -> None:
    first = Reading(path)
    for n in range(300):
        first.remember(f"a/{n}", 1, 1, 0.1)
    first.close()
    if damage == "garbage":
        path.write_bytes(b"not a database at all" * 500)
    elif damage == "cut":
        path.write_bytes(path.read_bytes()[:5000])
    else:
        path.unlink()
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE reading (something TEXT)")
        connection.close()
    bad = path.read_bytes()
    reading = Reading(path)
    reading.remember("b/1", 2, 2, 0.2)
    assert reading.place("b/1") == Place(2, 2)
    (aside,) = path.parent.glob("reading.bad-*.sqlite")
    assert aside.read_bytes()[100:] == bad[100:]  # SQLite may have counted the opening in the header
    assert len(reading.notices) == 1
    assert Reading(path).last() == "b/1"


@pytest.mark.parametrize("obstacle", ["file for a folder", "folder for the file"])
def test_without_a_place_on_disk_positions_last_for_the_session(path: Path, obstacle: str) -> None:
    if obstacle == "folder for the file":
        path.mkdir(parents=True)
    else:
        path.parent.write_text("x")
    reading = Reading(path)
    reading.remember("a/1", 1, 2, 0.3)
    assert (reading.place("a/1"), reading.last()) == (Place(1, 2), "a/1")
    assert len(reading.notices) == 1
    assert reading.notices[0].endswith(".")


def test_a_file_that_cannot_be_written_is_no_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Reading(path).remember("a/1", 1, 1, 0.1)
    connect = sqlite3.connect

    def read_only(database: str | Path, **options: object) -> sqlite3.Connection:
        if str(database) == ":memory:":
            return connect(database, **options)  # type: ignore[call-overload, no-any-return]
        return connect(f"file:{database}?mode=ro", uri=True, **options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(sqlite3, "connect", read_only)
    reading = Reading(path)
    reading.remember("a/2", 2, 2, 0.2)
    assert reading.last() == "a/2"
    assert len(reading.notices) == 1


def test_another_windows_long_write_does_not_end_remembering(path: Path) -> None:
    reading = Reading(path)
    reading.remember("a/1", 1, 1, 0.1)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    reading.remember("a/1", 2, 2, 0.2)
    other.execute("ROLLBACK")
    other.close()
    reading.remember("a/1", 3, 3, 0.3)
    assert Reading(path).place("a/1") == Place(3, 3)
    assert reading.notices == []


def test_threads_may_ask_and_tell_at_once(path: Path) -> None:
    reading = Reading(path)

    def work(n: int) -> None:
        for step in range(20):
            reading.remember(f"a/{n}", step, step, step / 20)
            reading.place(f"a/{n}")

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [reading.place(f"a/{n}") for n in range(4)] == [Place(19, 19)] * 4
    assert reading.notices == []


def test_history_is_the_last_read_first_and_marks_are_no_visits(path: Path) -> None:
    reading = Reading(path)
    for article in ("a/1", "a/2", "a/1"):
        reading.remember(article, 0, 0, 0.5)
    reading.mark("a/9", read=True)
    assert [(visit.article, visit.share) for visit in reading.history(9)] == [("a/1", 0.5), ("a/2", 0.5)]
    assert [visit.article for visit in reading.history(1)] == ["a/1"]
    assert reading.last() == "a/1"


def test_what_is_marked_unread_keeps_its_place(path: Path) -> None:
    reading = Reading(path)
    reading.remember("a/1", 3, 4, 1.0)
    assert reading.read_ids() == {"a/1"}
    reading.mark("a/1", read=False)
    assert reading.read_ids() == frozenset()
    assert reading.place("a/1") == Place(3, 4)
    reading.mark("a/1", read=True)
    assert reading.read_ids() == {"a/1"}
