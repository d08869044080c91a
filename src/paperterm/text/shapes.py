"""Which han look alike, so that OCR takes the one for the other."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

TABLE = Path(__file__).parent / "tables" / "shapes.txt"
SERIES = frozenset("一二三四五六七八九十百千万上中下左右东西南北前后内外大小甲乙丙丁男女老新")
"""Han that tell one of a series from another: 上村 and 下村 are two villages."""


@cache
def _table() -> str:
    return "\n" + TABLE.read_text("utf-8")


@lru_cache(maxsize=4096)
def alike(one: str, two: str) -> bool:
    """May OCR take one of these han for the other? Both folded (`fold`). A han that is in no common charset (GB 2312)
    may stand for any other: hardly anything prints it."""
    if one in SERIES and two in SERIES:
        return False
    return _rare(one) or _rare(two) or two in _like(one) or one in _like(two)


def _like(han: str) -> str:
    """The han in the table's line that begins with `han`."""
    table = _table()
    at = table.find("\n" + han)
    return table[at + 2 : table.index("\n", at + 1)] if at >= 0 else ""


def _rare(char: str) -> bool:
    if not "\u3400" <= char <= "\u9fff":
        return False
    try:
        return not char.encode("gb2312")
    except UnicodeEncodeError:
        return True
