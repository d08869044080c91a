"""The raw text of a page beside its article: which line a place stands on, and how the two follow one another."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperterm.model import Article, Block
from paperterm.parse import parse_page
from paperterm.text.cells import cell_width
from paperterm.tui.raw import EDGE, RawSetting, read_page
from paperterm.tui.widgets.bars import KeyBar
from tests.tui.conftest import FRONT, THIRD, Reader, Start

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
LONG = SEEDS[3].read_text(encoding="utf-8")


# -- the lines


@given(st.lists(st.text(max_size=40), max_size=12), st.integers(1, 120))
def test_every_line_is_set_whole_within_the_pane(lines: list[str], columns: int) -> None:
    lines = [" ".join(line.split()) for line in lines]
    setting = RawSetting(lines, columns)
    for number, line in enumerate(lines):
        rows = [row for row in setting.rows if row.line == number]
        assert "".join(line[row.start : row.end] for row in rows).replace(" ", "") == line.replace(" ", "")
        for row in rows:
            text = line[row.start : row.end]
            room = max(2, columns - setting.gutter - EDGE)
            assert cell_width(text) <= room or sum(cell_width(char) > 0 for char in text) == 1


@given(st.lists(st.text(max_size=40), min_size=1, max_size=12), st.integers(8, 60))
def test_the_row_of_a_character_is_the_one_it_stands_on(lines: list[str], columns: int) -> None:
    lines = [" ".join(line.split()) for line in lines]
    setting = RawSetting(lines, columns)
    for at, row in enumerate(setting.rows):
        assert setting.row_of(row.line, row.start) == at


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_a_place_stands_on_a_line_that_holds_its_words_and_the_line_leads_back_to_it(path: Path) -> None:
    raw = path.read_text(encoding="utf-8")
    for article in parse_page(raw).articles:
        lines, alignment = read_page(raw, article)
        for number, block in enumerate(article.blocks):
            first, into = alignment.line_of(number, 0)
            assert into == 0
            assert block.text.strip()[:2] in lines[first]
            assert first in alignment.lines_of(number) <= alignment.lines
            place = alignment.place_of(first, 0)
            assert place is not None
            assert alignment.line_of(*place)[0] == first


def test_a_paragraph_of_several_lines_is_followed_line_by_line() -> None:
    raw = "第一行的文字,\n第二行的文字,\n第三行的文字。"
    article = Article("a", "story", (Block("body", raw.replace("\n", ""), (1, 2, 3)),))
    lines, alignment = read_page(raw, article)
    assert lines == tuple(raw.split("\n"))
    assert alignment.line_of(0, 9) == (1, 2)
    assert alignment.place_of(1, 2) == (0, 9)
    assert alignment.place_of(2, 0) == (0, 14)


def test_a_line_of_no_article_leads_to_the_articles_next_line() -> None:
    article = Article("a", "story", (Block("headline", "甲", (3,)), Block("body", "乙丙", (7,))))
    _, alignment = read_page("x\nx\n甲\nx\nx\nx\n乙丙\nx", article)
    assert [alignment.place_of(line, 1) for line in (0, 4, 7)] == [(0, 0), (1, 0), (1, 0)]


# -- in the reader


def raw_lines(r: Reader) -> str:
    return r.text(r.screen.raw)


async def shown_raw(r: Reader) -> None:
    await r.press("r")
    await r.until(lambda: r.screen.comparing and r.screen._compared and r.screen.raw._setting.rows)


async def test_r_shows_the_page_at_the_place_of_the_article_and_closes_it_again(reader: Start) -> None:
    async with reader(pages={"page": LONG}) as r:
        await r.press("space", "space")
        await shown_raw(r)
        assert r.pane == "article"
        await r.until(lambda: r.screen.raw.top[0] > 8)
        line, _ = r.screen.raw.top
        block, _ = r.screen.reading.place
        first = raw_lines(r).split("\n")[0]
        assert line + 1 in r.screen.reading.article.blocks[block].lines
        assert "│" in first
        await r.press("r")
        await r.until(lambda: not r.screen.comparing and not r.screen.raw.display)
        assert r.pane == "article"


async def test_both_follow_one_another(reader: Start) -> None:
    async with reader(pages={"page": LONG}) as r:
        await shown_raw(r)
        before = r.screen.raw.top
        await r.press("space")
        await r.until(lambda: r.screen.raw.top > before)
        place = r.screen.reading.place
        await r.press("tab")
        assert r.pane == "raw"
        await r.press("space")
        await r.until(lambda: r.screen.reading.place > place)
        led, top = r.screen.reading.place, r.screen.raw.top
        await r.press("j", "k")
        await r.until(lambda: r.screen.raw.top == top)
        assert r.screen.reading.place == led


async def test_on_a_narrow_screen_the_page_takes_the_articles_place_and_gives_it_back(reader: Start) -> None:
    async with reader(size=(50, 20), pages={"page": LONG}) as r:
        await shown_raw(r)
        await r.until(lambda: r.pane == "raw" and r.screen.raw.size.width == 50)
        r.screen.say("")
        await r.until(lambda: "r raw" in r.text(r.screen.query_one(KeyBar)))
        before = r.screen.reading.place
        await r.press("space", "space")
        await r.until(lambda: r.screen.reading.place > before)
        led = r.screen.reading.place
        await r.press("r")
        await r.until(lambda: r.pane == "article" and r.screen.reading.size.width == 50)
        assert r.screen.reading.place == led


async def test_the_page_of_the_next_article_and_of_a_continuation_takes_its_place(reader: Start) -> None:
    async with reader(size=(100, 8)) as r:
        await r.until(lambda: r.screen.joined is not None and len(r.screen.joined.parts) == 2)
        await shown_raw(r)
        assert r.screen.raw._lines == tuple(FRONT.split("\n"))
        await r.press("G")
        await r.until(lambda: r.screen.raw._lines == tuple(THIRD.split("\n")))
        await r.press("J")
        await r.shows("春耕忙")
        await r.until(lambda: r.screen.raw._lines == tuple(FRONT.split("\n")))


async def test_a_list_takes_the_raw_pages_place(reader: Start) -> None:
    async with reader() as r:
        await shown_raw(r)
        await r.press("h")
        await r.until(lambda: r.pane == "issues" and r.screen.issues.size.width > 0)
        assert not r.screen.comparing


async def test_what_is_hostile_in_a_page_is_shown_and_not_obeyed(reader: Start) -> None:
    page = FRONT.replace("春耕忙", "春\x1b[31m耕[red]忙\u202e\x07")
    async with reader(pages={"front": page}) as r:
        await shown_raw(r)
        await r.until(lambda: "[red]" in raw_lines(r))
        assert "春\ufffd[31m耕[red]忙\ufffd\ufffd" in raw_lines(r)
        assert not any(c < " " or "\x7f" <= c <= "\x9f" or c == "\u202e" for c in raw_lines(r).replace("\n", ""))


async def test_a_resize_keeps_the_line_on_top(reader: Start) -> None:
    async with reader(size=(120, 20), pages={"page": LONG}) as r:
        await shown_raw(r)
        await r.press("tab", "space", "space")
        top = r.screen.raw.top
        for columns in (90, 200, 120):
            await r.pilot.resize_terminal(columns, 20)
            await r.settled()
            row = r.screen.raw._setting.rows[r.screen.raw.scroll_offset.y]
            assert (row.line, row.start) <= top == r.screen.raw.top
            assert row.line == top[0]


async def test_a_page_of_a_million_characters_is_shown(reader: Start) -> None:
    huge = FRONT + "\n".join(f"第{n}行写着许多字,一行又一行地写下去。" for n in range(50_000))
    async with reader(pages={"front": huge}) as r:
        await shown_raw(r)
        await r.press("tab", "G")
        await r.until(lambda: "第49999行" in raw_lines(r))
