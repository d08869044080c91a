"""Where running text mentions people, places and bodies: before what people do, behind a title, at 市 and 公司."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paperterm.parse.vocabulary import COMPOUND_SURNAMES, SURNAMES, TRADITIONAL_SURNAMES

SAID = """
    表示 介绍 介紹 告诉 告訴 认为 認為 認爲 指出 强调 強調 坦言 回忆 回憶 透露 解释 解釋 感慨 主持 希望
    同志 先生 女士 教授 老师 老師 主任 书记 書記
"""
"""What stands right behind the name of a person, beside 说; two characters each."""
TITLE_ENDS = "者员員记記任席理裁授生师師长長农農民工手士家官匠主户戶人医醫"
"""How the word for what somebody is ends: 记者, 局长, 茶农, 负责人."""
PLACES = "市县縣区區镇鎮乡鄉村"
BODIES = """
    公司 集团 集團 医院 醫院 大学 大學 学院 學院 中学 中學 小学 小學 银行 銀行 协会 協會
"""
"""How the names of places and bodies end."""
NO_NAME = frozenset(
    "说說表介告认認指强強坦回透解感主出同先女教书書老的了在和与與是也对對等都就从從向到把被为為将將還又及或地着過过他她我"
)
"""Characters that hardly stand in a name beside the words above; some of them end names."""
NO_END = NO_NAME - frozenset("强強老书書先同")
LENGTHS = (4, 3, 2)
LONGEST = 4
"""Characters of a name without a dot."""
DOT = "·"
REACH = 9
"""Characters of a name behind its first dot; two are looked at before it."""

_FAMILY = SURNAMES | frozenset(TRADITIONAL_SURNAMES)
# What stands before a word is looked at only where the word is found: the other way round every character would be tried.
_BEFORE_SAID, _BEFORE_OLD_SAID = (re.compile(rf"{said}(?<=(.{{{LONGEST}}}).)", re.S) for said in "说說")
_BEFORE_WORD = re.compile(rf"(?:{'|'.join(SAID.split())})(?<=(.{{{LONGEST}}})..)", re.S)
_BEHIND_TITLE = re.compile(
    rf"[{TITLE_ENDS}](?=([{''.join(sorted(_FAMILY))}](?=[\u3400-\u9fff])[^{''.join(sorted(NO_NAME - frozenset('强強')))}].{{2}}))",
    re.S,
)
_DOTTED = re.compile(
    rf"{DOT}(?<=(.{{2}}){DOT})([\u3400-\u9fff{DOT}]{{1,{REACH}}}?)(?=说|說|{'|'.join(SAID.split())})", re.S
)
_PLACE = re.compile(f"[{PLACES}](?<=([\u3400-\u9fff]{{3}}))")
_BODY = re.compile(f"(?:{'|'.join(BODIES.split())})(?<=([\u3400-\u9fff]{{6}}))")


def is_surname(char: str) -> bool:
    """May a name of two or three characters begin with this one?"""
    return char in _FAMILY


def people(text: str) -> tuple[list[str], list[str]]:
    """Where people may be mentioned: LONGEST characters that a name may end, before what people do, and such as it may
    begin, behind a title. A name with a dot in it is given alone. The text's ends are not looked at."""
    before = _BEFORE_SAID.findall(text) + _BEFORE_OLD_SAID.findall(text) + _BEFORE_WORD.findall(text)
    if DOT in text:
        before += [head.lstrip("\n") + DOT + rest for head, rest in _DOTTED.findall(text)]
    return before, _BEHIND_TITLE.findall(text)


def strings(around: str, titled: bool) -> Iterator[str]:
    """What the name may be, by its length alone."""
    if DOT in around:
        yield around
        return
    for length in LENGTHS:
        yield around[:length] if titled else around[-length:]


def person(around: str, titled: bool) -> str | None:
    """The name that it most likely is: one that a surname begins, or one with a dot in it."""
    for length in LENGTHS:
        start = 0 if titled else len(around) - length
        if start < 0 or around[start] not in _FAMILY:
            continue
        name = around[start : start + length]
        if not name.isalpha() or (length == LONGEST and name[:2] not in COMPOUND_SURNAMES):
            continue
        if NO_NAME.isdisjoint(name[:-1]) and name[-1] not in NO_END:
            return name
    return around if DOT in around else None


def places(text: str) -> list[str]:
    """The ends of names of places and bodies with what stands before them: 株洲市, 株洲供电公司."""
    return _PLACE.findall(text) + _BODY.findall(text)
