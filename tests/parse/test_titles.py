"""Which line of a headline block is the column, the kicker, the headline, the deck."""

from __future__ import annotations

import pytest

from paperterm.model import bare_title
from paperterm.parse import parse_page

BODY = "本报讯(记者张三)某市总工会日前召开会议，研究部署下一阶段的工作任务，要求各级工会认真抓好落实。"


def titles(*lines: str) -> dict[str, str | None]:
    (article,) = parse_page("\n\n".join((*lines, BODY))).articles
    said = {"column": article.column, "kicker": article.kicker, "headline": article.headline, "deck": article.deck}
    return {key: text for key, text in said.items() if text}


def test_one_line_is_the_headline():
    assert titles("# 推动企业高质量发展") == {"headline": "推动企业高质量发展"}


def test_the_smaller_line_above_is_the_kicker():
    assert titles("某市总实施贴息贷款政策", "# 金融活水助力企业做强") == {
        "kicker": "某市总实施贴息贷款政策",
        "headline": "金融活水助力企业做强",
    }


def test_the_smaller_line_below_is_the_deck():
    assert titles("# 城市书吧开进厂区", "## 全市新建一百二十处阅读空间，覆盖六成园区") == {
        "headline": "城市书吧开进厂区",
        "deck": "全市新建一百二十处阅读空间，覆盖六成园区",
    }


def test_a_line_that_ends_with_a_dash_leads_up_to_the_headline():
    assert titles("# 从车间走上讲台——", "# 一名工人的二十年") == {
        "kicker": "从车间走上讲台——",
        "headline": "一名工人的二十年",
    }


def test_a_line_that_begins_with_a_dash_adds_to_the_headline():
    assert titles("# 一名工人的二十年", "——记某厂车工李四") == {
        "headline": "一名工人的二十年",
        "deck": "——记某厂车工李四",
    }


def test_kicker_headline_and_deck_may_stand_together():
    assert titles("某市总实施贴息贷款政策", "# 金融活水助力企业做强", "## （今年已经发放贷款四千九百万元）") == {
        "kicker": "某市总实施贴息贷款政策",
        "headline": "金融活水助力企业做强",
        "deck": "（今年已经发放贷款四千九百万元）",
    }


def test_a_standing_column_is_no_kicker():
    assert titles("新春走基层", "# 雪山脚下的守路人") == {"column": "新春走基层", "headline": "雪山脚下的守路人"}


def test_a_campaign_in_brackets_is_a_column():
    assert titles("# 【推进改革进行时】", "# 让工人更有奔头") == {
        "column": "推进改革进行时",
        "headline": "让工人更有奔头",
    }


def test_kicker_and_headline_on_one_line_are_taken_apart():
    page = parse_page("## 某某县政府立项、工会积极推动解决外来务工人员住房困难 职工可拎包入住\n\n" + BODY)
    assert page.articles[0].kicker == "某某县政府立项、工会积极推动解决外来务工人员住房困难"
    assert page.articles[0].headline == "职工可拎包入住"
    assert [block.lines for block in page.articles[0].blocks[:2]] == [(1,), (1,)]


def test_two_halves_of_one_headline_stay_one():
    assert titles("## 推动建会入会 解决关键小事") == {"headline": "推动建会入会 解决关键小事"}


def test_ornaments_around_a_headline_are_no_part_of_it():
    assert titles("# ■【推动企业高质量发展】") == {"headline": "推动企业高质量发展"}


def test_a_block_of_very_many_lines_is_set_all_the_same():
    page = parse_page("\n".join(f"# 全县第{n}所新校开学" for n in range(3000)) + "\n\n" + BODY)
    assert sum(len(block.lines) for article in page.articles for block in article.blocks) >= 2990


def test_who_did_what_on_one_line_with_the_headline_is_its_kicker():
    assert titles("# 桐岭镇开展“清洁河道”行动 三天打捞垃圾一百二十吨") == {
        "kicker": "桐岭镇开展“清洁河道”行动",
        "headline": "三天打捞垃圾一百二十吨",
    }


@pytest.mark.parametrize(
    "headline", ["公交进村口 赶集不用愁", "国家大剧院线上戏剧节 三台望海戏入选", "书记市长请吃“早餐” 难题趁热端上桌"]
)
def test_a_short_first_half_is_a_part_of_the_headline(headline):
    assert titles("# " + headline) == {"headline": headline}


def test_a_line_that_ends_with_a_comma_is_gone_on_with_by_one_of_its_kind():
    found = titles("用好“小院协商”，", "# 让治理有温度")
    assert found == {"headline": "用好“小院协商”， 让治理有温度"}


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("【新桥通车】", "新桥通车"),
        ("● 新桥通车。", "新桥通车"),
        ("【快讯】新桥通车", "【快讯】新桥通车"),
        ("新桥通车【图】", "新桥通车【图】"),
        ("新桥】通车", "新桥】通车"),
        ("【】", ""),
    ],
)
def test_ornaments_go_and_brackets_only_in_pairs(printed: str, shown: str) -> None:
    assert bare_title(printed) == shown
