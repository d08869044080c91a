"""What README says of keys, commands and pictures is so."""

from __future__ import annotations

import re
from pathlib import Path

from paperterm.actions.commands import COMMANDS
from paperterm.actions.keys import label
from paperterm.actions.reader import ACTIONS
from paperterm.query import parse_query

ROOT = Path(__file__).resolve().parent.parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def section(title: str) -> str:
    return README.split(f"## {title}\n")[1].split("\n## ")[0]


def first_column(title: str) -> list[str]:
    """What stands in backquotes in the first column of the section's table."""
    rows = [row for row in section(title).split("\n") if row.startswith("| ") and not row.startswith("|---")][1:]
    return [word for row in rows for word in re.findall(r"`([^`]+)`", row.split(" | ")[0])]


def test_the_first_commands_are_run_and_test_and_then_how_to_install() -> None:
    commands = re.findall(r"^(make \w+)", README.split("![")[0], re.MULTILINE)
    assert commands == ["make run", "make test"]
    assert README.index("make test") < README.index("pipx install .") < README.index("![")


def test_every_key_of_the_table_is_a_key_of_the_reader() -> None:
    known = {label(key) for action in ACTIONS for key in action.keys}
    assert set(first_column("Keys")) <= known


def test_the_table_lists_every_command_and_no_other() -> None:
    listed = set()
    for row in section("Commands").split("\n"):
        if row.startswith("| `paperterm "):
            first, *others = re.findall(r"`([^`]+)`", row.split(" | ")[0])
            words = [word for word in first.split()[1:] if word.isalpha() and word.islower()]
            listed |= {" ".join(words), *(f"{words[0]} {other}" for other in others)}
    assert listed - {""} == {command.name for command in COMMANDS if not command.hidden}


def test_every_example_of_the_search_language_is_understood() -> None:
    examples = first_column("Searching")
    assert len(examples) > 8
    for example in examples:
        parse_query(example)


def test_every_picture_and_file_that_is_linked_exists() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert [link for link in links if not link.startswith("https:") and not (ROOT / link).exists()] == []
