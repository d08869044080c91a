"""Trends in the reader: bars for what was searched for, and from a bar to its articles."""

from __future__ import annotations

from paperterm.tui.screens.trends import TrendsScreen
from paperterm.tui.widgets.query_input import QueryInput
from paperterm.tui.widgets.trend_chart import TrendChart
from tests.tui.conftest import Reader, Start


def screen(reader: Reader) -> TrendsScreen:
    top = reader.app.screen
    assert isinstance(top, TrendsScreen)
    return top


async def open_trends(reader: Reader, *keys: str) -> TrendsScreen:
    await reader.press("t", *keys)
    await reader.until(lambda: isinstance(reader.app.screen, TrendsScreen) and reader.app.screen.is_mounted)
    return screen(reader)


async def test_what_was_searched_for_is_counted(reader: Start) -> None:
    async with reader() as r:
        await r.search("大江")
        await r.press("enter")
        trends = await open_trends(r)
        await r.until(lambda: trends.chart.trends)
        await r.settled()
        assert trends.chart.trends and trends.chart.trends.queries == ("大江",)
        assert "2025-03" in r.text_of("#trend-told")
        assert "█" in r.text(trends.chart)


async def test_other_queries_can_be_typed_also_with_full_width_signs(reader: Start) -> None:
    async with reader() as r:
        trends = await open_trends(r)
        await r.until(lambda: isinstance(r.app.focused, QueryInput))
        await r.type("大江；新桥")
        await r.press("enter")
        await r.until(lambda: trends.chart.trends)
        await r.settled()
        assert trends.chart.trends and trends.chart.trends.queries == ("大江", "新桥")
        assert "大江" in r.text_of("#trend-legend")
        assert "新桥" in r.text_of("#trend-legend")


async def test_enter_opens_the_articles_of_the_period(reader: Start) -> None:
    async with reader() as r:
        await r.search("新桥")
        await r.press("enter")
        trends = await open_trends(r)
        await r.until(lambda: trends.chart.trends)
        await r.settled()
        await r.press("enter")
        await r.until(
            lambda: (
                r.app.screen is r.screen
                and r.screen.query_one("#search QueryInput", QueryInput).value == "新桥 日期:2025-03"
            )
        )
        await r.until(lambda: r.screen.found and len(r.screen.found.hits) == 3)


async def test_share_and_years(reader: Start) -> None:
    async with reader() as r:
        await r.search("新桥")
        await r.press("enter")
        trends = await open_trends(r)
        await r.until(lambda: trends.chart.trends)
        await r.settled()
        await r.press("percent_sign")
        await r.until(lambda: "%" in r.text(trends.chart).split("\n")[0])
        await r.press("y")
        await r.until(lambda: trends.chart.trends and trends.chart.trends.by == "year")
        await r.settled()
        assert r.text(trends.chart).rstrip().endswith("2025")


async def test_what_is_wrong_with_a_query_is_said(reader: Start) -> None:
    async with reader() as r:
        trends = await open_trends(r)
        await r.until(lambda: isinstance(r.app.focused, QueryInput))
        await r.type("(新桥")
        await r.press("enter")
        await r.until(lambda: "(" in r.text_of("#trend-told") or ")" in r.text_of("#trend-told"))
        assert trends.chart.trends is None


async def test_more_queries_than_can_be_told_apart_are_refused(reader: Start) -> None:
    async with reader() as r:
        await open_trends(r)
        await r.until(lambda: isinstance(r.app.focused, QueryInput))
        await r.type("甲;乙;丙;丁;戊")
        await r.press("enter")
        await r.until(lambda: "4" in r.text_of("#trend-told"))


async def test_q_goes_back(reader: Start) -> None:
    async with reader() as r:
        await r.search("新桥")
        await r.press("enter")
        trends = await open_trends(r)
        await r.until(lambda: trends.chart.trends)
        await r.settled()
        await r.press("q")
        await r.until(lambda: r.app.screen is r.screen)


async def test_the_cursor_brings_its_period_into_sight(reader: Start) -> None:
    page = "大江日报\n{year}年3月25日 星期二 第{number}期\n第1版:要闻\n\n# 江边新桥通车\n本报讯(记者张三)昨日上午,横跨大江的新桥正式通车,两岸居民称便。\n"
    pages = {str(year): page.format(year=year, number=year) for year in (1950, 2025)}
    async with reader(size=(60, 20), pages=pages) as r:
        await r.search("新桥")
        await r.press("enter")
        trends = await open_trends(r)
        await r.until(lambda: trends.chart.trends)
        await r.settled()
        chart = trends.query_one(TrendChart)
        assert chart.period == "2025"
        await r.press("g")
        assert chart.period == "1950"
        assert "1950" in r.text(chart)
