"""Every command line of the documentation is run, or waits for a person and is understood."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from pathlib import Path

import pytest

from paperterm.actions.command import COMMON
from paperterm.actions.commands import COMMANDS
from paperterm.config.reading import read_settings
from tests.docs.calls import calls, understood, waits
from tests.docs.home import furnish, run
from tests.docs.markdown import NAMES, PAGES, ROOT, Step, blocks, prose, steps

LANGUAGES = {"console", "sh", "crontab", "toml", "json"}
OUTSIDE = {"make", "pip", "pipx", "source", "ssh", "tesseract"}
"""What the tests do not run: it needs the network, another machine or another shell, or is a program of others."""


def missing(step: Step, output: str) -> str | None:
    """The first of the lines below a command that it did not print in this order; … stands for anything."""
    rest = [" ".join(line.split()) for line in output.splitlines()]
    for line in step.printed:
        wanted = re.compile(".*".join(map(re.escape, " ".join(line.split()).split("…"))))
        while rest and not wanted.fullmatch(rest[0]):
            rest.pop(0)
        if not rest:
            return line
        rest.pop(0)
    return None


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_command_ends_well_and_prints_what_stands_below_it(page: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    environment = furnish(home)
    for step in steps(page):
        if re.search(r"\bjq\b", step.command) and shutil.which("jq") is None:
            pytest.skip(f"jq is not installed, so that the rest from line {step.line} on is not run")
        ran = run(step.command, home, environment)
        where = f"{page.name}:{step.line}: {step.command}\n{ran.stdout}"
        assert ran.returncode == 0, where
        line = missing(step, ran.stdout)
        assert line is None, f"not printed: {line}\n{where}"


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_what_is_not_run_waits_for_a_person_or_is_no_command_of_ours(page: Path) -> None:
    for block in blocks(page):
        if block.language != "sh":
            continue
        for number, line in enumerate(block.text.splitlines(), block.line):
            found = list(calls(line))
            foreign = line.split(" ")[0] in OUTSIDE
            assert not line or foreign or any(map(waits, found)), f"{page.name}:{number} could be run: {line}"


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_call_that_is_not_run_is_understood(page: Path) -> None:
    for block in blocks(page):
        if block.language in ("sh", "crontab"):
            for line in block.text.splitlines():
                for words in calls(line):
                    understood(words)


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_block_says_what_it_is(page: Path) -> None:
    assert {block.language for block in blocks(page)} <= LANGUAGES


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_settings_and_json_can_be_read(page: Path, tmp_path: Path) -> None:
    for block in blocks(page):
        if block.language == "json":
            json.loads(block.text)
        if block.language == "toml":
            tomllib.loads(block.text)
            file = tmp_path / "config.toml"
            file.write_text(block.text, "utf-8")
            assert [problem.sentence for problem in read_settings(file).problems] == []


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_commands_and_options_that_are_named_in_the_text_are_there(page: Path) -> None:
    names = {command.name: command for command in COMMANDS}
    groups = {name.split()[0] for name in names if " " in name}
    for named in re.findall(r"`paperterm ([a-z][^`]*)`", prose(page)):
        words = named.split()
        command = names.get(" ".join(words[:2])) or names.get(words[0])
        assert command or words[0] in groups, f"{page.name}: paperterm {named}"
        meant = [command] if command else [one for name, one in names.items() if name.split()[0] == words[0]]
        options = {argument.name for one in meant for argument in (*one.arguments, *COMMON)}
        assert {word for word in words if word.startswith("--")} <= {*options, "--help"}, named


def test_the_targets_of_make_that_are_named_are_there() -> None:
    known = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for page in (*PAGES, ROOT / "CONTRIBUTING.md", ROOT / "ARCHITECTURE.md"):
        text = page.read_text("utf-8")
        named = re.findall(r"`make ([a-z-]+)", text) + re.findall(r"^make ([a-z-]+)", text, re.MULTILINE)
        assert set(named) <= known, page.name


def test_a_line_that_is_not_printed_is_noticed() -> None:
    step = Step("paperterm issues", ("大江日报  2025-03-25 …", "  第1版"), 1)
    assert missing(step, "大江日报 2025-03-25 第3000期\n  第1版\n") is None
    assert missing(step, "大江日报 2025-03-26 第3000期\n  第1版\n") == "大江日报  2025-03-25 …"
    assert missing(step, "  第1版\n大江日报 2025-03-25 第3000期\n") == "  第1版"


def test_what_waits_is_told_from_what_ends() -> None:
    lines = ("paperterm import --watch ~/papers", "paperterm import ~/papers", "paperterm ~/papers", "paperterm demo")
    assert [waits(words) for line in lines for words in calls(line)] == [True, False, True, True]
