"""The house style of one page: manner of the paper, script, punctuation, agencies, forms of dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from random import Random

import opencc

from tests.printer import names
from tests.printer.model import AGENCY, FILED, NAME, PLACE, said
from tests.printer.numerals import numeral

MANNERS = ("national", "local", "evening", "hongkong", "republic", "supplement", "document")
HOW_OFTEN = (30, 25, 15, 9, 6, 9, 6)


@cache
def converter(config: str) -> opencc.OpenCC:
    return opencc.OpenCC(config)


@dataclass
class Press:
    """One page's style. `today` is the day the page was printed."""

    rng: Random
    manner: str
    today: date
    paper: str
    punctuation: str  # full, ascii, corner, straight
    traditional: bool
    spaced_names: bool
    heading_marks: str  # none, headlines, all, size, order
    own: str  # what the paper calls itself in datelines
    used: set[str] = field(default_factory=set)  # the templates that this page has spent

    def script(self, text: str) -> str:
        """A text in the page's script, marks left alone."""
        if not self.traditional:
            return text
        return str(converter("s2hk" if self.manner == "hongkong" else "s2t").convert(text))

    def punctuate(self, text: str) -> str:
        """A text in the page's punctuation."""
        if self.punctuation in {"ascii", "straight"}:
            text = text.translate(str.maketrans("，：；（）？！", ",:;()?!"))
        if self.punctuation == "straight":
            text = text.replace("“", '"').replace("”", '"')
        if self.punctuation == "corner":
            text = text.translate(str.maketrans("“”‘’", "「」『』"))
        return text

    def set(self, text: str) -> str:
        return self.punctuate(self.script(text))

    def person(self) -> str:
        """A marked name, two-character names with a space between where the house spaces them."""
        name = names.person(self.rng)
        return said(NAME, f"{name[0]} {name[1]}" if self.spaced_names and len(name) == 2 else name)

    def filed(self) -> str:
        """A marked date of filing, the day of the page or one of the three days before."""
        day = self.today - timedelta(days=self.rng.randint(0, 3))
        roll = self.rng.random()
        if (self.manner == "hongkong" and roll < 0.7) or self.manner == "republic":
            return said(FILED, f"{numeral(day.day)}日")
        return said(FILED, f"{day.day}日" if roll < 0.12 else f"{day.month}月{day.day}日")

    def crew(self, glue: str = " ") -> str:
        """记者 and 通讯员 with their names, as the brackets of a dateline hold them."""
        rng = self.rng
        space = rng.choice(("", "", " "))
        if rng.random() < 0.03:
            glue = ""
        sign = rng.choice((glue, glue, glue, "、"))
        reporters = sign.join(self.person() for _ in range(rng.choice((1, 1, 1, 2, 2, 3))))
        text = f"记者{space}{reporters}"
        if rng.random() < 0.3:
            text += f" 通讯员{space}{sign.join(self.person() for _ in range(rng.choice((1, 1, 2))))}"
        elif rng.random() < 0.05:
            text = f"通讯员{space}{reporters}"
        return text

    def dateline(self) -> str:
        """The opening of a story, one of the forms of this manner of paper."""
        rng = self.rng
        own = said(AGENCY, self.own)
        where = said(
            PLACE,
            names.place(rng)
            if rng.random() < 0.5
            else rng.choice(("北京", "上海", "合肥", "南京", "广州", "成都", "武汉", "沈阳")),
        )
        if self.manner == "hongkong":
            place = said(PLACE, rng.choice(("香港", "北京", "深圳", "台北", "廣州", "澳門", "上海")))
            return rng.choice(
                (
                    f"【{own}訊】",
                    f"【{own}訊】記者{self.person()}報道：",
                    f"【{own}記者{self.person()}{place}{self.filed()}電】",
                    f"【{said(AGENCY, self.paper)}專訊】",
                    f"{said(AGENCY, '香港' + self.paper)}訊（記者{self.person()}）",
                    f"【記者{self.person()}／{place}報導】",
                    f"{said(AGENCY, '中新社')}{place}{self.filed()}電　",
                    f"【{own}專訊】",
                )
            )
        if self.manner == "republic":
            place = said(PLACE, rng.choice(("重慶", "南京", "上海", "北平", "漢口", "成都", "桂林", "昆明")))
            return rng.choice(
                (
                    f"【{own}訊】",
                    f"【{said(AGENCY, '中央社')}{place}{self.filed()}電】",
                    f"【{own}{place}{self.filed()}專電】",
                    f"{own}訊　",
                    f"【{said(AGENCY, '新華社')}{place}{self.filed()}電】",
                )
            )
        roll = rng.random()
        space = rng.choice(("", "", " "))
        if roll < 0.5:
            return f"{own}讯{space}（{self.crew()}）"
        if roll < 0.68:
            return f"{own}{where}{self.filed()}电{space}（{self.crew()}）"
        if roll < 0.82:
            tail = (
                f"（记者{rng.choice(('', ' '))}{'、'.join(self.person() for _ in range(rng.choice((1, 2))))}）"
                if rng.random() < 0.7
                else " "
            )
            return f"{rng.choice(('', '', '', '据'))}{said(AGENCY, '新华社')}{where}{self.filed()}电{tail}"
        if roll < 0.88:
            return f"【{said(AGENCY, '新华社')}{where}{self.filed()}电】"
        if roll < 0.94:
            return f"{own}讯 "
        return f"{said(AGENCY, '中新社')}{where}{self.filed()}电（{self.crew()}）"

    def byline(self) -> str:
        """A line that names who wrote a story."""
        rng = self.rng
        own = said(AGENCY, self.own)
        gap = rng.choice((" ", " ", "", "　"))
        one, more = self.person(), " ".join(self.person() for _ in range(rng.choice((1, 2, 2, 3))))
        return rng.choice(
            (
                f"{own}记者{gap}{more}",
                f"{own}记者{gap}{more}",
                f"{own}记者{gap}{more}",
                f"{own}记者{gap}{one} {own}通讯员{gap}{self.person()}",
                f"■{own}记者{gap}{one}",
                f"□{own}记者{gap}{one}",
                f"□通讯员{gap}{one}",
                f"文/图{gap or ' '}{one}",
                f"记者{gap}{more}",
                f"●{own}记者{gap}{one}",
            )
        )

    def author(self) -> str:
        rng = self.rng
        one = self.person()
        return rng.choice((one, one, one, f"□ {one}", f"■{one}", f"作者：{one}", f"○{one}", f"文/{one}"))


def new_press(rng: Random) -> Press:
    manner = rng.choices(MANNERS, HOW_OFTEN)[0]
    today = date(2003, 1, 1) + timedelta(days=rng.randrange(8300))
    if manner == "republic":
        today = date(1928, 1, 1) + timedelta(days=rng.randrange(7600))
    traditional = manner in {"hongkong", "republic"} or (manner == "supplement" and rng.random() < 0.1)
    punctuation = rng.choices(("full", "ascii", "straight"), (50, 40, 10))[0]
    if traditional:
        punctuation = rng.choices(("corner", "full"), (80, 20))[0]
    paper = names.paper(rng, manner)
    own = "本报"
    if manner == "evening" and paper.endswith(("晚报", "晨报", "早报")) and rng.random() < 0.2:
        own = paper[-2:]
    return Press(
        rng,
        manner,
        today,
        paper,
        punctuation,
        traditional,
        rng.random() < 0.12,
        rng.choices(("none", "headlines", "all", "size", "order"), (22, 28, 16, 22, 12))[0],
        str(converter("s2t").convert(own)) if traditional else own,
    )


def headline_style(text: str, traditional_old: bool) -> str:
    """Old papers set headlines without commas and quotation marks."""
    return re.sub("[，：——！？“”]", "　", text).strip("　") if traditional_old else text
