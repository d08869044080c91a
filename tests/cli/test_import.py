"""`import` and `forget` as they are typed."""

from __future__ import annotations

import fcntl
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from paperterm.cli import progress as shown
from paperterm.config import HOME_VARIABLE
from paperterm.library.account import Progress
from tests.cli.conftest import FRONT, Run
from tests.cli.test_schemas import validator

PAGES = 30


def text(number: int) -> str:
    return f"# 第{number}条消息\n\n本报讯(记者甲)" + f"第{number}页的正文写到这里。" * 10


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for number in range(PAGES):
        (folder / f"{number}.txt").write_text(text(number), encoding="utf-8")
    return folder


# -- what it says


def test_many_files_with_the_same_trouble_stand_on_one_line(paperterm: Run, papers: Path) -> None:
    for number in range(12):
        (papers / f"scan{number}.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    (papers / "empty.txt").touch()
    ran = paperterm("import", papers, "--jobs", "2")
    assert ran.code == 1
    said = ran.err.splitlines()
    assert len(said) == 2
    assert any(line.startswith("Not read, 12 files: scan0.txt, scan1.txt, scan2.txt, …: It is a PNG") for line in said)
    assert any(line.startswith(f"Not read: {papers / 'empty.txt'}: It is empty") for line in said)
    assert len(paperterm("import", papers, "--json").json["skipped"]) == 13


def test_a_dry_run_writes_nothing(paperterm: Run, papers: Path, home: Path) -> None:
    ran = paperterm("import", "--dry-run", papers)
    assert ran.code == 0
    assert ran.out == "Would be 30 added, 0 changed, 0 moved, 0 unchanged, 0 skipped; nothing was written.\n"
    assert not home.exists()
    paperterm("import", papers)
    (papers / "0.txt").rename(papers / "first.txt")
    (papers / "1.txt").unlink()
    found = paperterm("import", papers, "--dry-run", "--json").json
    assert (found["dry_run"], found["moved"], found["unchanged"]) == (True, 1, PAGES - 2)
    assert found["missing"] == [str(papers / "1.txt")]
    assert paperterm("import", papers, "--dry-run", "--json").json == found
    assert paperterm("import", "--dry-run", "--rebuild", papers).code == 2


def test_moved_and_missing_files_are_told(paperterm: Run, papers: Path) -> None:
    paperterm("import", papers)
    (papers / "0.txt").rename(papers / "first.txt")
    (papers / "1.txt").unlink()
    ran = paperterm("import", papers)
    assert ran.code == 0
    assert "0 added, 0 changed, 1 moved, 28 unchanged" in ran.out
    assert "1 file is gone" in ran.err
    assert "paperterm forget --missing" in ran.err


def test_verbose_names_every_file_that_is_not_as_it_was(paperterm: Run, papers: Path) -> None:
    assert paperterm("import", papers).err == ""
    (papers / "3.txt").write_text(text(99), encoding="utf-8")
    (papers / "4.txt").write_bytes(b"")
    said = paperterm("import", papers, "--verbose").err.splitlines()
    assert f"29/30 changed {papers / '3.txt'}" in said
    assert any(line.startswith(f"30/30 skipped {papers / '4.txt'}: It is empty") for line in said)


@pytest.mark.parametrize("jobs", ["0", "-3", "1000"])
def test_a_senseless_number_of_jobs_is_refused(paperterm: Run, papers: Path, jobs: str) -> None:
    ran = paperterm("import", papers, f"--jobs={jobs}")
    assert ran.code == 2
    assert "--jobs" in ran.err


def test_the_meter_tells_how_far_the_index_is_and_leaves_the_line_empty() -> None:
    stream = io.StringIO()
    meter = shown.Meter(stream)
    meter.indexing(5_000, 12_000)
    meter.close()
    assert "5000/12000 articles in the index" in stream.getvalue()
    assert stream.getvalue().endswith("\r\x1b[K")


def test_progress_tells_how_far_how_fast_and_how_long(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stream:
        written = ""

        def write(self, text: str) -> None:
            self.written += text

        def flush(self) -> None: ...

    clock = iter(range(1_000))
    monkeypatch.setattr(shown.time, "monotonic", lambda: next(clock) * 0.5)
    stream = Stream()
    meter = shown.Meter(stream)  # type: ignore[arg-type]
    for done in range(1, 101):
        meter(Progress(done, 200, Path("x"), "unchanged" if done <= 50 else "added"))
    assert "\r\x1b[K40/200 pages\r" in stream.written
    assert stream.written.endswith("\r\x1b[K100/200 pages, 2 a second, 50 s left")
    meter.close()
    assert stream.written.endswith("left\r\x1b[K")


# -- forgetting


def test_a_page_is_forgotten_by_its_file_its_article_or_its_sum(paperterm: Run, papers: Path, front: Path) -> None:
    paperterm("import", papers, front)
    id = paperterm("search", "新桥", "--json").json["hits"][0]["id"]
    ran = paperterm("forget", papers / "3.txt", id, "--json")
    assert ran.code == 0
    first, second = ran.json["forgotten"]
    assert first["sources"] == [str(papers / "3.txt")]
    assert (second["paper"], second["date"], len(second["articles"])) == ("大江日报", "2025-03-25", 2)
    sha = paperterm("parse", papers / "4.txt", "--json") and _sha(papers / "4.txt")
    assert paperterm("forget", sha[:12]).out.startswith("Forgot ")
    assert paperterm("search", "新桥", "--json").json["total"] == 0
    assert paperterm("import", papers, front, "--json").json["added"] == 3


def _sha(path: Path) -> str:
    from hashlib import sha256

    return sha256(path.read_bytes()).hexdigest()


def test_what_one_wrote_about_a_forgotten_page_is_kept(paperterm: Run, front: Path) -> None:
    paperterm("import", front)
    id = paperterm("search", "新桥", "--json").json["hits"][0]["id"]
    paperterm("note", "add", id, "--text", "记")
    paperterm("bookmark", "add", id)
    ran = paperterm("forget", front)
    assert "2 notes, bookmarks and highlights" in ran.err
    assert paperterm("note", "list", "--json").json["notes"][0]["state"] == "orphan"
    paperterm("import", front)
    assert paperterm("note", "list", "--json").json["notes"][0]["state"] == "placed"


def test_one_word_that_names_no_page_forgets_none(paperterm: Run, papers: Path) -> None:
    paperterm("import", papers)
    assert paperterm("forget", papers / "3.txt", "nonsense").code == 1
    assert paperterm("import", papers, "--json").json["unchanged"] == PAGES
    assert paperterm("forget").code == 2


def test_all_pages_whose_files_are_gone_are_forgotten_at_once(paperterm: Run, papers: Path) -> None:
    (papers / "copy.md").write_text(text(2), encoding="utf-8")
    paperterm("import", papers)
    assert paperterm("forget", "--missing").code == 1
    for number in range(3):
        (papers / f"{number}.txt").unlink()
    ran = paperterm("forget", "--missing", "--json")
    assert (ran.code, len(ran.json["forgotten"])) == (0, 2)
    assert ran.json["left"] == [str(papers / "2.txt")]
    found = paperterm("import", papers, "--json").json
    assert (found["missing"], found["pages"]) == ([], PAGES - 2)


def test_the_samples_cannot_be_forgotten(paperterm: Run) -> None:
    assert paperterm("forget", "anything").code == 2


# -- a damaged library


def test_a_damaged_library_is_set_aside_and_begun_anew(paperterm: Run, samples: Path, front: Path) -> None:
    id = paperterm("search", "产改", "--json").json["hits"][0]["id"]
    library = samples / "library.sqlite"
    data = bytearray(library.read_bytes())
    data[len(data) // 2 :] = b"\xa5" * (len(data) - len(data) // 2)
    library.write_bytes(data)
    ran = paperterm("import", front)
    assert ran.code == 0, ran.err
    assert "library.bad-1.sqlite" in ran.err
    assert (samples / "library.bad-1.sqlite").exists()
    assert paperterm("show", "jbxqtc").code == 0
    library.write_bytes(b"nonsense" * 1_000)
    ran = paperterm("import", front)
    assert (ran.code, (samples / "library.bad-2.sqlite").exists()) == (0, True)
    assert paperterm("show", id).code == 1


# -- Ctrl-C and the watch, as programs of their own


@pytest.fixture
def running(home: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    started: list[subprocess.Popen[str]] = []

    def start(*words: object) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "paperterm", *map(str, words)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def many(papers: Path) -> Path:
    """The folder with sixty large pages more, and a name so long that few lines with it fill a pipe."""
    for number in range(1_000, 1_060):
        (papers / f"{number}.txt").write_text(f"{number}\n\n" + "第一段写到这里。" * 2_000, encoding="utf-8")
    return papers.rename(papers.with_name("long" * 40))


def held_up(process: subprocess.Popen[str]) -> subprocess.Popen[str]:
    """A process that cannot tell much more than is read of it, and so is under way as long as nothing is."""
    if hasattr(fcntl, "F_SETPIPE_SZ") and process.stderr:
        fcntl.fcntl(process.stderr, fcntl.F_SETPIPE_SZ, 4096)
    return process


def test_ctrl_c_ends_an_import_with_an_account(
    running: Callable[..., subprocess.Popen[str]], paperterm: Run, papers: Path
) -> None:
    papers = many(papers)
    process = held_up(running("import", papers, "--jobs", "2", "--verbose"))
    assert process.stderr is not None
    for _ in range(35):
        process.stderr.readline()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Stopped before the end" in err
    assert "Traceback" not in err
    added = int(out.split(": ")[1].split()[0])
    assert 35 <= added < 90
    found = paperterm("import", papers, "--json").json
    assert (found["unchanged"], found["added"]) == (added, 90 - added)


@pytest.mark.parametrize("lines", [1, 12, 40])
def test_kill_9_loses_nothing_that_was_told_of(
    running: Callable[..., subprocess.Popen[str]], paperterm: Run, papers: Path, lines: int
) -> None:
    papers = many(papers)
    process = held_up(running("import", papers, "--jobs", "2", "--verbose"))
    assert process.stderr is not None
    heard = [process.stderr.readline() for _ in range(lines)]
    process.kill()
    heard += process.stderr.read().splitlines(keepends=True)
    told = {line.split(" added ")[1].strip() for line in heard if line.endswith("\n")}
    assert lines <= len(told) < 90
    with sqlite3.connect(os.environ[HOME_VARIABLE] + "/library.sqlite") as connection:
        held = {os.fsdecode(path) for (path,) in connection.execute("SELECT path FROM sources")}
    assert told <= held
    found = paperterm("import", papers, "--json").json
    assert (found["pages"], found["unchanged"], found["skipped"]) == (90, len(held), [])


def put(path: Path, text: str) -> None:
    """Puts a file in its place whole: a watch that looks while it is written would tell of an empty one, too."""
    draft = path.with_name(f".{path.name}")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)


def test_a_watch_imports_what_changes_until_ctrl_c(
    running: Callable[..., subprocess.Popen[str]], papers: Path, home: Path
) -> None:
    process = running("import", "--watch", "--json", papers)
    assert process.stdout is not None

    def said() -> Any:
        assert process.stdout is not None
        data = json.loads(process.stdout.readline())
        validator("import.json").validate(data)
        return data

    first = said()
    assert (first["event"], first["added"]) == ("imported", PAGES)
    new, moved = papers / "issue" / "new.txt", papers / "moved.txt"
    new.parent.mkdir()
    (papers / "notes.doc").write_text("no page")
    put(new, text(500))
    assert said() == {"schema": 1, "event": "added", "path": str(new)}
    put(new, text(501))
    assert said() == {"schema": 1, "event": "changed", "path": str(new)}
    new.rename(moved)
    assert said() == {"schema": 1, "event": "moved", "path": str(moved)}
    moved.write_bytes(b"")
    assert (told := said())["event"] == "skipped"
    assert told["problem"].startswith("It is empty")
    moved.unlink()
    assert said() == {"schema": 1, "event": "missing", "path": str(moved)}
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (0, "", "")


def test_a_watch_of_one_file_sees_it_replaced(
    running: Callable[..., subprocess.Popen[str]], front: Path, home: Path
) -> None:
    process = running("import", "--watch", front)
    assert process.stdout is not None
    assert "1 added" in process.stdout.readline()
    other = front.with_name("draft")
    other.write_text(FRONT + "\n又一段。\n", encoding="utf-8")
    other.replace(front)
    assert process.stdout.readline() == f"changed {front}\n"


def test_a_watch_of_nothing_is_refused(paperterm: Run, tmp_path: Path) -> None:
    ran = paperterm("import", "--watch", tmp_path / "nowhere")
    assert ran.code == 1
    assert "nowhere" in ran.err


def test_a_watch_beside_its_own_library_is_quiet(
    running: Callable[..., subprocess.Popen[str]], tmp_path: Path, home: Path
) -> None:
    home.mkdir()
    (home / "page.txt").write_text(FRONT, encoding="utf-8")
    process = running("import", "--watch", "--json", home, "--verbose")
    assert process.stdout is not None
    process.stdout.readline()
    put(home / "second.txt", text(2))
    assert json.loads(process.stdout.readline())["event"] == "added"
