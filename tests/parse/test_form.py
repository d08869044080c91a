"""The written form of a parsed page."""

from __future__ import annotations

import json

from paperterm.model import Article, Block
from paperterm.parse import parse_page
from paperterm.parse.form import article_form, article_from_form, page_form

FULL = Article(
    id="gongrenribao/2025-03-25/1/cygr",
    kind="continuation",
    blocks=(
        Block("column", "新春走基层", (1,)),
        Block("kicker", "肩题", (2,)),
        Block("headline", "【题目】", (3,)),
        Block("headline", "第二行", (4,)),
        Block("deck", "——副题", (5,)),
        Block("body", "正文。", (7, 9)),
    ),
    byline=("张三", "李四"),
    agency="本报",
    place="北京",
    filed="03-24",
    jump_to=3,
    jump_from=1,
)


def test_an_article_comes_back_from_its_form():
    assert article_from_form(article_form(FULL)) == FULL


def test_an_article_comes_back_through_json():
    assert article_from_form(json.loads(json.dumps(article_form(FULL), ensure_ascii=False))) == FULL


def test_every_article_of_the_sample_pages_comes_back(seeds):
    for text in seeds:
        for article in parse_page(text).articles:
            assert article_from_form(json.loads(json.dumps(article_form(article)))) == article


def test_headline_fields_are_joined_from_the_blocks():
    form = article_form(FULL)
    assert (form["column"], form["kicker"], form["headline"], form["deck"]) == (
        "新春走基层",
        "肩题",
        "题目 第二行",
        "——副题",
    )


def test_a_page_has_the_documented_keys(seeds):
    form = page_form(parse_page(seeds[0]))
    assert set(form) == {"issue", "articles", "furniture", "warnings"}
    assert set(form["issue"]) == {"paper", "date", "number", "pages", "page", "cn"}
    assert set(form["articles"][0]) == {
        "id", "kind", "column", "kicker", "headline", "deck", "byline", "agency", "place", "filed", "jump_to", "jump_from", "blocks",
    }  # fmt: skip
    assert set(form["articles"][0]["blocks"][0]) == {"role", "text", "lines"}
