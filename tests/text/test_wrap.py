"""Lines against the rules, written a second time here in the plainest way."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paperterm.text.cells import cell_width
from paperterm.text.linebreak import LEVELS
from paperterm.text.wrap import Line, wrap

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
NOT_FIRST = "、，。．：；！？）》」』】〗〕”’％·～"
NOT_FIRST_AFTER_INK = ",.:;!?)]}%-"
NOT_LAST = "“‘（《「『【〖〔([{"
MAY_HANG = "。，、．,."
WIDTHS = st.integers(2, 200)
MIXED = st.text(alphabet="中国工人3a2.5/:-%，。、“”（）《》——……—… \u3000,.;)(\n", max_size=120)
LEVEL = st.sampled_from(LEVELS)


def word(character):
    return character.isascii() and character.isprintable() and character not in NOT_FIRST_AFTER_INK + "/([{ "


def may_break(text, index, start, level="basic"):
    """Whether the rules let the line that begins at `start` end before `index`."""
    head, after = text[start:index], text[index]
    ink = head.rstrip()
    if after.isspace() or not ink or (head == ink and after in "—…" and ink[-1] == after):
        return False
    if level == "none":
        return True
    if after in NOT_FIRST or ink[-1] in NOT_LAST:
        return False
    if level in ("gb", "strict") and "/" in (after, ink[-1]):
        return False
    if level == "strict" and after in "—…":
        return False
    if head != ink:
        return True
    if after in NOT_FIRST_AFTER_INK:
        return False
    if not word(after) and after != "/":
        return True
    inner = ink.rstrip(NOT_FIRST_AFTER_INK + "/’％")
    return not (word(ink[-1]) or ink[-1] in "-/" or (inner and word(inner[-1])))


def fits(line, room, hanging):
    """Whether `line` is no wider than `room` cells; a mark behind it may hang."""
    if cell_width(line) <= room:
        return True
    return hanging and line[-1:] in MAY_HANG and cell_width(line[:-1]) <= room and cell_width(line) <= room + 2


def check(text, width, indent=0, level="basic", hanging=False):
    lines = wrap(text, width, indent, level, hanging)
    indent = lines[0].indent
    here = 0
    for number, line in enumerate(lines):
        assert text[here : line.start].strip() == "", "only white space falls between lines"
        assert line.start <= line.end
        assert line.width == cell_width(text[line.start : line.end])
        assert "\n" not in text[line.start : line.end]
        assert line.indent == 0 or number == 0
        if not fits(text[line.start : line.end], width - line.indent, hanging):
            assert len(text[line.start : line.end]) == 1, "only a single character may be too wide"
        here = line.end
    assert text[here:].strip() == ""
    starts = [line.start for line in lines]
    for line, following in zip(lines, starts[1:], strict=False):
        gap = text[line.end : following]
        if "\n" in gap:
            assert gap.count("\n") == 1
            continue
        paragraph = text[: text.find("\n", following)] if "\n" in text[following:] else text
        legal = may_break(paragraph, following, line.start, level)
        fitting = []
        for index in range(line.start + 1, len(paragraph)):
            ink = paragraph[line.start : index].rstrip()
            if cell_width(ink) + line.indent > width + 2:
                break
            if fits(ink, width - line.indent, hanging) and may_break(paragraph, index, line.start, level):
                fitting.append(index)
        if fitting:
            assert legal, (text, width, line, "breaks a rule where it need not")
            assert following == max(fitting), (text, width, line, "is not as full as it can be")
    return lines


@settings(max_examples=300)
@given(MIXED, WIDTHS, st.integers(0, 8), LEVEL, st.booleans())
def test_random_text_keeps_the_rules_of_every_level_at_every_width(text, width, indent, level, hanging):
    check(text, width, indent, level, hanging)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_seeds_keep_the_rules_of_every_level_at_every_width(data):
    text = data.draw(st.sampled_from(SEEDS)).read_text(encoding="utf-8")
    paragraphs = [p for p in text.split("\n") if p.strip()]
    start = data.draw(st.integers(0, len(paragraphs) - 1))
    part = "".join(paragraphs[start : start + 6])[:500]
    check(part, data.draw(WIDTHS), data.draw(st.integers(0, 4)), data.draw(LEVEL), data.draw(st.booleans()))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
@pytest.mark.parametrize("level", LEVELS)
def test_a_whole_page_keeps_the_rules_at_widths_that_screens_have(path, level):
    for paragraph in path.read_text(encoding="utf-8").split("\n"):
        for width in (17, 36, 80):
            check(paragraph, width, 4, level, hanging=width == 36)


@given(st.text(max_size=60), WIDTHS, LEVEL)
def test_any_text_is_wrapped_whole_and_inside_its_width(text, width, level):
    lines = wrap(text, width, level=level)
    here = 0
    for line in lines:
        assert all(c.isspace() for c in text[here : line.start])
        assert line.width <= width or sum(cell_width(c) > 0 for c in text[line.start : line.end]) == 1
        here = line.end
    assert all(c.isspace() for c in text[here:])


def shown(text, width, indent=0, level="basic", hanging=False):
    return [text[line.start : line.end] for line in wrap(text, width, indent, level, hanging)]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("工人日报社，北京", 10, ["工人日报", "社，北京"]),
        ("他说：“产改见效。”", 8, ["他说：", "“产改见", "效。”"]),
        ("产改——改革", 6, ["产改——", "改革"]),
        ("产业——改革", 5, ["产业", "——改", "革"]),
        ("等等……还有", 5, ["等等", "……还", "有"]),
        ("增长12.27%左右", 10, ["增长12.27%", "左右"]),
        ("增长了12.27%", 10, ["增长了", "12.27%"]),
        ("见http://www.worker.cn。", 24, ["见http://www.worker.cn。"]),
        ("见http://www.worker.cn了。", 21, ["见", "http://www.worker.cn", "了。"]),
        ("投入3000万元", 8, ["投入3000", "万元"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("good evening", 7, ["good", "evening"]),
        ("一行\n\n三行", 10, ["一行", "", "三行"]),
        ("王 鑫，李", 3, ["王", "鑫", "，", "李"]),
        ("", 10, [""]),
    ],
)
def test_lines_are_set_as_a_printer_sets_them(text, width, lines):
    assert shown(text, width) == lines


def test_at_level_none_a_line_ends_anywhere_but_in_a_dash_or_an_ellipsis():
    assert shown("中国，工人ABC日报——产改", 4, level="none") == ["中国", "，工", "人AB", "C日", "报——", "产改"]
    assert shown("改——革……", 3, level="none") == ["改", "——", "革", "……"]


@pytest.mark.parametrize(
    ("level", "lines"), [("basic", ["工人/", "职工"]), ("gb", ["工", "人/职", "工"]), ("strict", ["工", "人/职", "工"])]
)
def test_a_solidus_ends_a_line_only_below_gb(level, lines):
    assert shown("工人/职工", 5, level=level) == lines


@pytest.mark.parametrize(("level", "lines"), [("basic", ["工人日", "/夜班"]), ("gb", ["工人", "日/夜", "班"])])
def test_a_solidus_begins_a_line_only_below_gb(level, lines):
    assert shown("工人日/夜班", 6, level=level) == lines


@pytest.mark.parametrize(
    ("text", "basic", "strict"),
    [
        ("产业改革——成效", ["产业改革", "——成效"], ["产业改", "革——成效"]),
        ("产业改革……", ["产业改革", "……"], ["产业改", "革……"]),
        ("——产业改革", ["——产业改", "革"], ["——产业改", "革"]),
    ],
)
def test_no_dash_and_no_ellipsis_begins_a_line_at_the_strict_level(text, basic, strict):
    assert (shown(text, 8), shown(text, 8, level="strict")) == (basic, strict)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("产业工人，队伍", 8, ["产业工人，", "队伍"]),
        ("产业工人，队伍", 9, ["产业工人，", "队伍"]),
        ("产业工人,队伍", 8, ["产业工人,", "队伍"]),
        ("产业工人。”队伍", 8, ["产业工", "人。”队", "伍"]),
        ("产业工人！队伍", 8, ["产业工", "人！队伍"]),
        ("增长了12.27%", 8, ["增长了", "12.27%"]),
        ("产业工人。", 8, ["产业工人。"]),
    ],
)
def test_a_mark_hangs_where_it_would_begin_the_next_line(text, width, lines):
    assert shown(text, width, hanging=True) == lines


def test_the_first_line_alone_is_indented():
    assert wrap("产业工人队伍", 8, 4) == [Line(0, 2, 4, 4), Line(2, 6, 0, 8)]


def test_white_space_at_a_break_hangs():
    assert wrap("产改  工匠", 5) == [Line(0, 2, 0, 4), Line(4, 6, 0, 4)]


def test_white_space_that_begins_a_paragraph_stays():
    assert wrap("　　产改", 8) == [Line(0, 4, 0, 8)]


def test_a_width_too_small_for_one_han_still_ends():
    assert shown("产改，a", 1) == ["产", "改", "，", "a"]


def test_marks_stay_on_the_letter_they_are_on():
    assert shown("e\u0301e\u0301e\u0301", 2) == ["e\u0301e\u0301", "e\u0301"]


@pytest.mark.parametrize(
    "text", ["，" * 50_000, "(" + " " * 50_000 + "字", ("字（" + " " * 50) * 2_000, "." * 50_000 + "a"]
)
def test_hostile_text_is_wrapped_whole(text):
    assert "".join(shown(text, 40)).replace(" ", "") == text.replace(" ", "")
