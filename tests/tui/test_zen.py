"""The article alone."""

from __future__ import annotations

from paperterm.tui.widgets.bars import KeyBar, PlaceBar
from tests.tui.conftest import Start
from tests.tui.settling import painted


async def test_the_article_stands_alone_in_the_middle_and_the_key_brings_everything_back(reader: Start) -> None:
    async with reader(size=(120, 40)) as r:
        await r.press("z")
        await r.until(lambda: r.screen.reading.size.width > 100)
        await painted(r.pilot)
        assert not r.screen.query_one(PlaceBar).display
        assert not r.screen.query_one(KeyBar).display
        assert not r.screen.issues.size.width
        assert r.screen.reading.region.x == 120 - r.screen.reading.region.right
        await r.press("z")
        await r.until(lambda: r.screen.query_one(PlaceBar).display and r.screen.issues.size.width)
        assert r.screen.query_one(KeyBar).display


async def test_what_has_to_be_said_is_said(reader: Start) -> None:
    async with reader() as r:
        await r.press("z", "b")
        await r.until(lambda: r.screen.query_one(KeyBar).display and "Bookmarked" in r.text(r.screen.query_one(KeyBar)))
        r.screen.say("")
        await r.until(lambda: not r.screen.query_one(KeyBar).display)


async def test_reading_goes_on_without_leaving_it(reader: Start) -> None:
    async with reader() as r:
        await r.press("z", "J")
        await r.shows("春耕忙")
        assert r.screen.has_class("-alone")
        await r.press("i")
        await r.until(lambda: not r.screen.has_class("-alone") and r.pane == "issues")


async def test_the_place_stays(reader: Start) -> None:
    text = "\n\n".join(f"第{number}段话说得不长也不短,总要占去一两行才好看。" for number in range(200))
    async with reader(size=(90, 20), pages={"front": f"大江日报\n2025年3月25日 星期二\n\n# 长文\n{text}\n"}) as r:
        await r.press("space", "space")
        place = r.screen.reading.place
        await r.press("z")
        await painted(r.pilot)
        assert r.screen.reading.place == place
        await r.press("z")
        await painted(r.pilot)
        assert r.screen.reading.place == place
