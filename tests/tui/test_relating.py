"""From an article to related ones, and to searches for whom and what it names."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from paperterm.library.sqlite import SqliteLibrary
from paperterm.tui.screens.names import NamesScreen
from paperterm.tui.widgets.rows import RowList
from tests.tui.conftest import PAGES, Reader, Start
from tests.tui.settling import PATIENCE

AGAIN = """大江日报
2025年3月20日 星期四 第2995期
第1版:要闻

# 农机手备耕忙
本报讯(记者孙七)春耕时节,农机手检修农机,各地备耕进度加快。

# 夜市开张
本报讯(记者周八)滨河路夜市昨晚开张,烧烤摊前坐满了人。
"""
RELATED = {**PAGES, "again": AGAIN}


async def named(r: Reader) -> list[str]:
    """The names on the screen that lists them."""
    await r.press("P")
    await r.until(lambda: isinstance(r.app.screen, NamesScreen) and r.app.screen.rows is not None)
    screen = r.app.screen
    assert isinstance(screen, NamesScreen) and screen.rows is not None
    return [one.entity.name for one in screen.rows.names]


async def test_related_articles_are_listed_as_hits_with_the_shared_words_marked(reader: Start) -> None:
    async with reader(pages=RELATED) as r:
        await r.press("J")
        await r.shows("春耕忙")
        await r.press("R")
        await r.until(lambda: r.pane == "hits")
        assert [hit.head.title for hit in r.screen.found.hits] == ["农机手备耕忙"]  # type: ignore[union-attr]
        assert "春耕忙" in r.message
        await r.press("enter")
        await r.shows("农机手备耕忙")
        assert {mark.kind for mark in r.screen.hit_marks()} == {"hit", "current"}


async def test_an_article_like_no_other_says_so(reader: Start) -> None:
    async with reader(pages=RELATED) as r:
        await r.search("夜市")
        await r.press("enter")
        await r.shows("夜市开张")
        await r.press("R")
        await r.until(lambda: r.message == "No article shares rare words with this one.")
        assert r.pane == "article"


async def test_looking_for_related_articles_is_told_and_can_be_stopped(
    reader: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = threading.Event()

    def slow(library: SqliteLibrary, *arguments: Any) -> list[Any]:
        asked.set()
        stop = arguments[-1]
        while not stop():
            pass
        return []

    monkeypatch.setattr(SqliteLibrary, "related", slow)
    async with reader() as r:
        await r.press("R")
        await r.until(lambda: asked.is_set() and "R stops" in r.message)
        await r.press("R")
        await r.until(lambda: r.message == "Stopped.")


async def test_a_name_of_the_article_is_a_search(reader: Start) -> None:
    async with reader() as r:
        assert (await named(r))[0] == "张三"
        await r.press("enter")
        await r.until(lambda: r.pane == "hits" and r.screen.hits_total == 1)
        assert r.screen.query_one("#search QueryInput").value == "记者:张三"  # type: ignore[attr-defined]


async def test_names_are_listed_by_their_sort(reader: Start) -> None:
    page = PAGES["front"].replace("两岸居民", "湖南省总工会主席刘建国说,北京市的居民")
    async with reader(pages={"front": page}) as r:
        assert [name for name in await named(r) if name != "新桥"] == ["张三", "刘建国", "北京市", "湖南省总工会"]
        shown = r.text(r.app.screen.query_one(RowList))
        assert [sort in shown for sort in ("people", "places", "organisations")] == [True, True, True]


async def test_the_list_of_names_is_left_by_its_key(reader: Start) -> None:
    async with reader() as r:
        await named(r)
        await r.press("P")
        await r.until(lambda: r.app.screen is r.screen and r.headline == "江边新桥通车")


async def test_the_list_of_names_can_be_left_while_they_are_looked_for(
    reader: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, held = threading.Event(), threading.Event()

    def slow(*_: Any) -> list[Any]:
        asked.set()
        held.wait(PATIENCE)
        return []

    monkeypatch.setattr("paperterm.actions.naming.names_in", slow)
    async with reader() as r:
        await r.press("P")
        await r.until(lambda: asked.is_set() and "Looking for people" in r.text(r.app.screen.query_one(RowList)))
        await r.press("escape")
        await r.until(lambda: r.app.screen is r.screen)
        held.set()
