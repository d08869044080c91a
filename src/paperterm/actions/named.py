"""What the words of a command name: ids, files; - stands for those on standard input, one a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from paperterm.actions.answer import NOTHING, Failure

if TYPE_CHECKING:
    from paperterm.actions.session import Session

INPUT = "-"


def several(words: Sequence[str]) -> bool:
    """Is the answer a list? Where one word names one thing it is that thing; what standard input names may be any number."""
    return len(words) > 1 or INPUT in words


def all_named(session: Session, words: Iterable[str], what: str = "article") -> list[str]:
    """The names, each once, in their order. Raises Failure where there are none, or standard input cannot be read."""
    found: list[str] = []
    for word in words:
        if word == INPUT:
            found += [line.strip() for line in session.input_text.splitlines() if line.strip()]
        else:
            found.append(word)
    if not found:
        raise Failure("nothing-named", f"No {what} was named: there was nothing on standard input.", NOTHING)
    return list(dict.fromkeys(found))
