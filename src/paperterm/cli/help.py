"""What --help prints, made from the declarations of the commands. argparse sets it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from typing import Any

from paperterm.actions.command import COMMON, READER, Argument, Command

READER_ARGUMENTS = (
    Argument("PATH", "open these files and folders, in a library of their own", many="*", offers="files"),
    Argument("--version", "print the version", bool),
    *READER,
    *COMMON,
)
"""What may stand behind `paperterm` without a command."""


class Formatter(argparse.HelpFormatter):
    """As wide as the terminal. argparse asks a module for that which takes 2 ms to load, and asks for every argument."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


class WholeLines(Formatter, argparse.RawDescriptionHelpFormatter):
    """Leaves the lines of a description as they are."""


def _columns() -> int:
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said) > 0:
        return int(said)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns if sys.__stdout__ else 80
    except (OSError, ValueError):  # no terminal; closed
        return 80


def command_help(command: Command) -> list[str]:
    """The lines about one command."""
    parser = argparse.ArgumentParser(
        f"paperterm {command.name}", description=command.help, formatter_class=Formatter, add_help=False
    )
    return _lines(parser, (*command.arguments, *COMMON))


def reader_help(commands: Iterable[Command]) -> list[str]:
    """The lines about `paperterm` itself, and all commands."""
    names = [(command.name, command.title) for command in commands if not command.hidden]
    width = max(len(name) for name, _ in names)
    listing = "\n".join(f"  {name:{width}}  {title}" for name, title in names)
    parser = argparse.ArgumentParser(
        "paperterm",
        description="A terminal reader for digitised Chinese newspapers.",
        epilog=f"commands:\n{listing}\n\n`paperterm help COMMAND` explains one of them.",
        formatter_class=WholeLines,
        add_help=False,
    )
    return _lines(parser, READER_ARGUMENTS)


def _lines(parser: argparse.ArgumentParser, arguments: Iterable[Argument]) -> list[str]:
    parser.add_argument("-h", "--help", action="store_true", help="explain")
    for argument in arguments:
        _add(parser, argument)
    return parser.format_help().splitlines()


def _add(parser: argparse.ArgumentParser, argument: Argument) -> None:
    options: dict[str, Any] = {"help": argument.help}
    if argument.kind is bool:
        options["action"] = "store_true"
    else:
        options["metavar"] = argument.shown
    if argument.is_option:
        options["required"] = argument.required
        parser.add_argument(argument.name, **options)
    else:
        if argument.many:
            options["nargs"] = argument.many
        parser.add_argument(argument.key, **options)
