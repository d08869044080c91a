"""Where a line may end: classes of characters, and the rule for a place between two of them.

A class is one letter; `legal` reads them:

    H han, and all else that may stand alone    O opening mark: not last      C closing mark, interpunct: not first
    W letter or digit: words stay whole         S white space: hangs          Z has no width: stays with what it is on
    A ASCII closing mark, also inside words     J joiner: - / inside words    D dash, E ellipsis: not split
"""

from __future__ import annotations

import unicodedata

WIDE = 2  # cells

_NAMED = {
    "C": "、，。：；！？·‧・～–〜々〻ー‰℃‱′″",
    "O": "￥￡",
    "A": ",.:;!?)]}%°％’",  # ’ is also an apostrophe
    "J": "-/－／．‐‑",
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


def legal(kinds: str, index: int, start: int) -> bool:
    """May the line that begins at `start` end before character `index`, `start` < `index` < `len(kinds)`?"""
    after = kinds[index]
    if after in "ZS":
        return False
    before = index - 1
    while before > start and kinds[before] == "Z":
        before -= 1
    if kinds[before] == "S":
        while before >= start and kinds[before] in "SZ":
            before -= 1
        return before >= start and after != "C" and kinds[before] != "O"
    if after in "CAJ" or kinds[before] == "O":
        return False
    if after in "DE":
        return kinds[before] != after
    if after != "W":
        return True
    return kinds[before] not in "WJ" and not (kinds[before] == "A" and _inside_word(kinds, before, start))


def _inside_word(kinds: str, index: int, start: int) -> bool:
    """Does the run of marks that ends with `index` follow a letter or digit, as in 12.27 and http://www.worker.cn?"""
    while index > start and kinds[index] in "AJZ":
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
