"""Is everything in the notebook that was acknowledged? If not, was that told, and can it be got back?"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from paperterm.notebook import Anchor, Note, Notebook, NotebookError, inspection
from paperterm.notebook.layout import Malformed, Tables
from paperterm.notebook.records import KINDS, Record, Unreadable, form
from paperterm.notebook.storage import OUTSIDE
from tests.faults.outcome import Outcome

Held = Counter[str]
"""What a notebook holds: each record as JSON, without its id and its times, which no trial can know beforehand."""

ANCHOR = Anchor("ab" * 32)


def note(text: str, tags: Sequence[str] = ()) -> str:
    """How `Held` names a note at ANCHOR."""
    return _named("note", form(Note("", "a/1", text, ANCHOR, tuple(tags), "", "")))


def held(tables: Tables) -> Held:
    """What the tables of a notebook hold."""
    return Held(_records(tables))


def _records(tables: Tables) -> Iterator[str]:
    for kind in KINDS.values():
        for key, written in tables.get(kind.table, {}).items():
            try:
                record: Record = kind.read(key, written)
            except Unreadable:
                continue
            yield _named(kind.name, form(record))
    for written in tables.get("pages", {}).values():
        yield _named("page", written)


def _named(kind: str, written: dict[str, object]) -> str:
    said = {name: value for name, value in written.items() if name not in ("id", "created", "changed")}
    return json.dumps([kind, said], ensure_ascii=False)


def holds(notebook: Notebook) -> Held:
    """What the notebook says it holds."""
    return held(notebook.storage.current()[1])


def judge(folder: Path, allowed: Sequence[Held], quiet: bool = True) -> Outcome:
    """One trial's outcome, as a window that is opened now finds it. `allowed` are the states that the notebook may be in,
    each whole. `quiet`: nobody but paperterm touched the files, so there is nothing to give notice of.

    Writes: a note more, since a notebook that takes no further write is a fault as well.
    """
    outcome = Outcome(trials=1)
    try:
        window = Notebook(folder)
        found = holds(window)
        outcome.notices = len(window.notices)
        if quiet and window.notices:
            outcome.faults.append(f"a notice without a reason: {window.notices[0]}")
        if found not in allowed:
            nearest = min(allowed, key=lambda state: (state - found).total() + (found - state).total())
            said = f"lacks {_few(nearest - found)}; has {_few(found - nearest)}"
            told = _told(window)
            if quiet or not told:
                outcome.lost = max(1, (nearest - found).total())
                outcome.faults.append(f"silently wrong: {said}")
            elif not _got_back(window, allowed):
                outcome.lost = max(1, (nearest - found).total())
                outcome.faults.append(f"told, but not to be got back: {said}; {told[0]}")
        _write_on(folder, outcome)
        if not quiet:
            _mend(folder, outcome)
    except (NotebookError, OSError) as error:
        outcome.faults.append(f"{type(error).__name__}: {error}")
    return outcome


def _told(window: Notebook) -> list[str]:
    report = inspection.check(Notebook(window.path.parent))
    return [*window.notices, *report.troubles, *report.differences]


def _got_back(window: Notebook, allowed: Sequence[Held]) -> bool:
    """By taking back what was changed outside, or else from a backup."""
    inspection.repair(window)
    outside = [entry for entry in window.history.changes() if entry.window == OUTSIDE]
    if outside:
        window.history.undo_named(outside[-1].id)
        if holds(Notebook(window.path.parent)) in allowed:
            return True
    for backup in window.storage.backups.listed():
        try:
            if held(backup.contents().tables) in allowed:
                return True
        except Malformed:
            continue
    return False


def _write_on(folder: Path, outcome: Outcome) -> None:
    before = holds(Notebook(folder))
    Notebook(folder).add_note("a/1", "afterwards", ANCHOR)
    if holds(Notebook(folder)) != before + Counter([note("afterwards")]):
        outcome.lost += 1
        outcome.faults.append("the next write is not there, or is not all that changed")
    outcome.faults += [f"left lying: {path.relative_to(folder)}" for path in folder.rglob(".*.tmp")]


def _mend(folder: Path, outcome: Outcome) -> None:
    """After a repair all is well and nothing else than before."""
    before = holds(Notebook(folder))
    inspection.repair(Notebook(folder))
    outcome.faults += [f"not repaired: {trouble}" for trouble in inspection.check(Notebook(folder)).troubles]
    if holds(Notebook(folder)) != before:
        outcome.lost += 1
        outcome.faults.append("the repair changed what the notebook holds")


def _few(records: Held) -> str:
    shown = [record if len(record) < 80 else record[:80] + "…" for record in records]
    return ", ".join(shown[:2]) + (f" and {len(shown) - 2} more" if len(shown) > 2 else "") or "nothing"
