"""Bookmarks and notes: kept, shown, changed, removed, and never lost."""

from __future__ import annotations

import shlex
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from paperterm.actions.session import Session
from paperterm.notebook import Anchor, describe
from paperterm.notebook.records import COLOURS
from paperterm.text.cells import cell_width
from paperterm.tui.screens.line import LineScreen
from paperterm.tui.screens.note import NoteScreen
from paperterm.tui.widgets.article_pane import ArticlePane
from paperterm.tui.writing import Writing
from tests.tui.conftest import Reader, Start


def signs(r: Reader) -> list[str]:
    """The kinds of the marks on the article that is shown."""
    return [mark.kind for mark in r.screen.record_marks()]


async def write(r: Reader, text: str, tags: str = "") -> None:
    """A note, from the article to the disk."""
    await r.press("a")
    await r.until(lambda: isinstance(r.app.screen, NoteScreen) and isinstance(r.app.focused, TextArea))
    await r.type(text)
    if tags:
        await r.press("tab")
        await r.until(lambda: isinstance(r.app.focused, Input))
        await r.type(tags)
    await r.press("ctrl+s")


async def written(r: Reader, text: str, tags: str = "") -> None:
    await write(r, text, tags)
    await r.until(lambda: r.app.screen is r.screen and "note" in signs(r))


async def test_a_bookmark_on_an_article_is_toggled(reader: Start, session: Session) -> None:
    async with reader() as r:
        await r.press("b")
        await r.until(lambda: signs(r) == ["bookmark"])
        assert r.message == "Bookmarked: 江边新桥通车"
        assert "签" in r.text(r.screen.reading)
        assert len(session.notebook.bookmarks()) == 1
        await r.press("b")
        await r.until(lambda: signs(r) == [])
        assert r.message == "Bookmark taken away: 江边新桥通车"
        assert session.notebook.bookmarks() == []


async def test_a_bookmark_on_a_passage_is_toggled(reader: Start, session: Session) -> None:
    async with reader() as r:
        await r.press("V", "b")
        await r.until(lambda: signs(r) == ["bookmark"])
        (bookmark,) = session.notebook.bookmarks()
        assert bookmark.anchor.exact.startswith("本报讯")
        assert r.screen.reading.selected() is None
        await r.press("V", "b")
        await r.until(lambda: signs(r) == [])


async def test_bookmarks_on_a_passage_and_on_the_article_are_two(reader: Start, session: Session) -> None:
    async with reader() as r:
        await r.press("V", "b")
        await r.until(lambda: signs(r) == ["bookmark"])
        await r.press("b")
        await r.until(lambda: signs(r) == ["bookmark", "bookmark"])
        assert len(session.notebook.bookmarks()) == 2


async def test_a_passage_is_selected_with_the_text_cursor(reader: Start, session: Session) -> None:
    async with reader() as r:
        await r.press("v", "j", "v", "l", "l", "b")
        await r.until(lambda: signs(r) == ["bookmark"])
        (bookmark,) = session.notebook.bookmarks()
        assert len(bookmark.anchor.exact) == 3


async def test_a_selection_stays_on_its_words_when_the_screen_changes_size(reader: Start) -> None:
    async with reader(size=(120, 40)) as r:
        await r.press("v", "j", "v", "l", "l", "l")
        before = r.screen.reading.selected()
        assert before is not None
        await r.pilot.resize_terminal(60, 20)
        await r.until(lambda: r.screen.reading.setting is not None and r.screen.size.width == 60)
        await r.settled()
        assert r.screen.reading.selected() == before


async def test_a_note_is_written_shown_as_a_mark_and_listed(reader: Start, session: Session) -> None:
    async with reader() as r:
        await r.press("V")
        await written(r, "去看看", "桥 交通")
        assert r.message == "Note written."
        assert "注" in r.text(r.screen.reading)
        (note,) = session.notebook.notes()
        assert (note.text, note.tags) == ("去看看", ("桥", "交通"))
        assert note.anchor.exact.startswith("本报讯")
        await r.kept()
        listed = r.text(r.screen.notes)
        assert "江边新桥通车" in listed
        assert "去看看" in listed
        assert "#桥 #交通" in listed


async def test_a_note_is_opened_at_its_place(reader: Start) -> None:
    async with reader() as r:
        await r.press("V")
        await written(r, "去看看")
        await r.press("J")
        await r.shows("春耕忙")
        await r.kept()
        await r.press("enter")
        await r.until(lambda: r.headline == "江边新桥通车" and r.pane == "article")


async def test_a_note_is_changed(reader: Start, session: Session) -> None:
    async with reader() as r:
        await written(r, "去看看", "桥")
        await r.kept()
        await r.press("e")
        await r.until(lambda: isinstance(r.app.screen, NoteScreen) and isinstance(r.app.focused, TextArea))
        await r.type(",再写")
        await r.press("ctrl+s")
        await r.until(lambda: r.message == "Note changed.")
        (note,) = session.notebook.notes()
        assert (note.text, note.tags) == ("去看看,再写", ("桥",))
        await r.until(lambda: "去看看,再写" in r.text(r.screen.notes))


async def test_a_note_is_removed_and_brought_back(reader: Start, session: Session) -> None:
    async with reader() as r:
        await written(r, "去看看")
        await r.kept()
        await r.press("d")
        await r.until(lambda: r.message.startswith("Removed the note") and signs(r) == [])
        assert session.notebook.notes() == []
        await r.until(lambda: "No bookmarks or notes yet" in " ".join(r.text(r.screen.notes).split()))
        await r.press("u")
        await r.until(lambda: signs(r) == ["note"])
        assert [note.text for note in session.notebook.notes()] == ["去看看"]
        await r.press("ctrl+r")
        await r.until(lambda: r.message.startswith("Done again") and signs(r) == [])


async def test_a_window_undoes_its_own_changes_also_after_a_new_start(reader: Start, session: Session) -> None:
    async with reader() as r:
        await written(r, "一")
        stored = r.screen.stored
        assert stored
        anchor = describe(stored.article, stored.sha256, None, None, None)
        session.notebook.add_note(stored.head.id, "命令行写的", anchor)
    async with reader() as r:
        await r.press("u")
        await r.until(lambda: r.message.startswith("Undone: add note"))
        assert [note.text for note in session.notebook.notes()] == ["命令行写的"]
        await r.press("u")
        await r.until(lambda: r.message == "There is nothing to undo.")


async def test_a_passage_is_highlighted_in_one_colour_after_the_other(reader: Start, session: Session) -> None:
    async with reader() as r:
        await r.press("m")
        await r.until(lambda: r.message.startswith("Select a passage first"))
        await r.press("V", "m")
        for colour in COLOURS:
            await r.until(lambda colour=colour: r.message.startswith(f"Highlighted {colour}") and signs(r) == [colour])
            assert [h.colour for h in session.notebook.highlights()] == [colour]
            await r.press("m")
        await r.until(lambda: r.message == "Highlight taken away." and signs(r) == [])
        assert session.notebook.highlights() == []


async def test_the_list_is_filtered_and_what_is_left_is_tagged_and_removed(reader: Start, session: Session) -> None:
    async with reader() as r:
        await written(r, "桥的笔记", "桥")
        await r.press("J")
        await r.shows("春耕忙")
        await written(r, "地里的笔记")
        await r.press("apostrophe")
        await r.until(lambda: r.pane == "notes" and r.screen.notes.length == 2)
        await r.press("slash")
        await r.until(lambda: getattr(r.app.focused, "id", "") == "filter")
        await r.type("标签:桥")
        await r.until(lambda: r.screen.notes.length == 1)
        await r.press("enter", "A")
        await r.opened(LineScreen)
        await r.type("江 -桥")
        await r.press("enter")
        await r.until(lambda: r.screen.notes.length == 0)
        assert [note.tags for note in session.notebook.notes()] == [("江",), ()]
        await r.press("slash")
        await r.until(lambda: getattr(r.app.focused, "id", "") == "filter")
        await r.type("笔记:地里")
        await r.until(lambda: r.screen.notes.length == 1)
        await r.press("enter", "D")
        await r.until(lambda: r.message.startswith("Removed 1"))
        assert [note.text for note in session.notebook.notes()] == ["桥的笔记"]
        await r.press("slash", "escape")
        await r.until(lambda: r.screen.notes.length == 1 and r.pane == "notes")
        await r.press("u")
        await r.until(lambda: r.screen.notes.length == 2)


async def test_a_bad_filter_is_told_and_the_whole_list_is_not_removed(reader: Start, session: Session) -> None:
    async with reader() as r:
        await written(r, "一")
        await r.kept()
        await r.press("D")
        await r.until(lambda: r.message.startswith("This would remove everything"))
        await r.press("slash")
        await r.until(lambda: getattr(r.app.focused, "id", "") == "filter")
        await r.type("date:2023-99")
        await r.until(lambda: r.screen.notes.length == 0)
        assert "2023-99" in r.text(r.screen.notes)
        assert len(session.notebook.notes()) == 1


async def test_beside_the_list_stands_the_note_with_its_passage(reader: Start) -> None:
    async with reader() as r:
        await r.press("V")
        await written(r, "看这里", "桥")
        await r.press("apostrophe")
        await r.until(lambda: bool(r.screen.query("#preview-note")) and "看这里" in r.text_of("#preview-note"))
        assert "#桥" in r.text_of("#preview-note")
        passage = r.screen.query_one("#preview-article", ArticlePane)
        await r.until(lambda: "横跨大江" in r.text(passage))
        assert not r.screen.reading.display
        await r.press("enter")
        await r.until(lambda: r.pane == "article")
        assert r.screen.reading.display


async def test_tags_of_a_bookmark_are_changed_in_the_list(reader: Start, session: Session) -> None:
    async with reader() as r:
        await r.press("b")
        await r.until(lambda: signs(r) == ["bookmark"])
        await r.kept()
        await r.press("t")
        await r.opened(LineScreen)
        await r.type("#待读 桥")
        await r.press("enter")
        await r.until(lambda: r.message == "Tags changed.")
        assert [b.tags for b in session.notebook.bookmarks()] == [("待读", "桥")]


async def test_what_is_listed_is_written_to_a_file_and_never_over_another(
    reader: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reader() as r:
        await written(r, "写出去", "桥")
        await r.kept()
        for number in (1, 2):
            await r.press("x")
            await r.opened(LineScreen)
            await r.press("enter")
            await r.until(lambda number=number: len(list(tmp_path.glob("notes-*.md"))) == number)
        assert all("写出去" in path.read_text("utf-8") for path in tmp_path.glob("notes-*.md"))


async def test_a_note_is_written_in_an_editor(reader: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reader() as r:
        monkeypatch.setattr(type(r.app), "suspend", lambda self: nullcontext())
        program = "import sys; open(sys.argv[1], 'a', encoding='utf-8').write('，在编辑器里')"
        monkeypatch.setenv("VISUAL", shlex.join([sys.executable, "-c", program]))
        await r.press("a")
        await r.until(lambda: isinstance(r.app.focused, TextArea))
        await r.type("写")
        await r.press("ctrl+g")
        await r.until(lambda: r.app.screen.query_one(TextArea).text == "写，在编辑器里")
        monkeypatch.setenv("VISUAL", "no-such-editor")
        await r.press("ctrl+g")
        await r.until(lambda: "no-such-editor" in r.text_of("#note-keys"))
        assert r.app.screen.query_one(TextArea).text == "写，在编辑器里"


async def test_a_note_that_cannot_be_saved_is_tried_again_by_itself(
    reader: Start, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NoteScreen, "RETRY_SECONDS", 0.2)
    async with reader() as r:
        session.notebook.path.mkdir(parents=True)
        await write(r, "等着")
        await r.until(lambda: "Not saved" in r.text_of("#note-keys"))
        assert r.app.screen.query_one("#note-keys").has_class("-failed")
        session.notebook.path.rmdir()
        await r.until(lambda: r.app.screen is r.screen)
        assert [note.text for note in session.notebook.notes()] == ["等着"]


async def test_a_bookmark_has_no_text_to_change(reader: Start) -> None:
    async with reader() as r:
        await r.press("b")
        await r.until(lambda: signs(r) == ["bookmark"])
        await r.kept()
        await r.press("e")
        await r.until(lambda: r.message == "Only a note has text to change; t changes tags.")


async def test_a_note_without_words_is_not_saved(reader: Start, session: Session) -> None:
    async with reader() as r:
        await write(r, "  ")
        await r.until(lambda: "A note needs some words" in r.text_of("#note-keys"))
        assert isinstance(r.app.screen, NoteScreen)
        assert session.notebook.notes() == []


async def test_a_note_that_cannot_be_saved_stays_with_the_reason(reader: Start, session: Session) -> None:
    async with reader() as r:
        r.screen.session.places.notebook.mkdir(exist_ok=True)
        blocking = session.notebook.path
        blocking.unlink(missing_ok=True)
        blocking.mkdir()
        await write(r, "不能丢", "要紧")
        await r.until(lambda: "Not saved" in r.text_of("#note-keys"))
        told = " ".join(r.text_of("#note-keys").split())
        assert "a folder stands where the file should be" in told
        assert "^S tries again" in told
        assert r.app.screen.query_one(TextArea).text == "不能丢"
        blocking.rmdir()
        await r.press("ctrl+s")
        await r.until(lambda: r.app.screen is r.screen)
        assert [note.text for note in session.notebook.notes()] == ["不能丢"]


async def test_a_changed_note_that_cannot_be_saved_stays_too(reader: Start, session: Session) -> None:
    async with reader() as r:
        await written(r, "一")
        await r.kept()
        await r.press("e")
        await r.until(lambda: isinstance(r.app.screen, NoteScreen) and isinstance(r.app.focused, TextArea))
        await r.type("二")
        session.notebook.remove("note", session.notebook.notes()[0].id)
        await r.press("ctrl+s")
        await r.until(lambda: "There is no note" in r.text_of("#note-keys"))
        assert r.app.screen.query_one(TextArea).text == "一二"


async def test_a_bookmark_that_cannot_be_saved_is_told(reader: Start, session: Session) -> None:
    async with reader() as r:
        session.notebook.path.mkdir(parents=True)
        await r.press("b")
        await r.until(lambda: "a folder stands where the file should be" in r.message)
        assert signs(r) == []


async def test_a_bookmark_that_cannot_be_saved_is_tried_again_and_leaving_asks_once_more(
    reader: Start, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Writing, "RETRY_SECONDS", 0.2)
    async with reader() as r:
        session.notebook.path.mkdir(parents=True)
        await r.press("b")
        await r.until(lambda: r.message.startswith("Not saved yet"))
        await r.press("q")
        await r.until(lambda: r.message.startswith("A change is not saved yet"))
        assert r.app.is_running
        session.notebook.path.rmdir()
        await r.until(lambda: signs(r) == ["bookmark"])
        assert len(session.notebook.bookmarks()) == 1
        assert r.screen.unsaved == 0


async def test_a_notebook_that_cannot_be_read_is_told_once(reader: Start, session: Session) -> None:
    async with reader() as r:
        session.notebook.path.mkdir(parents=True)
        r.screen._look_again()
        await r.until(lambda: "could not be read" in r.message)
        r.screen.say("")
        r.screen._look_again()
        await r.screen.workers.wait_for_complete()
        await r.pilot.pause()
        assert r.message == ""


@pytest.mark.parametrize("key", ["escape", "ctrl+q"])
async def test_leaving_a_note_that_is_not_saved_asks_once_more(reader: Start, key: str) -> None:
    async with reader() as r:
        await r.press("a")
        await r.until(lambda: isinstance(r.app.focused, TextArea))
        await r.type("草稿")
        await r.press(key)
        await r.until(lambda: "Not saved yet" in r.text_of("#note-keys"))
        assert r.app.screen.query_one(TextArea).text == "草稿"
        await r.type("又写")
        await r.press(key)
        assert isinstance(r.app.screen, NoteScreen)
        await r.press(key)
        await r.until(lambda: r.app.screen is r.screen)
        assert r.app.is_running


async def test_a_note_left_as_it_was_closes_at_once(reader: Start) -> None:
    async with reader() as r:
        await r.press("a")
        await r.until(lambda: isinstance(r.app.focused, TextArea))
        await r.press("escape")
        await r.until(lambda: r.app.screen is r.screen)


async def test_no_key_of_the_reader_works_while_a_note_is_written(reader: Start) -> None:
    async with reader() as r:
        await r.press("a")
        await r.until(lambda: isinstance(r.app.focused, TextArea))
        await r.type("qJ?/")
        await r.press("ctrl+p")
        assert isinstance(r.app.screen, NoteScreen)
        assert r.app.screen.query_one(TextArea).text == "qJ?/"


async def test_what_another_program_writes_appears(reader: Start, session: Session) -> None:
    async with reader() as r:
        stored = r.screen.stored
        assert stored
        session.notebook.add_note(stored.head.id, "从别处", describe(stored.article, stored.sha256, None, None, None))
        r.screen._look_again()
        await r.until(lambda: signs(r) == ["note"])
        await r.press("apostrophe")
        await r.until(lambda: "从别处" in r.text(r.screen.notes))


async def test_notes_and_bookmarks_are_there_after_a_new_start(reader: Start) -> None:
    async with reader() as r:
        await r.press("J")
        await r.shows("春耕忙")
        await r.press("V")
        await written(r, "明天再看")
        await r.press("b")
        await r.until(lambda: sorted(signs(r)) == ["bookmark", "note"])
        await r.press("q")
    async with reader() as r:
        assert r.headline == "春耕忙"
        assert sorted(signs(r)) == ["bookmark", "note"]


async def test_a_passage_is_selected_with_the_mouse_and_copied(reader: Start) -> None:
    async with reader() as r:
        lines = r.text(r.screen.reading).splitlines()
        row = next(y for y, line in enumerate(lines) if "横跨大江" in line)
        column = cell_width(lines[row].partition("横跨大江")[0])
        await r.pilot.mouse_down(r.screen.reading, offset=(column, row))
        await r.pilot.hover(r.screen.reading, offset=(column + 7, row))
        await r.pilot.mouse_up(r.screen.reading, offset=(column + 7, row))
        await r.until(lambda: r.screen.selected_text() == "横跨大江")
        await r.press("y")
        await r.until(lambda: r.message.startswith("Copied 4 characters."))
        assert r.app.clipboard == "横跨大江"


async def test_what_has_not_changed_is_not_looked_for_again(
    reader: Start, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reader() as r:
        await r.press("b")
        await r.until(lambda: signs(r) == ["bookmark"])
        looked: list[str] = []
        located = Session.located

        def counted(self: Session, id: str, anchor: Anchor) -> object:
            looked.append(id)
            return located(self, id, anchor)

        monkeypatch.setattr(Session, "located", counted)
        await written(r, "一")
        assert len(looked) == 1
