"""What the words of a sentence speak for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperterm.parse.features import told
from paperterm.parse.lines import read_lines
from paperterm.parse.prose import HEARD, MOST, SORTS, notice, prose
from paperterm.parse.surroundings import look_all
from paperterm.text.fold import fold

LATER = "这笔钱后来分三次还清，村里人说起这件事，至今还记得老支书在账本上按下的那个手印。"
LOST = "本人不慎遗失居民身份证一张，号码尾数四二一七，自见报之日起作废，拾得者请与东街派出所联系。"


def _units(text: str) -> dict[str, int]:
    """By how many units each sort is likelier than a later paragraph of an article."""
    parts = (feature.removeprefix("reads as ").rpartition(" ") for feature in prose(fold(text)))
    return {sort: int(much) for sort, _, much in parts}


@pytest.mark.parametrize(
    ("sort", "likely"),
    [
        ("caption", "图为社员们在打谷场上扬场。"),
        ("notice", LOST),
        ("opening", "日前，市防汛指挥部召开会议，部署今年的防汛工作。"),
        ("digest", "编者按：怎样看待农村的婚丧大操大办？本报从今天起开展讨论，欢迎读者来信。"),
    ],
)
def test_words_that_papers_use_for_a_sort_speak_for_it(sort: str, likely: str) -> None:
    assert _units(likely)[sort] > max(0, _units(LATER)[sort])


def test_a_notice_may_be_furniture_though_it_is_a_whole_sentence() -> None:
    assert notice(fold(LOST)) and not notice(fold(LATER))
    lines = look_all(read_lines(f"{LATER}\n\n{LOST}"))
    assert told(lines, 0) and not told(lines, 1)


def test_what_a_dateline_opens_is_no_notice_whatever_its_words() -> None:
    opened = "本报讯 193号桥今天通车。"
    assert notice(fold(opened)) and told(look_all(read_lines(opened)), 0)


def test_traditional_characters_say_what_simplified_ones_say() -> None:
    assert prose(fold("圖為農婦在田間插秧。")) == prose(fold("图为农妇在田间插秧。"))


@given(st.text(max_size=80))
def test_any_text_says_something_of_each_sort_within_the_limits(text: str) -> None:
    found = prose(text)
    assert len(found) == len(SORTS)
    assert all(-MOST <= int(feature.rpartition(" ")[2]) <= MOST for feature in found)
    assert found == prose(text[:HEARD])
