"""People, places and organisations of an article, out of tagged words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperterm.model import Article, Block
from paperterm.parse.entities import Entity, entities

Tagged = tuple[str, str]


def tagger(spoken: str) -> tuple[str, Callable[[str], Sequence[Tagged]]]:
    """A text and its tagger, from "赵六/nr 来到/v 株洲/ns": what has no tag is "x"."""
    words: list[Tagged] = []
    for piece in spoken.split():
        word, _, flag = piece.partition("/")
        words.append((word, flag or "x"))
    return "".join(word for word, _ in words), lambda text: words


def found(spoken: str, headline: str = "", **facts: object) -> list[Entity]:
    text, tag = tagger(spoken)
    blocks = [Block("headline", headline, (1,))] if headline else []
    article = Article("", "story", (*blocks, Block("body", text, (2,))), **facts)  # type: ignore[arg-type]
    return entities(article, lambda t: [] if t == headline else tag(t))


def names(spoken: str, sort: str) -> list[str]:
    return [entity.name for entity in found(spoken) if entity.sort == sort]


def test_a_full_name_a_place_and_a_body_are_found() -> None:
    spoken = "刘建国/nr 在/p 株洲市/ns 的/uj 湖南省/ns 总工会/n 说/v"
    assert [(e.name, e.sort, e.count) for e in found(spoken)] == [
        ("刘建国", "person", 1),
        ("株洲市", "place", 1),
        ("湖南省总工会", "organisation", 1),
    ]


@pytest.mark.parametrize(
    "spoken",
    [
        "保卫/v 蓝天/nr",
        "绿水青山/nr",
        "系/v 安全带/nr",
        "高新区/nr",
        "治山/ns 理水/v",
        "高原/ns 高原/ns",
        "人民政府/nt 和/c",
    ],
)
def test_what_only_the_tagger_takes_for_a_name_is_none(spoken: str) -> None:
    assert found(spoken) == []


def test_a_short_name_counts_where_people_speak_or_when_it_comes_again() -> None:
    assert names("来/v 了/ul 张伟/nr 和/c 别人/n", "person") == []
    assert names("老师/n 张伟/nr 告诉/v 记者/n ,", "person") == ["张伟"]
    assert names("张伟/nr 来/v , 张伟/nr 去/v", "person") == ["张伟"]


def test_a_surname_and_a_name_that_were_cut_apart_are_one() -> None:
    assert names("郝/nr 春江/nr 出席/v", "person") == ["郝春江"]


def test_a_name_cut_too_short_is_made_whole() -> None:
    assert names("林予/nr 安/v 来/v 。 林予/nr 安/v 说/v", "person") == ["林予安"]


def test_a_person_whose_name_is_that_of_a_town_is_the_town() -> None:
    spoken = "邹平/nr 市/n 大/a 。 邹平/nr 小/a"
    assert names(spoken, "person") == []


def test_the_office_behind_a_place_belongs_to_it() -> None:
    assert names("到/v 株洲/ns 市/n 去/v", "place") == ["株洲市"]


def test_a_body_ends_with_its_last_word_and_a_dateline_begins_none() -> None:
    assert names("中国/ns 科学院/n 研究所/n 的/uj 人/n", "organisation") == ["中国科学院研究所"]
    assert names("日电/j 国务院/nt 公布/v", "organisation") == ["国务院"]


def test_what_the_page_states_is_told_with_its_role() -> None:
    told = found("今天/t 晴/a", byline=("张三",), agency="新华社", place="北京")
    assert [(e.name, e.sort, e.role, e.count) for e in told] == [
        ("北京", "place", "dateline", 0),
        ("张三", "person", "reporter", 0),
        ("新华社", "organisation", "agency", 0),
    ]
    assert found("今天/t 晴/a", agency="本报") == []


def test_the_more_often_and_the_rarer_the_earlier() -> None:
    text, tag = tagger("在/p 北京市/ns 在/p 北京市/ns 在/p 株洲市/ns")
    article = Article("", "story", (Block("body", text, (1,)),))
    assert [e.name for e in entities(article, tag)] == ["北京市", "株洲市"]
    rare = entities(article, tag, lambda name: 9.0 if name == "株洲市" else 1.0)
    assert [e.name for e in rare] == ["株洲市", "北京市"]


def test_a_name_is_given_as_it_is_printed() -> None:
    article = Article("", "story", (Block("body", "湖南省總工會主席劉建國說", (1,)),))
    tag = tagger("湖南省/ns 总工会/n 主席/n 刘建国/nr 说/v")[1]
    assert [e.name for e in entities(article, tag)] == ["劉建國", "湖南省總工會"]


@given(
    st.lists(
        st.tuples(st.text("张三北京省会的说·a", min_size=1, max_size=4), st.sampled_from(["nr", "ns", "nt", "n", "x"]))
    )
)
def test_any_tagged_text_gives_names_that_stand_in_it(words: list[Tagged]) -> None:
    text = "".join(word for word, _ in words)
    article = Article("", "story", (Block("body", text, (1,)),))
    for entity in entities(article, lambda _: words):
        assert entity.name in text
        assert entity.count > 0
