"""From the words of the command line to a command and its answer, or to the reader."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from paperterm import __version__
from paperterm.actions.answer import FOUND, WRONG, Answer, Failure
from paperterm.actions.command import COMMON, HELP, READER, Command, Run
from paperterm.actions.lookup import command_of
from paperterm.actions.mending import mend_index, mend_library, met_damage
from paperterm.actions.session import Session
from paperterm.cli.colours import tell_others, wanted
from paperterm.cli.output import print_answer, print_lines, tell
from paperterm.cli.words import nearest, values_of
from paperterm.config import places

SLOW = ("import", "suggest")
"""Commands that tell how far they are."""


def dispatch(words: list[str], as_json: bool) -> int:
    """Does what the words say; the exit code. Raises Failure, Undelivered, KeyboardInterrupt."""
    command, rest = _command(words)
    if command is None:
        return _reader(rest)
    values = values_of(rest, (*command.arguments, *COMMON), f"paperterm {command.name}")
    if values is None:
        from paperterm.cli.help import command_help

        print_lines(command_help(command))
        return FOUND
    if as_json and command.run is None:
        raise Failure("usage", f"`paperterm {command.name}` opens the reader, which prints no JSON.", WRONG)
    where = places(values["library"], values["notebook"])
    if command.run is None:
        from paperterm.cli.read import tour

        tell_others(values["color"])
        return tour(where, values["theme"], values["lang"])
    session = Session(where)
    arguments = {**values, "tell": _tell_nobody if values["quiet"] else tell}
    gc.enable()
    try:
        answer = _answer(session, command.name, command.run, arguments, as_json)
    finally:
        for notice in session.taken_notices():
            tell(notice)
    print_answer(answer, as_json, wanted(values["color"], os.environ, sys.stdout), values["quiet"])
    for sentence in mend_index(session):
        tell(sentence)
    return answer.code


def _reader(words: list[str]) -> int:
    """What the words without a command say: mostly, to open the reader."""
    from paperterm.cli.help import READER_ARGUMENTS, reader_help

    values = values_of(words, READER_ARGUMENTS, "paperterm")
    if values is None:
        from paperterm.actions.commands import COMMANDS

        print_lines(reader_help(COMMANDS))
        return FOUND
    if values["version"]:
        print_lines([f"paperterm {__version__}"])
        return FOUND
    if values["json"]:
        raise Failure(
            "usage", "The reader prints no JSON; --json goes with a command, as in `paperterm issues --json`.", WRONG
        )
    from paperterm.cli.read import read

    tell_others(values["color"])
    where = places(values["library"], values["notebook"])
    return read(where, [Path(word) for word in values["path"]], values["theme"], values["lang"])


def _answer(session: Session, name: str, run: Run, arguments: dict[str, Any], as_json: bool) -> Answer:
    """What the command answers; where it meets a damaged library that is made anew within seconds, what it answers then."""
    if name in SLOW:
        with _listening(arguments, as_json):
            return run(session, arguments)
    try:
        return run(session, arguments)
    except Failure as failure:
        if name == "doctor" or not met_damage(failure):
            raise
    shown: dict[str, Any] = {"quiet": arguments["quiet"]}
    with _listening(shown, as_json):
        mend_library(session, shown.get("progress"), shown.get("indexing"))
    return run(session, arguments)


def _tell_nobody(sentence: str) -> None:
    """What --quiet makes of talk."""


@contextmanager
def _listening(arguments: dict[str, Any], as_json: bool) -> Iterator[None]:
    """Puts what shows the progress among the arguments: nothing but what was asked for where nobody looks on."""
    verbose = arguments.get("verbose")
    nobody = as_json or sys.stderr is None or not sys.stderr.isatty()
    if arguments["quiet"] or (nobody and not verbose):
        yield
        return
    from paperterm.cli.progress import Lines, Meter

    with closing(Lines() if verbose else Meter(sys.stderr)) as shown:
        arguments |= {"progress": shown, "indexing": shown.indexing, "counting": shown.counting}
        yield


def _command(words: list[str]) -> tuple[Command | None, list[str]]:
    """The command that the words begin with and its own words; common options may stand before its name. No command, and all
    the words, where they are the reader's."""
    before: list[str] = []
    rest = list(words)
    while rest and rest[0].startswith("--") and rest[0] not in ("--version", "--help"):
        option = rest.pop(0)
        before.append(option)
        if rest and any(argument.takes_value and argument.name == option for argument in (*READER, *COMMON)):
            before.append(rest.pop(0))
    if not rest or rest[0].startswith("-"):
        return None, words
    if rest[0] == HELP:
        return _command([*rest[1:], "--help"])
    if found := command_of(rest):
        command, length = found
        return command, [*before, *rest[length:]]
    from paperterm.actions.commands import COMMANDS

    names = {command.name: command for command in COMMANDS}
    groups = sorted({name.split()[0] for name in names if " " in name})
    if rest[0] in groups:
        verbs = [name.split()[1] for name in names if name.startswith(rest[0] + " ")]
        if rest[1:2] in (["--help"], ["-h"]):
            print_lines(f"paperterm {rest[0]} {verb:8} {names[f'{rest[0]} {verb}'].title}" for verb in verbs)
            raise SystemExit(FOUND)
        raise Failure("usage", f"Say what to do: paperterm {rest[0]} {'|'.join(verbs)}.", WRONG)
    if not os.path.exists(rest[0]):  # noqa: PTH110 - Path raises where a folder may not be searched
        raise Failure("unknown-command", _nearest(rest[0], [*names, *groups, HELP]), WRONG)
    return None, words


def _nearest(word: str, names: Iterable[str]) -> str:
    near = nearest(word, dict.fromkeys(name.split()[0] for name in names))
    hint = f" Did you mean `paperterm {near}`?" if near else " `paperterm --help` lists the commands."
    return f"{word!r} is no command, and no file or folder of that name was found.{hint}"
