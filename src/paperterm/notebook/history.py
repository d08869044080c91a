"""Taking changes back, and making them again.

The log tells what every change did to every record. A window takes back its own changes, the newest first, also those
of before it was closed; a change may be named by its id, whoever made it. What was changed again since is not touched.
"""

from __future__ import annotations

from collections.abc import Iterable

from paperterm.notebook.differences import WHOLE, Records, reversed_, same
from paperterm.notebook.errors import Altered, NotebookError, told
from paperterm.notebook.log import Entry
from paperterm.notebook.lookup import find_id
from paperterm.notebook.storage import OUTSIDE, Deed, SafeStorage
from paperterm.notebook.tables import Table
from paperterm.notebook.values import now
from paperterm.text.clean import one_line

LINE = 60
"""Characters of a record's text in a sentence."""


class History:
    """The changes of a notebook, as seen from one window."""

    def __init__(self, storage: SafeStorage, window: str) -> None:
        self._storage, self._window = storage, window

    def changes(self) -> list[Entry]:
        """All changes that are still in the log, the oldest first. Raises NotebookError."""
        try:
            return list(self._storage.log.read().entries)
        except OSError as error:
            raise told(error, "read", self._storage.log.path) from error

    def undo(self) -> Entry:
        """Take back the newest change of this window. Returns that change. Raises NotebookError, Altered among them."""
        return self._take_back(newest_done(self.changes(), self._window))

    def undo_newest(self) -> Entry:
        """Take back the newest change that paperterm made, in whichever window. Raises as `undo`."""
        return self._take_back(newest_done(self.changes(), None))

    def undo_named(self, id: str) -> Entry:
        """Take back the change with this id, or the one id that begins so, whoever made it. Raises as `undo`, and
        UnknownRecord."""
        known = {entry.id: entry for entry in self.changes()}
        return self._take_back(known[find_id("change", id, known)])

    def redo(self) -> Entry:
        """Make the change again that this window took back last. Returns that change. Raises NotebookError."""
        entry = newest_undone(self.changes(), self._window)
        if entry is None:
            raise NotebookError("There is nothing to redo.")
        return self._make(entry, entry.records, Deed(f"redo {entry.does}", self._window, redoes=entry.id))

    def _take_back(self, entry: Entry | None) -> Entry:
        if entry is None:
            raise NotebookError("There is nothing to undo.")
        return self._make(entry, reversed_(entry.records), Deed(f"undo {entry.does}", self._window, undoes=entry.id))

    def _make(self, entry: Entry, records: Records, deed: Deed) -> Entry:
        def step() -> Entry:
            for name, changed in records.items():
                if WHOLE in changed:
                    raise NotebookError(
                        f"The change {entry.id} put something other than records into {name!r}; mend that in the file by hand."
                    )
                table = Table(self._storage, name)
                for key, (before, after) in changed.items():
                    here = table.get(key)
                    if not same(here, before):
                        raise _altered(entry, before, here)
                    _set(table, key, here, after)
            return entry

        return self._storage.change(deed, step)


def newest_done(entries: Iterable[Entry], window: str | None) -> Entry | None:
    """The newest change of a window (None: of any of paperterm's) that is not taken back."""
    done, _ = _stacks(entries, window)
    return done[-1] if done else None


def newest_undone(entries: Iterable[Entry], window: str) -> Entry | None:
    """The change that a window took back last and has made no other since."""
    _, undone = _stacks(entries, window)
    return undone[-1] if undone else None


def _stacks(entries: Iterable[Entry], window: str | None) -> tuple[list[Entry], list[Entry]]:
    """The changes of a window that stand, and those that it took back and can make again."""
    done: list[Entry] = []
    undone: list[Entry] = []
    for entry in entries:
        own = entry.window != OUTSIDE and window in (None, entry.window)
        if entry.undoes:
            taken = [e for e in done if e.id == entry.undoes]
            done = [e for e in done if e.id != entry.undoes]
            undone += taken if own else ()
        elif entry.redoes:
            done += [e for e in undone if e.id == entry.redoes]
            undone = [e for e in undone if e.id != entry.redoes]
        elif own:
            done.append(entry)
            undone.clear()
    return done, undone


def _set(table: Table, key: str, here: object, record: object) -> None:
    if record is None:
        table.remove(key)
        return
    if isinstance(record, dict) and "changed" in record:
        record = {**record, "changed": now()}
    table.put(key, record, new=here is None)


def _altered(entry: Entry, then: object, here: object) -> Altered:
    return Altered(
        f"“{entry.does}” cannot be taken back or made again: what it changed was changed since. "
        f"Then: {shown(then)}. Now: {shown(here)}. Nothing was changed."
    )


def described(entry: Entry) -> str:
    """What a change did to its first record, and to how many others."""
    changed = [states for name, table in entry.records.items() if name != "removed" for states in table.values()]
    if not changed:
        return "nothing"
    before, after = changed[0]
    first = shown(after if before is None else before)
    if before is not None and after is not None:
        first += f" → {shown(after)}"
    return first + (f" and {len(changed) - 1} more" if len(changed) > 1 else "")


def shown(record: object) -> str:
    """A record in a few words, for people."""
    if record is None:
        return "nothing there"
    if not isinstance(record, dict):
        return one_line(str(record))[:LINE]
    anchor = record.get("anchor")
    quote = anchor.get("exact") if isinstance(anchor, dict) else ""
    said = record.get("text") or record.get("query") or quote or record.get("article") or record.get("sha256") or record
    tags = "".join(f" #{one_line(str(tag))}" for tag in record.get("tags") or ())
    text = one_line(str(said))
    return f"“{text if len(text) <= LINE else text[: LINE - 1] + '…'}”{tags}"
