"""What two short lines on end are to one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperterm.parse.features import FORMLESS
from paperterm.parse.habits import habits
from paperterm.parse.kinds import classes
from paperterm.parse.labelling import fits
from paperterm.parse.lines import read_lines
from paperterm.parse.pairing import ASKED, LOWER, MOST, UPPER, evidence, pairing, pairing_below
from paperterm.parse.phrasing import grams
from paperterm.parse.surroundings import look_all
from paperterm.text.fold import fold

KICKER, OVER_DECK, NO_DECK, COLUMN = (name for name, *_ in ASKED)
ALIKE = "老城三条街改造完工", "千户居民搬回新居"
"""Two lines of one headline."""


def _units(upper: str, lower: str) -> dict[str, int]:
    parts = (feature.rpartition(" ") for feature in pairing(fold(upper), fold(lower)))
    return {name: int(much) for name, _, much in parts}


@pytest.mark.parametrize(
    ("asked", "upper", "lower"),
    [
        (KICKER, "市供水公司投资八百万元铺设新管道", "城南居民喝上放心水"),
        (KICKER, "在全国职工技能大赛上", "青年焊工夺得金牌"),
        (OVER_DECK, "新校舍落成", "投资三百万元 可容八百名学生就读"),
        (OVER_DECK, "山里娃有了新学堂", "——记红岩乡中心小学"),
        (NO_DECK, "为迎接第三届运动会", "全县动手修操场"),
        (COLUMN, "周末茶座", "灯火守护人"),
    ],
)
def test_words_and_lengths_of_two_lines_speak_for_what_they_are(asked: str, upper: str, lower: str) -> None:
    assert _units(upper, lower)[asked] > _units(*ALIKE)[asked]


def test_the_order_of_the_lines_matters() -> None:
    assert _units("新校舍落成", "——记红岩乡中心小学") != _units("——记红岩乡中心小学", "新校舍落成")


def test_both_lines_are_told_the_same() -> None:
    told = pairing(*ALIKE)
    assert pairing_below(*ALIKE) == [f"under {feature}" for feature in told]


def test_a_headline_of_two_lines_is_one_on_a_page() -> None:
    lines = look_all(
        read_lines("\n\n".join((*ALIKE, "本报讯（记者韩有才）老城改造指挥部昨日宣布，三条街的改造已经完工。")))
    )
    kinds = classes(lines)
    assert set(kinds[:2]) <= FORMLESS
    assert len(list(fits(lines, kinds, habits(lines)))) == 3


@given(st.text(max_size=50), st.text(max_size=50))
def test_any_two_texts_say_something_within_the_limits(upper: str, lower: str) -> None:
    found = pairing(upper, lower)
    assert [feature.rpartition(" ")[0] for feature in found] == [name for name, *_ in ASKED]
    assert all(-MOST <= int(feature.rpartition(" ")[2]) <= MOST for feature in found)


def test_the_evidence_is_of_both_lines_and_of_how_they_compare() -> None:
    found = evidence("新校落成", "新校 800人")
    assert {UPPER + gram for gram in grams("新校落成")} | {LOWER + gram for gram in grams("新校 800人")} < set(found)
    assert {"gap 0 1", "digits 0 1", "share 2"} < set(found)
