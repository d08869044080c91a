"""Matches and headlines stand out in a terminal, and nowhere else unless one asks for it; --quiet."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from paperterm.actions.styled import headline, marked
from paperterm.cli.colours import printable, wanted
from tests.cli.conftest import Run
from tests.cli.examples import STEEL
from tests.cli.test_hostile_text import HOSTILE, STEERING

LOOK = re.compile(r"\x1b\[[0-9;]*m")


class Stream:
    def __init__(self, terminal: bool) -> None:
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


@pytest.mark.parametrize(
    ("choice", "environment", "terminal", "coloured"),
    [
        (None, {}, True, True),
        (None, {}, False, False),
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("always", {}, False, True),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"CLICOLOR_FORCE": "1"}, True, False),
        (None, {"NO_COLOR": "1"}, True, False),
        (None, {"NO_COLOR": ""}, True, True),
        (None, {"NO_COLOR": "1", "CLICOLOR_FORCE": "1"}, True, False),
        (None, {"CLICOLOR_FORCE": "1"}, False, True),
        (None, {"CLICOLOR_FORCE": "0"}, False, False),
        (None, {"CLICOLOR": "0"}, True, False),
        (None, {"CLICOLOR": "0", "CLICOLOR_FORCE": "1"}, True, True),
        (None, {"TERM": "dumb"}, True, False),
    ],
)
def test_who_decides_about_colours(
    choice: str | None, environment: Mapping[str, str], terminal: bool, coloured: bool
) -> None:
    assert wanted(choice, environment, Stream(terminal)) is coloured  # type: ignore[arg-type]


def test_a_closed_stream_has_no_colours() -> None:
    assert not wanted(None, {}, None)


def test_a_match_stands_out_and_the_words_around_it_do_not() -> None:
    line = marked("全力提升产业工人获得感", [(4, 8)], before="  ")
    assert printable(line, colours=True) == "  全力提升\x1b[1;31m产业工人\x1b[0m获得感"
    assert printable(line, colours=False) == "  全力提升产业工人获得感"


def test_no_part_of_a_line_brings_looks_of_its_own() -> None:
    assert (
        printable(headline("江边\x1b[31m新桥\x1b[0m\n通\x9b1m车"), colours=True)
        == "\x1b[1m江边[31m新桥[0m 通1m车\x1b[0m"
    )


@pytest.mark.parametrize(
    "words",
    [
        ("search", "产业工人", "--facets"),
        ("issues",),
        ("show", STEEL),
        ("history",),
        ("related", STEEL),
        ("note", "list"),
    ],
    ids=" ".join,
)
def test_colours_change_nothing_but_the_looks(paperterm: Run, filled_home: Path, words: tuple[str, ...]) -> None:
    plain, coloured = paperterm(*words), paperterm(*words, "--color", "always")
    assert not LOOK.search(plain.out)
    assert LOOK.search(coloured.out)
    assert LOOK.sub("", coloured.out) == plain.out


@pytest.mark.parametrize("words", [("search", "新桥"), ("issues",)], ids=" ".join)
def test_with_colours_too_a_page_steers_no_terminal(paperterm: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    page = tmp_path / "hostile.txt"
    page.write_text(HOSTILE, "utf-8")
    paperterm("import", page)
    ran = paperterm(*words, "--color", "always")
    assert LOOK.search(ran.out)
    assert not STEERING.search(LOOK.sub("", ran.out))


def test_json_has_no_colours(paperterm: Run, samples: Path) -> None:
    assert "\\u001b" not in paperterm("search", "产改", "--json", "--color", "always").out
    assert "\x1b" not in paperterm("search", "产改", "--json", "--color", "always").out


def test_a_real_terminal_gets_colours_and_a_pipe_does_not(filled_home: Path) -> None:
    command = [sys.executable, "-m", "paperterm", "search", "产业工人", "--limit", "1"]
    taken = {"NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"}
    environment = {name: value for name, value in os.environ.items() if name not in taken}
    environment |= {"PYTHONPATH": os.pathsep.join(sys.path), "TERM": "xterm-256color"}
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        process = subprocess.Popen(command, env=environment, stdin=theirs, stdout=theirs, stderr=subprocess.DEVNULL)
        os.close(theirs)
        shown = b""
        while True:
            try:
                read = terminal.read(4096)
            except OSError:  # the terminal's other end was closed
                break
            if not read:
                break
            shown += read
        assert process.wait(60) == 0
    piped = subprocess.run(command, env=environment, capture_output=True, check=True).stdout
    assert "\x1b[1;31m产业工人\x1b[0m".encode() in shown
    assert b"\x1b" not in piped


def test_quiet_says_nothing_that_is_no_trouble(paperterm: Run) -> None:
    assert "sample pages" in paperterm("issues").err
    assert paperterm("issues", "--quiet").err == ""
    ran = paperterm("--quiet", "search", "没有这样的词呀")
    assert (ran.code, ran.out, ran.err) == (1, "", "")


def test_quiet_does_not_hide_what_went_wrong(paperterm: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    assert "Not read" in paperterm("import", tmp_path / "empty.txt", "--quiet").err
    assert "no-such-id" in paperterm("show", "no-such-id", "--quiet").err


def test_quiet_is_quieter_than_verbose(paperterm: Run, front: Path) -> None:
    ran = paperterm("import", front, "--verbose", "--quiet")
    assert (ran.code, ran.err) == (0, "")
