"""Setting an article for a measure."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paperterm.model import Article, Block, Kind, Role
from paperterm.text.cells import cell_width
from paperterm.text.linebreak import LEVELS
from paperterm.tui.setting import SetLine, Setting, measure_for, set_article, shown
from paperterm.tui.typography import Typography

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
ROLES: list[Role] = [
    "column", "kicker", "headline", "deck", "byline", "heading", "body", "credit", "digest", "jump", "furniture",
]  # fmt: skip


def article(*blocks: tuple[Role, str], kind: Kind = "story") -> Article:
    return Article("a", kind, tuple(Block(role, text, (number,)) for number, (role, text) in enumerate(blocks, 1)))


def seed_article(path: Path) -> Article:
    """Every line of a page, in turn with every role."""
    lines = [line.strip("# ") for line in path.read_text(encoding="utf-8").splitlines() if line.strip("# ")]
    return article(*((ROLES[number % len(ROLES)], line) for number, line in enumerate(lines)))


def words(setting: Setting, block: int) -> list[str]:
    return [setting.texts[block][line.start : line.end] for line in setting.lines if line.block == block]


def drawn(setting: Setting, line: SetLine) -> str:
    """The line as it stands on the screen."""
    return line.spaced(setting.texts[line.block], line.start, line.end) if line.block >= 0 else ""


def below(setting: Setting) -> tuple[SetLine, ...]:
    """The lines below the blank one at the head."""
    assert setting.lines[0].block < 0
    return setting.lines[1:]


TYPOGRAPHIES = st.builds(
    Typography, st.sampled_from(LEVELS), st.booleans(), st.booleans(), st.integers(8, 60), st.integers(0, 2)
)
LONG = (
    "中国航发南方工业公司特级技师邓元山2023年5月在“早餐会”上的建议,很快就落实到《株洲市培育激励“株洲工匠”10条措施》中。"
)
MIXED = st.text(
    st.sampled_from("株洲工匠产业队伍,。“”《》……——abc 12\u0301\x1b\u200b\u202e[red]\n\t\ufe0f\ud800"), max_size=120
)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
@pytest.mark.parametrize("measure", [2, 4, 14, 16, 36, 80])
def test_no_line_of_a_page_is_wider_than_the_measure(path: Path, measure: int) -> None:
    setting = set_article(seed_article(path), measure)
    for line in setting.lines:
        assert cell_width(drawn(setting, line)) == line.width
        assert line.left >= 0
        assert line.left + line.width <= measure


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_the_lines_of_a_block_hold_all_its_text(path: Path) -> None:
    original = seed_article(path)
    setting = set_article(original, 36)
    for number, block in enumerate(original.blocks):
        assert "".join("".join(words(setting, number)).split()) == "".join(block.text.split())


@given(st.lists(st.tuples(st.sampled_from(ROLES), MIXED), max_size=8), st.integers(2, 200), TYPOGRAPHIES)
@settings(max_examples=200, deadline=None)
def test_any_text_is_set_within_the_measure_and_nothing_unseen_is_left(
    blocks: list[tuple[Role, str]], measure: int, typography: Typography
) -> None:
    setting = set_article(article(*blocks), measure, typography)
    for line in setting.lines:
        text = drawn(setting, line)
        assert line.width == cell_width(text)
        if typography.hanging and text[-1:] in set("。，、．,."):
            text = text[:-1]
        assert line.left + cell_width(text) <= measure
        assert not set(text) & set("\x1b\u200b\u202e\n\t\ufe0f\ud800")


@given(st.lists(st.tuples(st.sampled_from(ROLES), MIXED), max_size=8), st.integers(2, 80))
@settings(max_examples=100, deadline=None)
def test_the_line_of_a_lines_place_is_that_line(blocks: list[tuple[Role, str]], measure: int) -> None:
    setting = set_article(article(*blocks), measure)
    for row, line in enumerate(setting.lines):
        place = setting.place_of(row)
        if line.block >= 0 and line.start < line.end:
            assert place == (line.block, line.start)
            assert setting.line_of(*place) == row
            assert setting.end_of(row) == (line.block, line.end)


@given(MIXED, st.integers(16, 60))
@settings(max_examples=100, deadline=None)
def test_what_is_drawn_of_a_spread_line_leads_back_to_its_characters(text: str, measure: int) -> None:
    setting = set_article(article(("body", LONG + text)), measure)
    for line in setting.lines:
        shown_line = drawn(setting, line)
        for offset in range(line.start, line.end):
            assert line.offset_of(line.drawn(offset)) == offset
            assert shown_line[line.drawn(offset)] == setting.texts[line.block][offset]
        for gap in line.gaps:
            assert shown_line[line.drawn(gap) - 1] == " "
            assert line.offset_of(line.drawn(gap) - 1) == gap


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
@pytest.mark.parametrize("measure", [36, 76, 80])
def test_every_line_but_the_last_is_spread_to_the_measure_where_few_cells_do_it(path: Path, measure: int) -> None:
    texts = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if len(line) > 100]
    setting = set_article(article(*(("body", text) for text in texts)), measure)
    ends = [line.left + line.width for line, after in pairwise(setting.lines) if line.block == after.block]
    assert sum(end == measure for end in ends) >= 0.9 * len(ends)
    lasts = [line for line, after in pairwise(setting.lines) if line.block != after.block]
    assert not any(line.gaps for line in lasts)


def test_a_ragged_setting_has_no_gaps() -> None:
    setting = set_article(article(("body", LONG)), 36, Typography(justified=False))
    assert not any(line.gaps for line in setting.lines)


def test_titles_and_credits_are_not_spread() -> None:
    setting = set_article(article(("headline", LONG), ("heading", LONG), ("credit", LONG)), 36)
    assert not any(line.gaps for line in setting.lines)


def test_a_line_that_a_newline_ends_is_not_spread() -> None:
    setting = set_article(article(("body", "春风，又绿\n江南，岸。")), 20)
    assert not any(line.gaps for line in setting.lines)


def test_a_mark_hangs_behind_the_measure_and_the_line_before_it_is_full() -> None:
    setting = set_article(article(("body", "“株洲”工匠人才队伍，建设改革")), 22, Typography(hanging=True))
    first = below(setting)[0]
    assert words(setting, 0)[0].endswith("伍，")
    assert (first.left + first.width, first.gaps) == (24, ())
    setting = set_article(article(("body", "“株洲”工匠人才队伍a，建设改革")), 24, Typography(hanging=True))
    lacking = below(setting)[0]
    assert (lacking.left + lacking.width, len(lacking.gaps)) == (26, 1)


@pytest.mark.parametrize("indent", [0, 2])
def test_the_indent_is_what_was_asked_for(indent: int) -> None:
    setting = set_article(article(("body", LONG)), 36, Typography(indent=indent))
    assert [line.left for line in below(setting)][:2] == [2 * indent, 0]


def test_a_blank_lines_place_is_the_text_below_and_its_end_the_text_above() -> None:
    setting = set_article(article(("headline", "产业工人"), ("body", "正文。")), 40)
    blank = next(row for row, line in enumerate(setting.lines) if row and line.block < 0)
    assert setting.place_of(blank) == (1, 0)
    assert setting.end_of(blank) == (0, 4)


def test_a_setting_without_text_has_a_place() -> None:
    for empty in (article(), article(("body", "  "))):
        setting = set_article(empty, 40)
        assert not setting.lines
        assert setting.line_of(0, 0) == 0
        assert setting.place_of(0) == setting.end_of(0) == setting.bounds(0) == (0, 0)


def test_a_paragraph_begins_two_han_in_and_the_next_follows_without_a_blank_line() -> None:
    setting = set_article(article(("body", LONG), ("body", LONG)), 40)
    assert all(line.block >= 0 for line in below(setting))
    for block in (0, 1):
        assert [line.left for line in setting.lines if line.block == block][:2] == [4, 0]


def test_the_sources_own_indent_is_not_added() -> None:
    setting = set_article(article(("body", "\u3000\u3000" + LONG)), 40)
    assert (below(setting)[0].start, below(setting)[0].left) == (2, 4)


def test_headlines_are_centred_and_credits_stand_at_the_right() -> None:
    setting = set_article(article(("headline", "产业工人"), ("body", "文。"), ("credit", "张丽芸 摄")), 40)
    headline, credit = below(setting)[0], setting.lines[-1]
    assert headline.left == (40 - 8) // 2
    assert credit.left + credit.width == 40


def test_a_headline_over_two_lines_is_divided_evenly_not_filled_and_left_with_a_word() -> None:
    setting = set_article(article(("headline", "围绕行业前沿技术搭建职工创新平台推动建会")), 36)
    first, second = (line.width for line in below(setting))
    assert abs(first - second) <= 4


def test_a_headline_is_divided_where_the_sense_divides() -> None:
    setting = set_article(article(("headline", "推动建会入会做实服务 解决小哥们的各种“关键小事”")), 40)
    assert words(setting, 0) == ["推动建会入会做实服务", "解决小哥们的各种“关键小事”"]


def test_a_blank_line_stands_above_the_article_and_around_its_byline() -> None:
    setting = set_article(article(("headline", "甲"), ("deck", "乙"), ("byline", "本报记者 丙"), ("body", "丁。")), 40)
    assert [line.block for line in setting.lines] == [-1, 0, 1, -1, 2, -1, 3]


def test_a_blank_line_stands_before_a_section_heading_and_none_after() -> None:
    setting = set_article(article(("body", "甲。"), ("heading", "一、乙"), ("body", "丙。")), 40)
    assert [line.block for line in below(setting)] == [0, -1, 1, 2]


def test_the_text_of_a_photo_is_a_caption() -> None:
    setting = set_article(article(("headline", "年会"), ("body", "会场。"), ("credit", "某 摄"), kind="photo"), 40)
    assert [line.role for line in setting.lines if line.block >= 0] == ["headline", "caption", "credit"]


def test_the_bounds_of_a_block_leave_out_white_space_around_it() -> None:
    setting = set_article(article(("body", "甲。"), ("body", " 乙丙。 "), ("body", "丁。")), 40)
    assert setting.bounds(1) == (1, 4)
    assert setting.next_block(1, 1) == 2
    assert setting.next_block(1, -1) == 0
    assert setting.next_block(2, 1) is None
    assert setting.next_block(0, -1) is None


@given(st.text(max_size=60))
def test_what_is_shown_keeps_every_offset(text: str) -> None:
    assert len(shown(text)) == len(text)


def test_the_measure_is_at_most_forty_han_and_leaves_four_cells() -> None:
    assert [measure_for(columns) for columns in (40, 41, 80, 84, 85, 200)] == [36, 36, 76, 80, 80, 80]
    assert measure_for(1) == 2
    assert [measure_for(columns, 30) for columns in (40, 80, 200)] == [36, 60, 60]
