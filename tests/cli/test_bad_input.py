"""Files, folders, libraries and streams that are not as they should be: a sentence, never a traceback."""

from __future__ import annotations

import io
import os
import signal
import stat
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.cli.conftest import FRONT, Run

Program = Callable[..., subprocess.CompletedProcess[bytes]]
NOBODY = 65534


@contextmanager
def out_of_reach(folder: Path) -> Iterator[None]:
    """Nothing in the folder may be read while this lasts, by root neither."""
    before = stat.S_IMODE(folder.stat().st_mode)
    was_root = os.geteuid() == 0
    folder.chmod(0)
    if was_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if was_root:
            os.seteuid(0)
        folder.chmod(before)


def missing(folder: Path) -> Path:
    return folder / "missing.txt"


def empty(folder: Path) -> Path:
    path = folder / "empty.txt"
    path.touch()
    return path


def blank(folder: Path) -> Path:
    path = folder / "blank.txt"
    path.write_bytes(b"\xef\xbb\xbf \n\t\n\x00")
    return path


def picture(folder: Path) -> Path:
    path = folder / "picture.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    return path


def binary(folder: Path) -> Path:
    path = folder / "binary.txt"
    path.write_bytes(bytes(range(32)) * 40)
    return path


def large(folder: Path) -> Path:
    path = folder / "large.txt"
    with path.open("wb") as file:
        file.truncate(65 << 20)
    return path


def pipe(folder: Path) -> Path:
    path = folder / "pipe.txt"
    os.mkfifo(path)
    return path


def loop(folder: Path) -> Path:
    path = folder / "loop.txt"
    path.symlink_to(path)
    return path


def long_name(folder: Path) -> Path:
    return folder / ("长" * 300)


BAD = [missing, empty, blank, picture, binary, large, pipe, loop, long_name]


@pytest.mark.parametrize("make", BAD, ids=lambda make: make.__name__)
def test_a_file_that_is_no_page_is_refused_with_its_name_and_a_reason(
    paperterm: Run, tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    path = make(tmp_path)
    ran = paperterm("parse", path, "--json")
    assert ran.code == (2 if make is missing else 1)
    assert ran.json["error"]["code"] == "unreadable"
    assert path.name in ran.json["error"]["message"]
    assert ran.err == f"paperterm: {ran.json['error']['message']}\n"


def test_a_folder_is_no_page(paperterm: Run, tmp_path: Path) -> None:
    ran = paperterm("parse", tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert "It is a folder" in ran.err


def test_a_page_out_of_reach_is_told_so(paperterm: Run, front: Path) -> None:
    assert paperterm("parse", front).code == 0
    assert paperterm("parse", front.with_name("missing.txt")).code == 2
    with out_of_reach(front.parent):
        ran = paperterm("parse", front)
        as_word = paperterm(front)
    assert (ran.code, ran.out) == (1, "")
    assert "It may not be read" in ran.err
    assert (as_word.code, as_word.out) == (2, "")


@pytest.mark.parametrize("make", [empty, blank, picture, binary, large, pipe], ids=lambda make: make.__name__)
def test_one_bad_file_does_not_stop_an_import(paperterm: Run, front: Path, make: Callable[[Path], Path]) -> None:
    bad = make(front.parent)
    ran = paperterm("import", front.parent)
    assert ran.code == 1
    assert "1 page with 2 new articles" in ran.out
    assert ran.err.startswith(f"Not read: {bad}: ")
    assert paperterm("search", "新桥").code == 0


def test_a_folder_without_pages_says_so(paperterm: Run, tmp_path: Path) -> None:
    folder = tmp_path / "nothing"
    folder.mkdir()
    (folder / "scan.jpg").touch()
    ran = paperterm("import", folder)
    assert ran.code == 1
    assert "holds no page" in ran.err


def test_ten_megabytes_are_parsed(paperterm: Run, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    paragraph = "本报讯(记者张三)昨日上午,横跨大江的新桥正式通车,两岸居民的出行时间将缩短一半。\n\n"
    text = "# 江边新桥通车\n\n" + paragraph * (10 * 1000 * 1000 // len(paragraph.encode()) + 1)
    path.write_text(text, encoding="utf-8")
    assert path.stat().st_size > 10_000_000
    assert paperterm("parse", path, "--json").code == 0


# -- libraries and notebooks


def test_a_library_of_which_nothing_can_be_read_is_set_aside_and_told_of(paperterm: Run, samples: Path) -> None:
    library = samples / "library.sqlite"
    for words in (["issues"], ["search", "产改"], ["show", "x"]):
        library.write_bytes(b"not a library" * 1000)
        ran = paperterm(*words, "--json")
        assert ran.code == 1
        assert str(library) in ran.err
        assert "import your pages again" in ran.err
        assert paperterm(*words).err.count("damaged") == 0
    assert len(list(samples.glob("library.bad-*.sqlite"))) == 3


def test_a_folder_where_the_library_should_be_is_told(paperterm: Run, home: Path) -> None:
    (home / "library.sqlite").mkdir(parents=True)
    ran = paperterm("issues")
    assert (ran.code, ran.out) == (1, "")
    assert "library.sqlite" in ran.err


def test_a_folder_where_the_notebook_should_be_is_told(paperterm: Run, samples: Path) -> None:
    (samples / "notebook.json").mkdir()
    id = paperterm("search", "产改", "--json").json["hits"][0]["id"]
    for words in (["note", "list"], ["note", "add", id, "--text", "x"], ["bookmark", "add", id]):
        ran = paperterm(*words, "--json")
        assert (ran.code, ran.json["error"]["code"]) == (1, "notebook")
        assert "a folder stands where the file should be" in ran.err


def test_a_home_that_is_a_file_can_still_show_the_samples(paperterm: Run, home: Path, front: Path) -> None:
    home.write_text("", encoding="utf-8")
    assert paperterm("issues").code == 0
    ran = paperterm("import", front, "--json")
    assert (ran.code, ran.json["error"]["code"]) == (1, "library")


def test_a_damaged_notebook_is_kept_aside_and_told_of(paperterm: Run, samples: Path) -> None:
    (samples / "notebook.json").write_text('{"notes": {"1":', encoding="utf-8")
    ran = paperterm("note", "list")
    assert ran.code == 1
    assert "notebook.bad-" in ran.err
    assert len(list(samples.glob("notebook.bad-*"))) == 1


# -- the streams


@pytest.mark.parametrize(
    "words", [("show",), ("search",), ("cite",), ("export", "article"), ("export", "search"), ("export", "issue")]
)
def test_words_that_are_no_utf_8_find_nothing(paperterm: Run, samples: Path, words: tuple[str, ...]) -> None:
    ran = paperterm(*words, os.fsdecode(b"\xb1\xb1"))
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)


def test_a_page_is_read_from_standard_input(program: Program) -> None:
    ran = program("parse", "-", "--json", input=FRONT.encode())
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "江边新桥通车".encode() in ran.stdout


def test_standard_input_with_nothing_or_too_much_in_it_is_refused(program: Program, tmp_path: Path) -> None:
    assert (program("parse", "-").returncode, program("parse", "-").stdout) == (1, b"")
    with large(tmp_path).open("rb") as much:
        ran = program("parse", "-", stdin=much)
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert b"64 MB" in ran.stderr


def test_a_closed_standard_input_is_told(program: Program) -> None:
    ran = program("parse", "-", stdin=None, preexec_fn=lambda: os.close(0))
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert ran.stderr.startswith(b"paperterm: standard input: It is closed")


@pytest.mark.parametrize("words", [["issues"], ["issues", "--json"], ["--help"], ["note", "--help"]])
def test_a_reader_of_the_answer_who_leaves_early_is_no_fault(program: Program, words: list[str]) -> None:
    read, write = os.pipe()
    os.close(read)
    ran = program(*words, stdout=write)
    os.close(write)
    assert (ran.returncode, ran.stderr.replace(SAMPLES, b"")) == (1, b"")


SAMPLES = b"These are the sample pages. Read your own with: paperterm import FOLDER\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("words", [["issues"], ["issues", "--json"], ["isues", "--json"]])
def test_an_answer_that_finds_no_room_is_told_once(program: Program, words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = program(*words, stdout=full)
    assert ran.returncode == 1
    assert b"paperterm: The answer could not be written: no space left on device." in ran.stderr
    assert b"Traceback" not in ran.stderr


def test_a_closed_standard_output_is_told(program: Program) -> None:
    ran = program("issues", stdout=None, preexec_fn=lambda: os.close(1))
    assert ran.returncode == 1
    assert b"standard output is closed" in ran.stderr


def test_a_closed_standard_error_changes_no_answer(program: Program) -> None:
    ran = program("isues", "--json", stderr=None, preexec_fn=lambda: os.close(2))
    assert ran.returncode == 2
    assert ran.stdout.startswith(b'{"schema": 1, "error": {"code": "unknown-command"')


@pytest.mark.parametrize("words", [[], ["."]])
def test_without_a_terminal_the_reader_says_what_to_do(program: Program, words: list[str]) -> None:
    ran = program(*words)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert b"The reader needs a terminal. In a script, use a command" in ran.stderr


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]
)
def test_the_locale_does_not_change_what_is_printed(program: Program, locale: dict[str, str]) -> None:
    for words in (["issues"], ["search", "--help"], ["parse", "-"]):
        plain = program(*words, input=FRONT.encode(), environment={"LC_ALL": "C.UTF-8"})
        here = program(*words, input=FRONT.encode(), environment=locale)
        assert (here.returncode, here.stdout, here.stderr) == (plain.returncode, plain.stdout, plain.stderr)


class Interrupted(io.RawIOBase):
    """A standard input during whose reading somebody presses ^C."""

    def read(self, size: int = -1) -> bytes:
        signal.raise_signal(signal.SIGINT)
        return b""


@pytest.mark.usefixtures("ctrl_c")
def test_an_interrupted_command_says_so(paperterm: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=Interrupted()))
    ran = paperterm("parse", "-")
    assert (ran.code, ran.out) == (128 + signal.SIGINT, "")
    assert ran.err == "paperterm: Stopped; what was done until now is safe.\n"
