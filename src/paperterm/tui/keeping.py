"""Part of the reader's screen: bookmarks, notes and highlights in the article, and taking back what one did."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from paperterm.actions.answer import Failure
from paperterm.library.records import StoredArticle
from paperterm.notebook.records import COLOURS, Anchor, Bookmark, Highlight, Note
from paperterm.tui.bindings import told
from paperterm.tui.language import retold, t
from paperterm.tui.note_rows import Entry as Kept
from paperterm.tui.note_rows import colour_name
from paperterm.tui.part import Part
from paperterm.tui.widgets.marks import Mark, MarkKind, Passage, colour_mark

if TYPE_CHECKING:
    from paperterm.notebook.log import Entry

POLL = 1.0
"""Seconds between two looks whether another window or command has changed the notebook."""


class Keeping(Part):
    """Keeping what one found."""

    kept_here: list[Kept] | None = None
    """What is kept in the article that is shown and its continuations; None until it was read."""
    records: list[Kept] | None = None
    """Everything kept, the newest first; read when the list is shown, since it takes the text of every article in it."""
    _painted: tuple[str, Anchor] | None = None
    """The article and the passage that were highlighted last."""
    _version: object = None

    # -- what there is

    def load_records(self) -> None:
        """Read bookmarks and notes, in the background, and show them."""
        self.run_worker(self._load_records(), group="records", exclusive=True)

    async def _load_records(self) -> None:
        records = self.records
        try:
            # The version first: what is written from here on is another one, and makes us look again.
            self._version = await self.background.read(self.session.notebook.version)
            here = await self._read_kept_here()
            if self.side == "notes":
                records = await self.background.read(lambda: self.listing.entries(self.session))
            self.searches = await self.background.read(self.session.notebook.searches)
        except Failure as failure:
            self.notes.set_placeholder(retold(failure.message))
            self.fail(failure)
            return
        if self.leaving:
            return
        self.kept_here = here
        if self.side == "notes":
            self.records = records
            self.show_records()
        self.show_searches()
        self.refresh_marks()
        notices = [*self.session.notebook.notices, *self.session.reading.notices]
        if notices:
            self.session.notebook.notices.clear()
            self.session.reading.notices.clear()
            self.say(" ".join(map(retold, notices)), error=True)

    async def _read_kept_here(self) -> list[Kept]:
        """What is kept in the article that is shown, be it another one by the time it is read."""
        while True:
            joined = self.joined
            parts = joined.parts if joined else ()
            found = await self.background.read(partial(self.listing.entries_in, self.session, parts))
            if joined is self.joined:
                return found

    def read_kept(self, articles: Collection[StoredArticle]) -> list[Kept] | None:
        """What is kept in these articles; None as long as the notebook was not read yet, which nobody shall wait for
        who opens an article. Not for the interface's thread."""
        return self.listing.entries_in(self.session, articles) if self.listing.loaded else None

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

    def _entries_of(self, id: str) -> list[Kept]:
        return [entry for entry in self.kept_here or () if entry.article == id]

    def record_marks(self) -> list[Mark]:
        """The passages of the article shown that are bookmarked or have a note."""
        return [mark for part in (self.joined.parts if self.joined else ()) for mark in self._marks_of(part)]

    def _marks_of(self, part: StoredArticle) -> list[Mark]:
        first = self.joined.start_of(part.head.id) if self.joined else None
        if first is None:
            return []
        marks = []
        for entry in self._entries_of(part.head.id):
            record = entry.record
            kind: MarkKind = "note" if isinstance(record, Note) else "bookmark"
            if isinstance(record, Highlight):
                kind = colour_mark(record.colour)
            where = entry.placement
            if where.block is not None and where.start is not None and where.end is not None:
                marks.append(Mark(first + where.block, where.start, where.end, kind))
            elif where.state != "orphan":
                marks.append(Mark(first + _headline_block(part), 0, 0, kind))
        return marks

    # -- keeping

    def _anchor(self) -> tuple[StoredArticle, Anchor, Passage | None] | None:
        """The article that is shown with the selected passage, as a record remembers them; a passage of a continuation
        below it belongs to that."""
        from paperterm.notebook.anchors import describe

        if not (self.stored and self.joined):
            return None
        stored, passage = self.stored, self.reading.selected()
        if passage:
            part, own = self.joined.part_at(passage.block)
            stored, passage = (part, replace(passage, block=own)) if own is not None else (stored, None)
        span = (passage.block, passage.start, passage.end) if passage else (None, None, None)
        return stored, describe(stored.article, stored.sha256, *span), passage

    def action_bookmark_toggle(self) -> None:
        found = self._anchor()
        if found:
            self.run_worker(self._toggle_bookmark(*found), group="keep")

    async def _toggle_bookmark(self, stored: StoredArticle, anchor: Anchor, passage: Passage | None) -> None:
        span = (passage.block, passage.start, passage.end) if passage else (None, None, None)
        old = next(
            (
                entry.record
                for entry in self._entries_of(stored.head.id)
                if isinstance(entry.record, Bookmark)
                and entry.placement.state != "orphan"
                and (entry.placement.block, entry.placement.start, entry.placement.end) == span
            ),
            None,
        )
        notebook = self.session.notebook
        try:
            if old:
                await self.write_notebook(lambda: notebook.remove("bookmark", old.id))
            else:
                await self.write_notebook(lambda: notebook.add_bookmark(stored.head.id, anchor))
        except Failure as failure:
            self.fail(failure)
            return
        self.reading.cancel_selection()
        what = f"“{short(passage.text)}”" if passage else stored.article.title
        self.say(t("Bookmark taken away: {what}", what=what) if old else t("Bookmarked: {what}", what=what))
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
                self.say(t("Note written."))
                self.load_records()

        about, editor = passage.text if passage else stored.article.title, self.session.settings.files.editor
        await self.app.push_screen(NoteScreen(about, "", (), save, editor), done)

    async def action_highlight_toggle(self) -> None:
        found = self._anchor()
        if not found:
            return
        stored, anchor, passage = found
        if passage is None:
            painted = self._painted_here()
            if painted is None:
                self.say(
                    told(
                        "Select a passage first: {select_toggle} puts a text cursor on the page, {select_paragraph} "
                        "selects a paragraph."
                    )
                )
                return
            stored, anchor = painted
        self.run_worker(self._highlight(stored, anchor), group="keep")

    def _painted_here(self) -> tuple[StoredArticle, Anchor] | None:
        """What was highlighted last, if it is shown."""
        parts = self.joined.parts if self.joined and self._painted else ()
        part = next((part for part in parts if self._painted and part.head.id == self._painted[0]), None)
        return (part, self._painted[1]) if part and self._painted else None

    async def _highlight(self, stored: StoredArticle, anchor: Anchor) -> None:
        """Highlight a passage; one that is highlighted takes the next colour, and none after the last."""
        notebook = self.session.notebook
        place = (anchor.block, anchor.start, anchor.end)
        old = next(
            (
                entry.record
                for entry in self._entries_of(stored.head.id)
                if isinstance(entry.record, Highlight)
                and (entry.placement.block, entry.placement.start, entry.placement.end) == place
            ),
            None,
        )
        colours = COLOURS if old is None else COLOURS[COLOURS.index(old.colour) + 1 :] if old.colour in COLOURS else ()
        try:
            if old is None:
                await self.write_notebook(lambda: notebook.add_highlight(stored.head.id, anchor, colours[0]))
            elif colours:
                await self.write_notebook(lambda: notebook.recolour(old.id, colours[0]))
            else:
                await self.write_notebook(lambda: notebook.remove("highlight", old.id))
        except Failure as failure:
            self.fail(failure)
            return
        self._painted = stored.head.id, anchor
        self.reading.cancel_selection()
        again = (
            t("Highlighted {colour}; once more for the next colour.", colour=colour_name(colours[0])) if colours else ""
        )
        self.say(again or t("Highlight taken away."))
        await self._load_records()

    # -- taking back

    def action_history_undo(self) -> None:
        self.run_worker(self._step_back(t("Undone"), lambda: self.session.notebook.history.undo()), group="keep")

    def action_history_redo(self) -> None:
        self.run_worker(self._step_back(t("Done again"), lambda: self.session.notebook.history.redo()), group="keep")

    async def _step_back(self, word: str, step: Callable[[], Entry]) -> None:
        from paperterm.notebook.history import described

        try:
            change = await self.write_notebook(step)
            await self.restate(change)
        except Failure as failure:
            self.fail(failure)
            return
        self.say(f"{word}: {retold(change.does)} {described(change)}")
        self.load_records()

    def action_select_copy(self) -> None:
        text = self.selected_text()
        if text:
            self.copy_text(text, t("Copied {count} characters.", count=len(text)))
        else:
            self.say(
                told(
                    "Nothing is selected: {select_toggle} puts a text cursor on the page, {select_paragraph} selects a "
                    "paragraph."
                )
            )

    def selected_text(self) -> str:
        """What is selected in the article, without the breaks of the lines it is set in."""
        selection = self.reading.text_selection
        found = self.reading.get_selection(selection) if selection is not None else None
        return found[0] if found else ""


def short(text: str, most: int = 16) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def _headline_block(stored: StoredArticle) -> int:
    return next((i for i, block in enumerate(stored.article.blocks) if block.role == "headline"), 0)
