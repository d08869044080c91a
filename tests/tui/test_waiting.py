"""Nothing blocks the interface: over a library that answers slowly keys go on, it is told what is waited for, and it can be
stopped."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from paperterm.library.sqlite import SqliteLibrary
from paperterm.tui.screens.issue_calendar import CalendarScreen
from tests.tui.conftest import Start

SLOW = ("issues", "pages", "article", "neighbour", "search", "facets", "facts", "head", "raw", "page", "related")


class Gate:
    """Holds back what the library is asked, while it is shut."""

    def __init__(self) -> None:
        self._open = threading.Event()
        self._open.set()
        self.asked: list[str] = []
        self.main = threading.main_thread()

    def shut(self) -> None:
        self._open.clear()

    def open(self) -> None:
        self._open.set()

    def through(self, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        def held(*values: Any, **named: Any) -> Any:
            if not self._open.is_set():
                assert threading.current_thread() is not self.main, f"the interface waits for {name}"
                self.asked.append(name)
                self._open.wait()
            return method(*values, **named)

        return held


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    gate = Gate()
    for name in SLOW:
        monkeypatch.setattr(SqliteLibrary, name, gate.through(name, getattr(SqliteLibrary, name)))
    yield gate
    gate.open()


WAITS = [
    (("J",), "Looking for the article"),
    (("i", "j", "enter"), "Opening the article"),
    (("right_parenthesis",), "Looking for the issue"),
    (("ctrl+n",), "Looking for what is unread"),
    (("slash", "a"), "Searching"),
    (("i", "O"), "Reading the list of issues"),
    (("e",), "Looking at the page"),
    (("R",), "Looking for related articles"),
]


@pytest.mark.parametrize(("keys", "told"), WAITS)
async def test_what_takes_long_is_told_and_other_keys_are_answered(
    reader: Start, gate: Gate, keys: tuple[str, ...], told: str
) -> None:
    async with reader() as r:
        gate.shut()
        await r.press(*keys)
        await r.until(lambda: told in r.message)
        r.screen.focus_article()
        await r.press("v")
        assert r.screen.reading.cursor is not None
        await r.press("T")
        gate.open()
        await r.until(lambda: told not in r.message)


async def test_what_takes_long_can_be_stopped(reader: Start, gate: Gate) -> None:
    async with reader() as r:
        before = r.headline
        gate.shut()
        await r.press("J")
        await r.until(lambda: "Looking for the article" in r.message and "esc" in r.message)
        await r.press("escape")
        await r.until(lambda: r.message == "Stopped.")
        gate.open()
        await r.press("J")
        await r.shows("春耕忙")
        assert before != r.headline


async def test_a_search_that_is_left_with_escape_is_given_up(reader: Start, gate: Gate) -> None:
    async with reader() as r:
        await r.press("slash")
        await r.until(lambda: getattr(r.app.focused, "id", "") == "query")
        gate.shut()
        await r.type("新桥")
        await r.until(lambda: "Searching" in r.message)
        await r.press("escape")
        await r.until(lambda: r.pane == "article")
        gate.open()
        await r.search("图书馆")
        assert r.screen.found is not None


async def test_the_calendar_is_there_before_the_issues_are(reader: Start, gate: Gate) -> None:
    async with reader() as r:
        gate.shut()
        await r.press("M")
        await r.opened(CalendarScreen)
        assert r.text_of("#calendar-paper") == "Reading the list of issues …"
        await r.press("q")
        await r.until(lambda: r.app.screen is r.screen)
        gate.open()


async def test_how_long_it_takes_is_told(reader: Start, gate: Gate) -> None:
    async with reader() as r:
        gate.shut()
        await r.press("J")
        await r.until(lambda: re.search(r" \d+ s\b", r.message))
        gate.open()
        await r.shows("春耕忙")
