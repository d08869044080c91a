"""Where each printed line is a line of the file, a paragraph's lines become one line; verse, titles and lists do not."""

from __future__ import annotations

import random

import pytest

from paperterm.parse import parse_page
from paperterm.parse.form import page_form
from paperterm.parse.lines import Line, read_lines, split_lines
from paperterm.parse.reflow import reflow

LEAD = "本报讯（记者张三 通讯员李四）昨天上午，某市图书馆的新馆开门迎客，读者排起了长队，最早的一位天不亮就来了。"
SECOND = "新馆有三层，藏书二十万册，靠窗的一面是一排长桌，坐得下两百多人。馆长王五说，开馆头一个月，每天都开到夜里十点，周末也不休息，请大家相互转告。"
THIRD = "老读者赵六在门口等了一个多小时，他说，旧馆只有一间屋子，冬天冷，夏天热，看书的人却从来没有少过，如今总算有了像样的地方。"
PARAGRAPHS = (LEAD, SECOND, THIRD)
VERSE = (
    "海把黄昏叠成一封信",
    "投进礁石的缝隙",
    "你用一束光拆开它，",
    "读给每一条晚归的船",
    "灯只怕没有人等",
    "整片海替你醒着",
)
NO_START = "，。、；：？！”）》"


def set_in_column(text: str, width: int, indent: str = "") -> list[str]:
    """A paragraph as the lines of a column `width` characters wide; a mark that may not begin a line hangs."""
    rest, lines = indent + text, []
    while rest:
        end = width + (len(rest) > width and rest[width] in NO_START)
        lines.append(rest[:end])
        rest = rest[end:]
    return lines


def column(width: int, indent: str = "", between: str = "\n\n") -> str:
    return between.join("\n".join(set_in_column(p, width, indent)) for p in PARAGRAPHS)


def texts(page: str) -> list[str]:
    return ["".join(line.text.split()) for line in reflow(read_lines(page))]


def bare(*found: str) -> list[str]:
    return ["".join(text.split()) for text in found]


@pytest.mark.parametrize("width", [12, 16, 21, 30])
def test_blank_lines_part_paragraphs(width):
    assert texts(column(width) + "\n\n" + column(width)) == bare(*PARAGRAPHS * 2)


@pytest.mark.parametrize("width", [12, 16, 21, 30])
def test_indents_part_paragraphs(width):
    page = column(width, "　　", "\n")
    assert texts(f"{page}\n{page}") == bare(*PARAGRAPHS * 2)


def test_short_last_lines_part_paragraphs_where_nothing_else_does():
    assert texts(column(17, between="\n")) == bare(*PARAGRAPHS)


def test_a_blank_line_behind_every_line_parts_nothing():
    page = column(17, "　　", "\n")
    assert texts(f"{page}\n{page}".replace("\n", "\n\n")) == bare(*PARAGRAPHS * 2)


def test_a_joined_line_knows_its_physical_lines():
    lines = reflow(read_lines("某市新图书馆开馆\n\n" + column(20)))
    assert [line.numbers() for line in lines] == [(1,), (3, 4, 5), (7, 8, 9, 10), (12, 13, 14)]


def test_a_part_of_a_joined_line_stands_on_its_own_physical_lines():
    line = reflow(read_lines(column(20)))[0]
    first, rest = line.text[:20], line.text[20:]
    assert line.numbers(0, len(first)) == (1,)
    assert line.numbers(len(line.text) - len(rest)) == (2, 3)


def test_two_columns_of_different_width_are_both_seen():
    assert texts(column(13) + "\n\n" + column(24)) == bare(*PARAGRAPHS, *PARAGRAPHS)


def test_only_the_part_that_is_set_line_by_line_is_joined():
    whole = "\n\n".join([SECOND, THIRD, LEAD])
    assert texts(f"{whole}\n\n短标题一行\n\n{column(15)}") == bare(SECOND, THIRD, LEAD, "短标题一行", *PARAGRAPHS)


def test_digits_and_letters_of_half_width_fill_a_column_as_well():
    text = "2025年1月至3月，全市共有12800多人次参加了384场培训，比2024年同期增长百分之15，其中35岁以下的有6200人。"
    lines, line, cells = [], "", 0
    for c in text * 3:
        cells += 1 if c.isascii() else 2
        if cells > 32:
            lines.append(line)
            line, cells = "", 1 if c.isascii() else 2
        line += c
    assert texts("\n".join([*lines, line])) == [text * 3]


def opening_cut_short() -> str:
    """A page whose first line is broken between two names, before it is full."""
    first, rest = LEAD.split(" ", 1)
    return "\n".join([first, *set_in_column(" " + rest, 14), "", column(14)])


def test_an_open_bracket_goes_on_in_the_next_line():
    assert texts(opening_cut_short()) == bare(LEAD, *PARAGRAPHS)


def test_a_space_before_a_line_stays_between_two_names():
    assert reflow(read_lines(opening_cut_short()))[0].text == LEAD


def test_titles_bylines_and_jumps_stay_lines():
    head = ["某市新图书馆开门迎客，", "读者排起了长队", "本报记者 张三"]
    tail = ["（下转第3版）", "另一篇报道的标题是这样的"]
    page = "\n".join(head) + "\n\n" + column(16) + "\n\n" + "\n".join(tail)
    assert texts(page) == bare(*head, *PARAGRAPHS, *tail)


def test_a_byline_above_the_text_stays_a_line_without_blank_lines_too():
    page = "本报记者 张三 本报通讯员 李四\n" + column(16, between="\n")
    assert texts(page)[0] == bare("本报记者 张三 本报通讯员 李四")[0]


def test_headings_with_a_level_stay_lines():
    page = column(16).replace("\n\n", "\n# 新馆里的一天从排队说起要说到夜里\n", 1)
    assert bare("新馆里的一天从排队说起要说到夜里")[0] in texts(page)


def test_verse_stays_lines_beside_hard_wrapped_prose():
    assert texts(column(12) + "\n\n" + "\n".join(VERSE)) == bare(*PARAGRAPHS, *VERSE)


@pytest.mark.parametrize(
    "verse",
    [
        ["床前明月光，疑是地上霜。", "举头望明月，低头思故乡。"] * 6,
        ["两个黄鹂鸣翠柳，", "一行白鹭上青天。", "窗含西岭千秋雪，", "门泊东吴万里船。"] * 4,
        ["这是一沟绝望的死水", "清风吹不起半点漪沦", "不如多扔些破铜烂铁", "爽性泼你的剩菜残羹"] * 4,
        list(VERSE) * 4,
    ],
)
def test_a_page_of_verse_stays_lines(verse):
    assert texts("\n".join(verse)) == bare(*verse)


def test_a_table_of_names_stays_lines():
    rows = ["张三丰 李四光 王五一 赵六安", "孙七宝 周八斤 吴九如 郑十全"] * 8
    assert texts("\n".join(rows)) == bare(*rows)


def test_pages_that_are_not_hard_wrapped_stay_as_they_are(seeds):
    for text in seeds:
        lines = read_lines(text)
        assert reflow(lines) == lines


def test_a_doubled_line_is_not_joined():
    lines = column(16).split("\n")
    lines.insert(2, lines[1])
    assert lines[2] in texts("\n".join(lines))


def test_an_article_reads_as_if_it_were_set_in_paragraphs():
    (article,) = parse_page("某市新图书馆开馆\n\n" + column(13, "　　", "\n")).articles
    assert article.headline == "某市新图书馆开馆"
    assert bare(*(b.text for b in article.blocks if b.role == "body")) == bare(*PARAGRAPHS)
    assert article.byline == ("张三", "李四")


def test_a_run_in_headline_and_its_text_share_the_line_they_share():
    brief = "●新馆开门迎客。" + SECOND
    page = "简讯\n\n" + "\n\n".join("\n".join(set_in_column(p, 18)) for p in (brief, "●老读者说旧馆。" + THIRD, brief))
    blocks = [b for a in parse_page(page).articles for b in a.blocks]
    head, body = (next(b for b in blocks if b.role == role) for role in ("headline", "body"))
    assert head.lines == (3,)
    assert body.lines[:2] == (3, 4)


def wrapped(text: str, width: int, chance: random.Random) -> list[str]:
    return [piece for line in split_lines(text) for piece in set_in_column(line, width, chance.choice(["", "　　"]))]


PIECES = ["<b>", "</b>", "<!--", "-->", "&amp;", "&", "amp;", "$3200\\mathrm{m}$", "**", "![](a.jpg)", "\x00", "\u200b", "|", "# ", "（", "【", "\t"]  # fmt: skip


def test_damaged_hard_wrapped_pages_lose_nothing(judge, seeds):
    chance = random.Random(7)
    joined = 0
    for text in seeds * 6:
        lines = wrapped(text[: chance.randrange(500, 4000)], chance.randrange(10, 40), chance)
        for _ in range(12):
            at = chance.randrange(len(lines))
            cut = chance.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:cut] + chance.choice(PIECES) + lines[at][cut:]
        page = "\n".join(lines)
        assert judge.unfaithful(lines, page_form(parse_page(page))) is None, page
        joined += sum(len(line.parts) for line in reflow(read_lines(page)))
    assert joined > 1000


def test_all_lines_are_kept_in_order():
    lines: list[Line] = read_lines(column(12, "　　", "\n") * 40)
    assert [n for line in reflow(lines) for n in line.numbers()] == [line.number for line in lines]
