"""A page is text from somewhere: nothing in it, nor in its file's name or in a note, is ever obeyed by a terminal."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.terminal.conftest import PAPERTERM, OpenRaw
from tests.terminal.raw import SEQUENCES, RawTerminal

TITLE_OF_WINDOW = "\x1b]0;owned\x07"
CLIPBOARD = "\x1b]52;c;b3duZWQ=\x07"
EIGHT_BIT = "\x9b31m\x9d0;owned\x9c"
BIDI = "\u202e倒\u202c\u2066序\u2069\u200f"
MARKUP = "[red]x[/red][@click=app.quit]y[/]"
PAGE = f"""# 改革{TITLE_OF_WINDOW}成果{BIDI}丰硕

本报讯 (记者张三)开头{TITLE_OF_WINDOW}之后{CLIPBOARD}再后{EIGHT_BIT}又后\x1b[2J\x1bP1$r0m\x1b\\末尾。{MARKUP}标记照原样显示。
{BIDI}这一段从右向左，却仍按原来的次序排列，读来与别的报道没有两样，也没有别的事情发生。
"""
NAME = "页\x1b]0;named\x07\u202e面.txt"
NOTE = f"笔记{TITLE_OF_WINDOW}{BIDI}{EIGHT_BIT}写到这里"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "pages" / NAME
    path.parent.mkdir()
    path.write_text(PAGE, "utf-8")
    return path


def run(home: Path, *words: str | Path) -> bytes:
    """What a command of paperterm prints, on both streams."""
    done = subprocess.run(
        [*PAPERTERM, *map(str, words)],
        env={**os.environ, "PAPERTERM_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def assert_harmless(raw: bytes) -> None:
    """The only strings sent are Textual's own (OSC 22, the mouse pointer's form), and between the sequences stand no
    characters that a terminal obeys: of the page's sequences not even a part has arrived."""
    strings = [found for found in SEQUENCES.findall(raw) if found[1:2] in b"]PX^_"]
    assert [found for found in strings if not found.startswith(b"\x1b]22;")] == []
    text = SEQUENCES.sub(b"", raw).decode("utf-8")
    assert re.findall("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", text) == []


@pytest.mark.terminal
def test_nothing_that_a_page_holds_reaches_the_terminal_as_a_sequence(
    home: Path, page: Path, open_raw: OpenRaw
) -> None:
    run(home, "import", page)
    article = run(home, "search", "末尾", "--json").decode().split('"id": "')[1].split('"')[0]
    run(home, "note", "add", article, "--text", NOTE, "--tag", f"标{TITLE_OF_WINDOW}签")
    terminal = open_raw()
    terminal.wait("标记照原样显示")
    terminal.wait_quiet()
    visit(terminal)
    assert_harmless(bytes(terminal.raw))


def visit(terminal: RawTerminal) -> None:
    """Every place where the reader shows something of the page: article, list, hits, notes, note, message, palette."""
    for keys, expect in (("/", "标题:"), ("末尾", "1 article"), ("\r", "1/1"), ("'", "笔记"), ("e", "^S save")):
        before = len(terminal.raw)
        terminal.type(keys)
        terminal.wait(expect, before)
        terminal.wait_quiet()
    before = len(terminal.raw)
    terminal.type("\x13")
    terminal.wait("Note changed", before)
    for keys in ("1", "\t", "b"):
        terminal.wait_quiet()
        terminal.type(keys)
    terminal.wait("Bookmarked", before)
    terminal.type("q")
    assert terminal.wait_ended() == 0


@pytest.mark.terminal
def test_markup_in_a_page_is_text(home: Path, page: Path, open_raw: OpenRaw) -> None:
    terminal = open_raw(page)
    terminal.wait("[red]x[/red][@click=app.quit]y[/]")


@pytest.mark.terminal
def test_a_page_opened_by_its_hostile_name_is_harmless(home: Path, page: Path, open_raw: OpenRaw) -> None:
    terminal = open_raw(page)
    terminal.wait("标记照原样显示")
    terminal.wait_quiet()
    terminal.type("q")
    assert terminal.wait_ended() == 0
    assert_harmless(bytes(terminal.raw))


@pytest.mark.terminal
@pytest.mark.parametrize(
    "words", [("issues",), ("search", "末尾"), ("parse", "PAGE"), ("note", "list"), ("show", "ARTICLE")], ids=" ".join
)
def test_no_command_prints_a_sequence_of_the_page(
    words: tuple[str, ...], home: Path, page: Path, open_raw: OpenRaw
) -> None:
    run(home, "import", page)
    article = run(home, "search", "末尾", "--json").decode().split('"id": "')[1].split('"')[0]
    run(home, "note", "add", article, "--text", NOTE)
    terminal = open_raw(*({"PAGE": page, "ARTICLE": article}.get(word, word) for word in words))
    assert terminal.wait_ended() == 0
    assert_harmless(bytes(terminal.raw))
