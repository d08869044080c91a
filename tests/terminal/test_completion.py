"""Tab in real shells completes commands, options, ids of articles and file names."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.tmux import Tmux

pytestmark = pytest.mark.terminal
LOADING = {
    "bash": "source <(paperterm completion bash)",
    "zsh": "autoload -Uz compinit; compinit -u -D; source <(paperterm completion zsh)",
    "fish": "paperterm completion fish | source",
}
PROMPTS = ("$", "#", ">", "%")
BARE = {"bash": ("--norc", "--noprofile"), "zsh": ("-f",), "fish": ("--no-config",)}


@pytest.fixture(params=LOADING)
def shell(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Tmux]:
    """A shell in a folder with one file, with paperterm on its path and completion loaded."""
    name = request.param
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    programs, folder = tmp_path / "bin", tmp_path / "work"
    programs.mkdir()
    folder.mkdir()
    (folder / "头版 1.txt").write_text("", encoding="utf-8")
    program = programs / "paperterm"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m paperterm "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    environment = {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
        "PAPERTERM_HOME": str(tmp_path / "home"),
        "HOME": str(tmp_path),
        "PS1": "ready$ ",
    }
    with Tmux([found, *BARE[name]], environment, 100, 30, folder) as window:
        window.wait_until(lambda screen: screen.rstrip().endswith(PROMPTS), "shows a prompt")
        window.type(f"{LOADING[name]}; clear; echo load''ed")
        window.press("Enter")
        window.wait("loaded")
        yield window


def test_tab_completes_a_command(shell: Tmux) -> None:
    shell.type("paperterm sea")
    shell.press("Tab")
    shell.wait("paperterm search")


def test_tab_completes_the_second_word_of_a_command(shell: Tmux) -> None:
    shell.type("paperterm notebook rep")
    shell.press("Tab")
    shell.wait("paperterm notebook repair")


def test_tab_completes_an_option(shell: Tmux) -> None:
    shell.type("paperterm import --verb")
    shell.press("Tab")
    shell.wait("paperterm import --verbose")


def test_tab_completes_the_id_of_an_article_part_by_part(shell: Tmux) -> None:
    shell.type("paperterm show gong")
    shell.press("Tab")
    shell.wait("paperterm show gongrenribao/")
    shell.press("Tab")
    shell.wait("paperterm show gongrenribao/2025-03-25/")
    shell.wait_still()
    shell.type("0/cyg")
    shell.press("Tab")
    shell.wait("paperterm show gongrenribao/2025-03-25/0/cygryzdy")


def test_tab_completes_the_name_of_a_file(shell: Tmux) -> None:
    shell.type("paperterm parse 头")
    shell.press("Tab")
    shell.wait_until(lambda screen: "1.txt" in screen, "shows the name of the file")
