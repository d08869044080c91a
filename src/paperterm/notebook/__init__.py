"""Bookmarks, notes, tags, anchors and reading positions."""

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
