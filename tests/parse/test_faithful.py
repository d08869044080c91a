"""Whatever a page holds: it is parsed, nothing is lost, added or hidden, and what is kept may be shown."""

from __future__ import annotations

import gc
import itertools
import os
import random
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paperterm.parse import parse_page
from paperterm.parse.form import page_form
from paperterm.parse.lines import split_lines
from paperterm.text.clean import visible

ROUNDS = int(os.environ.get("PAPERTERM_FUZZ", "60"))
"""Damaged pages tried, the sample pages in turn; `make fuzz` tries more."""

INVISIBLE = [
    "\x00", "\x07", "\x08", "\x0b", "\x0c", "\x1b[31m", "\x1c", "\x1f", "\x7f", "\x85", "\x9b0m", "\xa0", "\xad",
    "\u0301", "\u061c", "\u180e", "\u200b", "\u200d", "\u200e", "\u2028", "\u2029", "\u202e", "\u2060", "\u2066",
    "\u3000", "\ufeff", "\ufffc", "\U000e0041", "\u3099", "\u1161", "\u11a8", "\uff9e", "\t",
]  # fmt: skip
UNSHOWABLE = [
    "\ud800",
    "\udfff",
    "\ufe0f",
    "\ufe00",
    "\U000e0100",
    "\u115f",
    "\u3164",
    "\uffa0",
    "\ufffe",
    "\ufdd0",
    "\u034f",
]
"""What no terminal may be given although it counts as a letter, a mark or nothing at all: dropped or shown as U+FFFD."""
MARKUP = [
    "<", ">", "<b>", "</b>", "<b", "<br/>", "<div class=x>", "</div>", "<table>", "<td>", "</td><td>", "</tr><tr>", "<a href='x", "<!--",
    "-->", "<!-- x -->", "<http://a.cn/b>", "<p\n>", "&", "&amp;", "&amp;lt;", "&amp;amp;lt;", "&lt;b&gt;", "&lt;", "&nbsp;", "&am", "p;",
    "&#", "&#35;", "&#x41", "&#0;", "&#x202e;", "&#55296;", "&#8203;", "![", "](", ")", "![](a.jpg)", "![图](b)",
    "[", "]", "$", "$$", "$3200\\mathrm{m}$", "$5$", "\\", "\\\\", "\\_", "\\#", "\\frac{1}{2}", "\\a", "**", "*", "__", "_", "~", "^", "{", "}",
    "`", "|", "| a | b |", "|---|", "- ", "-", "#", "# ", "## ", "#######", "＃", "＜b＞", "&ＡＭＰ;", "!", "！[", "---", "***", ">", "> ", "1. ",
]  # fmt: skip
PRINT = [
    "本报讯(记者张三 李四)", "新华社北京3月24日电", "(下转第3版)", "(上接第1版)", "——", "。", ",", "：", "阅读提示", "编者按：", "责编:王五",
    "导读", "简讯", "广告", "2025年3月25日 星期二", "第22104期", "工人日报", "新春走基层", "一、", "(二)", "第一条", "本报记者 赵六", "孙七 摄",
    "本 报 讯 记 者", "㈱", "①", "ﬁ", "½", "々", "é", "e\u0301", "각", "ｶﾞ", "李" * 200, " " * 300, "\u3000 \u3000", "a" * 70, "!?…”", "()()",
]  # fmt: skip


def damaged(page: str, chance: random.Random, pieces: list[str]) -> str:
    """A page as no scanner made it: some of its lines, in another order, torn and mixed with `pieces`."""
    lines = split_lines(page)
    first = chance.randrange(len(lines))
    lines = lines[first : first + chance.randrange(1, 60)]
    for _ in range(chance.randrange(1, 40)):
        at = chance.randrange(len(lines))
        what = chance.randrange(9)
        if what == 0 and len(lines) > 1:
            del lines[at]
        elif what == 1:
            lines.insert(at, chance.choice(lines))
        elif what == 2:
            lines.insert(at, lines.pop(chance.randrange(len(lines))))
        elif what == 3:
            lines[at] = lines[at][: chance.randrange(len(lines[at]) + 1)]
        elif what == 4:
            lines.insert(at, "".join(chance.choices(pieces, k=chance.randrange(1, 6))))
        elif what == 5:
            lines[at] = chance.choice(pieces) + lines[at] + chance.choice(pieces)
        else:
            cut = chance.randrange(len(lines[at]) + 1)
            middle = "".join(chance.choices(pieces, k=chance.randrange(1, 4)))
            lines[at] = lines[at][:cut] + middle + lines[at][cut:]
    return chance.choice(["\n", "\r\n", "\r", "\n\n"]).join(lines)


def rounds(seeds: list[str]) -> Iterator[str]:
    """The sample pages in turn, so that every one is damaged as often as the others, ROUNDS times together."""
    return itertools.islice(itertools.cycle(seeds), max(ROUNDS, len(seeds)))


def fault(judge: ModuleType, text: str) -> str | None:
    """What is wrong with the parse of `text`; None where nothing is."""
    output = page_form(parse_page(text))
    for block in [b for a in output["articles"] for b in a["blocks"]] + output["furniture"]:
        if visible(block["text"]) != block["text"]:
            return f"a block holds what may not be shown: {block['text']!r}"
        if "\n" in block["text"]:
            return f"a block holds a line's end: {block['text']!r}"
    if len({a["id"] for a in output["articles"]}) < len(output["articles"]):
        return "two articles have one id"
    why: str | None = judge.unfaithful(split_lines(text), output)
    return why


@pytest.fixture
def lenient(judge: ModuleType, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The judge, taught that what no terminal may be given is not printed text."""
    strict = judge.seen

    monkeypatch.setattr(judge, "seen", lambda text: visible(strict(text)))
    return judge


def test_sample_pages_are_parsed_without_loss(judge, seeds):
    assert [fault(judge, text) for text in seeds] == [None] * 5


@pytest.mark.parametrize(
    "pieces", [INVISIBLE, MARKUP, PRINT, INVISIBLE + MARKUP + PRINT], ids=["invisible", "markup", "print", "all"]
)
def test_a_damaged_page_loses_nothing(judge, seeds, pieces):
    chance = random.Random(len(pieces))
    for page in rounds(seeds):
        text = damaged(page, chance, pieces)
        assert fault(judge, text) is None, repr(text)


def test_what_no_terminal_may_be_given_is_the_only_thing_left_out(lenient, seeds):
    chance = random.Random(5)
    for page in rounds(seeds):
        text = damaged(page, chance, UNSHOWABLE + INVISIBLE + MARKUP + PRINT)
        assert fault(lenient, text) is None, repr(text)


@given(
    st.lists(st.sampled_from(INVISIBLE + MARKUP + PRINT + ["\n", "\n\n", "\r\n", "字", "a", " "]), max_size=40).map(
        "".join
    )
)
@settings(max_examples=ROUNDS * 4, derandomize=ROUNDS <= 60, deadline=None)
def test_any_mixture_of_marks_loses_nothing(judge, text):
    assert fault(judge, text) is None


@given(
    st.text(
        st.characters(min_codepoint=0, max_codepoint=sys.maxunicode, exclude_categories=("Cs", "Cn", "Co")),
        max_size=200,
    )
)
@settings(max_examples=ROUNDS * 4, derandomize=ROUNDS <= 60, deadline=None)
def test_any_text_is_a_page(judge, text):
    shown = "".join(c for c in text if visible(c) or judge.seen(c) == "")
    assert fault(judge, shown) is None


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n\r\n", "\u3000\n\xa0\n\u2028\n\x0c\n\x85", "\ufeff", "\u200b\n\u202e", "\x00"]
)
def test_a_page_without_print_has_no_blocks(text):
    page = parse_page(text)
    assert page.articles == () and page.furniture == ()


def test_an_entity_of_too_many_digits_stays_as_it_is_printed():
    text = "&#" + "9" * 5000 + ";"
    assert [b["text"] for b in blocks_of(text)] == [text]


def test_only_line_feed_and_carriage_return_end_a_line():
    text = "甲\x0b乙\x0c丙\x1c丁\x85戊\u2028己\u2029庚\r辛\r\n壬\n癸"
    assert len(split_lines(text)) == 4
    assert {n for b in blocks_of(text) for n in b["lines"]} == {1, 2, 3, 4}


def blocks_of(text: str) -> list[dict]:
    output = page_form(parse_page(text))
    return [b for a in output["articles"] for b in a["blocks"]] + output["furniture"]


@pytest.mark.parametrize("collecting", [True, False])
def test_parsing_leaves_the_collection_of_garbage_as_it_was(collecting):
    was = gc.isenabled()
    try:
        (gc.enable if collecting else gc.disable)()
        parse_page("# 青瓷小镇\n本报讯 窑火正旺。")
        assert gc.isenabled() is collecting
    finally:
        (gc.enable if was else gc.disable)()


def test_a_page_is_made_of_nothing_that_refers_to_itself():
    gc.collect()
    parse_page("# 青瓷小镇\n本报讯 窑火正旺，\n# 高原铁路\n本报讯 养路工清晨出发。\n老窑工说，窑火不能断。")
    assert gc.collect() == 0
