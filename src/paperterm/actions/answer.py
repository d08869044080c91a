"""What a command answers: data for programs, lines for people, and how it went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from paperterm.actions.styled import Line

SCHEMA = 1
"""Raised when a key of any command's JSON changes its meaning or goes away."""

FOUND, NOTHING, WRONG, STOPPED = 0, 1, 2, 130
"""Exit codes: found or done; nothing found or something failed; wrong use; ended by Ctrl-C."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`data` is printed with --json (the schema number is added), `lines` without it; `talk` on stderr in both, unless
    --quiet is said, and `trouble`, what went wrong on the way, even then. `feed` stands for data and lines that go on coming,
    each printed as it comes, until Ctrl-C. `content` is a file's bytes, to be printed in place of the lines as they are: text
    has to be free of what a terminal obeys."""

    data: Mapping[str, Any]
    lines: Iterable[Line] = ()
    talk: tuple[str, ...] = ()
    code: int = FOUND
    feed: Iterable[tuple[Mapping[str, Any], str]] | None = None
    content: bytes | None = None
    trouble: tuple[str, ...] = ()


class Failure(Exception):  # noqa: N818 - the command line's word for it
    """A command that could not do its work. `code` is a stable word for programs, the message a sentence for people;
    `again`: the same may well succeed later, when there is room on the disk."""

    def __init__(self, code: str, message: str, exit_code: int = NOTHING, again: bool = False) -> None:
        super().__init__(message)
        self.code, self.message, self.exit_code, self.again = code, message, exit_code, again
