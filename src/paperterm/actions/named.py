"""What the words of a command name: ids, files; - stands for those on standard input, one a line."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from paperterm.actions.answer import NOTHING, Failure

INPUT = "-"


def several(words: Sequence[str]) -> bool:
    """Is the answer a list? Where one word names one thing it is that thing; what standard input names may be any number."""
    return len(words) > 1 or INPUT in words


def all_named(words: Iterable[str], what: str = "article") -> list[str]:
    """The names, each once, in their order. Raises Failure where there are none, or standard input cannot be read."""
    found: list[str] = []
    for word in words:
        if word == INPUT:
            found += [line.strip() for line in input_text().splitlines() if line.strip()]
        else:
            found.append(word)
    if not found:
        raise Failure("nothing-named", f"No {what} was named: there was nothing on standard input.", NOTHING)
    return list(dict.fromkeys(found))


def input_text() -> str:
    """The text on standard input. Raises Failure where it cannot be read."""
    if sys.stdin is None:
        raise Failure("no-input", "Standard input is closed; - reads it through a pipe.", NOTHING)
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig", "surrogateescape")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Failure("no-input", f"Standard input cannot be read: {reason}.", NOTHING) from error
