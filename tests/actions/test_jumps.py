"""下转第3版 and 上接第1版, followed over the pages of an issue."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from paperterm.actions.answer import Failure
from paperterm.actions.jumps import jump_target
from paperterm.actions.session import Session
from tests.actions.conftest import BARE, FRONT, THIRD

BRIDGE = "江边新桥通车"
Take = Callable[..., None]
IdOf = Callable[..., str]


def told(session: Session, id: str) -> str:
    with pytest.raises(Failure) as failure:
        jump_target(session.library, session.library.article(id))
    return failure.value.message


def test_a_jump_leads_to_the_continuation_and_back(session: Session, take: Take, id_of: IdOf) -> None:
    take(front=FRONT, third=THIRD)
    there = jump_target(session.library, session.library.article(id_of(BRIDGE, 1)))
    assert there == id_of(BRIDGE, 3)
    assert jump_target(session.library, session.library.article(there)) == id_of(BRIDGE, 1)


def test_a_continuation_under_another_headline_is_found_by_its_words(session: Session, take: Take, id_of: IdOf) -> None:
    take(front=FRONT, third=THIRD.replace("# 江边新桥通车", "# 两岸居民不再绕行"))
    assert jump_target(session.library, session.library.article(id_of(BRIDGE))) == id_of("两岸居民不再绕行")


def test_of_two_continuations_the_one_with_the_same_words_is_taken(session: Session, take: Take, id_of: IdOf) -> None:
    other = "# 市民喜读新书\n(上接第1版)书店里人头攒动,孩子们围坐在书架旁,家长们低声交谈,店员忙着补货。\n\n"
    take(front=FRONT, third=THIRD.replace("# 江边", other + "# 江边"))
    assert jump_target(session.library, session.library.article(id_of(BRIDGE, 1))) == id_of(BRIDGE, 3)


def test_a_page_that_is_not_there_is_named(session: Session, take: Take, id_of: IdOf) -> None:
    take(front=FRONT)
    assert told(session, id_of(BRIDGE)) == "第3版 of 大江日报 2025-03-25 is not in the library."


def test_a_page_of_another_day_is_not_taken_for_it(session: Session, take: Take, id_of: IdOf) -> None:
    take(front=FRONT, third=THIRD.replace("3月25日 星期二", "3月26日 星期三"))
    assert "is not in the library" in told(session, id_of(BRIDGE, 1))


def test_a_page_without_the_continuation_is_told(session: Session, take: Take, id_of: IdOf) -> None:
    take(front=FRONT, third=THIRD.replace("(上接第1版)", ""))
    assert told(session, id_of(BRIDGE, 1)) == (
        "第3版 is in the library, but no continuation of this article was found on it."
    )


def test_an_article_that_does_not_jump_says_so(session: Session, take: Take, id_of: IdOf) -> None:
    take(front=FRONT)
    assert told(session, id_of("春耕忙")) == "This article says neither 下转 nor 上接."


def test_a_page_without_paper_and_date_says_how_to_state_them(session: Session, take: Take, id_of: IdOf) -> None:
    take(bare=BARE)
    assert "`paperterm set`" in told(session, id_of("渔民出海"))
