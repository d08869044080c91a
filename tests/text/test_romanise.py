from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC
from pypinyin import lazy_pinyin

from paperterm.text.romanise import PLACES, initials, syllables
from paperterm.text.tables import make_tables


@pytest.mark.parametrize(
    ("text", "letters"),
    [("159项举措", "159xjc"), ("１５９項舉措", "159xjc"), ("“产改”效应", "cgxy"), ("CBA联赛", "cbals"), ("……", "")],
)
def test_initials_keep_letters_and_digits_and_name_each_han(text, letters):
    assert initials(text) == letters


@pytest.mark.parametrize(
    ("paper", "name"),
    [
        ("工人日报", "gongrenribao"),
        ("遼源日報", "liaoyuanribao"),
        ("重慶日報", "chongqingribao"),
        ("绿色周刊", "lvsezhoukan"),
    ],
)
def test_a_papers_name_is_spelt_in_pinyin(paper, name):
    assert syllables(paper) == name


def test_the_words_with_unusual_readings_are_read_as_pypinyin_reads_them():
    for word, reading in PLACES.items():
        if word != "长治":  # Changzhi, which pypinyin 0.55 reads as if it meant "long peace"
            assert "".join(lazy_pinyin(word)) == reading
        assert syllables(word) == reading


def test_no_word_is_listed_that_reads_right_without_the_list():
    assert [word for word in PLACES if "".join(syllables(han) for han in word) == PLACES[word]] == []


def test_the_table_is_what_pypinyin_says_now():
    lines = (make_tables.HERE / "readings.txt").read_text(encoding="utf-8").splitlines()
    table = {han: syllable for syllable, hans in (line.split(" ") for line in lines) for han in hans}
    assert table == make_tables.readings()


def test_nearly_every_unified_ideograph_has_a_reading():
    without = [code for code in range(0x4E00, 0x9FA6) if not syllables(chr(code))]
    assert len(without) < 30


def test_a_headline_has_one_name_in_both_scripts():
    headline = "产业工人队伍建设改革让技术工人铺满鲜花"
    traditional = OpenCC("s2t").convert(headline)
    assert traditional != headline
    assert initials(traditional) == initials(headline)
    assert syllables(traditional) == syllables(headline)


@given(st.text())
def test_names_are_lower_case_ascii(text):
    for name in (initials(text), syllables(text)):
        assert set(name) <= set(string.ascii_lowercase + string.digits)
