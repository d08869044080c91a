"""One run of paperterm: the library it reads, the notebook it writes. Each is opened when it is first asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from paperterm.actions.answer import NOTHING, WRONG, Failure
from paperterm.config import Places

if TYPE_CHECKING:  # the first screen and the quick commands do not pay for what they do not use
    from paperterm.actions.jumps import Jumps
    from paperterm.actions.keymap import Keymap
    from paperterm.config.settings import Settings
    from paperterm.library.facets import Facets
    from paperterm.library.records import Results, Sort
    from paperterm.library.sqlite import SqliteLibrary
    from paperterm.model import Article
    from paperterm.notebook.notebook import Notebook
    from paperterm.notebook.reading import Reading
    from paperterm.notebook.records import Anchor, Placement
    from paperterm.query import Query

SAMPLES_HINT = "These are the sample pages. Read your own with: paperterm import FOLDER"


@dataclass
class Session:
    """Where the user's things are. `opened` is a library of its own for paths given on the command line; `in_reader`: a
    window of the reader, not a command."""

    places: Places
    opened: Path | None = None
    in_reader: bool = False
    tour: bool = False  # the reader shows what can be done in it
    notices: list[str] = field(default_factory=list, init=False)  # what a person should know beside the answer
    _samples: bool = field(default=False, init=False)

    @cached_property
    def settings(self) -> Settings:
        """The user's settings. Never raises: their `problems` say what does not count."""
        from paperterm.config.settings import Settings

        path = self.places.settings
        if path is None or not path.exists():  # most people have none, and do not pay for reading it
            return Settings(path)
        from paperterm.config.reading import read_settings

        return read_settings(path)

    @cached_property
    def keymap(self) -> Keymap:
        """The keys of the reader's actions, as the settings have them."""
        from paperterm.actions.keymap import keymap

        return keymap(self.settings)

    @cached_property
    def input_text(self) -> str:
        """The text on standard input, which can be read but once. Raises Failure where it cannot be."""
        if sys.stdin is None:
            raise Failure("no-input", "Standard input is closed; - reads it through a pipe.", NOTHING)
        try:
            return sys.stdin.buffer.read().decode("utf-8-sig", "surrogateescape")
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise Failure("no-input", f"Standard input cannot be read: {reason}.", NOTHING) from error

    @property
    def library_path(self) -> Path:
        """The file of the user's library, whether it is there or not."""
        return self.opened or self.places.library

    @cached_property
    def library(self) -> SqliteLibrary:
        """The user's library; the sample pages while there is none. Raises LibraryError."""
        from paperterm.library.opening import open_library

        found = open_library(self.library_path)
        self._samples = found is None
        if found is not None:
            return found
        from paperterm.library.samples import sample_library

        return sample_library(self.places.cache)

    @property
    def on_samples(self) -> bool:
        """Is the library the sample pages?"""
        return self.library is not None and self._samples

    @property
    def hint(self) -> tuple[str, ...]:
        return (SAMPLES_HINT,) if self.on_samples else ()

    def taken_notices(self) -> list[str]:
        """What a person should know beside the answer, once."""
        taken, self.notices = self.notices, []
        if "library" in self.__dict__:
            taken += self.library.notices
            self.library.notices.clear()
        return taken

    def writable_library(self) -> SqliteLibrary:
        """The user's own library, made where there is none yet. Raises LibraryError."""
        from paperterm.library.sqlite import SqliteLibrary

        return SqliteLibrary(self.library_path)

    @cached_property
    def notebook(self) -> Notebook:
        from paperterm.notebook.notebook import Notebook

        return Notebook(self.places.notebook, self.in_reader)

    @cached_property
    def jumps(self) -> Jumps:
        from paperterm.actions.jumps import Jumps

        return Jumps(self.library)

    @cached_property
    def reading(self) -> Reading:
        from paperterm.notebook.reading import Reading

        return Reading(self.places.notebook / "reading.sqlite")

    def outside(self, query: Query) -> Mapping[tuple[str, str], frozenset[str]]:
        """The article ids that hold for the fields of a query that only the notebook knows: tags, notes, highlights."""
        return {
            (name, value): frozenset(self.current_id(id) or id for id in self.notebook.articles_with(name, value))
            for name, value in query.outside()
        }

    def search(
        self,
        query: Query,
        limit: int | None = None,
        stop: Callable[[], bool] | None = None,
        sort: Sort = "rank",
        among: Collection[str] | None = None,
    ) -> Results:
        """What fits in the library, with what the notebook knows of it; with `among`, of the articles with these ids. In the reader the words of the query count as soon as
        they can be told: loading what cuts them begins behind the first search. A command does without them, since loading
        takes longer than all of its work. Raises what the library and the notebook raise."""
        query, outside = self._within(query, among)
        if not self.in_reader:
            return self.library.search(query, limit, outside, stop, sort)
        from paperterm.text import segment

        cut = segment.words if segment.ready() else None
        results = self.library.search(query, limit, outside, stop, sort, cut)
        segment.load_behind()
        return results

    def facets(
        self, query: Query, stop: Callable[[], bool] | None = None, among: Collection[str] | None = None
    ) -> Facets:
        """What fits, counted; see `search`."""
        return self.library.facets(*self._within(query, among), stop)

    def _within(
        self, query: Query, among: Collection[str] | None
    ) -> tuple[Query, Mapping[tuple[str, str], frozenset[str]]]:
        outside = self.outside(query)
        if among is None:
            return query, outside
        from paperterm.actions.scoping import within

        return within(query, outside, among)

    def current_id(self, id: str) -> str | None:
        """The id that an article has now, by an id it had once; None where the library does not know it."""
        head = self.library.head(id)
        return head.id if head else None

    def located(self, id: str, anchor: Anchor) -> tuple[Article | None, Placement]:
        """The article a record belongs to and where in it the record stands now. Where its article is gone or does not hold
        the quote for certain, the quote is looked for on the page it was made on."""
        from paperterm.library.engine import UnknownId
        from paperterm.notebook.anchors import find, place
        from paperterm.notebook.records import Placement

        article = None
        sha256 = anchor.source
        try:
            stored = self.library.article(id)
        except UnknownId:
            placement = Placement("orphan")
        else:
            article, sha256 = stored.article, stored.sha256
            placement = place(anchor, article)
        if placement.state == "placed":
            return article, placement
        try:
            found = find(anchor, self.library.page(sha256).articles)
        except UnknownId:
            found = None
        if found and (found[1].state == "placed" or placement.state == "orphan"):
            return found
        return article, placement


@contextmanager
def failures() -> Iterator[None]:
    """Turns what the rooms raise into a Failure with a word for programs."""
    try:
        yield
    except Failure:
        raise
    except Exception as error:
        failure = _failure(error)
        if failure is None:
            raise
        raise failure from error


def _failure(error: Exception) -> Failure | None:
    """What a person is told of an error; None for one that is a fault of the program."""
    # Imported here, because no first screen and no command that goes well has any use for them.
    from paperterm.library.engine import LibraryError, UnknownId
    from paperterm.notebook.errors import DiskRefused, NotebookError, UnknownRecord
    from paperterm.query import QueryError

    match error:
        case UnknownId():
            return Failure("unknown-id", unknown(error.id, error.near), NOTHING)
        case UnknownRecord():
            return Failure("unknown-record", str(error), NOTHING)
        case QueryError():
            hint = f" Try: {error.suggestion}" if error.suggestion else ""
            return Failure("bad-query", f"{error.message}{hint}", WRONG)
        case LibraryError():
            return Failure("library", str(error), NOTHING)
        case NotebookError():
            return Failure("notebook", str(error), NOTHING, again=isinstance(error, DiskRefused))
        case OSError():
            what = error.strerror or str(error)
            where = f"{os.fsdecode(error.filename)}: " if isinstance(error.filename, (str, bytes)) else ""
            return Failure("system", f"{where}{what}. Check the path, its permissions and the disk.", NOTHING)
    return None


def unknown(id: str, near: tuple[str, ...]) -> str:
    """The sentence for an id that no article has."""
    hint = f" Did you mean {' or '.join(near)}?" if near else " `paperterm issues` lists all ids."
    return f"No article has the id {id!r}.{hint}"
