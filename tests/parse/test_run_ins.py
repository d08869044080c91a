"""Rows of lines that may begin with a headline."""

from __future__ import annotations

import pytest

from paperterm.parse import parse_page
from paperterm.parse.lines import read_lines
from paperterm.parse.run_ins import run_in
from paperterm.parse.surroundings import look_all

GAP = "南门夜市下月开张　市商务局昨日公布南门夜市的摊位名单，一百二十个摊位已全部租出，营业到晚上十一点。"
OTHER = "西桥今晨恢复通车　西桥桥面的维修比计划早了四天完工，今晨六点起两个方向同时放行，限速四十公里。"
STOP = "少年宫补招口琴班。少年宫口琴班增开一个班，每班十五人，明天上午八点半起现场报名，不接受电话预约。"
WORK = "《河埠头》　本市作者的第一本小说，写运河边一家米行三代人的生活，书末附有老地名的图，每册三十元。"


def told(*lines: str) -> list[str]:
    """The features of the last line."""
    traits = look_all(read_lines("\n\n".join(lines)))
    return run_in(traits, len(traits) - 1)


@pytest.mark.parametrize(("line", "border"), [(GAP, "a gap"), (STOP, "a stop"), (WORK, "a title")])
def test_what_sets_the_headline_off_is_told(line: str, border: str) -> None:
    assert f"run-in by {border}" in told(line)


def test_a_row_is_counted_and_how_many_of_it_are_set_alike() -> None:
    found = told("短打", GAP, STOP, OTHER)
    assert "3 run-in without bullet under a short line" in found
    assert "2 run-in by a gap under a short line" in found


def test_a_line_without_a_row_stands_alone() -> None:
    assert "1 run-in by a gap" in told(
        "这是一个普通的段落，没有标题，只是讲一讲昨天夜里的雨下了多久，街上积了多少水。", GAP
    )


def test_a_dateline_behind_the_headline_is_told() -> None:
    assert "run-in before a dateline" in told("飞贼留字还狗　【本报讯】" + OTHER.partition("　")[2])
    assert "run-in before a dateline" not in told(OTHER)


def test_news_in_brief_set_off_by_gaps_is_an_article_each() -> None:
    page = parse_page(f"# 老街书场满座\n\n本报讯（记者周平）老街书场昨日满座。\n\n# 短讯\n\n{GAP}\n\n{OTHER}\n")
    assert [a.headline for a in page.articles] == ["老街书场满座", "南门夜市下月开张", "西桥今晨恢复通车"]
