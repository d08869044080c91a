"""One search bar for the library, an issue and an article; the order of hits; what they have in common."""

from __future__ import annotations

from textual.widgets import Input

from paperterm.tui.screens.facets import FacetScreen
from paperterm.tui.widgets.bars import PlaceBar
from tests.tui.conftest import PAGES, Reader, Start

OTHER = """江城晚报
2025年2月1日 星期六
第1版:要闻

# 大桥夜景
本报讯(记者钱七)新桥亮灯,市民在大江两岸看景。
"""


async def here(r: Reader, query: str) -> None:
    """Searches in the article, as a person would."""
    await r.press("s")
    await r.until(lambda: getattr(r.app.focused, "id", "") == "query")
    await r.type(query)
    await r.until(lambda: not r.screen._searching and r.screen.query_shown == query)


def sign(r: Reader) -> str:
    return str(r.screen.query_one(".search--sign").render()).strip()


def count(r: Reader) -> str:
    return str(r.screen.query_one(".search--count").render())


def queries(r: Reader) -> list[str]:
    return [hit.head.title for hit in r.screen.found.hits] if r.screen.found else []


async def test_in_the_article_every_match_is_marked_and_n_goes_between_them(reader: Start) -> None:
    async with reader() as r:
        await here(r, "新桥")
        assert sign(r) == "article /"
        assert queries(r) == ["江边新桥通车", "江边新桥通车"]  # the article and its continuation below it
        marked = r.screen.hit_marks()
        blocks = r.screen.reading.article.blocks
        assert len(marked) == sum(block.text.count("新桥") for block in blocks)
        assert count(r) == f"{len(marked)} places"
        await r.press("enter")
        await r.until(lambda: r.pane == "article" and "1/" in r.text(r.screen.query_one(PlaceBar)))
        await r.press("n")
        await r.until(lambda: "2/" in r.text(r.screen.query_one(PlaceBar)))


async def test_the_list_of_issues_stays_beside_a_search_in_the_article(reader: Start) -> None:
    async with reader() as r:
        await here(r, "新桥")
        assert r.screen.side == "issues"


async def test_a_key_in_the_bar_looks_in_library_issue_and_article_in_turn(reader: Start) -> None:
    async with reader(pages={**PAGES, "other": OTHER}) as r:
        await r.until(lambda: r.screen.stored is not None)
        await r.search("大江")
        assert sign(r) == "/"
        everywhere = set(queries(r))
        assert "大桥夜景" in everywhere
        await r.press("ctrl+l")
        await r.until(lambda: sign(r) == "issue /" and "大桥夜景" not in queries(r))
        await r.press("ctrl+l")
        await r.until(lambda: sign(r) == "article /" and set(queries(r)) == {r.headline})
        await r.press("ctrl+l")
        await r.until(lambda: sign(r) == "/" and set(queries(r)) == everywhere)


async def test_from_the_list_the_issue_under_the_cursor_is_searched(reader: Start) -> None:
    async with reader() as r:
        await r.press("i", "G", "s")
        await r.until(lambda: getattr(r.app.focused, "id", "") == "query")
        assert sign(r) == "issue /"
        await r.type("本报讯")
        await r.until(lambda: queries(r) == ["江上起雾"])


async def test_the_order_of_hits_is_changed_and_told_in_the_bar(reader: Start) -> None:
    async with reader(pages={**PAGES, "other": OTHER}) as r:
        await r.search("大江")
        await r.press("ctrl+o")
        await r.until(lambda: queries(r) and queries(r)[-1] == "大桥夜景" and not r.screen._searching)
        assert "newest first" in str(r.screen.query_one(".search--sort").render())
        await r.press("tab", "s")
        await r.until(lambda: queries(r)[0] == "大桥夜景")
        assert r.message == "The oldest hits first."
        await r.press("s")
        await r.until(lambda: not str(r.screen.query_one(".search--sort").render()).strip())


async def facets(r: Reader) -> FacetScreen:
    """The counts, when they are there."""
    await r.until(lambda: isinstance(r.app.screen, FacetScreen) and r.app.screen.rows is not None)
    assert isinstance(r.app.screen, FacetScreen)
    return r.app.screen


async def test_hits_are_counted_narrowed_and_widened_again(reader: Start) -> None:
    async with reader(pages={**PAGES, "other": OTHER}) as r:
        await r.search("本报讯")
        before = set(queries(r))
        await r.press("tab", "x")
        screen = await facets(r)
        rows = screen.rows
        assert rows is not None
        counted = {(facet.sort, facet.value): facet.number for facet in rows.facets}
        assert counted["paper", "江城晚报"] == 1
        assert counted["month", "2025-02"] == 1
        assert counted["year", "2025"] == len(before)
        at = next(i for i, facet in enumerate(rows.facets) if facet.value == "江城晚报")
        await r.press(*["j"] * at, "enter")
        await r.until(lambda: queries(r) == ["大桥夜景"])
        assert r.screen.query_one("#query", Input).value == "本报讯 报纸:江城晚报"
        await r.press("x")
        screen = await facets(r)
        assert screen.rows is not None
        assert [facet.value for facet in screen.rows.facets if facet.asked] == ["江城晚报"]
        await r.press("enter")
        await r.until(lambda: set(queries(r)) == before)
        assert r.screen.query_one("#query", Input).value == "本报讯"


async def test_counts_are_of_the_place_that_is_searched(reader: Start) -> None:
    async with reader(pages={**PAGES, "other": OTHER}) as r:
        await r.press("i", "G", "s")
        await r.until(lambda: getattr(r.app.focused, "id", "") == "query")
        await r.type("本报讯")
        await r.until(lambda: not r.screen._searching and queries(r))
        found = len(queries(r))
        await r.press("ctrl+b")
        screen = await facets(r)
        assert screen.rows is not None
        assert sum(facet.number for facet in screen.rows.facets if facet.sort == "paper") == found
        await r.press("escape")
        await r.until(lambda: r.app.screen is r.screen)


async def test_counting_without_hits_says_what_to_do(reader: Start) -> None:
    async with reader() as r:
        await r.press("H", "x")
        await r.until(lambda: r.message == "There is nothing to count: press / to search.")


async def test_a_search_in_an_issue_is_saved_with_its_issue(reader: Start) -> None:
    async with reader() as r:
        await r.press("i", "G", "s")
        await r.until(lambda: getattr(r.app.focused, "id", "") == "query")
        await r.type("本报讯")
        await r.press("ctrl+s", "enter")
        await r.until(lambda: r.screen.searches)
        assert r.screen.searches[0].query == "本报讯 报纸:大江日报 日期:2025-03-24"


async def test_the_words_of_the_bar_can_be_clicked(reader: Start) -> None:
    async with reader() as r:
        await r.search("新桥")
        await r.pilot.click(".search--sign")
        await r.until(lambda: sign(r) == "issue /")
        await r.pilot.click(".search--count")
        await facets(r)
