"""Bookmarks, notes, tags, anchors and reading positions.

The names below are imported when they are first asked for: the first screen needs none of the anchors' machinery.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paperterm.notebook.anchors import describe, find, place
    from paperterm.notebook.errors import NotebookError, UnknownRecord
    from paperterm.notebook.notebook import Notebook
    from paperterm.notebook.reading import Place, Reading
    from paperterm.notebook.records import Anchor, Bookmark, Note, Placement

__all__ = [
    "Anchor",
    "Bookmark",
    "Note",
    "Notebook",
    "NotebookError",
    "Place",
    "Placement",
    "Reading",
    "UnknownRecord",
    "describe",
    "find",
    "place",
]

_ROOMS = {
    "anchors": ("describe", "find", "place"),
    "errors": ("NotebookError", "UnknownRecord"),
    "notebook": ("Notebook",),
    "reading": ("Place", "Reading"),
    "records": ("Anchor", "Bookmark", "Note", "Placement"),
}


def __getattr__(name: str) -> object:
    for room, names in _ROOMS.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{room}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
