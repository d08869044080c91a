"""Which pieces of a page have to do with one another."""

from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st

from paperterm.parse.affinity import pair_codes, pairs, within
from paperterm.parse.modularity import Modularity

KILN = ["青瓷小镇窑火旺，陶瓷作坊三百家", "陶瓷作坊的窑火不能断，老窑工说", "青瓷小镇的老窑工教学徒"]
RAIL = ["高原铁路养路工清晨出发", "养路工沿着钢轨走，高原铁路安稳", "钢轨的接头他都摸过，养路工老马说"]


def shares(*texts: str) -> Modularity:
    return Modularity(texts)


def test_pieces_of_one_story_share_more_than_pieces_of_two():
    page = shares(*KILN, *RAIL)
    assert page.of([0], [1, 2]) > 0 > page.of([0], [3, 4, 5])


def test_what_all_pieces_share_tells_nothing():
    page = shares(*(f"记者昨日获悉{text}" for text in KILN + RAIL + list("甲乙丙丁戊己庚辛壬癸")))
    assert page.of([0], [3, 4, 5]) < 0


def test_a_long_piece_shares_more_but_is_not_more_kin():
    page = shares("，".join([*RAIL, KILN[0][:6], KILN[1][:6]]), *KILN, *RAIL)
    assert page.shared[1][0] > page.shared[1][2]
    assert page.of([1], [0]) < page.of([1], [2])


def test_pieces_without_anything_in_common_have_no_surplus():
    assert shares("青瓷小镇", "高原铁路").of([0], [1]) == 0
    assert shares("", "").of([0], [1]) == 0


def test_pieces_with_rare_characters_in_common_are_kin_without_a_common_word():
    page = shares("瓷窑边上的人家", "烧窑的师傅制瓷", "铁路边上的人家", "修铁路的师傅", *RAIL)
    assert page.of([0], [1]) > page.of([2], [1])


@given(st.lists(st.text("青瓷小镇高原铁路", max_size=30), min_size=2, max_size=8))
def test_surplus_is_the_same_both_ways_and_every_time(texts):
    one, two = shares(*texts), shares(*texts)
    for a in range(len(texts)):
        for b in range(len(texts)):
            assert one.of([a], [b]) == one.of([b], [a]) == two.of([a], [b])


@given(st.text("青瓷小镇 a1，。\n\uffff😀"))
def test_the_pairs_of_a_text_are_the_same_as_numbers(text):
    numbers = {int.from_bytes(pair.encode("utf-16-le"), sys.byteorder) for pair in pairs(text)}
    assert within(pair_codes(text)) == numbers
