"""Where running text mentions people, places and bodies: before what people do, behind a title, at 市 and 公司."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from paperterm.parse.vocabulary import COMPOUND_SURNAMES, SURNAMES, TRADITIONAL_SURNAMES

SAID = """
    说 說 表示 介绍 介紹 告诉 告訴 认为 認為 認爲 指出 强调 強調 坦言 回忆 回憶 透露 解释 解釋 感慨 主持 希望
    同志 先生 女士 教授 老师 老師 主任 书记 書記
"""
"""What stands right behind the name of a person."""
TITLE_ENDS = "者员員记記任席理裁授生师師长長农農民工手士家官匠主户戶人医醫"
"""How the word for what somebody is ends: 记者, 局长, 茶农, 负责人."""
BODIES = """
    公司 集团 集團 医院 醫院 大学 大學 学院 學院 中学 中學 小学 小學 银行 銀行 协会 協會 委员会 委員會 市 县 縣 区 區 镇 鎮 乡 鄉 村
"""
"""How the name of a place or a body ends."""
NO_NAME = frozenset(
    "说說表介告认認指强強坦回透解感主出同先女教书書老的了在和与與是也对對等都就从從向到把被为為将將还還又及或地着過过他她我"
)
"""Characters that hardly stand in a name beside the words above; some of them end names."""
NO_END = NO_NAME - frozenset("强強老书書先同")
LENGTHS = (4, 3, 2)
LONGEST = 4
"""Characters of a name without a dot."""
DOT = "·"
REACH = 9
"""Characters in front of a word in which a name with a dot in it is looked for."""

_SAID = re.compile("|".join(SAID.split()))
_FAMILY = SURNAMES | frozenset(TRADITIONAL_SURNAMES)
_TITLED = re.compile(f"[{TITLE_ENDS}](?=[{''.join(sorted(_FAMILY))}])")
_BODIES = re.compile("|".join(BODIES.split()))
_DOTTED = re.compile(f"[\u3400-\u9fff]{{1,2}}{DOT}[\u3400-\u9fff{DOT}]+$")


class Mention(NamedTuple):
    """Where a name ends, or begins if it is `titled`: right behind a title."""

    at: int
    titled: bool

    def around(self, text: str) -> str:
        """The characters that the ends of the name are among."""
        return text[self.at : self.at + LONGEST] if self.titled else text[max(0, self.at - LONGEST) : self.at]

    def strings(self, text: str) -> Iterator[tuple[str, int]]:
        """What the name may be, by its length alone, and where it stands."""
        dotted = self._dotted(text)
        if dotted:
            yield dotted, self.at - len(dotted)
            return
        for length in LENGTHS:
            start = self.at if self.titled else max(0, self.at - length)
            yield text[start : start + length], start

    def person(self, text: str) -> str | None:
        """The name that it most likely is: one that a surname begins, or one with a dot in it."""
        around = self.around(text)
        for length in LENGTHS:
            name = around[:length] if self.titled else around[-length:]
            if name[:1] in _FAMILY and (length < LONGEST or name[:2] in COMPOUND_SURNAMES) and name.isalpha():
                if not NO_NAME.isdisjoint(name[:-1]) or name[-1] in NO_END:
                    continue
                return name
        return self._dotted(text)

    def _dotted(self, text: str) -> str | None:
        if self.titled or text.find(DOT, max(0, self.at - REACH), self.at) < 0:
            return None
        found = _DOTTED.search(text[max(0, self.at - REACH) : self.at])
        return found[0] if found else None


def is_surname(char: str) -> bool:
    """May a name of two or three characters begin with this one?"""
    return char in _FAMILY


def people(text: str) -> Iterator[Mention]:
    """The places of a text where people may be mentioned."""
    for word in _SAID.finditer(text):
        yield Mention(word.start(), False)
    for word in _TITLED.finditer(text):
        yield Mention(word.end(), True)


def places(text: str) -> Iterator[tuple[str, int]]:
    """The ends of names of places and bodies with what stands before them, and where: 株洲市, 洲供电公司."""
    for word in _BODIES.finditer(text):
        start, end = word.span()
        start -= 2 if end - start == 1 else 4
        name = text[max(0, start) : end]
        if start >= 0 and name.isalpha():
            yield name, start
