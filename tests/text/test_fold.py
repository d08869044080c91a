from __future__ import annotations

import re
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from paperterm.text.fold import HAN, fold, searchable
from paperterm.text.tables import make_tables

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def test_widths_case_script_and_white_space_are_folded():
    assert fold("ＰａｐｅｒＴｅｒｍ　１２３：產業工人隊伍\tA\u00a0b") == "paperterm 123:产业工人队伍 a b"


def test_a_newline_stays_a_newline():
    assert fold("甲\n乙\r丙") == "甲\n乙 丙"


def test_every_white_space_of_unicode_is_folded_to_a_space():
    spaces = [chr(code) for code in range(sys.maxunicode + 1) if chr(code).isspace() and chr(code) != "\n"]
    assert {fold(space) for space in spaces} == {" "}


@given(st.text())
def test_folding_keeps_every_offset(text):
    folded = fold(text)
    assert len(folded) == len(text)
    assert all(fold(character) == folded[i] for i, character in enumerate(text))


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)
    assert searchable(searchable(text)) == searchable(text)


def test_the_table_is_what_opencc_says_now():
    assert make_tables.simplified() == dict(zip(*_table_lines(), strict=True))


def test_a_long_page_folds_like_its_characters_one_by_one():
    for seed in SEEDS:
        text = seed.read_text(encoding="utf-8")
        for page in (text, text.translate(str.maketrans(",.:()0123456789", "，．：（）０１２３４５６７８９"))):
            assert fold(page) == "".join(map(fold, page))


def test_a_traditional_page_folds_as_opencc_converts_it_character_by_character():
    convert = OpenCC("s2t").convert
    back = OpenCC("t2s").convert
    for seed in SEEDS:
        traditional = "".join(c if len(convert(c)) != 1 else convert(c) for c in seed.read_text(encoding="utf-8"))
        expected = "".join(back(c) for c in traditional)
        assert fold(traditional) == fold(expected)


def test_white_space_is_dropped_between_two_han_and_nowhere_else():
    assert searchable("技能　人 \n 才 ABC 队 1 伍，\t好") == "技能人才 abc 队 1 伍, 好"


@given(st.text(alphabet="技能人才ab1， \n\u3000"))
def test_searchable_is_folding_without_the_gaps(text):
    out, folded = [], fold(text)
    for i, character in enumerate(folded):
        before, after = folded[:i].rstrip(), folded[i:].lstrip()
        gap = (
            character.isspace()
            and before
            and after
            and re.match(f"[{HAN}]", before[-1])
            and re.match(f"[{HAN}]", after)
        )
        if not gap:
            out.append(character)
    assert searchable(text) == "".join(out)


def _table_lines():
    return (make_tables.HERE / "simplified.txt").read_text(encoding="utf-8").splitlines()
