"""Folding: what is the same word to a reader becomes the same characters, one for one, so that offsets stay."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "tables" / "simplified.txt"
WIDTHS = {0xFF01 + i: 0x21 + i for i in range(94)} | {0xFFE0: 0xA2, 0xFFE1: 0xA3, 0xFFE5: 0xA5}
"""Full-width forms (Unicode block FF00) and their half-width ones."""

SPACE = 0x20
WHITE = (0x09, *range(0x0B, 0x0E), *range(0x1C, 0x21), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B))
WHITE += (0x2028, 0x2029, 0x202F, 0x205F, 0x3000)
"""Every white space of Unicode except the newline, which parts blocks and lines from one another."""

HAN_RANGES = (
    ("\u3007", "\u3007"),
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U000323af"),
)
"""First and last of 〇 and the ideographs of all planes."""
HAN = "".join(f"{first}-{last}" for first, last in HAN_RANGES)
"""The same for a character class of `re`."""
HEAD, FEW = 64, 16
"""Characters; different characters."""
WORTH = 100_000
"""Characters that are folded in the time that `_changing` takes to be made. Who folds less, as most commands do, is better off
without."""

_folded = 0


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
    global _folded
    if _folded < WORTH:
        _folded += len(text)
        return text.translate(_table())
    # Modern pages hold few different characters that change. Replacing those takes a fifth of the time of translating
    # every character; the head of the text tells which kind it is.
    pattern, table = _changing(), _table()
    found = pattern.findall(text, 0, HEAD)
    if len(text) > HEAD and len(set(found)) <= FEW:
        found += pattern.findall(text, HEAD)
    if not found:
        return text
    different = set(found)
    if len(different) > FEW:
        return text.translate(table)
    for character in different:
        text = text.replace(character, chr(table[ord(character)]))
    return text


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
    return without_gaps(fold(text))


def without_gaps(folded: str) -> str:
    """A folded text without the white space between two han."""
    return _gap().sub("", folded) if " " in folded or "\n" in folded else folded


@cache
def _gap() -> re.Pattern[str]:
    """White space between two han: a printer's spacing or a line's end, never a word's."""
    return re.compile(f"(?<=[{HAN}])\\s+(?=[{HAN}])")


@cache
def _changing() -> re.Pattern[str]:
    """One character that folding may change; beyond the basic plane any, because `re` is slow with single ones."""
    changed = (chr(code) for code, to in list(_table().items()) if code != to and code < 0x10000)
    return re.compile(f"[{re.escape(''.join(changed))}\U00010000-\U0010ffff]")
