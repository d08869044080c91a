"""A lone heading behind which the text is about something else is a headline."""

from __future__ import annotations

from paperterm.parse.articles import Draft, drafts
from paperterm.parse.lines import read_lines
from paperterm.parse.sections import part
from paperterm.parse.surroundings import look_all

NURSERY = (
    "纺织厂的女工们近日有了自己的托儿所，托儿所设在车间旁的旧仓库里，请来两名退休教师看护孩子。",
    "托儿所从早班开到晚班，女工们下了班就能接孩子，纺织厂工会说，托儿所办起来以后，女工请假的少了一半。",
)
CANTEEN = (
    "煤矿食堂改由矿工投票点菜，矿工升井以后在食堂门口投票，得票多的菜第二天就上桌。",
    "煤矿食堂的师傅说，矿工最爱吃的是炖菜，食堂每天炖三大锅，剩菜越来越不见了，矿工投票已有三个月。",
)
BRIDGE = (
    "横跨大江的新桥三日通车，两岸居民步行过江只要九分钟，渡口的最后一班轮船停航，船长拉响了汽笛。",
    "新桥的主塔高一百二十米，斜拉索共有八十四对，江心两个桥墩立在五十米深的岩层上，能抗八级地震。",
    "渡口的轮船开了四十年，船票从两分涨到两元，停航以后，船长把船舵送给了江边的航运博物馆。",
    "桥头的集市当天就摆开了摊位，对岸的莲藕和这边的柑橘第一次不用过渡，傍晚还有人骑车来看江景。",
)


def parted(*lines: str, states: str) -> list[Draft]:
    """The articles made of these lines, behind them one about a bridge that is left out here."""
    text = "\n\n".join((*lines, "大桥通车", *BRIDGE))
    found, _ = drafts(look_all(read_lines(text)), states + "TBBBB")
    return part(found)[:-1]


def headlines(found: list[Draft]) -> list[list[str]]:
    return [[item.text for item in draft.titles] for draft in found]


def test_a_heading_of_another_text_becomes_its_headline() -> None:
    found = parted("厂里办起托儿所", *NURSERY, "矿工投票点菜", *CANTEEN, states="TBBHBB")
    assert headlines(found) == [["厂里办起托儿所"], ["矿工投票点菜"]]
    assert [item.text for item in found[1].running] == list(CANTEEN)


def test_a_heading_within_one_text_stays_a_heading() -> None:
    found = parted("厂里办起托儿所", *NURSERY, "女工安心上班", *NURSERY, states="TBBHBB")
    assert headlines(found) == [["厂里办起托儿所"]]


def test_what_is_signed_or_has_several_headings_is_one_text() -> None:
    signed = parted("厂里办起托儿所", "本报记者 张三", *NURSERY, "矿工投票点菜", *CANTEEN, states="TYBBHBB")
    several = parted("见闻", NURSERY[0], "托儿所", NURSERY[1], "食堂", *CANTEEN, states="TBHBHBB")
    assert len(signed) == len(several) == 1
