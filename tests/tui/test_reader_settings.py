"""What the settings change in the reader."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from paperterm.actions.session import Session
from paperterm.config import Places
from paperterm.tui.palette import Commands
from paperterm.tui.screens.help import HelpRows, HelpScreen
from paperterm.tui.widgets.hint import Hint
from tests.tui.conftest import Start


@pytest.fixture
def settings(places: Places) -> Path:
    assert places.settings is not None
    places.settings.parent.mkdir(parents=True, exist_ok=True)
    return places.settings


async def test_bottom_line_help_and_palette_show_the_keys_that_were_given(reader: Start, settings: Path) -> None:
    settings.write_text('[keys]\nbookmark.toggle = ["B", "f5"]\n"note.add" = []\n', encoding="utf-8")
    async with reader() as r:
        line = r.text(r.screen.query_one("#keys"))
        assert "B bookmark" in line
        assert " note " not in line
        commands = Commands(r.screen)
        named = [str(hit.text) async for hit in commands.discover()]
        assert {"Bookmark  B  f5", "Note"} <= set(named)
        rows = HelpRows("article", 100).rows
        shown = ["".join(text for text, _ in row.cells) for row in rows]
        assert any(line.startswith("B  f5 ") for line in shown)
        assert any(line.startswith("^P Note ") for line in shown)


async def test_sentences_name_the_keys_that_were_given(reader: Start, settings: Path) -> None:
    settings.write_text('[keys]\n"history.undo" = "ctrl+z"\n', encoding="utf-8")
    async with reader() as r:
        await r.press("b")
        await r.until(lambda: r.message.startswith("Bookmarked"))
        await r.press("apostrophe")
        await r.until(lambda: r.screen._entry())
        await r.press("d")
        await r.until(lambda: r.message == "Removed the bookmark; ^Z brings it back.")
        await r.press("ctrl+z")
        await r.until(lambda: r.screen._entry())


async def test_windows_above_the_reader_take_the_keys_that_were_given(reader: Start, settings: Path) -> None:
    settings.write_text('[keys]\n"app.quit" = "Q"\n"app.help" = "f1"\n', encoding="utf-8")
    async with reader() as r:
        await r.press("f1")
        await r.opened(HelpScreen)
        assert "Q or f1 closes this" in r.text_of("#help-keys")
        await r.press("q")
        assert isinstance(r.app.screen, HelpScreen)
        await r.press("Q")
        await r.until(lambda: not isinstance(r.app.screen, HelpScreen))
        assert r.app.is_running


async def test_clashes_are_told_when_the_reader_opens(reader: Start, settings: Path) -> None:
    settings.write_text('[keys]\n"note.add" = "n"\n', encoding="utf-8")
    async with reader() as r:
        await r.until(lambda: r.message.startswith("config.toml, line 2: n went from hit.next to note.add"))


async def test_as_many_hits_are_listed_as_the_settings_say(reader: Start, settings: Path) -> None:
    settings.write_text("[search]\nhits = 10\n", encoding="utf-8")
    pages = {
        f"page{n}": f"大江日报\n2025年3月{n + 1}日\n第1版:要闻\n\n# 江边第{n}号新闻\n本报讯(记者张三)昨日江边又有消息,这是其中第{n}条,说的是渡口的事。\n"
        for n in range(14)
    }
    async with reader(pages=pages) as r:
        await r.search("渡口")
        assert len(r.screen.found.hits) == 10
        assert "10 of 14 articles" in r.text_of(".search--count")


async def test_the_editor_of_the_settings_goes_before_that_of_the_environment(
    reader: Start, settings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor.py"
    script.write_text("import pathlib, sys\npathlib.Path(sys.argv[1]).write_text('written elsewhere')\n", "utf-8")
    settings.write_text(f'[files]\neditor = "{sys.executable} {script}"\n', encoding="utf-8")
    monkeypatch.setenv("EDITOR", "false")
    from paperterm.tui import editor as editing

    class Suspended:
        def __enter__(self) -> None: ...
        def __exit__(self, *what: object) -> None: ...

    async with reader() as r:
        monkeypatch.setattr(type(r.app), "suspend", lambda app: Suspended())
        assert editing.edited(r.app, "before", r.screen.session.settings.files.editor) == "written elsewhere"


async def test_the_hint_is_there_once(reader: Start, session: Session) -> None:
    async with reader() as r:
        await r.until(lambda: r.screen.query(Hint))
        await r.press("j")
        await r.until(lambda: not r.screen.query(Hint))
    async with reader() as r:
        await r.press("j")
        assert not r.screen.query(Hint)
    assert session.reading.choice("first-hint", "") == "told"


async def test_a_choice_counts_until_the_settings_say_something_else(places: Places, settings: Path) -> None:
    from paperterm.tui.look import look

    session = Session(places)
    session.reading.choose("theme", "light", "dark")
    assert look(session).theme == "light"
    session.reading.close()
    settings.write_text('[look]\ntheme = "sepia"\n', encoding="utf-8")
    again = Session(places)
    assert look(again).theme == "sepia"
    again.reading.close()
