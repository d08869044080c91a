"""Calls of paperterm in a command line, and what its own declarations make of their words."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from paperterm import __version__
from paperterm.actions.command import Command
from paperterm.actions.commands import COMMANDS
from paperterm.actions.lookup import command_of
from paperterm.cli.arguments import command_parser, reader_parser, unambiguous

BETWEEN = frozenset(("|", "||", "&", "&&", ";", "(", ")", ">", ">>", "<", "$"))


def calls(line: str) -> Iterator[list[str]]:
    """The words behind each `paperterm` of a line of shell; a comment at its end is none."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
    lexer.wordchars += "[]{}@%:!,…"
    found: list[str] | None = None
    for word in lexer:
        if word in BETWEEN or set(word) <= set("();<>|&"):
            if found is not None:
                yield found
            found = None
        elif found is not None:
            found.append(word)
        elif word == "paperterm" or word.endswith("/paperterm"):
            found = []
    if found is not None:
        yield found


def understood(words: list[str]) -> Command | None:
    """The command that these words call; None for the reader. Raises Failure where they are wrong use."""
    command = command_of(words)
    if command is None:
        reader_parser(COMMANDS, __version__).parse_args(words)
        return None
    found, length = command
    command_parser(found).parse_args(unambiguous(found, words[length:]))
    return found


def waits(words: list[str]) -> bool:
    """Does such a call wait for a person: the reader, a server, a watch?"""
    command = understood(words)
    return command is None or command.run is None or command.name == "serve" or "--watch" in words
