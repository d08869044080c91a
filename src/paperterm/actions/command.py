"""How a command is declared: once, with everything that help, manual and parser need to know of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from paperterm.actions.answer import Answer
from paperterm.actions.session import Session
from paperterm.config.choices import LANGUAGES, THEMES

Values = dict[str, Any]
Run = Callable[[Session, Values], Answer]


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument. `name` is "PAGE" for a positional one, "--text" for an option; `kind` is str, int, Path or bool (a
    switch); `many` is "+", "*" or "?" for a positional one that may repeat or be left out, "append" for an option;
    `offers` says what a shell completes it with where it has no `choices`."""

    name: str
    help: str
    kind: type = str
    required: bool = False
    many: str = ""
    metavar: str = ""
    choices: tuple[str, ...] = ()  # the only values of an option
    dashes: bool = False  # its words may begin with a hyphen, as -without does in a query
    offers: Literal["", "files", "articles"] = ""

    @property
    def is_option(self) -> bool:
        return self.name.startswith("--")

    @property
    def takes_value(self) -> bool:
        """Is it an option with a value behind it?"""
        return self.is_option and self.kind is not bool

    @property
    def shown(self) -> str:
        """What stands for its value in help: "PAGE", "N", "bash|zsh|fish"."""
        return self.metavar or "|".join(self.choices) or self.name.lstrip("-").upper()

    @property
    def key(self) -> str:
        """Its name among the values: "page", "text"."""
        return self.name.lstrip("-").replace("-", "_").lower()


@dataclass(frozen=True, slots=True)
class Command:
    """`name` may be of two words ("note add"). `run` does the work; it prints nothing; None: the reader is opened for it. Among its values is "tell", which says a
    sentence on stderr while the work goes on."""

    name: str
    title: str
    help: str
    run: Run | None
    arguments: tuple[Argument, ...] = ()
    json: bool = True
    hidden: bool = False  # for programs: help does not list it


HELP = "help"
"""`paperterm help COMMAND` is `paperterm COMMAND --help`."""

COLOURS = ("auto", "always", "never")

COMMON = (
    Argument("--json", "print one JSON object", bool),
    Argument("--quiet", "say nothing on standard error but what went wrong", bool),
    Argument("--color", "when colours are printed: auto is in a terminal only", choices=COLOURS),
    Argument("--library", "the library to use instead of your own", Path, metavar="FILE", offers="files"),
    Argument(
        "--notebook", "the folder of the notebook to use instead of your own", Path, metavar="FOLDER", offers="files"
    ),
)
"""Options of every command; they may stand before its name too."""

READER = (
    Argument("--theme", "the reader's colours", choices=THEMES),
    Argument("--lang", "the language of the reader", choices=LANGUAGES),
)
"""Options of `paperterm` without a command."""
