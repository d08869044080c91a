"""paperterm: the library as the reader uses it, hits with snippets, ranked with words, whatever engine answers."""

from __future__ import annotations

from pathlib import Path

from paperterm.library.sqlite import SqliteLibrary
from paperterm.query import Query
from paperterm.text import segment
from tests.searching.contestants.contract import BEST, Answer, Contestant


class Paperterm(Contestant):
    """`folder` holds `library.sqlite` and whatever the engine keeps beside it."""

    name = "paperterm"

    def __init__(self, folder: Path) -> None:
        self.library = SqliteLibrary(folder / "library.sqlite")
        segment.words("")  # in the reader they are at hand after the first search

    def ask(self, query: Query) -> Answer:
        found = self.library.search(query, BEST, cut=segment.words)
        return Answer([hit.head.id for hit in found.hits], lambda: found.total)

    def close(self) -> None:
        self.library.close()
