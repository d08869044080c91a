"""What kind of line each line of a page is by its most telling form, in a word."""

from __future__ import annotations

from collections.abc import Sequence

from paperterm.parse.traits import Traits

LONG = 60
"""Characters: few headline lines are longer."""
HALF = 30
"""Characters: of two headline lines, few are both longer."""
TITLE_KINDS = frozenset(
    ("short", "marked", "line", "short sentence", "banner", "ordinal", "verse", "name", "masthead", "digest")
)
"""Of such lines headline blocks consist."""


def is_short(t: Traits) -> bool:
    """Is the line as short as those of headline blocks?"""
    return t.size <= LONG and not (t.full and t.size > HALF)


def classes(traits: Sequence[Traits]) -> list[str]:
    """The most telling form of every line, in a word."""
    return [_class(t) for t in traits]


def _class(t: Traits) -> str:
    if t.jump_to or t.jump_from:
        return "jump"
    if t.doubled or t.furniture >= 5.0:
        return "furniture"
    if t.dateline or t.begins_jump_from:
        return "dateline"
    if t.masthead:
        return "masthead"
    if t.closing and not t.credit:
        return "sign-off"
    if t.byline:
        return "byline"
    if t.credit:
        return "credit"
    if t.digest:
        return "digest"
    if t.signature:
        return "signature"
    if t.lone_name:
        return "name"
    if t.furniture:
        return "banner"
    if t.row:
        return "row"
    if t.photo:
        return "photo"
    if t.size > LONG:
        return "text" if t.stop else "open text"
    if t.ordinal and t.size <= 40 and not t.full:
        return "ordinal"
    if t.verse:
        return "verse"
    if t.size > HALF:
        return "sentence" if t.stop or t.full else "line"
    if t.stop:
        return "short sentence"
    return "marked" if t.level else "short"
