"""The full-text index beside the library: tantivy's only door.

It is derived data: any of it may be thrown away and made again from the library. A document is one article, known by its
number there (`seq`); what is stored is that number alone.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tantivy

from paperterm.library import index_files
from paperterm.library.indexes import Broken, Busy

FORM = 1
"""Raised when what stands in the index changes its form; then it is made anew."""

HEAP = 96_000_000
"""Bytes that the writer keeps before it writes a segment."""

SPLIT = "whitespace"
"""The tokenizer: texts come in pieces."""

LOCKED = "LockBusy"
"""What tantivy says where another process writes."""

WORDED = ("text", "title", "paper", "by", "column")
"""Fields of pairs of characters, with their places."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as the index takes it; texts are pieces with white space between them (`grams`), `day` is 20250325."""

    seq: int
    text: str
    characters: str
    title: str
    paper: str
    by: str
    column: str
    kind: str
    paper_name: str
    day: int | None
    page: int | None


class Index:
    """An index in a folder of its own. Every method raises Broken."""

    def __init__(self, folder: Path, make: bool = True) -> None:
        """`make`: where there is none yet."""
        self._folder = folder
        try:
            if make:
                folder.mkdir(parents=True, exist_ok=True)
                if tantivy.Index.exists(str(folder)):
                    index_files.check(folder, thorough=index_files.unfinished(folder))
            elif not tantivy.Index.exists(str(folder)):
                raise Broken(f"The index {folder} is gone")
            else:
                index_files.check(folder)
            self.schema = _schema()
            self._index = tantivy.Index(self.schema, path=str(folder))
        except (ValueError, OSError) as error:
            raise Broken(f"The index {folder} cannot be opened: {error}".rstrip(".")) from error

    def searcher(self) -> Any:
        """What is in the index now, and stays so for the one who asks."""
        try:
            self._index.reload()
            return self._index.searcher()
        except ValueError as error:
            raise Broken(f"The index {self._folder} cannot be read: {error}".rstrip(".")) from error

    def put(self, entries: Sequence[Entry], gone: Sequence[int]) -> None:
        """Take these articles in, in the place of what stood there under their numbers, and drop those that are `gone`; all
        at once, on the disk when this returns."""
        try:
            index_files.begin(self._folder)
            writer = self._index.writer(HEAP, 1)
            try:
                # `delete_documents_by_term` on a number silently deletes nothing (tantivy-py 0.27).
                writer.delete_documents_by_query(self.numbered([*gone, *(entry.seq for entry in entries)]))
                for entry in entries:
                    writer.add_document(_document(entry))
                writer.commit()
                writer.wait_merging_threads()
                index_files.end(self._folder)
            except BaseException:
                writer.rollback()
                raise
        except (ValueError, OSError) as error:
            if LOCKED in str(error):
                raise Busy(f"The index {self._folder} is being written by another program") from error
            raise Broken(f"The index {self._folder} cannot be written: {error}".rstrip(".")) from error

    def numbered(self, numbers: Sequence[int]) -> tantivy.Query:
        """The documents of these articles."""
        return tantivy.Query.term_set_query(self.schema, "seq", list(numbers))


def remove(folder: Path) -> None:
    """Throw an index away, or what is in its place."""
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder, ignore_errors=True)
    else:
        with suppress(OSError):
            folder.unlink()


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("seq", indexed=True, fast=True)
    for name in WORDED:
        builder.add_text_field(name, tokenizer_name=SPLIT, index_option="position")
    builder.add_text_field("characters", tokenizer_name=SPLIT, index_option="freq")
    builder.add_text_field("kind", tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_text_field("paper_name", tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_unsigned_field("day", indexed=True, fast=True)
    builder.add_unsigned_field("page", indexed=True, fast=True)
    return builder.build()


def _document(entry: Entry) -> tantivy.Document:
    document = tantivy.Document()
    document.add_unsigned("seq", entry.seq)
    for name in (*WORDED, "characters", "kind", "paper_name"):
        if value := getattr(entry, name):
            document.add_text(name, value)
    if entry.day is not None:
        document.add_unsigned("day", entry.day)
    if entry.page is not None:
        document.add_unsigned("page", entry.page)
    return document
