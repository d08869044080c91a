"""What is seen on one line alone."""

from __future__ import annotations

import pytest

from paperterm.parse.lines import read_lines
from paperterm.parse.surroundings import look_all
from paperterm.parse.traits import Traits, look


def traits(text: str) -> Traits:
    return look(read_lines(text)[0], None)


@pytest.mark.parametrize(
    "opening",
    [
        "本报讯(记者张三 通讯员李四)",
        "本报讯 记者张三报道：",
        "本报北京3月24日电 (记者张三)",
        "本报合肥18日电",
        "新华社北京10月19日电",
        "新华社北京２０２５年３月２４日电",
        "据新华社北京电",
        "【新华社重庆十四日电】",
        "【本報訊】記者張三報道",
        "〔本報訊〕",
        "【本報記者張三香港七日電】",
        "【明報專訊】",
        "香港文匯報訊（記者張三）",
        "【記者張三／台北報導】",
        "〔記者張三／嘉義報導〕",
        "【專訊】",
        "中新社3月8日電",
        "人民日报北京10月1日电",
        "據新華社東京二十日電",
    ],
)
def test_a_dateline_opens_a_news_item(opening):
    assert traits(opening + " 昨日，本市召开会议，讨论了许多事情。").dateline


@pytest.mark.parametrize(
    "line",
    [
        "记者日前获悉，本市将召开会议。",
        "本报地址：某路1号",
        "据了解，今年以来，全市共召开会议三次。",
        "新华书店北京开业",
        "3月24日，张三来到北京。",
    ],
)
def test_other_openings_are_no_datelines(line):
    assert not traits(line).dateline


@pytest.mark.parametrize(
    "line",
    [
        "本报记者 张三 李四",
        "本报记者 张三 本报通讯员 李四",
        "■本报记者 张三",
        "□通讯员 张三",
        "本報記者 張三",
        "文/图 张三",
        "文/张三 图/李四",
        "作者:张三",
        "撰文/张三",
        "采写/某某报记者 张三",
        "特约撰稿人：张三",
        "本报评论员",
        "本报驻京记者 张三",
    ],
)
def test_a_line_that_names_reporters_is_a_byline(line):
    assert traits(line).byline


@pytest.mark.parametrize("line", ["张三", "王 鑫", "王  鑫", "■張三", "□ 张三 李四"])
def test_a_name_alone_may_be_a_byline(line):
    assert traits(line).lone_name


@pytest.mark.parametrize(
    "line", ["记者在现场看到，人来人往。", "工匠精神", "本报记者张三在现场看到，这里人山人海，热闹非凡，大家都很高兴。"]
)
def test_a_sentence_about_reporters_is_no_byline(line):
    assert not traits(line).byline and not traits(line).lone_name


@pytest.mark.parametrize(
    "line",
    [
        "张三 摄",
        "(张三 摄)",
        "新华社记者 张三 摄",
        "新华社发（张三 摄）",
        "视觉中国 供图",
        "资料图片",
        "图：新华社",
        "本报记者 张三 摄影报道",
        "本報記者 張三 攝",
    ],
)
def test_a_photo_credit_is_a_credit(line):
    assert traits(line).credit and not traits(line).byline


@pytest.mark.parametrize("line", ["(新华社北京10月21日电)", "（据新华社北京电 记者张三、李四）", "（據新華社電）"])
def test_a_dateline_in_brackets_alone_closes_an_article(line):
    assert traits(line).closing and traits(line).credit


@pytest.mark.parametrize("line", ["(记者 张三)", "（本報記者 張三）"])
def test_names_in_brackets_alone_close_an_article(line):
    assert traits(line).closing


@pytest.mark.parametrize(
    "line",
    ["(下转第3版)", "(下转第三版)", "（下轉第三版）", "下转A3版", "转2版", "下转第４版", "▶下转第3版", "下转 03 版"],
)
def test_a_line_may_say_where_an_article_goes_on(line):
    assert traits(line).jump_to and not traits(line).jump_from


@pytest.mark.parametrize("line", ["(上接第1版)", "◀ 上接 A01 版", "(上接A1版)", "【上接第一版】", "上接1版"])
def test_a_line_may_say_where_an_article_comes_from(line):
    assert traits(line).jump_from and not traits(line).jump_to


@pytest.mark.parametrize("line", ["相关报道见第5版", "详见4版", "（详见第4版）"])
def test_a_pointer_is_no_jump(line):
    assert not traits(line).jump_to and traits(line).furniture > 0


@pytest.mark.parametrize(
    "line",
    [
        "2025年3月25日 星期二",
        "２０２５年３月２５日",
        "二〇二五年三月二十五日",
        "中華民國二十六年七月八日",
        "2025.3.25",
        "乙巳年二月廿六",
        "九月廿一 今日霜降",
        "第22104期",
        "总第9120期",
        "第一萬二千號",
        "今日八版",
        "今日24版",
        "国内统一连续出版物号 CN 11-0002",
        "代号 1-5",
        "某某日报社出版",
        "WORKERS DAILY",
        "电话:010-12345678",
        "新闻热线：0437-3249118",
        "邮箱:a@b.cn",
        "http://www.example.cn",
    ],
)
def test_a_masthead_form_is_recognised(line):
    assert traits(line).masthead > 0


@pytest.mark.parametrize(
    "line", ["第01版:要闻", "A3", "A03版", "4版", "3 综合新闻", "要闻 02", "B02/文化", "# 06 理论", "5 经济·社会"]
)
def test_a_page_label_is_furniture(line):
    assert traits(line).furniture > 0


@pytest.mark.parametrize("line", ["1 台风夜的第一班", "## 2 没有信号", "## 01 看产业"])
def test_the_number_of_a_section_heading_is_no_page_label(line):
    assert traits(line).furniture == 0


@pytest.mark.parametrize(
    "line",
    [
        "责编:张三",
        "责任编辑 张三 版式 李四",
        "值班编委 张三",
        "校对:李四",
        "版面责编 张三",
        "导读",
        "【導讀】",
        "简讯",
        "遗失声明",
    ],
)
def test_editor_lines_and_banners_are_furniture(line):
    assert traits(line).furniture >= 5


@pytest.mark.parametrize(
    ("line", "stops"),
    [
        ("完了。", True),
        ("完了！”", True),
        ("完了。）", True),
        ("完了。(记者张三)", True),
        ("还没有完", False),
        ("他说，", False),
        ("他说：", False),
    ],
)
def test_a_sentence_ends_with_its_mark_and_what_closes_behind_it(line, stops):
    assert traits(line).stop is stops


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("一、总则", "one"),
        ("（二）目标", "two"),
        ("3.办法", "three"),
        ("第一章 总则", "chapter"),
        ("第十二条 本法", "article"),
        ("一起来", ""),
        ("3.5亿元", ""),
    ],
)
def test_section_numbers_have_kinds(line, kind):
    assert traits(line).ordinal == kind


def test_a_line_printed_twice_is_marked_once():
    line = "一句长得足以被认出来的话，印了两遍。"
    assert [t.doubled for t in look_all(read_lines(f"{line}\n\n{line}\n\n别的话"))] == [False, True, False]


def test_a_word_cut_by_a_columns_end_is_seen_by_its_use_elsewhere():
    text = "工匠进校园，工匠来了，这里谈的是工\n\n匠的故事\n\n好看的书，书中谈到了山\n\n乡的故事"
    assert [t.glued for t in look_all(read_lines(text))] == [False, True, False, False]


@pytest.mark.parametrize(
    ("line", "trait"),
    [
        ("（作者系某大学副教授）", "credit"),
        ("（作者单位：某学院经济与管理学院）", "credit"),
        ("左纪 著 红蜻蜓少儿出版社", "byline"),
        ("（英）约翰·帕金斯 著 钱塘 译 某某书局", "byline"),
        ("核心阅读", "digest"),
        ("上回提要：何三顺混入番摊馆，欲寻回被典当的祖传玉佩，不料被人识破。", "digest"),
        ("编者按 校本课程怎样开才不走过场？", "digest"),
        ("装卸车间 叉车司机 邵铁英", "signature"),
        ("柳沟站 客运员 邬冬梅", "signature"),
        ("某县食品厂　樊秀英　马保成　苗全贵", "signature"),
        ("二道街二十一号　尤占魁", "signature"),
        ("国家气候中心研究员 端木雪", "signature"),
        ("石板坡居民　瞿静轩谨启", "signature"),
        ("14版 电视连续剧《某某风云》杀青 演员集体补牙", "furniture"),
        ("中共某某地委机关报", "masthead"),
        ("某某铁路局某某车务段主办", "masthead"),
    ],
)
def test_a_line_gives_itself_away(line, trait):
    assert getattr(traits(line), trait)


@pytest.mark.parametrize(
    ("line", "trait"),
    [
        ("编者按语写得好", "digest"),
        ("14版", "masthead"),
        ("04版 要闻 2020年3月4日", "furniture"),
        ("夜班货检员", "signature"),
        ("青瓷小镇 窑火正旺", "signature"),
    ],
)
def test_a_line_that_only_looks_like_it_does_not(line, trait):
    assert not getattr(traits(line), trait)


def test_a_dateline_behind_a_headline_on_its_line_is_the_texts() -> None:
    (t,) = look_all(
        read_lines("女排抵达江城备战　据新华社江城9月23日电　女排昨天抵达江城，全队今天上午训练两个小时，下午休息。")
    )
    assert t.line.text[: t.run_in_plain].strip() == "女排抵达江城备战"
