"""Folding: what is the same word to a reader becomes the same characters, one for one, so that offsets stay."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "tables" / "simplified.txt"
WIDTHS = {0xFF01 + i: 0x21 + i for i in range(94)} | {0xFFE0: 0xA2, 0xFFE1: 0xA3, 0xFFE5: 0xA5}
"""Full-width forms (Unicode block FF00) and their half-width ones."""

SPACE = 0x20
WHITE = tuple(code for code in range(0x3001) if code != 0x0A and chr(code).isspace())
"""Every white space of Unicode except the newline, which parts blocks and lines from one another."""

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""For a character class of `re`: 〇 and the ideographs of all planes."""
GAP = re.compile(f"(?<=[{HAN}])\\s+(?=[{HAN}])")
"""White space between two han: a printer's spacing or a line's end, never a word's."""


class _Identity(dict[int, int]):
    """A table for `str.translate` that learns the characters it leaves alone: a miss costs an exception each time.

    It learns the basic plane only, so that hostile text cannot make it grow for ever.
    """

    def __missing__(self, code: int) -> int:
        if code < 0x10000:
            self[code] = code
        return code


def fold(text: str) -> str:
    """`text` with full-width forms made half-width, ASCII in lower case, traditional characters made simplified and
    every white space but the newline made a space. As long as `text`: `fold(text)[i]` stands for `text[i]`."""
    return text.translate(_table())


@cache
def _table() -> dict[int, int]:
    traditional, simple = TABLE.read_text(encoding="utf-8").splitlines()
    table = _Identity(zip(map(ord, traditional), map(ord, simple), strict=True))
    table.update(WIDTHS)
    for upper in range(ord("A"), ord("Z") + 1):
        table[upper] = table[upper - ord("A") + ord("Ａ")] = upper + 32
    table.update((code, SPACE) for code in WHITE)
    return table


def searchable(text: str) -> str:
    """`fold(text)` without the white space between two han: the form in which a term is an exact substring of a text.
    It may be shorter than `text`."""
    return GAP.sub("", fold(text))
