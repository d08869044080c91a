"""What people give, made fit to be kept: texts, tags, facts, moments."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from paperterm.text.clean import one_line, visible

_NUMBERS = frozenset({"number", "pages", "page"})


def clean_text(text: str) -> str:
    """The text of a note: lines ended by line feeds, no control characters but those and tabs."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "\t".join(visible(part) for part in lines.split("\t"))


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags on one line each, without empty ones and without repetitions."""
    seen: dict[str, str] = {}
    for tag in tags:
        if cleaned := one_line(tag):
            seen.setdefault(same_tag(cleaned), cleaned)
    return tuple(seen.values())


def same_tag(tag: str) -> str:
    """What two tags have in common that differ in case or width only."""
    return unicodedata.normalize("NFKC", one_line(tag)).casefold()


def fact(name: str, value: Any) -> Any:
    """A stated fact as it stands in the file, None where a hand wrote something of another kind there."""
    return value if type(value) is (int if name in _NUMBERS else str) else None


def now() -> str:
    """This moment, ISO 8601 in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def local(moment: str) -> str:
    """A moment as it is kept, as the clock here showed it, to the minute; what a hand wrote stays as it is."""
    try:
        return f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return one_line(moment)


def page_key(sha256: str) -> str:
    """The document id, a number as TinyDB wants it, of what is stated about a page."""
    try:
        return str(int(sha256[:15], 16))
    except ValueError:
        return "1"
