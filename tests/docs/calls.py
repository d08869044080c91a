"""Calls of paperterm in a command line, and what its own declarations make of their words."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from paperterm.actions.command import COMMON, Command
from paperterm.actions.lookup import command_of
from paperterm.cli.help import READER_ARGUMENTS
from paperterm.cli.words import values_of

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
        values_of(words, READER_ARGUMENTS, "paperterm")
        return None
    found, length = command
    values_of(words[length:], (*found.arguments, *COMMON), f"paperterm {found.name}")
    return found


def waits(words: list[str]) -> bool:
    """Does such a call wait for a person: the reader, a server, a watch?"""
    command = understood(words)
    return command is None or command.run is None or command.name == "serve" or "--watch" in words
