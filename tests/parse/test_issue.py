"""What a page prints about its issue."""

from __future__ import annotations

import pytest

from paperterm.model import IssueFacts
from paperterm.parse import parse_page

STORY = "\n\n# 某市召开会议讨论工作\n\n本报讯(记者张三)某市总工会日前召开会议，研究部署下一阶段的工作任务。"


def issue(*lines: str) -> IssueFacts:
    return parse_page("\n\n".join(lines) + STORY).issue


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("2025年3月25日 星期二", "2025-03-25"),
        ("2025 年 3 月 25 日", "2025-03-25"),
        ("２０２５年３月２５日", "2025-03-25"),
        ("二〇二五年三月二十五日", "2025-03-25"),
        ("二○二五年三月廿五日 星期二", "2025-03-25"),
        ("一九四九年十月一日", "1949-10-01"),
        ("中華民國二十六年七月八日", "1937-07-08"),
        ("民国廿六年七月八日 星期四", "1937-07-08"),
        ("民國元年一月一日", "1912-01-01"),
        ("2025.3.25", "2025-03-25"),
        ("2025-03-25 星期二", "2025-03-25"),
        ("2025年2月30日", None),
        ("2025年13月1日", None),
    ],
)
def test_a_date_is_read_in_all_its_forms(printed, date):
    assert issue(printed).date == date


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("第22104期", 22104),
        ("总第9120期", 9120),
        ("第2104期（总第9120期）", 9120),
        ("总第9120期 第2104期", 9120),
        ("第一萬二千號", 12000),
        ("第２２１０４期", 22104),
    ],
)
def test_the_serial_number_is_the_total_where_both_stand(printed, number):
    assert issue(printed).number == number


@pytest.mark.parametrize(
    ("printed", "pages"), [("今日八版", 8), ("今日24版", 24), ("今日十六版", 16), ("本期共8版", 8)]
)
def test_the_number_of_pages_is_no_page(printed, pages):
    found = issue("2025年3月25日", printed)
    assert (found.pages, found.page) == (pages, None)


@pytest.mark.parametrize(
    ("printed", "page"),
    [
        ("第01版:要闻", 1),
        ("A3", 3),
        ("A03版", 3),
        ("4版", 4),
        ("第三版 要闻", 3),
        ("3 综合新闻", 3),
        ("要闻 02", 2),
        ("B02/文化", 2),
    ],
)
def test_the_page_number_is_the_number_alone(printed, page):
    assert issue(printed).page == page


def test_the_nameplate_names_the_paper():
    assert issue("某某日报", "2025年3月25日").paper == "某某日报"
    assert issue("某市晚報", "2025年3月25日").paper == "某市晚報"


def test_the_publisher_names_the_paper_where_the_nameplate_is_lost():
    assert issue("某省总工会主管主办 江城工人报社出版", "2025年3月25日").paper == "江城工人报"


def test_the_publication_number_is_found():
    assert issue("国内统一连续出版物号 CN 11-0002 代号 1-5").cn == "11-0002"


def test_nothing_is_inferred():
    assert issue("一条口号在这里") == IssueFacts()
    assert parse_page("").issue == IssueFacts()


def test_a_date_in_a_story_is_not_the_pages():
    text = "# 某市召开会议\n\n本报讯(记者张三)2024年3月1日，某市总工会召开会议，研究部署下一阶段的工作任务。"
    assert parse_page(text).issue.date is None
