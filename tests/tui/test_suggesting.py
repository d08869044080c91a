"""Words of the library offered in the search bar."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperterm.actions.session import Session
from paperterm.actions.taking import take_in
from paperterm.tui.widgets.offers import Offers
from paperterm.tui.widgets.search_bar import SearchBar
from tests.tui.conftest import PAGES, Reader, Start


def offered(r: Reader) -> str:
    return r.screen.query_one("#search Offers", Offers).text


def typed(r: Reader) -> str:
    return r.screen.query_one("#search", SearchBar).query_text


async def test_a_latin_query_that_finds_nothing_is_offered_the_words_it_spells(reader: Start) -> None:
    async with reader() as r:
        await r.search("tushuguan")
        await r.until(lambda: offered(r) == "→ 图书馆")
        await r.press("right")
        await r.until(lambda: typed(r) == "图书馆" and r.screen.hits_total == 1)


async def test_initials_in_full_width_as_an_input_method_types_them_are_enough(reader: Start) -> None:
    async with reader() as r:
        await r.search("ｔｓｇ")
        await r.until(lambda: offered(r) == "→ 图书馆")


async def test_a_chinese_query_is_offered_the_words_that_begin_with_it(reader: Start) -> None:
    async with reader() as r:
        await r.search("图书")
        await r.until(lambda: offered(r) == "→ 图书馆")
        await r.type("馆")
        await r.until(lambda: offered(r) == "")


async def test_the_name_of_a_paper_is_offered_as_its_field(reader: Start) -> None:
    async with reader() as r:
        await r.search("djrb")
        await r.until(lambda: offered(r) == "→ 报纸:大江日报")
        await r.press("right")
        await r.until(lambda: typed(r) == "报纸:大江日报" and r.screen.hits_total == 5)


async def test_what_finds_nothing_is_offered_what_looks_like_it(reader: Start) -> None:
    async with reader() as r:
        await r.search("图书倌")
        await r.until(lambda: offered(r) == "→ 图书馆")


async def test_right_goes_through_the_words_and_back_to_what_was_typed(reader: Start) -> None:
    async with reader() as r:
        await r.search("大")
        await r.until(lambda: "→" in offered(r))
        words = [made for _, made in r.screen.query_one("#search", SearchBar).offers]
        assert len(words) > 1
        for word in [*words, "大"]:
            await r.press("right")
            await r.until(lambda word=word: typed(r) == word)


async def test_right_moves_the_caret_where_it_is_not_at_the_end(reader: Start) -> None:
    async with reader() as r:
        await r.search("图书")
        await r.until(lambda: "→" in offered(r))
        await r.press("left", "right")
        assert typed(r) == "图书"
        await r.press("right")
        await r.until(lambda: typed(r) == "图书馆")


async def test_tab_takes_a_word_only_where_there_are_no_hits_to_go_to(reader: Start) -> None:
    async with reader() as r:
        await r.search("tsg")
        await r.until(lambda: "→" in offered(r))
        await r.press("tab")
        await r.until(lambda: typed(r) == "图书馆" and r.screen.hits_total == 1)
        await r.press("tab")
        await r.until(lambda: r.pane == "hits")


async def test_a_word_is_taken_with_the_mouse(reader: Start) -> None:
    async with reader() as r:
        await r.search("tsg")
        await r.until(lambda: "→" in offered(r))
        await r.pilot.click(r.screen.query_one("#search Offers"), offset=(3, 0))
        await r.until(lambda: typed(r) == "图书馆")


async def test_what_is_typed_on_is_offered_words_anew(reader: Start) -> None:
    async with reader() as r:
        await r.search("tsg")
        await r.until(lambda: offered(r) == "→ 图书馆")
        await r.press("backspace", "backspace", "backspace")
        await r.until(lambda: offered(r) == "")


@pytest.mark.parametrize("width", [40, 60, 80, 200])
async def test_only_as_many_words_are_shown_as_there_is_room_for(reader: Start, width: int) -> None:
    async with reader(size=(width, 24)) as r:
        await r.search("大")
        await r.until(lambda: "→" in offered(r) or width < 60)
        bar = r.screen.query_one("#search", SearchBar)
        assert bar.query_one("QueryInput").size.width >= width // 4
        assert bar.query_one(Offers).region.right <= width


async def test_words_of_pages_imported_since_are_offered_too(reader: Start, session: Session, tmp_path: Path) -> None:
    async with reader() as r:
        await r.search("tsg")
        await r.until(lambda: offered(r) == "→ 图书馆")
        page = tmp_path / "later.txt"
        page.write_text(PAGES["earlier"].replace("轮渡停航", "水文站观测").replace("24日", "23日"), "utf-8")
        take_in(session, [page])
        await r.press("escape")
        await r.search("swz")
        await r.until(lambda: "水文站" in offered(r))
