"""Part of the reader's screen: the list of everything kept, what one wrote beside it, and changing it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from paperterm.actions.answer import Failure
from paperterm.config import served
from paperterm.notebook.records import Note
from paperterm.tui.bindings import told
from paperterm.tui.language import retold, t
from paperterm.tui.note_rows import Entry, NoteRows, matching
from paperterm.tui.panes import NotesPane
from paperterm.tui.part import Part
from paperterm.tui.widgets.rows import RowList

if TYPE_CHECKING:  # the first screen shows none of these
    from textual.widgets import Input
    from textual.worker import WorkType

    from paperterm.model import Article
    from paperterm.tui.widgets.preview import NotePreview
    from paperterm.tui.widgets.search_bar import SearchBar


class Collected(Part):
    """Bookmarks, notes and highlights, as a list."""

    _listed: NoteRows | None = None
    _filter = ""
    _newest = ""
    """The id of the newest record that was listed."""
    _opened_now = False
    """Was the list opened since its records were shown?"""

    def open_list(self) -> None:
        """The list is being shown; its records come with the next `show_records`."""
        self._opened_now = True
        if self.records is None:
            self.notes.set_placeholder(t("Looking for what you kept …"))

    def show_records(self) -> None:
        """List what fits the filter; the cursor stays on its record, or where it was, but goes to what one kept since one
        looked at the list last."""
        before, at = self._entry(), self.notes.cursor
        found, trouble = list(self.records or ()), ""
        newest = found[0].record.id if found else ""
        if newest != self._newest and self._opened_now:
            before, at = None, 0
        self._newest, self._opened_now = newest, False
        if self._filter.strip():
            from paperterm.query import QueryError

            try:
                found = matching(found, self._filter)
            except QueryError as error:
                found, trouble = [], retold(error.message)
            self.notes.set_placeholder(trouble or t("Nothing fits {filter}", filter=self._filter))
            self._tell_count(trouble or t("{count} of {total}", count=len(found), total=len(self.records or ())))
        else:
            self.notes.set_placeholder(self.notes.empty)
        if before:
            at = next((i for i, entry in enumerate(found) if entry.record.id == before.record.id), at)
        self._listed = NoteRows(found)
        self.notes.set_source(self._listed if found else None, max(0, at))
        self.preview()

    def _entry(self) -> Entry | None:
        """The entry under the cursor."""
        entries = self._listed.entries if self._listed else ()
        return entries[self.notes.cursor] if 0 <= self.notes.cursor < len(entries) else None

    @on(RowList.Chosen)
    def _record_chosen(self, event: RowList.Chosen) -> None:
        entry = self._entry()
        if not isinstance(event.rows, NotesPane) or entry is None:
            return
        if entry.article is None:
            self.say(t("The text this was written on is no longer in the library. Import its page again to find it."))
            return
        where = entry.placement
        place = (where.block, where.start) if where.block is not None and where.start is not None else (0, 0)
        self.open_article(entry.article, place)

    # -- the preview

    @on(RowList.Highlighted)
    def _record_under_cursor(self, event: RowList.Highlighted) -> None:
        if isinstance(event.rows, NotesPane):
            self.preview()

    def preview(self) -> None:
        """Show what is under the cursor, where the list is shown."""
        if self.has_class("-keeping"):
            show: WorkType[None] = partial(self._preview, self._entry())
            self.run_worker(show, group="preview", exclusive=True)

    async def _preview(self, entry: Entry | None) -> None:
        from paperterm.tui.widgets.preview import NotePreview

        if not self.query(NotePreview):
            await self.mount(NotePreview(), before=self.reading)
        preview: NotePreview = self.query_one(NotePreview)
        preview.show_note(entry)
        if entry is None:
            return
        article: Article | None = None
        if (id := entry.article) is not None:
            try:
                article = (await self.background.read(lambda: self.session.library.article(id))).article
            except Failure as failure:
                self.fail(failure)
        preview.show_passage(article, entry)

    # -- the filter

    async def action_note_filter(self) -> None:
        # The bar is there when this returns: what is typed at once goes into it.
        from paperterm.tui.widgets.filter_bar import FilterBar

        if not self.query("#filter-bar"):
            await self.mount(FilterBar(id="filter-bar"), before="#panes")
        self.query_one("#filter-bar", FilterBar).open()

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input.id == "filter":
            self._filter = event.value
            self.show_records()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.input.id == "filter":
            self.focus_side("notes")

    def on_search_bar_moved(self, event: SearchBar.Moved) -> None:
        if event.bar.id == "filter-bar":
            self.notes.move(event.step)

    def on_search_bar_left(self, event: SearchBar.Left) -> None:
        if event.bar.id != "filter-bar":
            return
        if event.shut:
            self._drop_filter()
        self.focus_side("notes")

    def _drop_filter(self) -> None:
        from paperterm.tui.widgets.filter_bar import FilterBar

        for bar in self.query(FilterBar):
            bar.clear()
            bar.close()
        self._filter = ""
        self.show_records()

    def _tell_count(self, text: str) -> None:
        from paperterm.tui.widgets.filter_bar import FilterBar

        for bar in self.query(FilterBar):
            bar.count(text)

    # -- changing what is under the cursor

    async def action_note_edit(self) -> None:
        from paperterm.tui.screens.note import NoteScreen, Written

        entry = self._entry()
        if entry is None:
            return
        note = entry.record
        if not isinstance(note, Note):
            self.say(told("Only a note has text to change; {record_tag} changes tags."))
            return

        async def save(written: Written) -> None:
            await self.background.write(lambda: self.session.notebook.edit_note(note.id, written.text, written.tags))

        def done(saved: bool | None) -> None:
            if saved:
                self.say(t("Note changed."))
                self.load_records()

        about, editor = note.anchor.exact or entry.title, self.session.settings.files.editor
        await self.app.push_screen(NoteScreen(about, note.text, note.tags, save, editor), done)

    async def action_record_tag(self) -> None:
        from paperterm.tui.screens.line import LineScreen

        entry = self._entry()
        if entry is None:
            return
        tags = entry.record.tags

        def done(line: str | None) -> None:
            if line is not None:
                given = line.replace("#", " ").split()
                which, drop = [(entry.kind, entry.record.id)], [tag for tag in tags if tag not in given]
                self.change_notebook(t("Tags changed."), lambda: self.session.notebook.retag(which, given, drop))

        await self.app.push_screen(LineScreen(t("Tags, with spaces between them:"), " ".join(tags)), done)

    async def action_record_tag_all(self) -> None:
        from paperterm.tui.screens.line import LineScreen

        listed = [(entry.kind, entry.record.id) for entry in self._listed.entries] if self._listed else []
        if not listed:
            return

        def done(line: str | None) -> None:
            words = (line or "").split()
            add = [word.lstrip("#") for word in words if not word.startswith("-")]
            drop = [word[1:].lstrip("#") for word in words if word.startswith("-")]
            if words:
                said = told("Tags changed on {count}; {history_undo} undoes it.", count=len(listed))
                self.change_notebook(said, lambda: self.session.notebook.retag(listed, add, drop))

        question = t("Tags for all {count} listed (-tag takes one away):", count=len(listed))
        await self.app.push_screen(LineScreen(question), done)

    def action_record_remove(self) -> None:
        entry = self._entry()
        if entry:
            which = entry.kind, entry.record.id
            removed = {
                "note": told("Removed the note; {history_undo} brings it back."),
                "bookmark": told("Removed the bookmark; {history_undo} brings it back."),
                "highlight": told("Removed the highlight; {history_undo} brings it back."),
            }
            self.change_notebook(removed[entry.kind], lambda: self.session.notebook.remove(*which))

    def action_record_remove_all(self) -> None:
        listed = [(entry.kind, entry.record.id) for entry in self._listed.entries] if self._listed else []
        if not listed:
            return
        if not self._filter.strip():
            self.say(told("This would remove everything: {note_filter} leaves only what is to go."))
            return
        said = told("Removed {count}; {history_undo} brings them back.", count=len(listed))
        self.change_notebook(said, lambda: self.session.notebook.remove_all(listed))

    async def action_note_export(self) -> None:
        from paperterm.actions.exporting import new_name, note_endings
        from paperterm.tui.screens.line import LineScreen

        listed = [(entry.kind, entry.record.id) for entry in self._listed.entries] if self._listed else []
        if not listed:
            return

        def done(name: str | None) -> None:
            if name and name.strip():
                self.run_worker(self._export(listed, Path(name.strip()).expanduser()), group="keep")

        question = t("Write these {count} to a file ({endings}):", count=len(listed), endings=" ".join(note_endings()))
        name = await self.background.read(new_name)
        await self.app.push_screen(LineScreen(question, name), done)

    async def _export(self, which: Collection[tuple[str, str]], path: Path) -> None:
        from paperterm.actions.exporting import notes_in_form, write_notes

        try:
            if served():  # the file is wanted where the browser is
                content = await self.background.read(lambda: notes_in_form(self.session, which, path))
                self.app.deliver_binary(BytesIO(content), save_filename=path.name)
                return
            await self.background.read(lambda: write_notes(self.session, which, path))
        except Failure as failure:
            self.fail(failure)
            return
        self.say(t("Written to {path}", path=path.absolute()))

    def change_notebook(self, said: str, change: Callable[[], object]) -> None:
        """Change the notebook in the background, and say so when it is done."""
        self.run_worker(self._do(said, change), group="keep")

    async def _do(self, said: str, change: Callable[[], object]) -> None:
        try:
            await self.write_notebook(change)
        except Failure as failure:
            self.fail(failure)
            return
        self.say(said)
        self.load_records()
