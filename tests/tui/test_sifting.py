"""The filter of the list of issues."""

from __future__ import annotations

import pytest

from paperterm.tui.widgets.query_input import QueryInput
from tests.tui.conftest import PAGES, Reader, Start

PHOTO = """江城晚报
2025年2月1日 星期六
第1版:要闻

# 大桥夜景
本报讯(记者钱七)新桥亮灯,市民在大江两岸看景。
"""
LIBRARY = {**PAGES, "other": PHOTO}


def rows(r: Reader) -> list[str]:
    return [r.screen.issues.text_of(row).strip(" ›") for row in range(r.screen.issues.length)]


async def filtered(r: Reader, query: str) -> None:
    await r.press("i", "ampersand")
    await r.until(lambda: getattr(r.app.focused, "id", "") == "issue-query")
    await r.type(query)


@pytest.mark.parametrize(
    ("query", "there", "gone"),
    [
        ("报纸:江城晚报", "江城晚报", "大江日报"),
        ("日期:2025-03-24", "2025-03-24", "2025-03-25"),
        ("-报纸:晚报", "大江日报", "江城晚报"),
        ("大雾", "江上起雾", "江边新桥通车"),
        ("图书馆 报纸:大江日报", "图书馆开放", "春耕忙"),
        ("类型:转版", "江边新桥通车", "江城晚报"),
    ],
)
async def test_issues_and_articles_are_left_by_the_query_language(
    reader: Start, query: str, there: str, gone: str
) -> None:
    async with reader(pages=LIBRARY) as r:
        await filtered(r, query)
        await r.until(lambda: any(there in row for row in rows(r)) and not any(gone in row for row in rows(r)))


async def test_enter_goes_to_the_list_and_escape_shows_everything_again(reader: Start) -> None:
    async with reader(pages=LIBRARY) as r:
        await filtered(r, "大雾")
        await r.until(lambda: "江上起雾" in rows(r))
        assert str(r.screen.query_one("#issue-filter .search--count").render()) == "1 of 3"
        await r.press("enter")
        await r.until(lambda: r.pane == "issues")
        await r.press("ampersand", "escape")
        await r.until(lambda: r.pane == "issues" and "江城晚报" in rows(r) and "大江日报" in rows(r))


async def test_articles_with_a_tag_are_left(reader: Start) -> None:
    async with reader(pages=LIBRARY) as r:
        await r.press("b")
        await r.until(lambda: "Bookmarked" in r.message)
        await r.kept()
        await r.press("t")
        await r.opened()
        await r.type("桥")
        await r.press("enter")
        await r.until(lambda: r.message == "Tags changed.")
        await filtered(r, "标签:桥")
        await r.until(lambda: [row for row in rows(r) if row == "江边新桥通车"] and "春耕忙" not in rows(r))


async def test_a_query_that_cannot_be_read_is_told_in_the_bar_and_leaves_the_list(reader: Start) -> None:
    async with reader(pages=LIBRARY) as r:
        before = rows(r)
        await filtered(r, "")
        r.screen.query_one(
            "#issue-filter QueryInput", QueryInput
        ).value = "日期:"  # at once, as an input method commits it
        await r.until(
            lambda: "nothing after its colon" in str(r.screen.query_one("#issue-filter .search--count").render())
        )
        assert rows(r) == before


async def test_nothing_that_fits_is_said(reader: Start) -> None:
    async with reader(pages=LIBRARY) as r:
        await filtered(r, "没有这样的词")
        await r.until(lambda: "Nothing fits." in r.text(r.screen.issues))


async def test_only_what_is_unread_is_listed_and_everything_again(reader: Start) -> None:
    async with reader(pages=LIBRARY) as r:
        await r.press("J")
        await r.shows("春耕忙")
        await r.until(lambda: r.screen.stored.head.id in r.screen.session.reading.read_ids())
        await r.press("J")
        await r.shows("江边新桥通车")
        await r.press("i", "O")
        await r.until(lambda: "Only unread articles" in rows(r) and "春耕忙" not in rows(r))
        assert "图书馆开放" in rows(r)
        await r.press("O")
        await r.until(lambda: "春耕忙" in rows(r))


async def test_an_issue_of_which_everything_is_read_is_not_listed_as_unread(reader: Start) -> None:
    async with reader(pages=LIBRARY) as r:
        await r.press("right_parenthesis")
        await r.until(lambda: r.headline == "江上起雾")
        await r.until(lambda: r.screen.stored.head.id in r.screen.session.reading.read_ids())
        await r.press("left_parenthesis")
        await r.until(lambda: r.headline == "江边新桥通车")
        await r.press("i", "O")
        await r.until(lambda: "Only unread articles" in rows(r) and not any("2025-03-24" in row for row in rows(r)))
