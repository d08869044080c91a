"""References after GB/T 7714: what is printed, what stands for what is not known."""

from __future__ import annotations

import pytest

from paperterm.config.settings import CITATIONS
from paperterm.export.gbt7714 import gbt7714
from paperterm.export.items import Item
from paperterm.export.reference import reference
from paperterm.export.styles import WRITERS
from paperterm.library.records import StoredArticle
from tests.export.made import stored


def cite(article: StoredArticle, *assumed: str) -> str:
    return gbt7714(reference(Item(article, frozenset(assumed))))


def xie(**facts: object) -> StoredArticle:
    known = {"paper": "人民日报", "date": "1998-12-25", "page": 10, "byline": ("谢希德",)} | facts
    return stored(("headline", "创造学习的思路"), **known)  # type: ignore[arg-type]


def test_the_example_of_the_standard() -> None:
    assert cite(xie()) == "谢希德. 创造学习的思路[N]. 人民日报, 1998-12-25(10)."


def test_of_more_than_three_authors_three_are_named() -> None:
    assert cite(xie(byline=("甲", "乙", "丙"))).startswith("甲, 乙, 丙. ")
    assert cite(xie(byline=("甲", "乙", "丙", "丁"))).startswith("甲, 乙, 丙, 等. ")


def test_who_only_took_the_photo_is_no_author_of_the_text() -> None:
    text = (("headline", "新桥"), ("byline", "本报记者 张 三"), ("body", "新桥通车。"), ("credit", "王五 摄"))
    assert cite(stored(*text, byline=("张三", "王五"))).startswith("张三. ")
    assert cite(stored(text[0], text[3], byline=("王五",))).startswith("王五. ")


def test_an_agency_stands_where_no_author_is_named() -> None:
    assert cite(xie(byline=(), agency="新华社")).startswith("新华社. ")


@pytest.mark.parametrize("own", ["本报", "本報", "本社", None])
def test_the_papers_own_people_are_no_author(own: str | None) -> None:
    assert cite(xie(byline=(), agency=own)).startswith("佚名. ")


def test_a_page_that_is_not_known_is_left_out() -> None:
    assert cite(xie(page=None)) == "谢希德. 创造学习的思路[N]. 人民日报, 1998-12-25."


def test_a_paper_and_a_date_that_are_not_known_are_said() -> None:
    assert cite(xie(paper=None, date=None)) == "谢希德. 创造学习的思路[N]. [报纸名不详], [出版日期不详](10)."


def test_what_is_only_assumed_stands_in_brackets() -> None:
    assert cite(xie(), "paper", "date", "page").endswith("[N]. [人民日报], [1998-12-25]([10]).")


def test_an_article_without_a_headline_is_called_by_its_first_words_in_brackets() -> None:
    article = stored(("body", "天刚亮,渔民们就驾船出海。"), byline=("张三",))
    assert cite(article).startswith("张三. [天刚亮,渔民们就驾船出海。][N]. ")


@pytest.mark.parametrize("style", CITATIONS)
@pytest.mark.parametrize("date", ["1998-12", "1998", "民国三十二年", "1998-12-25\nTY  - BOOK"])
def test_a_half_known_date_is_cited_as_far_as_it_is_known_and_said_to_be_one(style: str, date: str) -> None:
    found = reference(Item(xie(date=date)))
    assert "day" in found.missing
    text = WRITERS[style]([found])
    assert date[:4] in text
    assert "\nTY  - BOOK" not in text


def test_every_form_that_is_declared_can_be_written() -> None:
    assert set(WRITERS) == set(CITATIONS)
