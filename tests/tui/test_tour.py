"""The guided tour: every step can be done with the keys it names, and is over when it was done."""

from __future__ import annotations

from textual.widgets import Static

from paperterm.tui.tour import STEPS, Seen, Tour
from tests.tui.conftest import Reader, Start


def told(reader: Reader) -> str:
    return str(reader.screen.query_one("#tour", Static).render())


LONG = (
    "大江日报\n2025年3月25日 星期二 第3000期\n第1版:要闻\n\n# 江边新桥通车\n本报讯(记者张三)"
    + ("昨日上午,横跨大江的新桥正式通车,两岸居民的出行时间将缩短一半,产改见到成效。" * 40)
    + "\n\n# 春耕忙\n本报讯(记者李四)眼下正是春耕时节,各地抓紧备耕,产改也在田间,农机手们清早就下了田。\n"
)


async def test_every_step_is_done_with_the_keys_it_names(reader: Start) -> None:
    async with reader(size=(100, 30), pages={"long": LONG}, tour=True) as r:
        await r.until(lambda: r.screen.query("#tour"))
        deeds: list[list[str] | str] = [
            ["space"], ["J"], ["h"], ["enter"], "产改", ["n"], ["b"], ["V", "a"], ["apostrophe"], ["question_mark"],
        ]  # fmt: skip
        assert len(deeds) == len(STEPS)
        for number, deed in enumerate(deeds, 1):
            await r.until(lambda n=number: told(r).startswith(f"{n} of {len(STEPS)}"))  # type: ignore[misc]
            if isinstance(deed, str):
                await r.search(deed)
                await r.press("enter")
                await r.until(lambda: r.pane == "article")
            else:
                await r.press(*deed)
            if deed == ["V", "a"]:
                await r.opened()
                await r.type("好")
                await r.press("ctrl+s")
        await r.until(lambda: told(r).startswith("That is the tour."))
        await r.press("q")
        await r.until(lambda: r.app.screen is r.screen)


async def test_a_step_can_be_skipped(reader: Start) -> None:
    async with reader(tour=True) as r:
        await r.until(lambda: r.screen.query("#tour") and told(r).startswith("1 of"))
        await r.press("ctrl+t")
        await r.until(lambda: told(r).startswith("2 of"))


async def test_without_the_tour_its_key_does_nothing(reader: Start) -> None:
    async with reader() as r:
        await r.press("ctrl+t")
        assert not r.screen.query("#tour")


def test_a_step_that_was_not_done_stays() -> None:
    tour = Tour(Seen("a"))
    first = tour.text
    assert not tour.look(Seen("a", pane="issues"))
    assert tour.text == first


def test_after_the_last_step_nothing_is_left_to_do() -> None:
    tour = Tour(Seen("a"))
    for _ in STEPS:
        assert tour.skip(Seen("a"))
    assert tour.over
    assert not tour.skip(Seen("b"))
    assert not tour.look(Seen("b", helped=True))
