"""Han into Latin letters, for names that must be typed: ids and slugs. Tones are left out, "ü" is written "v"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path

from paperterm.text.fold import fold

TABLE = Path(__file__).parent / "tables" / "readings.txt"
PLACES = {
    "重庆": "chongqing",
    "厦门": "xiamen",
    "六安": "luan",
    "蚌埠": "bengbu",
    "铅山": "yanshan",
    "乐清": "yueqing",
    "番禺": "panyu",
    "吐蕃": "tubo",
    "长江": "changjiang",
    "长城": "changcheng",
    "长春": "changchun",
    "长沙": "changsha",
    "长治": "changzhi",
    "都市": "dushi",
    "成都": "chengdu",
    "都江堰": "dujiangyan",
    "大都": "dadu",
    "首都": "shoudu",
    "音乐": "yinyue",
    "银行": "yinhang",
}
"""Words of newspapers' names in which a han has another than its commonest reading."""


def initials(text: str, most: int | None = None) -> str:
    """The first letter of each han's commonest reading, ASCII letters and digits in lower case, nothing else:
    "159项举措" gives "159xjc". At most so many letters, the first ones."""
    return "".join(islice((spelling[:1] for spelling in _spelled(text) if spelling), most))


def syllables(text: str) -> str:
    """The whole readings, joined: 工人日报 gives "gongrenribao". Letters, digits and the rest as `initials` has them."""
    found = spellings(text)
    for place in _PLACE.finditer(fold(text)):
        found[place.start() : place.end()] = [PLACES[place[0]], *[""] * (len(place[0]) - 1)]
    return "".join(found)


def spellings(text: str) -> list[str]:
    """For each character its letters, "" for one that has none; a traditional one is read like its simplified form, so that both editions of a
    headline get the same name."""
    return list(_spelled(text))


def _spelled(text: str) -> Iterator[str]:
    return (_reading(simple) or _reading(character) for character, simple in zip(text, fold(text), strict=True))


@cache
def _readings() -> str:
    """A line for every syllable: its letters, a space, the characters that are read like this."""
    return "\n" + TABLE.read_text(encoding="utf-8")


@lru_cache(maxsize=10_000)
def _reading(character: str) -> str:
    if character.isascii():
        return character if character.isalnum() else ""
    # A title needs few of them, so they are looked for one by one.
    place = _readings().rfind(character)
    line = _readings().rfind("\n", 0, place) + 1
    return _readings()[line : _readings().find(" ", line)] if place >= 0 else ""


_PLACE = re.compile(f"({'|'.join(PLACES)})")
