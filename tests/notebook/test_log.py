"""The log: a line for every change, and what is made of damaged lines."""

from __future__ import annotations

import json
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperterm.notebook import Anchor, Notebook, log
from paperterm.notebook.layout import Stage
from paperterm.notebook.log import Entry, Log, line


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notebook.log"


def entry(generation: int, text: str = "x") -> Entry:
    return Entry(
        generation, f"id{generation}", "2025-03-25", "command", "add note", {"notes": {"1": (None, {"t": text})}}
    )


def test_what_is_appended_is_read_and_the_last_is_known(path: Path) -> None:
    one = Log(path)
    for generation in range(1, 6):
        one.append(entry(generation, "产业\n" * generation))
        assert one.last() == Log(path).last() == Stage(generation, f"id{generation}")
    assert list(Log(path).read().entries) == [entry(n, "产业\n" * n) for n in range(1, 6)]


def test_a_line_can_be_checked_without_paperterm(path: Path) -> None:
    Log(path).append(entry(1))
    (written,) = path.read_bytes().splitlines()
    assert int(written[:8], 16) == crc32(written[9:])
    assert json.loads(written[9:])["records"] == {"notes": {"1": [None, {"t": "x"}]}}


def test_a_torn_line_is_passed_over_and_the_next_one_is_good(path: Path) -> None:
    Log(path).append(entry(1))
    path.write_bytes(path.read_bytes() + line(entry(2))[:-9])
    assert Log(path).last().generation == 1
    Log(path).append(entry(2, "anew"))
    read = Log(path).read()
    assert [e.generation for e in read.entries] == [1, 2]
    assert read.entries[1] == entry(2, "anew")
    assert read.bad_lines == (2,)


def test_a_flipped_bit_costs_its_line_only(path: Path) -> None:
    one = Log(path)
    for generation in (1, 2, 3):
        one.append(entry(generation))
    good = path.read_bytes()
    second = range(len(line(entry(1))), len(line(entry(1)) + line(entry(2))) - 1)
    for at in second:
        path.write_bytes(good[:at] + bytes([good[at] ^ 4]) + good[at + 1 :])
        assert {1, 3} <= {e.generation for e in Log(path).read().entries} <= {1, 3}
        assert Log(path).last().generation == 3


def test_a_taken_back_line_is_gone(path: Path) -> None:
    one = Log(path)
    one.append(entry(1))
    one.cut(one.append(entry(2)))
    assert one.last().generation == 1
    assert len(one.read().entries) == 1


def test_of_two_lines_for_one_generation_the_later_holds(path: Path) -> None:
    one = Log(path)
    one.append(entry(1, "first"))
    one.append(entry(1, "second"))
    assert list(one.read().entries) == [entry(1, "second")]


def test_the_last_line_is_found_however_long_it_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "WINDOW", 16)
    one = Log(path)
    one.append(entry(1))
    one.append(entry(2, "长" * 5_000))
    assert Log(path).last().generation == 2
    path.write_bytes(path.read_bytes() + b"0000 torn")
    assert Log(path).last().generation == 2


@given(st.binary(max_size=400))
def test_any_bytes_are_read(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("log") / "notebook.log"
    path.write_bytes(content)
    read = Log(path).read()
    assert len(read.entries) + len(read.bad_lines) <= content.count(b"\n") + 1
    assert Log(path).last() == (read.entries[-1].stage if read.entries else Stage())


def test_the_oldest_changes_are_forgotten_in_time(
    notebook: Notebook, passage: Anchor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "KEPT", 5)
    monkeypatch.setattr(log, "LOOK", 4)
    for number in range(16):
        notebook.add_note("a/1", str(number), passage)
    changes = notebook.history.changes()
    assert 5 <= len(changes) <= 9
    assert [e.generation for e in changes][-1] == 16
    for _ in range(2):
        notebook.history.undo()
    assert len(notebook.notes()) == 14
