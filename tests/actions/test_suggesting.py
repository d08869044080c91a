"""What a query may become."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from paperterm.actions.session import Session
from paperterm.actions.suggesting import completions
from tests.actions.conftest import FRONT, THIRD

Take = Callable[..., None]
REFORM = """大江日报
2025年3月26日 星期三 第3001期
第1版:要闻

# 产业工人队伍建设
本报讯(记者孙七)产业工人是产业的主人,产业工人队伍建设改革深入推进。

# 产业园区
本报讯(记者周八)产业园区开工,产业兴旺。
"""


@pytest.fixture
def counted(session: Session, take: Take) -> Session:
    take(front=FRONT, third=THIRD, reform=REFORM)
    assert session.library.count_words()
    return session


def made(session: Session, query: str, **more: object) -> list[str]:
    return [one.query for one in completions(session.library, query, **more)]  # type: ignore[arg-type]


def test_the_last_word_of_a_query_is_completed_and_the_rest_stays(counted: Session) -> None:
    assert made(counted, "大江 -tsg") == ["大江 -图书馆"]
    assert made(counted, "(桥 OR 图书") == ["(桥 OR 图书馆"]


def test_letters_give_the_words_they_spell_the_most_frequent_first(counted: Session) -> None:
    found = completions(counted.library, "chanye")
    assert {"产业", "产业工人"} <= {one.word for one in found}
    assert [one.count for one in found] == sorted((one.count for one in found), reverse=True)
    assert [one.why for one in completions(counted.library, "cygr")] == ["spelt"]


def test_letters_that_spell_two_words_give_both_where_they_stand_together(counted: Session) -> None:
    assert made(counted, "chanyegongrenduiwu") == ["产业工人队伍"]
    assert made(counted, "chanyegrdw") == ["产业工人队伍"]
    assert made(counted, "duiwuchanye") == []


def test_a_paper_is_offered_as_a_field_and_in_a_field_nothing_else(counted: Session) -> None:
    assert made(counted, "djrb") == ["报纸:大江日报"]
    assert made(counted, "paper:dj") == ["paper:大江日报"]
    assert made(counted, "记者:zs") == ["记者:张三"]
    assert made(counted, "报纸:cy") == []


def test_what_is_in_no_article_is_offered_what_it_may_have_meant(counted: Session) -> None:
    assert made(counted, "产业工入") == ["产业工人"]
    assert made(counted, "产页") == ["产业"]
    assert [one.why for one in completions(counted.library, "产页")] == ["near"]
    assert made(counted, "产页", near=False) == []


def test_a_text_that_is_no_word_is_offered_what_stands_there_with_one_character_other(counted: Session) -> None:
    assert "产业工人队伍建设" in made(counted, "产业工入队伍建设")


def test_a_word_that_the_library_knows_is_not_corrected(counted: Session) -> None:
    assert made(counted, "没有的事 图书馆") == []


@pytest.mark.parametrize("query", ["", " ", "产业 ", '"产', "date:20", "c", "🙂", "%_*?["])
def test_where_no_word_is_typed_nothing_is_offered(counted: Session, query: str) -> None:
    assert made(counted, query) == []


def test_at_most_so_many_are_offered(counted: Session) -> None:
    assert len(made(counted, "产", limit=1)) == 1
