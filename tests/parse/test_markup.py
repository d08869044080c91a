"""What of a text counts when nothing may be lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperterm.parse.markup import closed, entities, ink, melts, without_tags

MARKS = st.lists(
    st.sampled_from(["<", ">", "<b", "<b>", "</b>", "<!--", "-->", "![", "](", ")", "]", "&", "amp;", "lt;", "\\", "a", "字", " ", "\n", "!", "-", "/"]),
    max_size=30,
).map("".join)  # fmt: skip


@given(MARKS)
def test_ink_is_what_the_judge_sees(judge, text):
    assert ink(text) == judge.seen(text)


@given(MARKS, MARKS)
def test_a_closed_text_reads_the_same_before_any_other(judge, one, two):
    if closed(one):
        assert judge.seen(one + "\n" + two) == judge.seen(one) + judge.seen(two)


@pytest.mark.parametrize("opener", ["![", "![](", "<!--", "<a ", "<a", "&", "&#", "\\", "<", "![]"])
def test_what_never_closes_costs_no_more_than_its_length(opener):
    text = opener * (400_000 // len(opener))
    assert len(without_tags(text)) == len(text)
    assert len(ink(text)) <= len(text)


def test_an_entity_is_the_character_it_names():
    assert entities("甲&lt;乙&#35;&nbsp;") == "甲<乙#\xa0"
    assert entities("&#" + "9" * 5000) == "&#" + "9" * 5000


def test_a_combining_mark_melts_into_the_line_before():
    assert melts("\u0301a") and melts("\uff9e") and melts("\u1161")
    assert not melts("a\u0301") and not melts("字") and not melts("")
