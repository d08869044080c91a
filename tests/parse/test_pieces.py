"""Pieces: where a text may have been torn, and what their beginnings and ends tell."""

from __future__ import annotations

from paperterm.parse.articles import Draft, Item
from paperterm.parse.lines import read_lines
from paperterm.parse.pieces import cut, glue
from paperterm.parse.surroundings import look_all

TEXT = "青瓷小镇的窑火今年烧得更旺，全镇有陶瓷作坊三百家。"


def draft(*lines: tuple[str, str]) -> Draft:
    """A draft of (state, text) lines."""
    traits = look_all(read_lines("\n\n".join(text for _, text in lines)))
    items = [Item(t, state) for t, (state, _) in zip(traits, lines, strict=True)]
    first = next((i for i, item in enumerate(items) if item.state not in "YGK"), len(items))
    return Draft(opening=items[:first], running=items[first:])


def shape(*lines: tuple[str, str]) -> list[str]:
    return ["".join(item.state for item in piece.items) for piece in cut(draft(*lines))]


def test_paragraphs_may_have_been_torn_apart():
    assert shape(("B", TEXT), ("B", TEXT)) == ["B", "B"]


def test_a_byline_stays_with_the_text_below_it():
    assert shape(("Y", "本报记者 张三"), ("B", TEXT)) == ["YB"]


def test_a_signature_stays_with_the_text_above_it():
    assert shape(("B", TEXT), ("Y", "本报记者 张三")) == ["BY"]


def test_a_byline_between_texts_begins_a_piece():
    assert shape(("B", TEXT), ("Y", "本报记者 张三"), ("B", TEXT)) == ["B", "YB"]


def test_a_heading_stays_with_the_text_below_it_and_a_credit_with_the_text_above():
    assert shape(("B", TEXT), ("H", "窑火不断"), ("B", TEXT), ("C", "新华社记者 张三 摄")) == ["B", "HB" + "C"]


def test_lines_of_verse_stay_together():
    verse = [
        ("B", line) for line in ("风从海上来", "吹过石桥边", "船在雾里走", "灯在雾里眠", "人在灯下坐", "信在匣中藏")
    ]
    assert shape(("Y", "张三"), *verse) == ["YBBBBBB"]


def test_a_piece_tells_how_its_sentences_begin_and_end():
    top, rest, last = cut(draft(("B", TEXT + "老窑工带着"), ("B", "，学徒拉坯。"), ("B", TEXT + "(下转第3版)")))
    assert top.open and not top.mid
    assert rest.mid and not rest.open
    assert last.ends and not last.open


def test_a_piece_tells_of_a_quotation_that_is_not_over():
    top, rest = cut(draft(("B", TEXT + "老窑工说：“窑火不能断，"), ("B", "陶瓷手艺要传下去。”他又说。")))
    assert top.unclosed and rest.closing
    assert not rest.unclosed and top.closing is False


def test_what_opens_an_article_is_known_by_its_form():
    dateline, byline, jump, plain = (
        cut(draft(line))[0]
        for line in (("B", "本报讯(记者张三)" + TEXT), ("Y", "本报记者 张三"), ("K", "(上接第1版)"), ("B", TEXT))
    )
    assert dateline.opens and byline.opens and not byline.body
    assert jump.continued and not plain.opens and not plain.continued


def test_glued_together_again_a_draft_is_as_it_was():
    before = draft(("G", "编者按：窑火"), ("Y", "本报记者 张三"), ("B", TEXT), ("H", "窑火不断"), ("B", TEXT))
    after = Draft()
    glue(after, cut(before))
    assert (after.opening, after.running) == (before.opening, before.running)
