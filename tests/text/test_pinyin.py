"""How words are read, and which letters may stand for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC
from pypinyin import Style, lazy_pinyin
from pypinyin.phrases_dict import phrases_dict

from paperterm.text.pinyin import MOST_WAYS, POLYPHONES, reading, stands_for, ways
from paperterm.text.tables import make_tables

WORDS = ["产业工人", "重庆", "银行行长", "音乐", "西安", "长江大桥", "还款", "绿色", "长治"]


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("产业工人", "chan ye gong ren"),
        ("銀行行長", "yin hang hang zhang"),
        ("重庆5G", "chong qing 5 g"),
        ("绿色、环保", "lv se huan bao"),
        ("长治", "chang zhi"),
        ("……", ""),
    ],
)
def test_a_word_is_read_syllable_by_syllable(word, syllables):
    assert reading(word) == tuple(syllables.split())


def test_a_traditional_word_is_read_like_its_simplified_form():
    convert = OpenCC("s2t").convert
    assert [reading(convert(word)) for word in WORDS] == [reading(word) for word in WORDS]


def test_the_table_of_words_is_what_pypinyin_says_now():
    traditional = make_tables.simplified()
    simple = {han: s for han, s in make_tables.readings().items() if han not in traditional}
    lines = (line.split(" ") for line in POLYPHONES.read_text("utf-8").splitlines())
    assert {word: tuple(syllables) for word, *syllables in lines} == make_tables.polyphones(simple)


def test_nearly_all_words_that_pypinyin_knows_are_read_as_it_reads_them():
    simplified = make_tables.simplified()
    words = [w for w in phrases_dict if simplified.keys().isdisjoint(w) and set(w) <= make_tables.HAN]
    wrong = [w for w in words if reading(w) != tuple(s.replace("ê", "e") for s in lazy_pinyin(w, style=Style.NORMAL))]
    assert len(wrong) < len(words) / 1000


@pytest.mark.parametrize("letters", ["chanyegongren", "cygr", "chanyegr", "cyegongr", "chany", "c"])
def test_whole_syllables_initials_and_mixtures_stand_for_a_word(letters):
    assert any(stands_for(way, reading("产业工人")) for way in ways(letters))


@pytest.mark.parametrize("letters", ["chanyegongrens", "cygrd", "cgr", "hanye", "chenye"])
def test_other_letters_do_not(letters):
    assert not any(stands_for(way, reading("产业工人")) for way in ways(letters))


@given(st.sampled_from(WORDS), st.data())
def test_any_beginnings_of_the_syllables_of_a_word_stand_for_it(word, data):
    syllables = reading(word)
    letters = "".join(s[: data.draw(st.integers(1, len(s)))] for s in syllables)
    assert any(stands_for(way, syllables) for way in ways(letters))


@given(st.text(st.sampled_from("chanyegorv5"), max_size=40))
def test_every_way_is_the_letters_cut_up(letters):
    found = ways(letters)
    assert len(found) <= MOST_WAYS
    assert all("".join(way) == letters for way in found)
    assert [len(way) for way in found] == sorted(len(way) for way in found)


def test_what_is_no_latin_letter_has_no_way():
    assert ways("产ye") == ways("chan ye") == ways("") == []
