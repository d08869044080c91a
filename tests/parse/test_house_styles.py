"""Whether a page sets its headlines in one line or in two."""

from __future__ import annotations

import pytest

from paperterm.parse.habits import habits
from paperterm.parse.house_styles import HOUSE_STYLES, house_style
from paperterm.parse.labelling import label
from paperterm.parse.lines import read_lines
from paperterm.parse.surroundings import look_all

BRIDGE = "本报讯（记者王五）横跨大江的新桥昨日通车，两岸居民步行过江只要十分钟，渡口的轮船从此停航。"
OPERA = "本报讯（记者赵六）县剧团昨日到南村演出三场，村民冒雨赶来看戏，台下坐了四百多人。"
CANTEEN = "本报讯（记者李四）煤矿食堂改由矿工投票点菜，矿工升井以后在食堂门口投票，得票多的菜第二天就上桌。"
NURSERY = "本报讯（记者张三）纺织厂的女工们近日有了自己的托儿所，托儿所设在车间旁的旧仓库里，请来两名退休教师看护孩子。"
LOW = ("煤矿食堂投票点菜", CANTEEN, "大江新桥昨日通车", BRIDGE, "县剧团下乡演出", OPERA)
TALL = (
    "煤矿食堂的菜单",
    "由矿工投票来定",
    CANTEEN,
    "横跨大江的新桥",
    "昨日起正式通车",
    BRIDGE,
    "县剧团冒雨下乡",
    "三场戏场场满座",
    OPERA,
)


@pytest.mark.parametrize(
    ("states", "style"),
    [
        ("", 0),
        ("MMTBBTYBF", 0),
        ("PUBPUDBLNUB", 0),  # kicker, headline and deck are three things
        ("TUBTBTBTBTBTB", 1),
        ("TUBRRRR", 1),
        ("TUBTBTBTB", 2),
        ("TBPQUUDBTB", 2),
        ("TTBTBTB", 0),  # two on end that each open an article
        ("EUUBTB", 2),
    ],
)
def test_a_page_is_of_the_style_that_its_headlines_are_set_in(states: str, style: int) -> None:
    assert house_style(states) == HOUSE_STYLES[style]


@pytest.mark.parametrize("line", ["解除女工后顾之忧", "市总工会牵线搭桥", "关心女工生活"])
def test_what_a_line_above_a_headline_is_depends_on_how_the_page_sets_its_others(line: str) -> None:
    def state(*others: str) -> str:
        traits = look_all(read_lines("\n\n".join((*others, line, "纺织厂办起托儿所", NURSERY))))
        return label(traits, habits(traits))[-3:]

    assert (state(*LOW), state(*TALL)) == ("PUB", "TUB")
