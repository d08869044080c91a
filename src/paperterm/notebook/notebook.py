"""Bookmarks, notes, highlights, saved searches, and what a person stated about pages: the only data that cannot be made
again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from paperterm.model import IssueFacts
from paperterm.notebook.asking import fits
from paperterm.notebook.durable import Version, version_of
from paperterm.notebook.errors import NotebookError
from paperterm.notebook.lookup import find_id
from paperterm.notebook.records import (
    COLOURS,
    KINDS,
    Anchor,
    Bookmark,
    Highlight,
    Note,
    Record,
    Search,
    Unreadable,
)
from paperterm.notebook.values import clean_tags, clean_text, fact, now, page_key, same_tag
from paperterm.text.clean import one_line

if TYPE_CHECKING:
    from paperterm.notebook.editing import Editing
    from paperterm.notebook.history import History
    from paperterm.notebook.storage import SafeStorage
    from paperterm.notebook.windows import Window

FILE = "notebook.json"
COMMAND = "command"
"""Stands in the log for every command of the command line."""

Outcome = TypeVar("Outcome")


class Notebook:
    """One person's notebook, `notebook.json` in `folder`. The disk is not touched before the first question.

    Safe to use from several threads; several processes may hold the same notebook open. A method that changes something
    returns when the change is safely on the disk. Every method but `version` may raise NotebookError, whose text is a
    sentence; then nothing was changed. `notices` collects sentences to show a person once; whoever shows them clears it.
    `in_reader`: changes are made by a window of the reader, which undoes its own, also after it was closed.
    """

    def __init__(self, folder: Path, in_reader: bool = False) -> None:
        self.path = Path(folder) / FILE
        self._in_reader = in_reader
        self._window: Window | None = None
        self.notices: list[str] = []
        self._lock = threading.RLock()
        self._opened: SafeStorage | None = None
        self._decoded: tuple[Version | None, dict[str, list[Record]]] | None = None
        self._unreadable = 0

    # -- what there is

    def bookmarks(self) -> list[Bookmark]:
        """All bookmarks, the oldest first."""
        return cast("list[Bookmark]", self.records("bookmark"))

    def notes(self) -> list[Note]:
        """All notes, the oldest first."""
        return cast("list[Note]", self.records("note"))

    def highlights(self) -> list[Highlight]:
        """All highlights, the oldest first."""
        return cast("list[Highlight]", self.records("highlight"))

    def searches(self) -> list[Search]:
        """All saved searches, by name."""
        return sorted(cast("list[Search]", self.records("search")), key=lambda search: (search.name, search.id))

    def records(self, kind: str) -> list[Record]:
        """All records of a kind of KINDS, the oldest first."""
        return list(self._records()[kind])

    def record(self, kind: str, id: str) -> Record:
        """The record of this kind with this id, or the one id that begins so. Raises UnknownRecord."""
        known = {record.id: record for record in self._records()[kind]}
        return known[find_id(kind, id, known)]

    def stated(self) -> dict[str, IssueFacts]:
        """What a person stated about pages, by the sha256 of the page file's bytes."""
        facts: dict[str, IssueFacts] = {}
        for record in self.storage.current()[1].get("pages", {}).values():
            if isinstance(record, dict) and isinstance(record.get("sha256"), str):
                facts[record["sha256"]] = _facts(record)
        return facts

    def articles_with(self, field: str, value: str) -> frozenset[str]:
        """The ids of articles that have a record with what a query's field asks for (see `asking`), as they were when it
        was made."""
        return frozenset(record.article for record in self._anchored() if fits(record, field, value))

    def version(self) -> Version | None:
        """Differs after every change by anybody: time of change (ns), size (bytes), inode; None without a notebook.
        Costs one look at the file's entry, and never raises."""
        return version_of(self.path)

    # -- adding and changing

    def add_bookmark(self, article_id: str, anchor: Anchor, tags: Iterable[str] = ()) -> Bookmark:
        """A bookmark at this place; the one that is there already, with the tags of both, where there is one."""
        given = clean_tags(tags)

        def step(editing: Editing) -> Bookmark:
            known = editing.at("bookmark", article_id, anchor)
            if known is None:
                moment = now()
                return editing.insert(Bookmark(editing.fresh_id(), article_id, anchor, given, moment, moment))
            key, bookmark = cast("tuple[str, Bookmark]", known)
            return editing.update(key, bookmark, replace(bookmark, tags=clean_tags((*bookmark.tags, *given))))

        return self._change("add bookmark", step)

    def add_note(self, article_id: str, text: str, anchor: Anchor, tags: Iterable[str] = ()) -> Note:
        """A new note. Control characters but line feed and tab are left out; an empty text is refused."""
        cleaned, given = _some(clean_text(text)), clean_tags(tags)

        def step(editing: Editing) -> Note:
            moment = now()
            return editing.insert(Note(editing.fresh_id(), article_id, cleaned, anchor, given, moment, moment))

        return self._change("add note", step)

    def add_highlight(
        self, article_id: str, anchor: Anchor, colour: str = COLOURS[0], tags: Iterable[str] = ()
    ) -> Highlight:
        """A highlight of this colour; where one is there already, it takes the colour and the tags of both."""
        colour, given = _colour(colour), clean_tags(tags)

        def step(editing: Editing) -> Highlight:
            known = editing.at("highlight", article_id, anchor)
            if known is None:
                moment = now()
                return editing.insert(Highlight(editing.fresh_id(), article_id, colour, anchor, given, moment, moment))
            key, old = cast("tuple[str, Highlight]", known)
            return editing.update(key, old, replace(old, colour=colour, tags=clean_tags((*old.tags, *given))))

        return self._change("highlight", step)

    def recolour(self, id: str, colour: str) -> Highlight:
        """Another colour. Raises UnknownRecord, and NotebookError for a colour that is none of COLOURS."""
        colour = _colour(colour)

        def step(editing: Editing) -> Highlight:
            key, old = cast("tuple[str, Highlight]", editing.found("highlight", id))
            return editing.update(key, old, replace(old, colour=colour))

        return self._change("edit highlight", step)

    def save_search(self, name: str, query: str) -> Search:
        """A query under a name; a search of that name takes the new query. Raises NotebookError for an empty one."""
        name, query = one_line(name), one_line(query)
        if not name or not query:
            raise NotebookError("A saved search needs a name and a query.")

        def step(editing: Editing) -> Search:
            for key, known in editing.readable("search"):
                assert isinstance(known, Search)
                if same_tag(known.name) == same_tag(name):
                    return editing.update(key, known, replace(known, name=name, query=query))
            moment = now()
            return editing.insert(Search(editing.fresh_id(), name, query, moment, moment))

        return self._change("save search", step)

    def edit_note(self, id: str, text: str | None = None, tags: Iterable[str] | None = None) -> Note:
        """Another text, other tags, or both; None leaves them as they are. Raises UnknownRecord."""
        cleaned = None if text is None else _some(clean_text(text))
        given = None if tags is None else clean_tags(tags)

        def step(editing: Editing) -> Note:
            key, note = cast("tuple[str, Note]", editing.found("note", id))
            text, tags = note.text if cleaned is None else cleaned, note.tags if given is None else given
            return editing.update(key, note, replace(note, text=text, tags=tags))

        return self._change("edit note", step)

    def retag(self, records: Collection[tuple[str, str]], add: Iterable[str] = (), drop: Iterable[str] = ()) -> int:
        """Give tags to records (kind, id), and take tags from them, in one change. Returns how many were changed. Raises
        UnknownRecord."""
        more, less = clean_tags(add), {same_tag(tag) for tag in drop}

        def step(editing: Editing) -> int:
            changed = 0
            for kind, id in records:
                key, record = editing.found(kind, id)
                if isinstance(record, Search):
                    raise NotebookError("A saved search has no tags.")
                tags = clean_tags(tag for tag in (*record.tags, *more) if same_tag(tag) not in less)
                changed += editing.update(key, record, replace(record, tags=tags)) is not record
            return changed

        return self._change("tag", step)

    def remove(self, kind: str, id: str) -> Record:
        """The record that is no more. `id` may be the beginning of one. Raises UnknownRecord."""
        return self._change(f"remove {kind}", lambda editing: editing.remove(kind, id))

    def remove_all(self, records: Collection[tuple[str, str]]) -> int:
        """Remove records (kind, id) in one change. Returns how many. Raises UnknownRecord."""
        return self._change("remove", lambda editing: len([editing.remove(kind, id) for kind, id in records]))

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

        def step(editing: Editing) -> None:
            table = editing.table("pages")
            waiting = dict(given)
            for key, record in table.rows():
                if not isinstance(record, dict):
                    continue
                said = waiting.pop(str(record.get("sha256")), {})
                if any(record.get(name) != value for name, value in said.items()):
                    table.update(key, {**said, "changed": now()})
            for sha256, said in waiting.items():
                table.insert(page_key(sha256), {"sha256": sha256, **said, "changed": now()})

        self._change("state page", step)

    # -- what the other files of this room build on

    @property
    def storage(self) -> SafeStorage:
        with self._lock:
            if self._opened is None:
                from paperterm.notebook.storage import SafeStorage  # TinyDB: 10 ms that the first screen need not pay

                self._opened = SafeStorage(self.path, self.notices)
            return self._opened

    @property
    def window(self) -> str:
        """Who makes the changes, as the log names them."""
        if not self._in_reader:
            return COMMAND
        with self._lock:
            if self._window is None:
                from paperterm.notebook.windows import Window

                self._window = Window(self.path.parent)
            return self._window.name

    def close(self) -> None:
        """Nothing more is asked of this one: another window may take its place."""
        if self._window is not None:
            self._window.close()
            self._window = None

    @property
    def history(self) -> History:
        """What was changed, and taking it back."""
        from paperterm.notebook.history import History

        return History(self.storage, self.window)

    def _change(self, does: str, step: Callable[[Editing], Outcome]) -> Outcome:
        from paperterm.notebook.editing import Editing
        from paperterm.notebook.storage import Deed

        return self.storage.change(Deed(does, self.window), lambda: step(Editing(self.storage)))

    # -- reading

    def _anchored(self) -> list[Bookmark | Note | Highlight]:
        return [r for records in self._records().values() for r in records if not isinstance(r, Search)]

    def _records(self) -> dict[str, list[Record]]:
        with self._lock:
            version, tables = self.storage.current()
            if self._decoded is None or self._decoded[0] != version:
                found, bad = {}, 0
                for kind in KINDS.values():
                    found[kind.name], unreadable = _decoded(tables.get(kind.table, {}), kind.read)
                    bad += unreadable
                self._decoded = version, found
                self._warn_of(bad)
            return self._decoded[1]

    def _warn_of(self, unreadable: int) -> None:
        if unreadable > self._unreadable:
            self.notices.append(
                f"Of the records in {self.path}, {unreadable} cannot be read and are not shown; they are kept as they are. "
                "Each needs an article, a note also a text, a search a query."
            )
        self._unreadable = unreadable


def _decoded(written: dict[str, Any], decode: Callable[[str, object], Record]) -> tuple[list[Record], int]:
    """The records that can be read, by time, and the number of the others."""
    records, bad = [], 0
    for key, record in written.items():
        try:
            records.append(decode(key, record))
        except Unreadable:
            bad += 1
    return sorted(records, key=lambda record: (record.created, record.id)), bad


def _some(text: str) -> str:
    if not text.strip():
        raise NotebookError("A note needs some text; this one is empty. Write something, or remove the note.")
    return text


def _colour(colour: str) -> str:
    if colour not in COLOURS:
        raise NotebookError(f"A highlight cannot be {colour!r}; choose one of {', '.join(COLOURS)}.")
    return colour


def _facts(record: dict[str, Any]) -> IssueFacts:
    return IssueFacts(**{f.name: fact(f.name, record.get(f.name)) for f in fields(IssueFacts)})
