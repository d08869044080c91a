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
    "suggest": "suggesting",
    "related": "relating",
    "names": "naming",
    "set": "stating",
    "forget": "forgetting",
    "bookmark add": "noting",
    "bookmark list": "noting",
    "bookmark edit": "noting",
    "bookmark remove": "noting",
    "note add": "noting",
    "note list": "noting",
    "note edit": "noting",
    "note remove": "noting",
    "highlight add": "noting",
    "highlight list": "noting",
    "highlight edit": "noting",
    "highlight remove": "noting",
    "export article": "exporting",
    "export issue": "exporting",
    "export search": "exporting",
    "export notes": "exporting",
    "cite": "citing",
    "notebook check": "notebook",
    "notebook repair": "notebook",
    "notebook restore": "notebook",
    "notebook merge": "notebook",
    "notebook undo": "notebook",
    "notebook log": "notebook",
    "history": "tracking",
    "saved add": "tracking",
    "saved list": "tracking",
    "saved remove": "tracking",
    "doctor": "doctor",
    "trends": "trending",
    "config show": "configuring",
    "config path": "configuring",
    "config keys": "configuring",
    "config check": "configuring",
    "config sample": "configuring",
    "serve": "serving",
    "demo": "touring",
    "completion": "completing",
    "manual": "manual",
    "shell-words": "completing",
}
"""The modules of the commands."""


def command_of(words: Sequence[str]) -> tuple[Command, int] | None:
    """The command that these words begin with, and how many of them are its name; None where they begin with none."""
    for length in (2, 1):
        name = " ".join(words[:length])
        if len(words) >= length and name in HOMES:
            return _in(HOMES[name], name), length
    return None


def _in(home: str, name: str) -> Command:
    module = vars(import_module(f"{__package__}.{home}"))
    declared = [*module.values(), *module.get("COMMANDS", ())]
    return next(value for value in declared if isinstance(value, Command) and value.name == name)
