"""Where a line may end: classes of characters, and the rule for a place between two of them.

A class is one letter; `legal` reads them:

    H han, and all else that may stand alone    O opening mark: not last      C closing mark, interpunct: not first
    W letter or digit: words stay whole         S white space: hangs          Z has no width: stays with what it is on
    A ASCII closing mark, also inside words     J joiner: - inside words      L solidus, also inside words
    D dash, E ellipsis: not split

How strict the rule is, is one of four levels, after W3C clreq, "Prohibition rules for line start and line end":

    none    a line ends anywhere, as in many papers of Taiwan and Hong Kong; but —— and …… are not split
    basic   no pause or closing mark, connector or interpunct begins a line, no opening mark ends one; words stay whole
    gb      basic, and the solidus neither begins nor ends a line (GB/T 15834-2011, 5.1.9)
    strict  gb, and no dash or ellipsis begins a line, unless a paragraph begins with it
"""

from __future__ import annotations

import unicodedata
from typing import Literal, NamedTuple, get_args

Level = Literal["none", "basic", "gb", "strict"]
LEVELS: tuple[Level, ...] = get_args(Level)

WIDE = 2  # cells

_NAMED = {
    "C": "、，。：；！？·‧・～–〜々〻ー‰℃‱′″",
    "O": "￥￡",
    "A": ",.:;!?)]}%°％’",  # ’ is also an apostrophe
    "J": "-－．‐‑",
    "L": "/／",
    "D": "—―⸺⸻",
    "E": "…⋯",
    "W": "\xa0\u202f",  # no-break spaces, beside letters, digits and what ASCII has left
    "S": "\n",
}
_BY_CATEGORY = {"Ps": "O", "Pi": "O", "Pe": "C", "Pf": "C", "Zs": "S", "Zl": "S", "Zp": "S"}
_BY_CHARACTER = {character: kind for kind, characters in _NAMED.items() for character in characters}
_FULL_WIDTH_WORDS = range(0xFF10, 0xFF5B)


class _Classes(dict[int, str]):
    """For `str.translate`: the class of a code point, a small letter where it is one cell wide, "z" where none.

    Learns as it goes, the basic plane only, so that hostile text cannot make it grow for ever.
    """

    def __missing__(self, code: int) -> str:
        letter = _class(chr(code))
        if code < 0x10000:
            self[code] = letter
        return letter


def marks(text: str) -> tuple[str, bytes]:
    """For each character of `text` its class, and its width in cells."""
    letters = text.translate(_CLASSES)
    return letters.upper(), letters.encode("ascii").translate(_WIDTHS)


def legal(kinds: str, index: int, start: int, level: Level = "basic") -> bool:
    """May the line that begins at `start` end before character `index`, `start` < `index` < `len(kinds)`?"""
    after = kinds[index]
    if after in "ZS":
        return False
    before = index - 1
    while before > start and kinds[before] == "Z":
        before -= 1
    spaced = kinds[before] == "S"
    if spaced:
        while before >= start and kinds[before] in "SZ":
            before -= 1
        if before < start:
            return False
    last = kinds[before]
    if level == "none":
        return spaced or after not in "DE" or last != after
    bans = _BANS[level]
    if last in bans.last or after in (bans.first_after_space if spaced else bans.first):
        return False
    if spaced:
        return True
    if after in "DE":
        return last != after
    if after not in "WL":
        return True
    return last not in "WJL" and not (last == "A" and _inside_word(kinds, before, start))


class _Bans(NamedTuple):
    """The classes that may not begin a line, nor begin one after white space, nor end one."""

    first: str
    first_after_space: str
    last: str


_BANS: dict[Level, _Bans] = {
    "basic": _Bans("CAJ", "C", "O"),
    "gb": _Bans("CAJL", "CL", "OL"),
    "strict": _Bans("CAJLDE", "CLDE", "OL"),
}


def _inside_word(kinds: str, index: int, start: int) -> bool:
    """Does the run of marks that ends with `index` follow a letter or digit, as in 12.27 and http://www.worker.cn?"""
    while index > start and kinds[index] in "AJLZ":
        index -= 1
    return kinds[index] == "W"


def _class(character: str) -> str:
    from rich.cells import get_character_cell_size  # 8 ms that a command without a screen need not pay

    cells = get_character_cell_size(character)
    category = unicodedata.category(character)
    kind = _BY_CHARACTER.get(character) or _BY_CATEGORY.get(category, "H")
    if kind == "S":
        return "S" if cells == WIDE else "s"
    if cells == 0:
        return "z"
    if "!" <= character <= "~":
        kind = _BY_CHARACTER.get(character) or ("O" if character in "([{" else "W")
    elif kind == "H" and (ord(character) in _FULL_WIDTH_WORDS or (cells == 1 and category[0] == "L")):
        kind = "W"
    return kind if cells == WIDE else kind.lower()


_CLASSES = _Classes(dict.fromkeys(range(19968, 40960), "H"))
_WIDTHS = bytes(0 if letter == ord("z") else 1 + (letter < ord("a")) for letter in range(256))
