"""What one state of the notebook has that another has not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from paperterm.notebook.layout import Tables

Records = dict[str, dict[str, tuple[Any, Any]]]
"""Table name → document id → (record before, record after); None stands for no record."""

WHOLE = "*"
"""In the place of a document id: something that a hand put where a table should be."""


def difference(before: Tables, after: Tables) -> Records:
    """What became of the records. What the notebook says of itself (`about`) is no record."""
    found: Records = {}
    for name in {**before, **after}:
        if name == "about":
            continue
        old, new = before.get(name), after.get(name)
        if not isinstance(old or {}, dict) or not isinstance(new or {}, dict):
            if old != new:
                found[name] = {WHOLE: (old, new)}
            continue
        old, new = old or {}, new or {}
        changed = {key: (old.get(key), record) for key, record in new.items() if old.get(key) != record}
        changed |= {key: (record, None) for key, record in old.items() if key not in new}
        if changed:
            found[name] = changed
    return found


def applied(tables: Tables, records: Records) -> Tables:
    """The tables with every record of `records` as it was after the change."""
    result: dict[str, Any] = dict(tables)
    for name, changed in records.items():
        if WHOLE in changed:
            result[name] = changed[WHOLE][1]
            if result[name] is None:
                del result[name]
            continue
        held = result.get(name)
        table = dict(held) if isinstance(held, dict) else {}
        for key, (_, record) in changed.items():
            if record is None:
                table.pop(key, None)
            else:
                table[key] = record
        result[name] = table
    return result


def reversed_(records: Records) -> Records:
    """The change that takes this one back."""
    return {name: {key: (new, old) for key, (old, new) in changed.items()} for name, changed in records.items()}


def count(records: Records) -> int:
    """How many records differ; what is kept of removed ones for merging is not counted."""
    return sum(len(changed) for name, changed in records.items() if name != "removed")


def same(one: object, other: object) -> bool:
    """Are two records alike but for the time of their last change?"""
    return _timeless(one) == _timeless(other)


def _timeless(record: object) -> object:
    return {k: v for k, v in record.items() if k != "changed"} if isinstance(record, Mapping) else record
