"""How a command is declared: once, with everything that help, manual and parser need to know of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from paperterm.actions.answer import Answer
from paperterm.actions.session import Session

Values = dict[str, Any]
Run = Callable[[Session, Values], Answer]


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument. `name` is "PAGE" for a positional one, "--text" for an option; `kind` is str, int or bool (a switch);
    `many` is "+", "*" or "?" for a positional one that may repeat or be left out, "append" for an option."""

    name: str
    help: str
    kind: type = str
    required: bool = False
    many: str = ""
    metavar: str = ""
    dashes: bool = False  # its words may begin with a hyphen, as -without does in a query

    @property
    def key(self) -> str:
        """Its name among the values: "page", "text"."""
        return self.name.lstrip("-").replace("-", "_").lower()


@dataclass(frozen=True, slots=True)
class Command:
    """`name` may be of two words ("note add"). `run` does the work; it prints nothing. Among its values is "tell", which says a
    sentence on stderr while the work goes on."""

    name: str
    title: str
    help: str
    run: Run
    arguments: tuple[Argument, ...] = ()
    json: bool = True
