"""Ids of articles: stable, unique, ASCII, short enough to type."""

from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from paperterm.model import Article, Block, IssueFacts
from paperterm.parse import parse_page
from paperterm.parse.identity import name_articles, page_prefix, text_sha

TYPABLE = set(string.ascii_lowercase + string.digits + "-/")


def article(headline: str) -> Article:
    return Article(id="", kind="story", blocks=(Block("headline", headline, (1,)),))


def test_a_page_with_paper_and_date_is_named_by_them():
    assert (
        page_prefix(IssueFacts(paper="工人日报", date="2025-03-25", page=3), "ab" * 32) == "gongrenribao/2025-03-25/3"
    )
    assert page_prefix(IssueFacts(paper="工人日报", date="2025-03-25"), "ab" * 32) == "gongrenribao/2025-03-25/0"


def test_any_other_page_is_named_by_its_text():
    assert page_prefix(IssueFacts(paper="工人日报"), "0123456789abcdef") == "page-01234567"
    assert page_prefix(IssueFacts(date="2025-03-25"), "0123456789abcdef") == "page-01234567"


def test_articles_with_like_headlines_are_numbered():
    ids = [a.id for a in name_articles([article("产业工人"), article("产业工人"), article("产业")], "p")]
    assert ids == ["p/cygr", "p/cygr-2", "p/cy"]


def test_a_headline_without_letters_has_an_id_all_the_same():
    assert [a.id for a in name_articles([article("！？"), article("……")], "p")] == ["p/article", "p/article-2"]


def test_a_traditional_headline_has_the_id_of_the_simplified_one():
    assert name_articles([article("產業工人")], "p")[0].id == name_articles([article("产业工人")], "p")[0].id


@given(st.lists(st.text(max_size=12), max_size=12))
def test_ids_are_unique_typable_and_short(headlines):
    ids = [a.id for a in name_articles([article(h) for h in headlines], "page-01234567")]
    assert len(set(ids)) == len(ids)
    assert all(set(i) <= TYPABLE and len(i) <= 40 for i in ids)


def test_ids_are_the_same_every_time(seeds):
    for text in seeds:
        assert [a.id for a in parse_page(text).articles] == [a.id for a in parse_page(text).articles]


def test_a_lone_surrogate_has_a_sha_too():
    assert len(text_sha("\ud800")) == 64
