"""The page's text as physical lines, each as a reader would see it."""

from __future__ import annotations

import pytest

from paperterm.parse.lines import clean, read_lines, split_lines


def shown(raw: str) -> str:
    return clean(raw)[0]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_every_line_end_counts_alike(end):
    lines = read_lines(end.join(["", "甲", "", "", "乙", "丙"]))
    assert [(line.number, line.text, line.gap) for line in lines] == [(2, "甲", 1), (5, "乙", 2), (6, "丙", 0)]


def test_a_form_feed_or_a_line_separator_ends_no_line():
    assert split_lines("甲\x0c乙\u2028丙\x85丁") == ["甲\x0c乙\u2028丙\x85丁"]
    assert shown("甲\u2028乙") == "甲 乙"


@pytest.mark.parametrize("blank", ["   ", "\u3000\u3000", "\xa0", "\x0c", "\t", "\u200b\u200b", "\ufeff"])
def test_a_line_without_print_is_blank(blank):
    assert [line.number for line in read_lines(f"甲\n{blank}\n乙")] == [1, 3]
    assert read_lines(f"甲\n{blank}\n乙")[1].gap == 1


@pytest.mark.parametrize(
    ("raw", "level"), [("# 题", 1), ("###### 题", 6), ("##题", 2), ("  ## 题 ##", 2), ("题", 0), ("####### 题", 0)]
)
def test_heading_marks_are_a_level(raw, level):
    assert clean(raw)[1] == level
    assert shown(raw).endswith("题")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("**粗体**的字", "粗体的字"),
        ("AT&amp;T", "AT&T"),
        ("甲&nbsp;乙", "甲\xa0乙"),
        ("<b>甲</b><br/>", "甲"),
        ('<div align="center">甲</div>', "甲"),
        ("甲<!-- 不印 -->乙", "甲乙"),
        ("跑了$3200\\mathrm{m}$", "跑了3200m"),
        ("花了$5和$6", "花了$5和$6"),
        ("下划线\\_这样\\*写", "下划线_这样*写"),
        ("![](images/a.jpg)图下文字", "图下文字"),
        ("<http://www.workercn.cn>", "http://www.workercn.cn"),
        ("来信请寄<a@b.com>，好", "来信请寄<a@b.com>，好"),
        ("<b>信箱</b><p.li-2@b.com>", "信箱<p.li-2@b.com>"),
        ('<a href="mailto:a@b.com">信箱</a>', "信箱"),
        ("<tr><td>张三</td><td>李四</td></tr>", "张三 | 李四"),
        ("5<6 且 7>6", "5<6 且 7>6"),
        ("[red]不是标记[/red]", "[red]不是标记[/red]"),
        ("\x1b[31m红\x00字\u202e反\ufeff", "[31m红字反"),
    ],
)
def test_markup_is_taken_off_and_print_stays(raw, text):
    assert shown(raw) == text


@pytest.mark.parametrize("raw", ["&amp;lt;b&amp;gt;", "<b", "a\\alpha", "<<b>b>", "&#0;", "&lt;<b>b&gt;"])
def test_what_would_become_markup_when_cleaned_is_left_as_it_stands(judge, raw):
    assert judge.seen(shown(raw)) == judge.seen(raw)


def test_spaced_characters_are_closed_up():
    assert shown("本 报 讯 记 者") == "本报讯记者"
    assert shown("本　报　讯　记　者") == "本报讯记者"


def test_spaces_between_names_and_words_stay():
    assert shown("张三 李四 王五 赵六") == "张三 李四 王五 赵六"
    assert shown("王 鑫") == "王 鑫"


def test_a_gap_is_never_wider_than_eight_spaces():
    assert shown("甲" + " " * 500 + "乙") == "甲" + " " * 8 + "乙"
    assert shown("甲    乙") == "甲    乙"


def test_an_image_is_remembered_though_nothing_is_shown_of_it():
    (line,) = read_lines("![说明](images/1.jpg)")
    assert line.image and line.text == "" and line.size == 0


def test_folding_keeps_every_place():
    (line,) = read_lines("ＡＢＣ報紙，１２３")
    assert line.folded == "abc报纸,123" and len(line.folded) == len(line.text)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("10月3曰", "10月3日"),
        ("五月二十曰", "五月二十日"),
        ("临江曰报", "临江日报"),
        ("本报汛", "本报讯"),
        ("子曰诗云", "子曰诗云"),
    ],
)
def test_set_phrases_are_compared_as_they_must_have_been_printed(printed: str, meant: str) -> None:
    (line,) = read_lines(printed)
    assert (line.text, line.folded) == (printed, meant)
