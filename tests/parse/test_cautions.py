"""What looks wrong on a page is said, with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperterm.model import Article, Block
from paperterm.parse import parse_page
from paperterm.parse.articles import Item
from paperterm.parse.cautions import cautions as in_articles
from paperterm.parse.lines import read_lines
from paperterm.parse.page_labels import page_labels
from paperterm.parse.repetition import in_a_row, varied
from paperterm.parse.surroundings import look_all
from tests.printer.page import print_page

TEXT = "某市总工会日前召开会议，研究部署下一阶段的工作任务，要求各级工会认真抓好落实。"
MORE = "会议指出，今年以来全市共建立职工之家三十二个，吸收会员四千余人，办了许多实事。"
THIRD = "与会人员还参观了两家企业的车间和食堂，听取了一线职工对改善劳动条件的建议。"
LAST = "据了解，这样的会议每个季度举行一次，会后形成的清单由专人负责督促办理到底。"


def cautions(*lines: str) -> list[tuple[str, int]]:
    return [(c.code, c.line) for c in parse_page("\n".join(lines)).warnings]


def messages(*lines: str) -> list[str]:
    return [c.message for c in parse_page("\n".join(lines)).warnings]


def article(line: int, headline: str, *paragraphs: str) -> Article:
    blocks = [Block("headline", headline, (line,))]
    blocks += [Block("body", text, (line + n,)) for n, text in enumerate(paragraphs, 1)]
    return Article("", "story", tuple(blocks))


def test_a_sound_page_has_none():
    assert cautions("# 某市召开会议", "本报讯(记者张三)" + TEXT, MORE) == []


def test_a_line_printed_twice_is_named():
    assert ("doubled-line", 3) in cautions("# 某市召开会议", "本报讯 " + TEXT, "本报讯 " + TEXT)


@pytest.mark.parametrize("copy", [MORE, MORE[:-1], MORE.replace("职工", "职王")], ids=["whole", "part", "misread"])
def test_a_copy_some_lines_below_is_named(copy):
    page = read_lines("\n".join(("# 某市召开会议", "本报讯 " + TEXT, MORE, LAST, copy)))
    found = in_articles([], [Item(look_all(page)[4], "F")], page)
    assert [(c.line, c.message) for c in found] == [(5, "Line 3 says the same; this copy was left out.")]


def test_a_headline_line_printed_twice_is_named():
    assert cautions("# 某市召开会议", "# 某市召开会议", "本报讯 " + TEXT, MORE) == [("doubled-line", 2)]


def test_rules_and_numbers_printed_twice_are_not():
    lines = ["—" * 20, "# 某市召开会议", "本报讯 " + TEXT, MORE, "—" * 20, "12345678901", "12345678901"]
    assert [code for code in cautions(*lines) if code[1] < 7] == []


def test_a_text_without_headline_is_named():
    assert cautions("本报讯 " + TEXT, MORE) == [("no-headline", 1)]


def test_a_headline_without_text_is_named():
    assert ("no-text", 3) in cautions("# 甲市召开会议", "本报讯 " + TEXT, "# 乙市举行第三届龙舟比赛")


def test_a_lost_opening_is_named():
    assert cautions("# 某市召开会议", "，并提出了要求。" + TEXT, MORE) == [("lost-opening", 2)]


@pytest.mark.parametrize(
    "tail", ["，把老人送到医院。" + THIRD, "的老人送到医院。" + THIRD, "会规范化水平。", "“劳动之城”。", "）" + THIRD]
)
def test_a_passage_that_begins_in_the_midst_of_a_sentence_is_named_wherever_it_stands(tail):
    found = in_articles([article(1, "某市召开会议", "本报讯 " + TEXT, MORE, tail, LAST)], ())
    assert [(c.code, c.line) for c in found] == [("lost-opening", 4)]


@pytest.mark.parametrize(
    "whole",
    [
        "会上，大家热烈讨论。",
        "“好！”",
        "的确，" + MORE,
        "了解情况后，" + MORE,
        "王毅、秦刚等参加上述活动。",
        "“走一趟，什么都懂了。”",
    ],
)
def test_a_short_paragraph_is_no_end_of_one(whole):
    assert in_articles([article(1, "某市召开会议", "本报讯 " + TEXT, MORE, whole, LAST)], ()) == ()


def test_short_lines_among_short_ones_are_verse():
    assert in_articles([article(1, "春耕", "种子落在泥里。", "表针走了一圈。", "会飞的是燕子。")], ()) == ()


def test_a_colon_between_a_headline_and_its_text_is_no_lost_opening():
    blocks = Block("headline", "■甲市法院", (1,)), Block("body", "：打非治违见实效　" + TEXT, (1,))
    assert in_articles([Article("", "story", blocks)], ()) == ()


def test_cautions_stand_in_the_order_of_their_lines():
    lines = [
        line
        for _, line in cautions(
            "本报讯 " + TEXT, MORE, MORE, "# 甲市召开会议", "# 乙市举行比赛", "，并提出了要求。" + TEXT
        )
    ]
    assert lines == sorted(lines)


# -- numbers of sections


def sections(*numbers: str) -> list[str]:
    texts = (TEXT, MORE, THIRD, LAST, TEXT[3:], MORE[3:], THIRD[3:])
    lines = ["# 一份意见", "新华社北京3月1日电 " + LAST[4:]]
    for number, text in zip(numbers, texts, strict=False):
        lines += [number, text]
    return lines


def test_a_missing_section_is_named_before_the_next():
    page = parse_page("\n".join(sections("一、总体要求", "二、主要任务", "四、组织领导")))
    assert [(c.code, c.line) for c in page.warnings] == [("missing-section", 7)]
    assert page.warnings[0].message == "Section 3 is missing before this heading."


def test_all_sections_that_are_missing_are_named():
    assert messages(*sections("一、总体要求", "四、组织领导")) == ["Sections 2, 3 are missing before this heading."]


def test_a_section_number_that_stands_twice_is_named():
    assert cautions(*sections("一、总体要求", "二、主要任务", "二、组织领导")) == [("doubled-section", 7)]


def test_sections_that_begin_with_the_second_lack_the_first():
    assert cautions(*sections("二、主要任务", "三、组织领导")) == [("missing-section", 3)]


def test_a_lower_level_begins_anew_under_each_higher_number():
    assert cautions(
        *sections("一、总体", "(一)目标要求", "(二)基本原则", "二、任务", "(一)抓好生产", "(三)抓好安全")
    ) == [("missing-section", 13)]


def test_a_higher_level_goes_on_over_the_lower_ones():
    assert cautions(*sections("一、总体", "(一)目标要求", "(二)基本原则", "三、任务")) == [("missing-section", 9)]


def test_a_number_in_the_midst_of_a_paragraph_is_not_missing():
    lines = ["# 一份意见", "(一)" + TEXT + "(二)" + MORE, "(三)" + THIRD]
    assert cautions(*lines) == []


def test_a_missing_clause_of_a_law_is_named():
    lines = ["# 某市职工之家管理办法"]
    lines += [f"第{n}条　{text}" for n, text in zip("一二四五", (TEXT, MORE, THIRD, LAST), strict=True)]
    assert [(c.code, c.line, c.message) for c in parse_page("\n".join(lines)).warnings] == [
        ("missing-section", 4, "Article 3 is missing before this line.")
    ]


@pytest.mark.parametrize(
    "numbers", [("99", "100", "102"), ("1998", "1999", "2001"), ("九百九十八", "九百九十九", "一千零一")]
)
def test_clauses_are_counted_as_high_as_they_go(numbers):
    lines = [
        "# 某市职工之家管理办法",
        *(f"第{n}条　{text}" for n, text in zip(numbers, (TEXT, MORE, THIRD), strict=True)),
    ]
    assert cautions(*lines) == [("missing-section", 4)]


@pytest.mark.parametrize(
    ("numbers", "missing"),
    [
        (("①", "③"), "Item ②"),
        (("(一)", "(三)"), "Section (二)"),
        (("（1）", "（3）"), "Item (2)"),
        (("首先，", "第三，"), "Point 2"),
        (("第一，", "第三，"), "Point 2"),
        (("【壹】", "【叁】"), "Section 贰"),
        (("壹、", "叁、"), "Section 贰"),
    ],
)
def test_numbers_of_every_kind_are_counted(numbers, missing):
    lines = ["# 一份意见", "新华社北京3月1日电 " + LAST, *map(str.__add__, numbers, (TEXT, MORE))]
    assert messages(*lines) == [f"{missing} is missing before this line."]


@pytest.mark.parametrize("between", ["其次，", "第二，", "第二是", "另外，"])
def test_the_second_point_has_other_names(between):
    assert cautions("# 一份意见", "首先，" + TEXT + between + MORE, "第三，" + THIRD) == []


# -- dates


def front(*masthead: str) -> list[tuple[str, int]]:
    return cautions("大江日报", *masthead, "", "# 某市召开会议", "本报讯(记者张三)" + TEXT, MORE)


def test_a_masthead_whose_dates_agree_is_sound():
    assert front("2025年3月25日 星期二", "乙巳年二月廿六 第3000期") == []


@pytest.mark.parametrize(
    "line", ["2025年3月25日 星期三", "二〇二五年三月二十五日 星期三", "２０２５年３月２５日　星期三"]
)
def test_a_weekday_that_is_not_that_of_the_date_is_named(line):
    assert front(line) == [("weekday", 2)]


def test_a_weekday_below_the_date_is_checked_too():
    assert front("2025年3月25日", "星期六 第3000期") == [("weekday", 3)]


@pytest.mark.parametrize("line", ["乙巳年二月廿七 第3000期", "甲辰年二月廿六 第3000期", "农历三月廿六 第3000期"])
def test_a_lunar_date_that_is_not_that_of_the_date_is_named(line):
    assert front("2025年3月25日 星期二", line) == [("lunar-date", 3)]


@pytest.mark.parametrize("line", ["農曆乙巳年二月廿六", "二月二十六", "农历二月廿六 今日八版"])
def test_other_ways_to_print_a_lunar_date_are_understood(line):
    assert front("2025年3月25日 星期二", line) == []


def test_the_eleventh_and_twelfth_month_have_two_names():
    assert front("2022年12月15日 星期四 壬寅年十一月廿二") == front("2022年12月15日 星期四 壬寅年冬月廿二") == []


def test_a_date_of_the_republic_is_checked():
    assert cautions("渝江日報", "中華民國三十四年三月十六日　星期六", "", "# 某市召開會議", "本報訊 " + TEXT) == [
        ("weekday", 2)
    ]


def test_a_day_that_no_calendar_has_is_named_in_the_masthead_and_in_the_text():
    assert front("2025年2月30日 星期二") == [("impossible-date", 2)]
    lines = ("# 某市召开会议", "本报讯 " + TEXT, "截至6月31日，" + MORE, "13月5日，" + THIRD)
    assert cautions(*lines) == [("impossible-date", 3), ("impossible-date", 4)]


def test_days_that_there_are_are_not_named():
    days = "1月31日、2月29日、2024年2月29日、9月30日、12月31日、三月三十一日、农历二月三十日"
    assert cautions("# 某市召开会议", "本报讯 " + TEXT, days + "，" + MORE) == []


def test_the_leap_day_of_another_year_is_named():
    assert cautions("# 某市召开会议", "本报讯 " + TEXT, "2023年2月29日，" + MORE) == [("impossible-date", 3)]


def test_news_that_is_younger_than_the_paper_is_named():
    lines = ["大江日报", "2025年3月25日 星期二", "", "# 某市召开会议", "新华社北京3月28日电 " + TEXT, MORE]
    assert cautions(*lines) == [("dateline-after-issue", 5)]


@pytest.mark.parametrize("filed", ["1月1日", "12月31日", "31日"])
def test_news_of_last_year_and_of_the_month_before_is_not(filed):
    lines = ["大江日报", "2025年1月2日 星期四", "", "# 某市召开会议", f"新华社北京{filed}电 " + TEXT, MORE]
    assert cautions(*lines) == []


@pytest.mark.parametrize("line", ["2025年3月25日 WED", "2025年3月25日 Wednesday", "2025年3月25日 星期 三"])
def test_a_weekday_in_english_or_set_apart_is_checked_too(line):
    assert front(line) == [("weekday", 2)]
    assert front(line.replace("WED", "TUE").replace("Wednes", "Tues").replace("三", "二")) == []


@pytest.mark.parametrize(
    "line",
    [
        "責任編輯 張三  2025年3月26日 星期三",
        "大江日报 2025年3月26日 星期三 第5版",
        "大江日报 2025年3月24日",
        "2025年3月24日 星期一",
        "2025年3月26日",
    ],
)
def test_another_date_at_the_foot_is_named(line):
    lines = ["大江日报 2025年3月25日 星期二", "", "# 某市召开会议", "本报讯(记者张三)" + TEXT, MORE, "", line]
    assert cautions(*lines) == [("two-dates", 7)]


@pytest.mark.parametrize(
    "lines",
    [
        ("責任編輯 張三  2025年3月25日 星期二",),
        ("大江日报 2025年3月25日 星期二 第5版",),
        ("2025年3月24日",),  # of a notice or a letter
        ("第2版 2025年3月24日",),
        ("（原载2025年3月26日《大河日报》）",),
        ("相关报道见本报2025年3月24日第2版",),
        ("遗失声明 张三遗失身份证，声明作废。", "某某公司", "2025年3月24日"),
        ("活动时间：2025年4月1日 星期二",),
    ],
)
def test_dates_of_notices_and_of_what_is_quoted_are_not_the_pages(lines):
    page = ["大江日报 2025年3月25日 星期二", "", "# 某市召开会议", "本报讯(记者张三)" + TEXT, MORE, "", *lines]
    assert [c for c in cautions(*page) if c[0] in RARE] == []


@pytest.mark.parametrize(
    "lines",
    [
        ("民國三十二年五月八日 西曆一九四四年五月八日",),
        ("中華民國三十二年五月八日 星期六", "公曆一九四四年五月八日"),
        ("2025年3月25日 星期二", "2025年3月26日 第5版"),
    ],
)
def test_a_masthead_with_two_days_is_named(lines):
    assert front(*lines) == [("two-dates", 1 + len(lines))]


@pytest.mark.parametrize(
    "lines",
    [
        ("民國三十二年五月八日 西曆一九四三年五月八日 星期六",),
        ("光緒三十二年三月初五日 西曆一千九百零六年三月二十九號 禮拜四",),
        ("1949年8月1日创刊 2025年3月25日 星期二",),
        ("2025年3月24日—2025年3月30日 第12期",),
    ],
)
def test_one_day_in_two_calendars_a_founding_and_a_week_are_sound(lines):
    assert front(*lines) == []


# -- page numbers


def test_a_second_page_number_is_named():
    lines = ["大江日报", "2025年3月25日 星期二", "第3版：要闻", "", "# 某市召开会议", "本报讯 " + TEXT, MORE]
    assert cautions(*lines, "第5版") == [("two-page-numbers", 8)]
    assert cautions(*lines, "第3版") == []


def test_a_page_beyond_the_last_one_is_named():
    lines = ["大江日报", "2025年3月25日 星期二 今日4版", "第7版：综合", "", "# 某市召开会议", "本报讯 " + TEXT]
    assert cautions(*lines) == [("page-beyond-issue", 3)]


def test_a_pointer_to_another_page_is_no_page_number():
    lines = ["4 综合新闻", "2025年3月25日 星期二", "", "# 某市召开会议", "本报讯 " + TEXT, MORE, "相关报道见第5版"]
    assert cautions(*lines) == []


def test_a_pointer_in_traditional_characters_is_none_either():
    lines = [
        "第十六版",
        "大江日報 2025年3月25日 星期二",
        "",
        "# 某市召開會議",
        "【本報訊】" + TEXT,
        MORE,
        "相關新聞刊第十八版",
    ]
    assert cautions(*lines) == []


def test_numbered_headings_are_no_page_numbers():
    items = [Item(t, "F") for t in look_all(read_lines("第3版\n### 01 看产业\n### 02 看治理"))]
    assert page_labels(items) == []


# -- repetition


def test_a_phrase_three_times_in_a_row_is_named():
    loop = "进一步推动工会工作高质量发展，" * 3
    assert cautions("# 某市召开会议", "本报讯 " + TEXT, MORE[:-1] + "，" + loop + THIRD) == [("repeated-phrase", 3)]


@pytest.mark.parametrize(
    ("text", "told"), [("采茶" * 20, "“采茶” stands here 20 times"), ("的" * 33, "“的” stands here 33 times")]
)
def test_a_word_or_a_character_many_times_in_a_row_is_named(text, told):
    found = messages("# 某市召开会议", "本报讯 " + TEXT, MORE + text + "。")
    assert [message.startswith(told) for message in found] == [True]


def test_a_headline_may_be_invented_too():
    assert ("repeated-phrase", 1) in cautions("# 某市召开会议" + "好" * 27, "本报讯 " + TEXT, MORE)


def test_a_line_three_times_in_a_row_is_named_whatever_its_number():
    lines = [f"{n}. 加强领导" for n in range(1, 8)]
    assert cautions("# 某市召开会议", "本报讯 " + TEXT, *lines) == [("repeated-phrase", 4)]
    assert cautions("# 某市召开会议", "本报讯 " + TEXT, *lines[:2]) == []


def test_a_phrase_twice_in_a_row_and_rules_of_dots_are_not():
    lines = ("# 某市召开会议", "本报讯 " + TEXT, "加油，劳动者，加油，劳动者！" + MORE, "…" * 60 + "－" * 60 + "0" * 60)
    assert cautions(*lines) == []


def test_a_sentence_that_comes_again_at_once_is_named():
    assert cautions("# 某市召开会议", "本报讯 " + TEXT + MORE, THIRD + MORE) == [("repeated-sentence", 3)]


def test_a_paragraph_that_comes_again_is_named():
    body = TEXT + MORE + THIRD
    others = [f"第{n}家企业的负责人说，{LAST}" for n in "甲乙丙丁戊"]
    assert cautions("# 某市召开会议", body, *others, body) == [("repeated-sentence", 8)]


@given(st.permutations("甲乙丙丁戊己庚辛壬癸子丑寅卯"), st.integers(8, 14), st.integers(0, 30))
def test_every_phrase_three_times_in_a_row_is_found(letters, size, before):
    phrase = "".join(letters[:size])
    text = "".join(chr(0x9000 + n) for n in range(before)) + phrase * 3 + "零"
    assert in_a_row(text) == (before, phrase)


@given(st.text("甲乙丙丁戊", max_size=200))
def test_what_is_found_stands_three_times_in_a_row(text):
    found = in_a_row(text)
    if found:
        at, phrase = found
        assert text.startswith(phrase * 3, at)
        assert len(phrase) >= 8 and varied(phrase)


# -- names


def test_a_name_that_differs_in_one_character_from_the_byline_is_named():
    lines = ("# 某市召开会议", "本报讯(记者王建业)" + TEXT, MORE, "记者王建亚还走访了几家企业。" + THIRD)
    assert cautions(*lines) == [("misread-name", 4)]
    assert messages(*lines) == ["王建亚 is likely 王建业 misread: this page prints that name elsewhere."]


def test_a_name_that_differs_from_one_that_stands_often_is_named():
    text = ["主任李长春" + TEXT, "李长春说，" + MORE, "主任李长春介绍，" + THIRD, "李长舂表示，" + LAST]
    assert cautions("# 某市召开会议", *text) == [("misread-name", 5)]


def test_two_people_with_names_alike_are_two_people():
    text = ["主任李长春" + TEXT, "李长江说，" + MORE, "主任李长春介绍，" + THIRD, "李长春、李长江表示，" + LAST]
    assert cautions("# 某市召开会议", *text) == []


# -- names that stand often, without a byline


@pytest.mark.parametrize(
    ("right", "wrong", "sentences"),
    [
        ("谭志勇", "谭志男", ["局长{}说，", "{}表示，", "局长{x}介绍，", "{}强调，"]),
        ("李铁柱", "李铁桂", ["乡长{}介绍，", "{x}说，", "{}表示，", "{}希望"]),
        ("张明", "张眀", ["{}说，", "村民{}介绍，", "村民{x}告诉记者，", "村民{}"]),
        ("欧阳志远", "欧阳志达", ["乡长{}说，", "{}表示，", "{}", "乡长{x}告诉记者，"]),
        ("木江·买买提", "木汪·买买提", ["村医阿里{}说，", "阿里{}", "阿里{x}介绍，", "阿里{}"]),
        ("陳國強", "陳國弧", ["議員{}表示，", "{}認為，", "議員{x}指出，", "{}"]),
        ("株洲供电公司", "株州供电公司", ["国网{}", "国网{x}", "国网{}", "国网{}"]),
        ("清溪县", "情溪县", ["在{}，", "来到{x}，", "{}人说，", "{}"]),
    ],
)
def test_a_name_that_differs_in_one_character_alike_is_named(right, wrong, sentences):
    texts = zip(sentences, (TEXT, MORE, THIRD, LAST), strict=True)
    lines = ["# 某市召开会议", *(start.format(right, x=wrong) + text for start, text in texts)]
    assert f"{wrong} is likely {right} misread: this page prints that name elsewhere." in messages(*lines)


SPOKEN = ["村民王志强说，" + TEXT, "王志强介绍，" + MORE, "村民王志强说，" + THIRD]


def test_who_speaks_and_was_never_introduced_is_likely_another_name_misread():
    assert ("misread-name", 5) in cautions("# 某市召开会议", *SPOKEN, "王志弱说，" + LAST)


@pytest.mark.parametrize(
    "text", ["村民王志刚说，", "村民王志刚说，王志刚表示，", "村民赵志强说，", "他也说，", "许多人说，"]
)
def test_somebody_else_is_no_name_misread(text):
    assert cautions("# 某市召开会议", *SPOKEN, text + LAST) == []


@pytest.mark.parametrize("places", [("上河村", "下河村"), ("第一公司", "第二公司"), ("东风镇", "西风镇")])
def test_two_places_of_a_series_are_two_places(places):
    one, two = places
    assert cautions("# 某市召开会议", *(f"在{one}，{text}" for text in (TEXT, MORE, THIRD)), f"在{two}，{LAST}") == []


# -- passages that stray


BIRDS = article(
    1, "鄱阳湖候鸟数量创新高", "本报讯 鄱阳湖保护区昨日公布，白鹤、东方白鹳等候鸟今冬达七十万只，创下新高。"
)
HEATING = article(
    3,
    "旧城区供暖管网改造完工",
    "本报讯 旧城区供暖管网改造昨日完工，惠及居民三万户，锅炉房全部关停。",
    "改造中，施工队更换老旧管网四十公里，供暖公司为每户居民装上了温控阀门。",
    "巡护员在鄱阳湖畔架起望远镜，清点白鹤和东方白鹳，保护区的候鸟数量逐日上升，湖面飞满了白鹤。",
    "供暖公司表示，旧城区居民家中的温度平均提高了三度，锅炉房原址将改成公园，供居民休憩。",
)


def test_a_passage_about_another_article_is_named():
    found = in_articles([BIRDS, HEATING], ())
    assert [(c.code, c.line) for c in found] == [("stray-passage", 6)]
    assert "鄱阳湖候鸟数量创新高" in found[0].message


def test_a_passage_that_names_its_own_headline_is_where_it_belongs():
    texts = [block.text for block in HEATING.blocks]
    texts[3] = "旧城区居民说，" + texts[3]
    assert in_articles([BIRDS, article(3, *texts)], ()) == ()


def test_two_articles_about_one_thing_share_their_words():
    comment = article(
        9, "候鸟为什么回来", *(block.text for block in BIRDS.blocks[1:]), TEXT, MORE, BIRDS.blocks[1].text
    )
    assert "stray-passage" not in [c.code for c in in_articles([BIRDS, comment], ())]


def test_the_very_line_of_a_paragraph_of_several_lines_is_named():
    lines = read_lines("\n".join(("某市召开会议", TEXT, MORE, "截至6月31日，" + THIRD)))
    blocks = Block("headline", lines[0].text, (1,)), Block("body", "".join(x.text for x in lines[1:]), (2, 3, 4))
    found = in_articles([Article("", "story", blocks)], (), lines)
    assert [(c.code, c.line) for c in found] == [("impossible-date", 4)]


# -- on the whole


RARE = {
    "lost-opening",
    "stray-passage",
    "misread-name",
    "repeated-phrase",
    "weekday",
    "lunar-date",
    "impossible-date",
    "two-dates",
}


@pytest.mark.parametrize("seed", range(8000, 8020))
def test_pages_without_damage_give_no_false_alarm(seed):
    found = parse_page(print_page(seed, "none").text).warnings
    assert [c for c in found if c.code in RARE] == []


def test_the_sample_pages_lack_one_section_and_two_openings(seeds):
    assert [(n, c.line, c.code) for n, text in enumerate(seeds) for c in parse_page(text).warnings] == [
        (1, 41, "lost-opening"),
        (3, 80, "missing-section"),
        (4, 125, "lost-opening"),
    ]


PIECES = "\n # 第 条 章 一、 二、 （三） 3. 四十九 千 百 2025年 13月 31日 星期三 甲辰年 闰六月 廿六 第9版 今日4版 记者王建业说 。 ０ 民国".split(
    " "
)


@given(st.lists(st.sampled_from(PIECES), max_size=80).map("".join))
def test_every_caution_names_a_line_of_the_page(text):
    assert all(1 <= c.line <= text.count("\n") + 1 for c in parse_page(text).warnings)
