"""Part of the reader's screen: bookmarks and notes."""

from __future__ import annotations

from textual import on

from paperterm.actions.answer import Failure
from paperterm.library.records import StoredArticle
from paperterm.notebook.records import Anchor, Bookmark, Note, kind_of
from paperterm.tui.note_rows import Entry, NoteRows, entries
from paperterm.tui.panes import NotesPane
from paperterm.tui.part import Part
from paperterm.tui.widgets.marks import Mark, MarkKind, Passage
from paperterm.tui.widgets.rows import RowList

POLL = 2.0
"""Seconds between two looks whether another window or command has changed the notebook."""


class Keeping(Part):
    """Keeping what one found."""

    records: NoteRows | None = None
    _version: object = None

    # -- what there is

    def load_records(self) -> None:
        """Read bookmarks and notes, in the background, and show them."""
        self.run_worker(self._load_records(), group="records", exclusive=True)

    async def _load_records(self) -> None:
        try:
            # The version first: what is written from here on is another one, and makes us look again.
            self._version = await self.background.read(self.session.notebook.version)
            found = await self.background.read(lambda: entries(self.session))
        except Failure as failure:
            self.notes.set_placeholder(failure.message)
            self.fail(failure)
            return
        at = self.notes.cursor
        self.records = NoteRows(found)
        self.notes.set_source(self.records if found else None, max(0, at))
        self.refresh_marks()
        notices = [*self.session.notebook.notices, *self.session.reading.notices]
        if notices:
            self.session.notebook.notices.clear()
            self.session.reading.notices.clear()
            self.say(" ".join(notices), error=True)

    def watch_notebook(self) -> None:
        """From now on, show what another window or command writes."""
        self.set_interval(POLL, self._look_again)

    def _look_again(self) -> None:
        self.run_worker(self._reload_if_changed(), group="watch", exclusive=True)

    async def _reload_if_changed(self) -> None:
        try:
            version = await self.background.read(self.session.notebook.version)
        except Failure:
            return  # the next reading or writing of records says what is wrong
        if version != self._version:
            self.load_records()

    def _entries_here(self) -> list[Entry]:
        if not self.records or not self.stored:
            return []
        return [entry for entry in self.records.entries if entry.article == self.stored.head.id]

    def record_marks(self) -> list[Mark]:
        """The passages of the article shown that are bookmarked or have a note."""
        marks = []
        for entry in self._entries_here():
            kind: MarkKind = "note" if isinstance(entry.record, Note) else "bookmark"
            where = entry.placement
            if where.block is not None and where.start is not None and where.end is not None:
                marks.append(Mark(where.block, where.start, where.end, kind))
            elif where.state != "orphan" and self.stored:
                marks.append(Mark(_headline_block(self.stored), 0, 0, kind))
        return marks

    # -- keeping

    def _anchor(self) -> tuple[StoredArticle, Anchor, Passage | None] | None:
        """The article that is shown with the selected passage, as a record remembers them."""
        from paperterm.notebook.anchors import describe

        if not self.stored:
            return None
        passage = self.reading.selected()
        span = (passage.block, passage.start, passage.end) if passage else (None, None, None)
        return self.stored, describe(self.stored.article, self.stored.sha256, *span), passage

    def action_bookmark_toggle(self) -> None:
        found = self._anchor()
        if found:
            self.run_worker(self._toggle_bookmark(*found), group="keep")

    async def _toggle_bookmark(self, stored: StoredArticle, anchor: Anchor, passage: Passage | None) -> None:
        span = (passage.block, passage.start, passage.end) if passage else (None, None, None)
        old = next(
            (
                entry.record
                for entry in self._entries_here()
                if isinstance(entry.record, Bookmark)
                and entry.placement.state != "orphan"
                and (entry.placement.block, entry.placement.start, entry.placement.end) == span
            ),
            None,
        )
        notebook = self.session.notebook
        try:
            if old:
                await self.background.write(lambda: notebook.remove("bookmark", old.id))
            else:
                await self.background.write(lambda: notebook.add_bookmark(stored.head.id, anchor))
        except Failure as failure:
            self.fail(failure)
            return
        self.reading.cancel_selection()
        what = f"“{_short(passage.text)}”" if passage else stored.article.title
        self.say(f"{'Bookmark taken away' if old else 'Bookmarked'}: {what}")
        self.load_records()

    async def action_note_add(self) -> None:
        # The window is there when this returns: what is typed at once is the note's.
        from paperterm.tui.screens.note import NoteScreen, Written

        found = self._anchor()
        if not found:
            return
        stored, anchor, passage = found

        async def save(written: Written) -> None:
            await self.background.write(
                lambda: self.session.notebook.add_note(stored.head.id, written.text, anchor, written.tags)
            )

        def done(saved: bool | None) -> None:
            if saved:
                self.reading.cancel_selection()
                self.say("Note written.")
                self.load_records()

        await self.app.push_screen(NoteScreen(passage.text if passage else stored.article.title, "", (), save), done)

    # -- the list of records

    def _entry(self) -> Entry | None:
        return self.records.entries[self.notes.cursor] if self.records and self.notes.cursor >= 0 else None

    @on(RowList.Chosen)
    def _record_chosen(self, event: RowList.Chosen) -> None:
        if not isinstance(event.rows, NotesPane) or not self.records:
            return
        entry = self.records.entries[event.index]
        if entry.article is None:
            self.say("The text this was written on is no longer in the library. Import its page again to find it.")
            return
        where = entry.placement
        place = (where.block, where.start) if where.block is not None and where.start is not None else (0, 0)
        self.open_article(entry.article, place)

    async def action_note_edit(self) -> None:
        from paperterm.tui.screens.note import NoteScreen, Written

        entry = self._entry()
        if entry is None:
            return
        note = entry.record
        if not isinstance(note, Note):
            self.say("A bookmark has no text to change.")
            return

        async def save(written: Written) -> None:
            await self.background.write(lambda: self.session.notebook.edit_note(note.id, written.text, written.tags))

        def done(saved: bool | None) -> None:
            if saved:
                self.say("Note changed.")
                self.load_records()

        await self.app.push_screen(NoteScreen(note.anchor.exact or entry.title, note.text, note.tags, save), done)

    async def action_record_remove(self) -> None:
        from paperterm.tui.screens.question import Question

        entry = self._entry()
        if entry is None:
            return
        record = entry.record
        what = f"the note “{_short(record.text)}”" if isinstance(record, Note) else f"the bookmark on {entry.title}"

        def done(yes: bool | None) -> None:
            if yes:
                self.run_worker(self._remove(entry), group="keep")

        await self.app.push_screen(Question(f"Remove {what}?"), done)

    async def _remove(self, entry: Entry) -> None:
        record = entry.record
        notebook = self.session.notebook
        try:
            await self.background.write(lambda: notebook.remove(kind_of(record), record.id))
        except Failure as failure:
            self.fail(failure)
            return
        self.say("Removed.")
        self.load_records()

    def action_select_copy(self) -> None:
        text = self.selected_text()
        if text:
            self.app.copy_to_clipboard(text)
            self.say(f"Copied {len(text)} characters.")
        else:
            self.say("Nothing is selected: v puts a text cursor on the page, V selects a paragraph.")

    def selected_text(self) -> str:
        """What is selected in the article, without the breaks of the lines it is set in."""
        selection = self.reading.text_selection
        found = self.reading.get_selection(selection) if selection is not None else None
        return found[0] if found else ""


def _short(text: str, most: int = 16) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def _headline_block(stored: StoredArticle) -> int:
    return next((i for i, block in enumerate(stored.article.blocks) if block.role == "headline"), 0)
