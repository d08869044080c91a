"""What the words of a short line speak for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperterm.parse.phrasing import LEAST, MOST, ROLES, grams, phrasing
from paperterm.text.fold import fold


def _units(text: str) -> dict[str, int]:
    """By how many units each role is likelier than a headline."""
    return {
        feature.rpartition(" ")[0].removeprefix("worded as "): int(feature.rpartition(" ")[2])
        for feature in phrasing(text)
    }


@pytest.mark.parametrize(
    ("role", "likely", "unlikely"),
    [
        ("kicker", "在昨日举行的全县教育大会上", "十所村小重新开学"),
        ("deck", "——记养路工韩有才", "养路工韩有才"),
        ("column", "周末茶座", "三百名渔民平安返港"),
        ("heading", "一、产量从哪里来", "全省小麦产量创新高"),
        ("furniture", "人人讲卫生　户户争先进", "三百户渔民搬进新居"),
    ],
)
def test_words_that_editors_use_for_a_role_speak_for_it(role: str, likely: str, unlikely: str) -> None:
    assert _units(likely)[role] > _units(unlikely)[role]


def test_traditional_characters_say_what_simplified_ones_say() -> None:
    assert phrasing(fold("記者來信")) == phrasing(fold("记者来信"))


def test_the_width_of_a_gap_says_nothing() -> None:
    assert phrasing("抓管理 促增收") == phrasing("  抓管理    促增收 ")


@given(st.text(max_size=60))
def test_any_text_says_something_of_each_role_within_the_limits(text: str) -> None:
    found = phrasing(text)
    assert len(found) == len(ROLES) + 1
    assert all(LEAST <= int(feature.rpartition(" ")[2]) <= MOST for feature in found)


def test_grams_are_characters_pairs_and_ends() -> None:
    assert grams("抓 管理") == ["抓", "_", "管", "理", "抓_", "_管", "管理", "^抓", "^抓_", "理$", "管理$"]
