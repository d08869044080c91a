"""Marks on an article's text, and how the marks on one line divide it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from paperterm.tui.setting import Setting

MarkKind = Literal["warning", "yellow", "green", "blue", "pink", "purple", "note", "bookmark", "hit", "current"]

HIGHLIGHTS: tuple[MarkKind, ...] = ("yellow", "green", "blue", "pink", "purple")
LAYERS: tuple[MarkKind, ...] = ("warning", *HIGHLIGHTS, "note", "bookmark", "hit", "current")
"""From the lowest to the one painted over all others."""


SIGNS: dict[MarkKind, str] = {
    "warning": "疑",
    **dict.fromkeys(HIGHLIGHTS, "划"),
    "bookmark": "签",
    "note": "注",
}
"""What stands in the margin beside the line where a mark begins: han, since no terminal disagrees about their width.
Where several begin, the last of these stands there."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` of block `block` are marked. An empty range marks the line, with its sign alone."""

    block: int
    start: int
    end: int
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Passage:
    """A selected range of one block: characters `start` to `end`, and what they say."""

    block: int
    start: int
    end: int
    text: str


def colour_mark(colour: str) -> MarkKind:
    """The mark of a highlight; a colour we do not know is shown as the first."""
    return next((kind for kind in HIGHLIGHTS if kind == colour), HIGHLIGHTS[0])


def by_row(marks: Iterable[Mark], setting: Setting) -> dict[int, list[Mark]]:
    """The marks on each line of the setting, lowest layer first. Marks that lie outside the article are left out."""
    rows: dict[int, list[Mark]] = {}
    for mark in sorted(_inside(marks, setting), key=lambda m: LAYERS.index(m.kind)):
        last = setting.line_of(mark.block, max(mark.start, mark.end - 1))
        for row in range(setting.line_of(mark.block, mark.start), last + 1):
            rows.setdefault(row, []).append(mark)
    return rows


def signs(marks: Iterable[Mark], setting: Setting) -> dict[int, str]:
    """The sign in the margin of each line where a note, a bookmark, a highlight or what a warning speaks of begins; of
    several, the one that comes last in SIGNS."""
    rows: dict[int, str] = {}
    order = list(SIGNS.values())
    for mark in _inside(marks, setting):
        if mark.kind in SIGNS:
            row = setting.line_of(mark.block, mark.start)
            rows[row] = max(rows.get(row, order[0]), SIGNS[mark.kind], key=order.index)
    return rows


def _inside(marks: Iterable[Mark], setting: Setting) -> Iterator[Mark]:
    for mark in marks:
        if 0 <= mark.block < len(setting.texts) and 0 <= mark.start < max(1, len(setting.texts[mark.block])):
            yield mark


def pieces(start: int, end: int, spans: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """`start` to `end`, cut wherever one of the spans (start, end, name) begins or ends.

    Yields (start, end, names of the spans over it in the order given).
    """
    inside = [(max(start, s), min(end, e), name) for s, e, name in spans if s < end and e > start and s < e]
    cuts = sorted({start, end, *(s for s, _, _ in inside), *(e for _, e, _ in inside)})
    for left, right in pairwise(cuts):
        yield left, right, tuple(name for s, e, name in inside if s <= left and right <= e)
