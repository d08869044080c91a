"""Moving: numbers before keys, sections, issues, what is unread, rows by their words."""

from __future__ import annotations

import pytest

from paperterm.config import resources
from paperterm.tui.widgets.bars import PlaceBar
from tests.tui.conftest import FRONT, Reader, Start

SECTIONED = "003_a95954def5aa8b4a.txt"
"""A sample page that begins with an article of eight sections."""
PARAGRAPHS = (
    "大江日报\n2025年3月25日 星期二\n\n# 长文\n"
    + "\n\n".join(f"这是第{n}段,说得不长也不短。" for n in range(1, 120))
    + "\n"
)


def top(r: Reader) -> str:
    """The text of the block on top of the pane."""
    reading = r.screen.reading
    block, _ = reading.place
    return str(reading.article.blocks[block].text)


async def test_a_number_before_a_key_says_how_often(reader: Start) -> None:
    async with reader(size=(80, 12), pages={"front": PARAGRAPHS}) as r:
        await r.press("1", "2", "j")
        assert r.screen.reading.scroll_offset.y == 12
        await r.press("j")
        assert r.screen.reading.scroll_offset.y == 13
        await r.press("5", "k")
        assert r.screen.reading.scroll_offset.y == 8


async def test_the_number_is_shown_while_it_is_typed_and_gone_after_the_key(reader: Start) -> None:
    async with reader() as r:
        bar = r.screen.query_one(PlaceBar)
        await r.press("1", "7")
        assert r.text(bar).split()[-2:-1] == ["17"] or "17" in r.text(bar).split()
        await r.press("escape")
        assert "17" not in r.text(bar).split()
        await r.press("j")


async def test_full_width_digits_count_too(reader: Start) -> None:
    async with reader(size=(80, 12), pages={"front": PARAGRAPHS}) as r:
        await r.type("１２")
        await r.press("j")
        assert r.screen.reading.scroll_offset.y == 12


async def test_three_articles_on_and_as_far_as_there_are(reader: Start) -> None:
    async with reader() as r:
        await r.press("3", "J")
        await r.shows("图书馆开放")
        await r.press("9", "9", "K")
        await r.shows("江边新桥通车")


async def test_a_number_before_g_is_a_paragraph_in_the_article_a_line_in_the_raw_page_a_row_in_a_list(
    reader: Start,
) -> None:
    async with reader(size=(100, 14), pages={"front": PARAGRAPHS}) as r:
        await r.press("4", "0", "G")
        assert top(r) == "这是第40段,说得不长也不短。"
        await r.press("r")
        await r.settled()
        await r.press("tab", "1", "1", "G")
        await r.until(lambda: r.screen.raw.top[0] == 10)
        await r.press("i", "2", "G")
        assert r.screen.issues.cursor == 1


async def test_a_share_is_gone_to_in_article_and_list_and_asked_for_where_none_was_typed(reader: Start) -> None:
    async with reader(size=(100, 14), pages={"front": PARAGRAPHS}) as r:
        await r.press("percent_sign")
        assert "50%" in r.message
        await r.press("5", "0", "percent_sign")
        setting = r.screen.reading.setting
        assert setting is not None
        assert r.screen.reading.scroll_offset.y == round(len(setting.lines) / 2)


async def test_sections_are_gone_to_and_their_end_is_told(reader: Start) -> None:
    sectioned = resources("seeds") / SECTIONED
    async with reader(size=(60, 12), pages={"front": sectioned.read_text("utf-8")}) as r:
        while not (headings := [b.text for b in r.screen.reading.article.blocks if b.role == "heading"]):
            before = r.headline
            await r.press("J")
            await r.until(lambda: r.headline != before)  # noqa: B023
        for name in headings:
            await r.press("right_square_bracket")
            assert top(r) == name
        await r.press("right_square_bracket")
        await r.until(lambda: r.message == "No section begins below.")
        await r.press(str(len(headings) - 1), "left_square_bracket")
        assert top(r) == headings[0]
        await r.press("g", "left_square_bracket")
        await r.until(lambda: r.message == "No section begins above.")


async def test_issues_are_gone_to_in_the_order_of_the_list(reader: Start) -> None:
    async with reader() as r:
        await r.press("right_parenthesis")
        await r.shows("江上起雾")
        await r.press("right_parenthesis")
        await r.until(lambda: r.message == "This is the last issue in the list.")
        await r.press("left_parenthesis")
        await r.shows("江边新桥通车")


async def test_the_next_unread_article_is_found_over_issues_and_round_the_end(reader: Start) -> None:
    async with reader(size=(120, 60)) as r:
        for headline in ("春耕忙", "江边新桥通车", "图书馆开放"):
            await r.press("J")
            await r.shows(headline)
            await r.until(lambda: r.screen.reading.share == 1)
        for _ in range(3):
            await r.press("K")
            await r.settled()
        await r.until(lambda: len(r.screen.session.reading.read_ids()) >= 4)
        await r.press("ctrl+n")
        await r.shows("江上起雾")
        await r.until(
            lambda: (
                r.screen.session.reading.read_ids() and r.screen.stored.head.id in r.screen.session.reading.read_ids()
            )
        )
        await r.press("ctrl+n")
        await r.until(lambda: r.message == "Every other article is read." or r.headline != "江上起雾")


@pytest.mark.parametrize(("typed", "row"), [("起雾", "江上起雾"), ("jsqw", "江上起雾"), ("大江", "大江日报")])
async def test_a_row_is_gone_to_as_one_types_and_enter_stays(reader: Start, typed: str, row: str) -> None:
    async with reader() as r:
        await r.press("i", "G", "l")
        await r.until(lambda: "江上起雾" in r.text(r.screen.issues))
        await r.press("g", "semicolon")
        await r.type(typed)
        await r.until(lambda: row in r.screen.issues.text_of(r.screen.issues.cursor))
        await r.press("enter")
        assert r.pane == "issues"
        assert row in r.screen.issues.text_of(r.screen.issues.cursor)


async def test_escape_goes_back_to_the_row_where_one_began_to_type(reader: Start) -> None:
    async with reader() as r:
        await r.press("i", "g", "semicolon")
        await r.type("2025-03-24")
        await r.until(lambda: r.screen.issues.cursor > 0)
        await r.press("escape")
        await r.until(lambda: r.pane == "issues" and r.screen.issues.cursor == 0)


async def test_lists_move_by_half_pages(reader: Start) -> None:
    pages = {f"{day:02}": FRONT.replace("25日 星期二", f"{day}日") for day in range(1, 29)}
    async with reader(size=(80, 16), pages=pages) as r:
        await r.press("i", "g", "ctrl+d")
        assert r.screen.issues.cursor == r.screen.issues.size.height // 2
        await r.press("ctrl+u")
        assert r.screen.issues.cursor == 0
