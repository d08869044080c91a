"""Numbers as newspapers print them: 12, １２, 十二, 廿六, 二〇二五, 一萬二千, 3000万."""

from __future__ import annotations

import re

from paperterm.text.fold import fold

MYRIADS = (("亿", 10**8), ("万", 10**4))
LONGEST = 24
"""Characters; nothing longer is a number that a newspaper prints."""

_PLAIN = str.maketrans("〇零○一二两三四五六七八九壹贰叁肆伍陆柒捌玖拾佰仟", "0001223456789123456789十百千")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_SECTION = re.compile(
    r"(?:(?P<thousands>[1-9])千)?0?(?:(?P<hundreds>[1-9])百)?0?"
    r"(?:(?P<tens>[1-9]?)(?P<ten>十)|(?P<joined>[廿卅卌]))?(?P<zero>0?)(?P<ones>[1-9])?"
)


def number(text: str) -> int | None:
    """The whole number that `text` is, or None. Reads ASCII and full-width digits (with 1,000 separators) and Chinese
    numerals, simplified, traditional and financial, by value (一千二百), by position (二〇二五) and mixed (3000万)."""
    plain = fold(text.strip()).translate(_PLAIN)
    if not plain or len(plain) > LONGEST:
        return None
    if _GROUPED.fullmatch(plain):
        return int(plain.replace(",", ""))
    return _value(plain)


def scanned_number(text: str) -> int | None:
    """`number` of what a scanner set apart or misread: 3 2 8 9, 2O25 with the letter O."""
    return number("".join(text.split()).replace("o", "0").replace("O", "0"))


def _value(plain: str) -> int | None:
    if plain.isascii() and plain.isdigit():
        return int(plain)
    for sign, unit in MYRIADS:
        head, found, tail = plain.rpartition(sign)
        if not found:
            continue
        left = _value(head)
        # 一万二 is 12,000: a last digit on its own counts in the next smaller unit.
        right = int(tail) * unit // 10 if tail in set("123456789") else _value(tail) if tail else 0
        return None if left is None or right is None or right >= unit else left * unit + right
    return _section(plain)


def _section(plain: str) -> int | None:
    """A number below ten thousand that holds 千, 百, 十 or 廿."""
    match = _SECTION.fullmatch(plain)
    if match is None or not plain:
        return None
    thousands, hundreds = int(match["thousands"] or 0), int(match["hundreds"] or 0)
    tens = int(match["tens"] or 1) if match["ten"] else 2 + "廿卅卌".index(match["joined"]) if match["joined"] else 0
    ones = int(match["ones"] or 0)
    if ones and not tens and not match["zero"] and plain[-2] in "千百":
        ones *= 100 if plain[-2] == "千" else 10  # 一百二 is 120
    return thousands * 1000 + hundreds * 100 + tens * 10 + ones
