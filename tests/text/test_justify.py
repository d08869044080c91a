"""Where a line is spread, and where it is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperterm.text.justify import MOST, gaps

MIXED = st.text(alphabet="中国工人3a2.5/:-%，。、“”（）《》—… \u3000,.;)(", max_size=60)


def spread(text: str, lack: int) -> str:
    """The line with its gaps drawn."""
    return "".join("_" * (at in gaps(text, 0, len(text), lack)) + char for at, char in enumerate(text))


@pytest.mark.parametrize(
    ("lack", "line"),
    [
        (1, "据介绍,_整合《清单》A工会、教育"),
        (2, "据介绍,_整合《清单》A_工会、教育"),
        (3, "据介绍,_整合《清单》_A_工会、教育"),
        (5, "据介绍,_整合_《清单》_A_工会、_教育"),
        (6, "据介绍,整合《清单》A工会、教育"),
    ],
)
def test_narrow_marks_come_first_then_scripts_then_full_width_marks_and_too_few_gaps_are_none(
    lack: int, line: str
) -> None:
    assert spread("据介绍,整合《清单》A工会、教育", lack) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("他说“好”。又说", "他说_“好”。_又说"),
        ("投入A股3000万元", "投入_A股_3000万元"),
        ("温度 8C ,两个", "温度 _8C ,_两个"),
        ("good evening to you", "good _evening to _you"),
    ],
)
def test_a_line_is_spread_beside_marks_and_spaces_and_between_scripts(text: str, line: str) -> None:
    assert spread(text, 2) == line


@pytest.mark.parametrize(
    "text", ["12:30", "3,000", "3月", "2021年3月", "第5版", "产业工人队伍", "改革——成效", "张三·李四", "", "12.27"]
)
def test_words_numbers_and_han_are_not_taken_apart(text: str) -> None:
    assert gaps(text, 0, len(text), 1) == ()


def test_a_closing_mark_stays_with_what_it_closes() -> None:
    assert spread("“产改”,落实", 1) == "“产改”,_落实"


@given(MIXED, st.integers(-2, 20))
def test_a_line_gets_all_the_cells_it_lacks_or_none_and_one_in_a_place(text: str, lack: int) -> None:
    found = gaps(text, 0, len(text), lack)
    assert len(found) in (0, lack)
    assert len(found) <= MOST
    assert list(found) == sorted(set(found))
    assert all(0 < place < len(text) for place in found)


@given(MIXED, st.integers(1, 8))
def test_no_gap_comes_between_letters_or_between_han(text: str, lack: int) -> None:
    for place in gaps(text, 0, len(text), lack):
        pair = text[place - 1] + text[place]
        assert not (pair.isascii() and pair.isalnum())
        assert not all("\u4e00" <= char <= "\u9fff" for char in pair)
