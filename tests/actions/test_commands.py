"""The table of commands."""

from __future__ import annotations

from collections import Counter

import pytest

from paperterm.actions.command import Argument, Command
from paperterm.actions.commands import COMMANDS
from paperterm.actions.lookup import HOMES, command_of

PROMISED = [
    "parse", "import", "issues", "show", "search", "suggest", "related", "names", "set",
    "forget", "bookmark add", "bookmark list", "bookmark edit", "bookmark remove",
    "note add", "note list", "note edit", "note remove", "highlight add", "highlight list", "highlight edit",
    "highlight remove", "export article", "export issue", "export search", "export notes", "cite", "notebook check", "notebook repair", "notebook restore", "notebook merge",
    "notebook undo", "notebook log", "history", "saved add", "saved list", "saved remove",
    "config show", "config path", "config keys", "config check", "config sample",
    "doctor", "trends", "demo", "serve", "completion", "manual", "shell-words",
]  # fmt: skip


def test_every_promised_command_is_there_once() -> None:
    assert Counter(command.name for command in COMMANDS) == Counter(PROMISED)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_command_and_its_arguments_are_explained(command: Command) -> None:
    assert command.help.endswith(".")
    assert command.title
    assert all(argument.help for argument in command.arguments)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_the_arguments_of_a_command_have_values_of_their_own(command: Command) -> None:
    keys = Counter(argument.key for argument in command.arguments)
    assert [key for key, count in keys.items() if count > 1] == []
    assert not {"json", "library", "notebook"} & keys.keys()


def test_the_home_of_every_command_is_known() -> None:
    assert HOMES.keys() == {command.name for command in COMMANDS}


def test_an_arguments_key_is_its_name_in_the_values() -> None:
    assert Argument("PAGE_FILE", "").key == "page_file"
    assert Argument("--dry-run", "").key == "dry_run"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_command_is_found_by_the_words_that_begin_with_its_name(command: Command) -> None:
    name = command.name.split()
    assert command_of([*name, "PAGE", "--json"]) == (command, len(name))
    assert command_of(["nonsense", *name]) is None
