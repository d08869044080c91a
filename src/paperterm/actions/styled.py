"""Lines with parts that stand out. What a part is, is said here; how it looks is for whoever shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

Style = Literal["plain", "headline", "match", "quiet"]
Part = tuple[str, Style]
Line = str | tuple[Part, ...]
"""A line of text; or its parts in their order."""


def headline(text: str) -> Line:
    return ((text, "headline"),)


def quiet(text: str) -> Line:
    """What one reads only when looking for it: ids, places, times."""
    return ((text, "quiet"),)


def marked(text: str, marks: Iterable[tuple[int, int]], before: str = "") -> Line:
    """The text with the characters `start` to `end` of each mark standing out; `before` stands in front of it. The marks are
    in their order and do not overlap."""
    return ((before, "plain"), *_parts(text, marks))


def _parts(text: str, marks: Iterable[tuple[int, int]]) -> Iterator[Part]:
    done = 0
    for start, end in marks:
        yield text[done:start], "plain"
        yield text[start:end], "match"
        done = end
    yield text[done:], "plain"
