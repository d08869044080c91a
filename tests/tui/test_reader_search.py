"""Searching as one types, opening a hit at its place, going from hit to hit."""

from __future__ import annotations

import threading
from functools import partial
from typing import Any

import pytest
from textual.widgets import Input

from paperterm.library.records import Results
from paperterm.library.sqlite import SqliteLibrary
from paperterm.query import Query, parse_query
from paperterm.tui.screens.reader import ReaderScreen
from paperterm.tui.widgets.article import ArticleView
from paperterm.tui.widgets.bars import PlaceBar
from tests.tui.conftest import FRONT, Reader, Start
from tests.tui.settling import PATIENCE

LONG = FRONT.replace(
    "# 春耕忙\n",
    "# 春耕忙\n"
    + "".join(f"第{n}段:地里的活一件接着一件,没有一天是闲着的。\n\n" for n in range(60))
    + "油菜开花了,黄灿灿的一大片,从村口一直铺到江边,养蜂人也赶着车来了。\n\n",
)


def count(r: Reader) -> str:
    return str(r.screen.query_one(".search--count").render())


def far(r: Reader) -> str:
    """The right end of the upper bar."""
    return r.text(r.screen.query_one(PlaceBar)).split("  ", 1)[1].strip()


async def test_hits_appear_while_one_types(reader: Start) -> None:
    async with reader() as r:
        await r.press("slash")
        await r.until(lambda: isinstance(r.app.focused, Input))
        await r.type("图")
        await r.until(lambda: count(r) == "1 article")
        await r.type("书证")
        await r.until(lambda: count(r) == "0 articles")
        assert "Nothing matches 图书证" in r.text(r.screen.hits)
        await r.press("backspace")
        await r.until(lambda: count(r) == "1 article")
        assert "图书馆开放" in r.text(r.screen.hits)


async def test_enter_opens_the_best_hit_at_its_place(reader: Start) -> None:
    async with reader(size=(80, 24), pages={"front": LONG}) as r:
        await r.search("油菜")
        await r.press("enter")
        await r.until(lambda: r.headline == "春耕忙" and r.pane == "article")
        await r.until(lambda: "油菜开花了" in r.text(r.screen.reading))
        assert r.screen.reading.current == r.screen._match_place()


async def test_enter_pressed_before_the_hits_are_there_opens_the_first_when_they_are(
    reader: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, asked = threading.Event(), threading.Event()
    search = SqliteLibrary.search

    def slow(library: SqliteLibrary, *arguments: Any) -> Results:
        asked.set()
        held.wait(PATIENCE)
        return search(library, *arguments)

    monkeypatch.setattr(SqliteLibrary, "search", slow)
    async with reader() as r:
        await r.press("slash")
        await r.until(lambda: isinstance(r.app.focused, Input))
        await r.type("图书馆")
        await r.press("enter")
        await r.until(asked.is_set)
        assert r.headline == "江边新桥通车"
        held.set()
        await r.until(lambda: r.headline == "图书馆开放" and r.pane == "article")


async def test_a_superseded_search_never_overwrites_a_newer_one(reader: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, release = threading.Event(), threading.Event()
    search = SqliteLibrary.search
    shown: list[set[str]] = []

    def held(library: SqliteLibrary, query: Query, *rest: Any) -> Results:
        if query == parse_query("图书馆"):
            asked.set()
            release.wait(PATIENCE)
        return search(library, query, *rest)

    def show(screen: ReaderScreen, results: Results | None, otherwise: str) -> None:
        shown.append({hit.head.title for hit in results.hits} if results else set())
        show_results(screen, results, otherwise)

    show_results = ReaderScreen._show_results
    monkeypatch.setattr(SqliteLibrary, "search", held)
    monkeypatch.setattr(ReaderScreen, "_show_results", show)
    async with reader() as r:
        await r.press("slash")
        await r.until(lambda: isinstance(r.app.focused, Input))
        bar = r.app.screen.query_one(Input)
        bar.value = "图书馆"
        await r.until(asked.is_set)
        bar.value = "起雾"
        await r.pilot.pause()
        release.set()
        await r.until(lambda: {"江上起雾"} in shown)
        assert {"图书馆开放"} not in shown
        assert count(r) == "1 article"


async def test_emptying_the_bar_takes_the_hits_and_their_marks_away(reader: Start) -> None:
    async with reader() as r:
        await r.search("新桥")
        await r.until(lambda: bool(r.screen.hit_marks()))
        await r.press("ctrl+u")
        await r.until(lambda: r.screen.found is None)
        assert r.screen.hit_marks() == []
        assert count(r) == ""


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("(新桥", "never closed"),
        ("新桥 OR", "OR"),
        ("日期:2025-99", "2025-99"),
        ("有:猫", "猫"),
        ('"新桥', "quotation mark"),
    ],
)
async def test_a_bad_query_is_explained_and_can_be_gone_on_with(reader: Start, query: str, told: str) -> None:
    async with reader() as r:
        await r.search(query)
        await r.until(lambda: told in " ".join(r.text(r.screen.hits).split()))
        await r.press("ctrl+u")
        await r.type("新桥")
        await r.until(lambda: count(r) == "3 articles")


def at(r: Reader) -> tuple[str, str]:
    """The article that is shown and which of its hits is the current one."""
    return (r.screen.stored.head.id if r.screen.stored else "", r.screen.hit_number)


async def test_n_and_shift_n_go_through_the_hits_of_one_article_and_on_to_the_next(reader: Start) -> None:
    async with reader() as r:
        await r.search("新桥")
        await r.until(lambda: count(r) == "3 articles")
        assert r.screen.found
        every = [
            (hit.head.id, f"{number}/{len(hit.matches)}")
            for hit in r.screen.found.hits
            for number in range(1, len(hit.matches) + 1)
        ]
        await r.press("enter")
        await r.until(lambda: at(r) == every[0])
        for wanted in every[1:]:
            await r.press("n")
            await r.until(partial(lambda wanted: at(r) == wanted, wanted))
        await r.press("n")
        await r.until(lambda: r.message == "This is the last hit.")
        for wanted in reversed(every[:-1]):
            await r.press("N")
            await r.until(partial(lambda wanted: at(r) == wanted, wanted))
        await r.press("N")
        await r.until(lambda: r.message == "This is the first hit.")
        assert len({id for id, _ in every}) == 3
        assert len(every) > 3


async def test_the_number_of_the_hit_stands_in_the_upper_bar(reader: Start) -> None:
    async with reader() as r:
        await r.search("新桥")
        await r.press("enter")
        await r.until(lambda: far(r).startswith("1/"))
        await r.press("J")
        await r.until(lambda: "/" not in far(r))


async def test_n_without_a_search_says_how_to_begin_one(reader: Start) -> None:
    async with reader() as r:
        await r.press("n")
        assert r.message == "There is nothing to go to: press / to search."


async def test_the_hits_are_marked_in_the_article(reader: Start) -> None:
    async with reader() as r:
        await r.search("新桥")
        await r.press("enter")
        await r.until(lambda: any(mark.kind == "current" for mark in r.screen.marks()))
        blocks = r.screen.stored.article.blocks  # type: ignore[union-attr]
        assert {blocks[m.block].text[m.start : m.end] for m in r.screen.marks()} == {"新桥"}


async def test_arrows_move_in_the_hits_while_one_types(reader: Start) -> None:
    async with reader() as r:
        await r.search("新桥")
        await r.until(lambda: count(r) == "3 articles")
        await r.press("down", "ctrl+n", "ctrl+p")
        await r.until(lambda: r.screen.hits.cursor == 1)
        assert isinstance(r.app.focused, Input)
        chosen = r.screen.found.hits[1].head.id  # type: ignore[union-attr]
        await r.press("enter")
        await r.until(lambda: r.screen.stored is not None and r.screen.stored.head.id == chosen)


async def test_tab_goes_to_the_hits_and_escape_back_to_the_article(reader: Start) -> None:
    async with reader() as r:
        await r.search("新桥")
        await r.press("tab")
        await r.until(lambda: r.pane == "hits")
        await r.press("slash")
        await r.until(lambda: isinstance(r.app.focused, Input))
        await r.press("escape")
        await r.until(lambda: r.pane == "article")
        assert not r.screen.query_one("SearchBar").display


async def test_a_new_search_replaces_what_was_typed_before(reader: Start) -> None:
    async with reader() as r:
        await r.search("新桥")
        await r.press("enter")
        await r.until(lambda: r.pane == "article")
        await r.search("图书馆")
        assert count(r) == "1 article"


async def test_a_hit_is_opened_with_the_mouse(reader: Start) -> None:
    async with reader() as r:
        await r.search("图书馆")
        await r.until(lambda: count(r) == "1 article")
        await r.pilot.click(r.screen.hits, offset=(5, 1))
        await r.until(lambda: r.headline == "图书馆开放" and r.pane == "article")


async def test_a_narrow_screen_searches_and_opens_too(reader: Start) -> None:
    async with reader(size=(50, 20)) as r:
        await r.search("图书馆")
        await r.until(lambda: r.screen.hits.size.width == 50)
        await r.press("enter")
        await r.until(lambda: r.headline == "图书馆开放" and r.pane == "article")
        assert r.screen.query_one(ArticleView).size.width == 50


async def test_notes_and_tags_are_searched_for(reader: Start) -> None:
    async with reader() as r:
        await r.press("a")
        await r.opened()
        await r.type("看桥")
        await r.press("tab")
        await r.type("交通")
        await r.press("ctrl+s")
        await r.until(lambda: r.message == "Note written.")
        await r.search("标签:交通 有:笔记")
        await r.until(lambda: count(r) == "1 article")
