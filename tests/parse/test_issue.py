"""What a page prints about its issue."""

from __future__ import annotations

import pytest

from paperterm.model import IssueFacts
from paperterm.parse import parse_page

STORY = "\n\n# 某市召开会议讨论工作\n\n本报讯(记者张三)某市总工会日前召开会议，研究部署下一阶段的工作任务。"


def issue(*lines: str) -> IssueFacts:
    return parse_page("\n\n".join(lines) + STORY).issue


def test_a_label_in_brackets_and_a_date_in_two_calendars_are_read_below_a_nameplate():
    assert issue("江城日报", "【03】 综合新闻", "2025年3月25日").page == 3
    assert issue("申報", "光緒三十二年三月初五日 西曆一千九百零六年三月二十九號").date == "1906-03-29"


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
        ("二O二五年三月廿五日", "2025-03-25"),
        ("2 0 2 5 年 3 月 2 5 日", "2025-03-25"),
        ("民國卅二年五月八號", "1943-05-08"),
        ("光緒三十二年三月初五日", "1906-03-29"),
        ("康德八年十一月三日", "1941-11-03"),
        ("1949年8月1日创刊 2025年3月25日 星期二", "2025-03-25"),
        ("2025年2月30日", None),
        ("2025年13月1日", None),
    ],
)
def test_a_date_is_read_in_all_its_forms(printed, date):
    assert issue(printed).date == date


@pytest.mark.parametrize(
    "lines",
    [
        ("2025年", "3月25日"),
        ("2025 年 3 月", "25", "星期二"),
        ("星期二", "2025", "3月25日"),
        ("星期二 2025年3月", "25日 某某日报"),
    ],
)
def test_a_date_cut_over_several_lines_is_read(lines):
    assert issue("某某日报", *lines).date == "2025-03-25"


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("第22104期", 22104),
        ("总第9120期", 9120),
        ("第2104期（总第9120期）", 9120),
        ("总第9120期 第2104期", 9120),
        ("第一萬二千號", 12000),
        ("第２２１０４期", 22104),
        ("第 3 2 8 9 期", 3289),
        ("第壹仟貳佰號", 1200),
        ("2025年3月25日 今日对开12版 NO.12345", 12345),
    ],
)
def test_the_serial_number_is_the_total_where_both_stand(printed, number):
    assert issue(printed).number == number


@pytest.mark.parametrize(
    ("printed", "pages"),
    [
        ("今日八版", 8),
        ("今日24版", 24),
        ("今日十六版", 16),
        ("本期共8版", 8),
        ("今日对开12版", 12),
        ("今日四开八版", 8),
        ("今日A叠8版 B叠4版", 12),
    ],
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
        ("港聞 A8", 8),
        ("# 4 要闻", 4),
        ("3 版 2025 年 3 月 25 日", 3),
        ("2025年3月25日 星期二 B3", 3),
        ("第03版要闻 2025年3月25日", 3),
        ("2025年3月25日某某日报第3版", 3),
    ],
)
def test_the_page_number_is_the_number_alone(printed, page):
    assert issue(printed).page == page


def test_the_nameplate_names_the_paper():
    assert issue("某某日报", "2025年3月25日").paper == "某某日报"
    assert issue("某市晚報", "2025年3月25日").paper == "某市晚報"


def test_the_publisher_names_the_paper_where_the_nameplate_is_lost():
    assert issue("某省总工会主管主办 江城工人报社出版", "2025年3月25日").paper == "江城工人报"


@pytest.mark.parametrize(
    "name",
    [
        "参考消息",
        "经济参考",
        "第一财经",
        "中国妇女",
        "紅色中華",
        "每日经济新闻",
        "21世纪经济报道",
        "滿洲日日新聞",
        "南方周末",
    ],
)
def test_papers_without_bao_in_their_name_are_known(name):
    assert issue(name, "2025年3月25日 星期二").paper == name


def test_a_name_is_read_behind_what_is_set_right_before_it():
    assert issue("2025年3月25日星期二今日8版江城日报社出版").paper == "江城日报"
    assert issue("参考消息报社出版", "2025年3月25日").paper == "参考消息"


@pytest.mark.parametrize("line", ["本报讯", "综合新闻", "环球论坛", "健康周刊"])
def test_a_section_is_no_paper(line):
    assert issue("2025年3月25日 星期二", line).paper is None


@pytest.mark.parametrize(
    ("line", "paper"), [("南方日报网 http://www.nfdaily.cn", "南方日报"), ("HTTP://WWW.WORKERCN.CN", "工人日报")]
)
def test_a_papers_domain_names_it(line, paper):
    assert issue(line, "2025年3月25日").paper == paper


@pytest.mark.parametrize(
    ("line", "paper"),
    [
        ("CHANGJIANG RIBAO", "Changjiang Ribao"),
        ("CHANG JIANG RI BAO", "Changjiang Ribao"),
        ("YICHANG WANBAO", "Yichang Wanbao"),
    ],
)
def test_a_name_in_pinyin_is_all_that_some_pages_print(line, paper):
    assert issue(line, "2025年3月25日").paper == paper


def test_a_name_in_pinyin_is_found_in_han_in_the_text():
    text = "CHANGJIANG RIBAO\n\n2025年3月25日" + STORY + "长江日报记者在现场看到，参加会议的代表认真听取了报告。"
    assert parse_page(text).issue.paper == "长江日报"


def test_the_publication_number_is_found():
    assert issue("2025年3月25日 ISSN 1672-1234 CN43—0004").cn == "43-0004"
    assert issue("国内统一连续出版物号 CN 11-0002 代号 1-5").cn == "11-0002"


def test_nothing_is_inferred():
    assert issue("一条口号在这里") == IssueFacts()
    assert parse_page("").issue == IssueFacts()


def test_a_pointer_to_another_page_is_no_page_number():
    assert parse_page("江城日报\n2025年3月25日 星期二" + STORY + "\n\n相关报道见第7版").issue.page is None


def test_a_date_in_a_story_is_not_the_pages():
    text = "# 某市召开会议\n\n本报讯(记者张三)2024年3月1日，某市总工会召开会议，研究部署下一阶段的工作任务。"
    assert parse_page(text).issue.date is None


def test_papers_of_counties_are_called_today():
    head = "# 今日梅川\n\n2022年4月12日 星期二\n\n第2316期 今日4版\n\n中共梅川县委主办 梅川县融媒体中心出版\n\n"
    assert parse_page(head + "# 某市召开会议\n\n本报讯 昨日，某市召开会议。").issue.paper == "今日梅川"
    assert (
        parse_page(head.replace("今日梅川", "今日要闻") + "# 某市召开会议\n\n本报讯 昨日，某市召开会议。").issue.paper
        is None
    )
