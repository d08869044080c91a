"""The word that is just being typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperterm.query.unfinished import Unfinished, completed, unfinished


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("产", Unfinished(0, "", "产")),
        ("工匠 cygr", Unfinished(3, "", "cygr")),
        ("工匠 -产", Unfinished(4, "", "产")),
        ("(工匠 OR 产", Unfinished(7, "", "产")),
        ("报纸:工", Unfinished(3, "paper", "工")),
        ("记者：zs", Unfinished(3, "by", "zs")),
        ("工匠 title:产", Unfinished(9, "title", "产")),
    ],
)
def test_the_last_word_is_the_one_that_is_typed(query: str, word: Unfinished) -> None:
    assert unfinished(query) == word


@pytest.mark.parametrize(
    "query",
    ["", " ", "产业 ", "产业)", '"产', '"产业"', "产业~", "报纸:", "date:2025", "标签:产", "有:笔", "无:产", "OR"],
)
def test_elsewhere_there_is_none(query: str) -> None:
    assert unfinished(query) is None


@pytest.mark.parametrize(
    ("query", "by", "field", "made"),
    [
        ("工匠 cygr", "产业工人", "", "工匠 产业工人"),
        ("-zu", "足球", "", "-足球"),
        ("grrb", "工人日报", "paper", "报纸:工人日报"),
        ("报纸:gr", "工人日报", "paper", "报纸:工人日报"),
        ("bq", "本期 聚焦", "", '"本期 聚焦"'),
        ("or", "OR", "", '"OR"'),
        ("a", 'x"y: z', "", '"xy: z"'),
    ],
)
def test_a_word_takes_its_place(query: str, by: str, field: str, made: str) -> None:
    word = unfinished(query)
    assert word is not None
    assert completed(query, word, by, field) == made


@given(st.text(max_size=20))
def test_any_query_has_one_at_its_end_or_none(query: str) -> None:
    word = unfinished(query)
    assert word is None or query[word.start :] == word.text != ""
