"""What happens to a page's text between two readings: laid out anew, misread. Each edit says where characters went."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from random import Random

from paperterm.parse.lines import split_lines
from paperterm.text.fold import TABLE

Edited = tuple[str, list[int | None]]
"""A text, and for each of its characters the index it had before, None for one that was added."""

WIDTHS = (16, 40)
"""Characters a line of a page that is laid out anew."""


def rewrapped(text: str, chance: Random) -> Edited:
    """Every line of the file that is longer than a printed line becomes several. Headings stay: they carry a mark."""
    width = chance.randint(*WIDTHS)
    characters: list[str] = []
    origins: list[int | None] = []
    column, heading = 0, False
    for place, character in enumerate(text):
        if character in "\r\n":
            column = 0
        else:
            heading = character == "#" if not column else heading
            if column and column % width == 0 and not heading:
                characters.append("\n")
                origins.append(None)
            column += 1
        characters.append(character)
        origins.append(place)
    return "".join(characters), origins


def noised(text: str, origins: Sequence[int | None], chance: Random, rate: float) -> Edited:
    """Every visible character is misread with chance `rate`: three of six times for another one of the page, once for its
    traditional or simplified form where it has one; once it is lost, once a character is added behind it."""
    pool = [c for c in text if c.isalnum()] or ["一"]
    characters: list[str] = []
    kept: list[int | None] = []
    for character, origin in zip(text, origins, strict=True):
        kind = chance.randrange(6) if chance.random() < rate and not character.isspace() and character != "#" else None
        if kind == 0:
            continue
        if kind in (1, 2, 3):
            characters.append(chance.choice(pool))
        elif kind == 4:
            characters.append(_variants().get(character) or chance.choice(pool))
        else:
            characters.append(character)
        kept.append(origin)
        if kind == 5:
            characters.append(chance.choice(pool))
            kept.append(None)
    return "".join(characters), kept


@cache
def _variants() -> dict[str, str]:
    """Traditional characters by simplified ones, and the other way round."""
    traditional, simple = split_lines(TABLE.read_text("utf-8"))[:2]
    pairs = list(zip(traditional, simple, strict=True))
    return {s: t for t, s in pairs} | dict(pairs)
