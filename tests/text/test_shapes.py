"""Han that look alike."""

from __future__ import annotations

import pytest

from paperterm.text.shapes import TABLE, alike


@pytest.mark.parametrize("pair", "勇男 柱桂 远达 江汪 洲州 业亚 春舂 治冶 末未 大太 己已 人入 士土".split())
def test_what_programs_take_for_one_another_is_alike(pair):
    assert alike(*pair) and alike(*reversed(pair))


@pytest.mark.parametrize("pair", "海江 国军 强刚 丽芳 明亮 上下 一二 东西 男女".split())
def test_what_nobody_takes_for_one_another_is_not(pair):
    assert not alike(*pair)


def test_a_han_that_hardly_anything_prints_may_stand_for_any_other():
    assert alike("囯", "国") and alike("明", "眀")
    assert not alike("é", "国") and not alike("，", "国") and not alike("\n", "国") and not alike("😀", "国")


def test_each_line_of_the_table_tells_of_one_han_each_pair_once():
    lines = TABLE.read_text("utf-8").splitlines()
    assert len({line[0] for line in lines}) == len(lines) > 2_000
    pairs = [frozenset((line[0], other)) for line in lines for other in line[1:]]
    assert len(set(pairs)) == len(pairs) and all(len(pair) == 2 for pair in pairs)
