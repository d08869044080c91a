"""`paperterm demo` in a real terminal: it shows the tour and leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal.conftest import Ask, OpenReader

pytestmark = pytest.mark.terminal


def test_the_tour_touches_neither_library_nor_notebook(open_reader: OpenReader, ask: Ask, home: Path) -> None:
    window = open_reader(100, 30, ("demo",))
    window.wait("1 of 10")
    window.press("J")
    window.wait("2 of 10")
    window.press("b")
    window.wait("Bookmarked")
    window.press("q")
    assert window.wait_ended() == 0
    assert ask("bookmark", "list")["bookmarks"] == []
    assert not (home / "library.sqlite").exists()


def test_the_tour_speaks_chinese(open_reader: OpenReader) -> None:
    window = open_reader(100, 30, ("demo", "--lang", "zh-Hans"))
    window.wait("第 1 步，共 10 步")
