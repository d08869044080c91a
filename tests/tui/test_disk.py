"""After the first screen nothing on the interface's thread opens, lists or renames a file of the user's data."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import TextArea

from paperterm.config import Places
from paperterm.tui.screens.line import LineScreen
from tests.tui.conftest import Start

TOUCHING = frozenset(
    {"open", "os.rename", "os.link", "os.remove", "os.listdir", "os.scandir", "os.mkdir", "sqlite3.connect"}
)


class Watch:
    """What the thread that made it does to the files under a folder. An audit hook cannot be taken away: it is muted."""

    def __init__(self, folder: Path) -> None:
        self.seen: list[str] = []
        self._folder, self._thread, self.on = str(folder), threading.get_ident(), False
        sys.addaudithook(self._hook)

    def _hook(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.on and event in TOUCHING and threading.get_ident() == self._thread and arguments:
            path = arguments[0]
            if isinstance(path, str | bytes | os.PathLike) and os.fsdecode(path).startswith(self._folder):
                self.seen.append(f"{event} {os.fsdecode(path)}")


@pytest.fixture
def watch(places: Places) -> Iterator[Watch]:
    found = Watch(places.notebook)
    yield found
    found.on = False


async def test_nothing_a_person_does_touches_the_disk_on_the_interfaces_thread(reader: Start, watch: Watch) -> None:
    async with reader() as r:
        watch.on = True
        await r.press("b")
        await r.until(lambda: r.message.startswith("Bookmarked"))
        await r.press("V", "m")
        await r.until(lambda: r.message.startswith("Highlighted"))
        await r.press("a")
        await r.until(lambda: isinstance(r.app.focused, TextArea))
        await r.type("看看")
        await r.press("ctrl+s")
        await r.until(lambda: r.message == "Note written.")
        await r.press("apostrophe")
        await r.until(lambda: bool(r.screen.query("#preview-note")) and "看看" in r.text_of("#preview-note"))
        await r.press("t")
        await r.opened(LineScreen)
        await r.type("桥")
        await r.press("enter")
        await r.until(lambda: r.message == "Tags changed.")
        await r.press("d")
        await r.until(lambda: r.message.startswith("Removed"))
        await r.press("u")
        await r.until(lambda: r.message.startswith("Undone"))
        await r.press("J")
        await r.shows("春耕忙")
        await r.press("i")
        await r.search("新桥")
        await r.press("enter")
        await r.shows("江边新桥通车")
        assert watch.seen == []


def test_the_watch_sees_what_it_is_there_for(watch: Watch, places: Places) -> None:
    watch.on = True
    places.notebook.mkdir()
    (places.notebook / "x").write_text("x")
    assert [line.split()[0] for line in watch.seen] == ["os.mkdir", "open"]
