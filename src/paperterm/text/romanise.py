"""Han into Latin letters, for names that must be typed: ids and slugs. Tones are left out, "ü" is written "v"."""

from __future__ import annotations

import re
from functools import cache
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


def initials(text: str) -> str:
    """The first letter of each han's commonest reading, ASCII letters and digits in lower case, nothing else:
    "159项举措" gives "159xjc"."""
    return "".join(spelling[:1] for spelling in _spellings(text))


def syllables(text: str) -> str:
    """The whole readings, joined: 工人日报 gives "gongrenribao". Letters, digits and the rest as `initials` has them."""
    spellings = _spellings(text)
    for place in _PLACE.finditer(fold(text)):
        spellings[place.start() : place.end()] = [PLACES[place[0]], *[""] * (len(place[0]) - 1)]
    return "".join(spellings)


def _spellings(text: str) -> list[str]:
    """For each character its letters; a traditional one is read like its simplified form, so that both editions of a
    headline get the same name."""
    known = _readings()
    return [
        simple if simple.isascii() and simple.isalnum() else known.get(simple) or known.get(character, "")
        for character, simple in zip(text, fold(text), strict=True)
    ]


@cache
def _readings() -> dict[str, str]:
    known: dict[str, str] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        syllable, hans = line.split(" ")
        known.update(dict.fromkeys(hans, syllable))
    return known


_PLACE = re.compile(f"({'|'.join(PLACES)})")
