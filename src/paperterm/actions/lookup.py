"""One command by its name. The modules of the others are not imported: that takes longer than a quick command's work."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from paperterm.actions.command import Command

HOMES = {
    "parse": "parsing",
    "import": "collecting",
    "issues": "finding",
    "show": "showing",
    "search": "finding",
    "set": "stating",
    "note add": "noting",
    "note list": "noting",
    "bookmark add": "noting",
    "bookmark list": "noting",
}
"""The modules of commands that are called often. The others are found, too, only later."""


def command_of(words: Sequence[str]) -> tuple[Command, int] | None:
    """The command that these words begin with, and how many of them are its name; None where they begin with none."""
    names = [(" ".join(words[:length]), length) for length in (2, 1) if len(words) >= length]
    for name, length in names:
        if name in HOMES:
            return _in(HOMES[name], name), length
    from paperterm.actions.commands import COMMANDS

    known = {command.name: command for command in COMMANDS}
    return next(((known[name], length) for name, length in names if name in known), None)


def _in(home: str, name: str) -> Command:
    module = vars(import_module(f"{__package__}.{home}"))
    declared = [*module.values(), *module.get("COMMANDS", ())]
    return next(value for value in declared if isinstance(value, Command) and value.name == name)
