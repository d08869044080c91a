"""Back and forth through the places visited."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from paperterm.tui.visits import MOST, Visit, Visits
from tests.tui.conftest import Start

A, B, C = Visit("a", 0, 0), Visit("b", 0, 0), Visit("c", 2, 5)


def test_one_goes_back_the_way_one_came_and_forth_again() -> None:
    visits = Visits()
    visits.leave(A)
    visits.leave(B)
    assert visits.back(C) == B
    assert visits.back(B) == A
    assert visits.back(A) is None
    assert visits.forth(A) == B
    assert visits.forth(B) == C
    assert visits.forth(C) is None


def test_what_lay_ahead_is_forgotten_when_one_leaps_elsewhere() -> None:
    visits = Visits()
    visits.leave(A)
    assert visits.back(B) == A
    visits.leave(A)
    assert visits.forth(C) is None
    assert visits.back(C) == A


def test_a_place_that_one_read_on_from_is_come_back_to_where_it_was_left() -> None:
    visits = Visits()
    visits.leave(A)
    further = Visit("b", 7, 3)
    assert visits.back(further) == A
    assert visits.forth(A) == further


@given(st.lists(st.integers(0, 5), max_size=40))
def test_going_back_as_often_as_forth_ends_where_it_began(steps: list[int]) -> None:
    visits, here = Visits(), Visit("start", 0, 0)
    for number, _ in enumerate(steps):
        visits.leave(here)
        here = Visit("article", number, 0)
    end, count = here, 0
    while (before := visits.back(here)) is not None:
        here, count = before, count + 1
    assert count == len(steps)
    for _ in range(count):
        after = visits.forth(here)
        assert after is not None
        here = after
    assert here == end


def test_the_oldest_places_are_forgotten() -> None:
    visits = Visits()
    for number in range(MOST + 50):
        visits.leave(Visit("a", number, 0))
    here, count = Visit("b", 0, 0), 0
    while (before := visits.back(here)) is not None:
        here, count = before, count + 1
    assert count == MOST


async def test_back_and_forth_over_articles_jumps_and_hits(reader: Start) -> None:
    async with reader() as r:
        await r.press("J")
        await r.shows("春耕忙")
        await r.search("图书馆")
        await r.press("enter")
        await r.shows("图书馆开放")
        await r.press("ctrl+o")
        await r.shows("春耕忙")
        await r.press("alt+left")
        await r.shows("江边新桥通车")
        await r.press("ctrl+o")
        await r.until(lambda: r.message == "No place was visited before this one.")
        await r.press("alt+right")
        await r.shows("春耕忙")
        await r.press("alt+right")
        await r.shows("图书馆开放")
        await r.press("alt+right")
        await r.until(lambda: r.message == "No place was visited after this one.")


async def test_back_goes_to_the_place_in_the_article_that_was_left(reader: Start) -> None:
    text = "\n\n".join(f"第{number}段话说得不长也不短。" for number in range(200))
    async with reader(
        pages={"front": f"大江日报\n2025年3月25日 星期二\n\n# 长文\n{text}\n\n# 短文\n本报讯 昨日晴。\n"}
    ) as r:
        await r.press("space", "space")
        left = r.screen.reading.place
        await r.press("G", "ctrl+o")
        await r.until(lambda: r.screen.reading.place == left)
        await r.press("J")
        await r.shows("短文")
        await r.press("ctrl+o")
        await r.until(lambda: r.headline == "长文" and r.screen.reading.place == left)


async def test_back_pressed_twice_at_once_goes_two_places_back(reader: Start) -> None:
    async with reader() as r:
        for headline in ("春耕忙", "江边新桥通车", "图书馆开放"):
            await r.press("J")
            await r.shows(headline)
        for key in ("ctrl+o", "ctrl+o"):
            r.app.post_message(__import__("textual.events").events.Key(key, None))
        await r.shows("春耕忙")
        await r.press("alt+right")
        await r.shows("江边新桥通车")
