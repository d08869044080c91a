"""argparse's parsers, made from the declarations of the commands."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NoReturn

from paperterm.actions.answer import WRONG, Failure
from paperterm.actions.command import COMMON, READER, Argument, Command
from paperterm.cli.output import print_lines


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


class Parser(argparse.ArgumentParser):
    """A parser that raises instead of leaving, so that the answer has the form that was asked for."""

    def print_help(self, file: object = None) -> None:
        """On stdout, whatever the locale can encode."""
        print_lines(self.format_help().splitlines())

    def values(self, words: Sequence[str]) -> argparse.Namespace:
        """The values of the words. Raises Failure, which for a word that fits nowhere names the option that may be meant."""
        values, left = self.parse_known_args(words)
        if left:
            self.error(self._unfitting(left[0]))
        return values

    def _unfitting(self, word: str) -> str:
        if not word.startswith("-"):
            return f"{word!r} is one word too many"
        option = word.partition("=")[0]
        hint = nearest(option, [known for known in self._option_string_actions if known.startswith("--")])
        return f"{option} is no option of `{self.prog}`{f'. Did you mean {hint}?' if hint else ''}"

    def error(self, message: str) -> NoReturn:
        sentence = message.replace("the following arguments are required:", "what is missing:")
        if sentence.startswith("argument "):
            sentence = sentence.removeprefix("argument ").replace(": ", " ", 1)
        sentence = sentence if sentence.startswith("-") else f"{sentence[:1].upper()}{sentence[1:]}"
        end = "" if sentence.endswith("?") else "."
        raise Failure("usage", f"{sentence}{end} See `{self.prog} --help`.", WRONG)


def nearest(word: str, words: Iterable[str]) -> str:
    """The one of the words that is most like this; "" where none is."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(words), 1, 0.5)), "")


def command_parser(command: Command) -> Parser:
    """The parser of one command's words (those behind its name)."""
    parser = Parser(
        prog=f"paperterm {command.name}", description=command.help, allow_abbrev=False, formatter_class=Formatter
    )
    for argument in (*command.arguments, *COMMON):
        _add(parser, argument)
    return parser


def unambiguous(command: Command, words: Sequence[str]) -> list[str]:
    """The words so that argparse cannot mistake what begins with a hyphen for an option: a value is tied to its option
    (--text=-5), and a word of a query (-足球) gets a space before it, which means nothing there."""
    arguments = (*command.arguments, *COMMON)
    valued = {argument.name for argument in arguments if argument.kind is not bool}
    switches = {argument.name for argument in arguments if argument.kind is bool} | {"--help", "-h", "--"}
    dashes = any(argument.dashes for argument in command.arguments)
    found: list[str] = []
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word == "--":
            return [*found, word, *rest]
        if word in valued and word.startswith("--") and rest and rest[0] not in valued | switches:
            found.append(f"{word}={rest.pop(0)}")
        elif dashes and len(word) > 1 and word[0] == "-" != word[1] and word not in switches:
            found.append(" " + word)
        else:
            found.append(word)
    return found


def reader_parser(commands: Iterable[Command], version: str) -> Parser:
    """The parser of `paperterm` itself; its help lists the commands."""
    names = [(command.name, command.title) for command in commands if not command.hidden]
    width = max(len(name) for name, _ in names)
    listing = "\n".join(f"  {name:{width}}  {title}" for name, title in names)
    parser = Parser(
        prog="paperterm",
        description="A terminal reader for digitised Chinese newspapers.",
        epilog=f"commands:\n{listing}\n\n`paperterm help COMMAND` explains one of them.",
        formatter_class=WholeLines,
        allow_abbrev=False,
    )
    parser.add_argument(
        "path", nargs="*", metavar="PATH", help="open these files and folders, in a library of their own"
    )
    parser.add_argument("--version", action="version", version=f"paperterm {version}")
    for argument in (*READER, *COMMON):
        _add(parser, argument)
    return parser


def _add(parser: argparse.ArgumentParser, argument: Argument) -> None:
    options: dict[str, Any] = {"help": argument.help}
    if argument.kind is bool:
        parser.add_argument(argument.name, action="store_true", **options)
        return
    options["type"] = _value(argument)
    options["metavar"] = argument.shown
    if argument.is_option:
        options["required"] = argument.required
        if argument.many == "append":
            options["action"] = "append"
        parser.add_argument(argument.name, **options)
    else:
        if argument.many:
            options["nargs"] = argument.many
        parser.add_argument(argument.key, **options)


def _value(argument: Argument) -> Callable[[str], Any]:
    """What makes the argument's value of a word."""

    def value(word: str) -> Any:
        if argument.choices and word not in argument.choices:
            hint = nearest(word, argument.choices)
            meant = f"; did you mean {hint}?" if hint else ""
            raise argparse.ArgumentTypeError(f"takes one of {', '.join(argument.choices)}, not {word!r}{meant}")
        try:
            return argument.kind(word)
        except ValueError:
            raise argparse.ArgumentTypeError(f"takes a whole number, not {word!r}") from None

    return value
