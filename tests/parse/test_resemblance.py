"""How much a short line resembles the texts around it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from paperterm.parse.lines import read_lines
from paperterm.parse.rarity import RAREST, rarities
from paperterm.parse.resemblance import KEPT, NEAR, Resemblance
from paperterm.parse.surroundings import look_all

KILN = [
    "青瓷镇的窑火烧了三百年，陶瓷作坊沿溪排开，老窑工凭火色就能说出窑里的温度，徒弟们却要靠仪表。",
    "如今镇上的陶瓷作坊有了合作社，釉料统一采购，窑炉改烧天然气，老窑工们每周给徒弟讲一次釉的脾气。",
]
RAIL = [
    "高原铁路的养路工清晨出发，沿着钢轨走二十公里，把松动的螺栓一颗颗拧紧，道砟里常有结冰的雪水。",
    "养路工老马说，钢轨的接头他都摸过，哪一段枕木换过、哪一处道砟下沉，他闭着眼睛也能说出来。",
]
HEADING = "陶瓷作坊的窑火"


def _degrees(*lines: str, index: int) -> dict[str, int]:
    found = Resemblance(look_all(read_lines("\n\n".join(lines)))).features(index)
    return {name: int(degree) for name, _, degree in (feature.rpartition(" ") for feature in found)}


def test_a_heading_stands_within_a_text_about_one_thing_and_a_headline_between_two() -> None:
    within = _degrees(KILN[0], HEADING, KILN[1], index=1)
    between = _degrees(RAIL[0], HEADING, KILN[1], index=1)
    assert within["texts beside it alike"] > between["texts beside it alike"]
    assert between["nearer to the text below"] > within["nearer to the text below"]
    assert between["like the text below"] > between["like the text above"]


def test_there_is_nothing_to_tell_where_no_text_stands_beside_a_line() -> None:
    assert _degrees(HEADING, KILN[0], index=0) == {}
    assert _degrees(KILN[0], HEADING, index=1) == {}
    assert _degrees(KILN[0], *[HEADING] * (2 * NEAR), KILN[1], index=NEAR) == {}


def test_lines_that_are_no_longer_kept_are_looked_at_anew() -> None:
    lines = [text for _ in range(KEPT) for text in (KILN[0], HEADING, KILN[1], *RAIL)]
    traits = look_all(read_lines("\n\n".join(lines)))
    page = Resemblance(traits)
    once = [page.features(index) for index in range(len(traits))]
    assert once == [Resemblance(traits).features(index) for index in range(len(traits))]


@given(st.lists(st.text("青瓷高原铁路，。 a1\n", max_size=60), max_size=6))
def test_any_page_can_be_looked_at(lines: list[str]) -> None:
    traits = look_all(read_lines("\n".join(lines)))
    page = Resemblance(traits)
    for index in range(len(traits)):
        assert all(feature.rpartition(" ")[2].isdigit() for feature in page.features(index))


def test_han_are_the_rarer_the_fewer_paragraphs_have_them() -> None:
    known = rarities()
    assert set(known.values()) <= set(range(RAREST + 1))
    assert all(known[one] < known[two] for one, two in pairwise("的工铁窑"))
