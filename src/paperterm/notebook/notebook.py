"""Bookmarks, notes, tags, and what a person stated about pages: the only data that cannot be made again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from paperterm.model import IssueFacts
from paperterm.notebook.durable import Version, version_of
from paperterm.notebook.errors import NotebookError
from paperterm.notebook.ids import new_id
from paperterm.notebook.lookup import find_id
from paperterm.notebook.records import Anchor, Bookmark, Note, Unreadable, bookmark_from, form, note_from
from paperterm.notebook.values import clean_tags, clean_text, fact, now, same_tag

if TYPE_CHECKING:
    from paperterm.notebook.storage import SafeStorage
    from paperterm.notebook.tables import Table

FILE = "notebook.json"

Record = TypeVar("Record", Bookmark, Note)


class Notebook:
    """One person's notebook, `notebook.json` in `folder`. The disk is not touched before the first question.

    Safe to use from several threads; several processes may hold the same notebook open. A method that changes something
    returns when the change is safely on the disk. Every method but `version` may raise NotebookError, whose text is a
    sentence; then nothing was changed. `notices` collects sentences to show a person once; whoever shows them clears it.
    """

    def __init__(self, folder: Path) -> None:
        self.path = Path(folder) / FILE
        self.notices: list[str] = []
        self._lock = threading.RLock()
        self._opened: SafeStorage | None = None
        self._decoded: tuple[Version | None, list[Bookmark], list[Note]] | None = None
        self._unreadable = 0

    def bookmarks(self) -> list[Bookmark]:
        """All bookmarks, the oldest first."""
        return list(self._records()[0])

    def notes(self) -> list[Note]:
        """All notes, the oldest first."""
        return list(self._records()[1])

    def add_bookmark(self, article_id: str, anchor: Anchor, tags: Iterable[str] = ()) -> Bookmark:
        """A bookmark at this place; the one that is there already, with the tags of both, where there is one."""
        given = clean_tags(tags)

        def step() -> Bookmark:
            table = self._table("bookmarks")
            for key, known in _readable(table, bookmark_from):
                if known.article == article_id and _place(known.anchor) == _place(anchor):
                    merged = clean_tags((*known.tags, *given))
                    return known if merged == known.tags else _edit(table, key, replace(known, tags=merged))
            moment = now()
            bookmark = Bookmark(self._fresh_id(), article_id, anchor, given, moment, moment)
            table.insert(form(bookmark))
            return bookmark

        return self._storage().change(step)

    def add_note(self, article_id: str, text: str, anchor: Anchor, tags: Iterable[str] = ()) -> Note:
        """A new note. Control characters but line feed and tab are left out; an empty text is refused."""
        cleaned, given = _some(clean_text(text)), clean_tags(tags)

        def step() -> Note:
            moment = now()
            note = Note(self._fresh_id(), article_id, cleaned, anchor, given, moment, moment)
            self._table("notes").insert(form(note))
            return note

        return self._storage().change(step)

    def edit_note(self, id: str, text: str | None = None, tags: Iterable[str] | None = None) -> Note:
        """Another text, other tags, or both; None leaves them as they are. Raises UnknownRecord."""
        cleaned = None if text is None else _some(clean_text(text))
        given = None if tags is None else clean_tags(tags)

        def step() -> Note:
            table = self._table("notes")
            key, note = _found("note", id, _readable(table, note_from))
            edited = replace(
                note, text=note.text if cleaned is None else cleaned, tags=note.tags if given is None else given
            )
            return note if edited == note else _edit(table, key, edited)

        return self._storage().change(step)

    def remove_bookmark(self, id: str) -> Bookmark:
        """The bookmark that is no more. `id` may be the beginning of one. Raises UnknownRecord."""
        return self._storage().change(lambda: _remove(self._table("bookmarks"), "bookmark", id, bookmark_from))

    def remove_note(self, id: str) -> Note:
        """The note that is no more. `id` may be the beginning of one. Raises UnknownRecord."""
        return self._storage().change(lambda: _remove(self._table("notes"), "note", id, note_from))

    def stated(self) -> dict[str, IssueFacts]:
        """What a person stated about pages, by the sha256 of the page file's bytes."""
        facts: dict[str, IssueFacts] = {}
        for record in self._storage().current()[1].get("pages", {}).values():
            if isinstance(record, dict) and isinstance(record.get("sha256"), str):
                facts[record["sha256"]] = _facts(record)
        return facts

    def state(self, sha256: str, facts: IssueFacts) -> None:
        """State facts about a page; those that are None stay as they were stated before."""
        self.state_all({sha256: facts})

    def state_all(self, stated: Mapping[str, IssueFacts]) -> None:
        """State facts about many pages, by sha256, in one change."""
        given = {
            sha256: said
            for sha256, facts in stated.items()
            if (said := {f.name: value for f in fields(IssueFacts) if (value := getattr(facts, f.name)) is not None})
        }
        if not given:
            return

        def step() -> None:
            table = self._table("pages")
            waiting = dict(given)
            for key, record in table.rows():
                if not isinstance(record, dict):
                    continue
                said = waiting.pop(str(record.get("sha256")), {})
                if any(record.get(name) != value for name, value in said.items()):
                    table.update(key, {**said, "changed": now()})
            for sha256, said in waiting.items():
                table.insert({"sha256": sha256, **said, "changed": now()})

        self._storage().change(step)

    def tagged(self, tag: str) -> frozenset[str]:
        """The ids of articles that have a bookmark or a note with this tag, whatever its case and width."""
        wanted = same_tag(tag)
        bookmarks, notes = self._records()
        records: list[Bookmark | Note] = [*bookmarks, *notes]
        return frozenset(r.article for r in records if any(same_tag(tag) == wanted for tag in r.tags))

    def annotated(self, kind: Literal["note", "bookmark"]) -> frozenset[str]:
        """The ids of articles that have a note, or a bookmark."""
        bookmarks, notes = self._records()
        return frozenset(record.article for record in (notes if kind == "note" else bookmarks))

    def version(self) -> Version | None:
        """Differs after every change by anybody: time of change (ns), size (bytes), inode; None without a notebook.
        Costs one look at the file's entry, and never raises."""
        return version_of(self.path)

    def _storage(self) -> SafeStorage:
        with self._lock:
            if self._opened is None:
                from paperterm.notebook.storage import SafeStorage  # TinyDB: 10 ms that the first screen need not pay

                self._opened = SafeStorage(self.path, self.notices)
            return self._opened

    def _table(self, name: str) -> Table:
        from paperterm.notebook.tables import Table

        return Table(self._storage(), name)

    def _records(self) -> tuple[list[Bookmark], list[Note]]:
        with self._lock:
            version, tables = self._storage().current()
            if self._decoded is None or self._decoded[0] != version:
                bookmarks, bad = _decoded(tables.get("bookmarks", {}), bookmark_from)
                notes, bad_notes = _decoded(tables.get("notes", {}), note_from)
                self._decoded = version, bookmarks, notes
                self._warn_of(bad + bad_notes)
            return self._decoded[1], self._decoded[2]

    def _warn_of(self, unreadable: int) -> None:
        if unreadable > self._unreadable:
            self.notices.append(
                f"Of the records in {self.path}, {unreadable} cannot be read and are not shown; they are kept as they are. "
                "Each needs an article, a note also a text."
            )
        self._unreadable = unreadable

    def _fresh_id(self) -> str:
        """An id that no record has, also none that another process just wrote."""
        taken = {
            record.get("id")
            for name in ("bookmarks", "notes")
            for _, record in self._table(name).rows()
            if isinstance(record, dict)
        }
        while (id := new_id()) in taken:
            pass
        return id


def _found(kind: str, id: str, rows: Iterable[tuple[str, Record]]) -> tuple[str, Record]:
    known = {record.id: (key, record) for key, record in rows}
    return known[find_id(kind, id, known)]


def _readable(table: Table, decode: Callable[[str, object], Record]) -> Iterable[tuple[str, Record]]:
    for key, written in table.rows():
        try:
            record = decode(key, written)
        except Unreadable:
            continue
        yield key, record


def _decoded(written: dict[str, Any], decode: Callable[[str, object], Record]) -> tuple[list[Record], int]:
    """The records that can be read, by time, and the number of the others."""
    records, bad = [], 0
    for key, record in written.items():
        try:
            records.append(decode(key, record))
        except Unreadable:
            bad += 1
    return sorted(records, key=lambda record: (record.created, record.id)), bad


def _remove(table: Table, kind: str, id: str, decode: Callable[[str, object], Record]) -> Record:
    key, record = _found(kind, id, _readable(table, decode))
    table.remove(key)
    return record


def _edit(table: Table, key: str, record: Record) -> Record:
    """Write the fields a person can change; whatever else stands in the record stays."""
    edited: Record = replace(record, changed=now())
    written = form(edited)
    table.update(key, {name: written[name] for name in ("id", "text", "tags", "created", "changed") if name in written})
    return edited


def _place(anchor: Anchor) -> tuple[object, ...]:
    return anchor.block, anchor.start, anchor.end, anchor.exact


def _some(text: str) -> str:
    if not text.strip():
        raise NotebookError("A note needs some text; this one is empty. Write something, or remove the note.")
    return text


def _facts(record: dict[str, Any]) -> IssueFacts:
    return IssueFacts(**{f.name: fact(f.name, record.get(f.name)) for f in fields(IssueFacts)})
