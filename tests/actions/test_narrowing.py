"""Narrowing a query's text by a field, and widening it again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperterm.actions.narrowing import asks, narrowed, without
from paperterm.query import parse_query


@pytest.mark.parametrize(
    ("query", "field", "value", "narrower"),
    [
        ("产改", "paper", "工人日报", "产改 报纸:工人日报"),
        ("产改", "kind", "photo", "产改 类型:图片"),
        ("产改 日期:2025", "date", "2025-03", "产改 日期:2025-03"),
        ("产改 OR 工匠", "date", "2025", "(产改 OR 工匠) 日期:2025"),
        ("(产改 OR 工匠)", "date", "2025", "(产改 OR 工匠) 日期:2025"),
        ("产改 -报纸:晚报", "paper", "工人日报", "产改 -报纸:晚报 报纸:工人日报"),
        ("产改", "paper", "湖南 工人报", '产改 报纸:"湖南 工人报"'),
        ('paper:"湖南 工人报" 产改', "paper", "工人日报", "产改 报纸:工人日报"),
        ("", "paper", "工人日报", "报纸:工人日报"),
    ],
)
def test_a_query_is_narrowed_as_a_person_would(query: str, field: str, value: str, narrower: str) -> None:
    assert narrowed(query, field, value) == narrower
    parse_query(narrower)


@pytest.mark.parametrize(
    ("query", "field", "wider"),
    [
        ("产改 报纸:工人日报", "paper", "产改"),
        ("报纸:工人日报 产改", "paper", "产改"),
        ("产改 AND 报纸:工人日报 工匠", "paper", "产改 AND 工匠"),
        ("报纸:工人日报", "paper", ""),
        ("产改 OR 报纸:工人日报", "paper", "产改 OR 报纸:工人日报"),
        ("产改 (报纸:工人日报)", "paper", "产改 (报纸:工人日报)"),
    ],
)
def test_a_query_is_widened_by_what_all_hits_have_to_have(query: str, field: str, wider: str) -> None:
    assert without(query, field) == wider


WORDS = st.lists(
    st.sampled_from(["产改", '"技能 人才"', "-足球", "(工匠 OR 劳模)", "版:1", "标题:新"]), min_size=1, max_size=4
)
PAPERS = st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=8).filter(
    lambda name: any(char.isalnum() for char in name) and '"' not in name and not set("“”＂") & set(name)
)


@given(WORDS, PAPERS)
def test_what_was_narrowed_asks_for_it_and_widened_again_is_as_before(words: list[str], paper: str) -> None:
    query = " ".join(words)
    narrower = narrowed(query, "paper", paper)
    assert asks(narrower, "paper") == paper.strip()
    assert without(narrower, "paper") == query
