"""The words of a library, and in how many of its articles each stands: what is typed is completed from them.

A file of its own beside the library. All of it is derived: it may be thrown away at any time, and is made anew from the
library (`counting`). What cannot be read is.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from paperterm.library.connections import Connections, transaction
from paperterm.library.engine import LibraryError
from paperterm.library.faults import DAMAGED
from paperterm.library.schema import uri
from paperterm.text.fold import searchable
from paperterm.text.pinyin import Syllables, reading, stands_for, ways

WordField = Literal["", "paper", "column", "by"]
"""What a word is: one of the text, or the name of a paper, a column, a reporter."""

ALL: tuple[WordField, ...] = ("", "paper", "column", "by")
FORM = 1
"""Raised when the tables or the rules of counting change; the words are counted anew then."""
BUSY = 10.0  # seconds to wait for another writer
CACHE = -64_000  # kilobytes, so that the word to be counted need not be read again each time
LEAST_LETTERS = 2
"""Latin letters below which nothing is offered: every word begins with one."""
LAST = "\U0010ffff"

TABLES = (
    """
CREATE TABLE words (
  word TEXT NOT NULL,                     -- as it is searched for
  field TEXT NOT NULL,                    -- see WordField
  count INTEGER NOT NULL,                 -- articles
  initials TEXT NOT NULL, pinyin TEXT NOT NULL,  -- "cy", "chan ye"
  shown TEXT NOT NULL,                    -- as it is printed
  PRIMARY KEY (word, field)
) STRICT, WITHOUT ROWID
""",
    "CREATE INDEX words_by_initials ON words (initials)",
    "CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
)

Counts = Mapping[tuple[str, WordField], tuple[int, str]]
"""Of each word and field: in how many articles more it stands, and how it is printed."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is printed, what it is, and in how many articles it stands."""

    text: str
    field: WordField
    count: int


@dataclass(frozen=True, slots=True)
class Counted:
    """Which articles the words were counted in: those numbered `low` to `high`, so many; `born` tells one library from
    another at the same place, `cutter` who cut the texts into words."""

    born: str
    low: int = 0
    high: int = -1
    articles: int = 0
    cutter: str = ""


class Words:
    """The words that are kept at `path`; in a temporary file where that cannot be written, or where it is None. Safe to
    use from several threads. Raises LibraryError where the disk fails."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._nowhere: tempfile.TemporaryDirectory[str] | None = None
        self._connections = Connections(self._open)

    def close(self) -> None:
        self._connections.close()
        if self._nowhere is not None:
            self._nowhere.cleanup()

    def counted(self) -> Counted | None:
        """Which articles are counted; None for none."""
        row = self._rows("SELECT value FROM state WHERE key = 'counted'")
        return Counted(**json.loads(row[0][0])) if row else None

    def begin(self, counted: Counted) -> None:
        """Forget all words."""
        with self._changing() as connection:
            connection.execute("DELETE FROM words")
            _keep(connection, counted)

    def add(self, counts: Counts, before: Counted, after: Counted) -> bool:
        """Count these in; false, and nothing is, where another process has counted since `before`."""
        with self._changing() as connection:
            row = connection.execute("SELECT value FROM state WHERE key = 'counted'").fetchone()
            if row is None or Counted(**json.loads(row[0])) != before:
                return False
            for (word, field), (count, shown) in counts.items():
                more = "UPDATE words SET count = count + ? WHERE word = ? AND field = ?"
                if connection.execute(more, (count, word, field)).rowcount:
                    continue
                syllables = reading(word)
                initials = "".join(syllable[0] for syllable in syllables)
                row = (word, field, count, initials, " ".join(syllables), shown)
                connection.execute("INSERT INTO words VALUES (?, ?, ?, ?, ?, ?)", row)
            _keep(connection, after)
        return True

    def size(self) -> int:
        """How many words there are."""
        return int(self._rows("SELECT count(*) FROM words")[0][0])

    def beginning(self, stem: str, limit: int, fields: Collection[WordField] = ALL) -> list[Word]:
        """The words that begin with `stem` and go on, those in most articles first."""
        stem = searchable(stem)
        rows = self._rows(
            f"SELECT shown, field, count FROM words WHERE word > ? AND word < ? AND field IN ({_marks(fields)}) "
            "ORDER BY count DESC, word LIMIT ?",
            (stem, stem + LAST, *fields, limit),
        )
        return [Word(*row) for row in rows]

    def spelt(self, letters: str, limit: int, fields: Collection[WordField] = ALL) -> list[Word]:
        """The words that Latin letters stand for, or begin: `chanye`, `cy`, `cye` for 产业 and 产业工人. Those in most articles
        first; none for a single letter."""
        letters = searchable(letters)
        if len(letters) < LEAST_LETTERS:
            return []
        by_initials: dict[str, list[Syllables]] = {}
        for way in ways(letters):
            by_initials.setdefault("".join(piece[0] for piece in way), []).append(way)
        found: dict[Word, None] = {}
        for initials, cuts in by_initials.items():
            rows = self._rows(
                f"SELECT shown, field, count, pinyin FROM words WHERE initials >= ? AND initials < ? AND pinyin >= ? "
                f"AND pinyin < ? AND field IN ({_marks(fields)}) ORDER BY count DESC, word LIMIT ?",
                (
                    *(initials, initials + LAST, min(cut[0] for cut in cuts), max(cut[0] for cut in cuts) + LAST),
                    *fields,
                    limit if len(letters) > len(initials) == 1 else -1,  # then all that is asked for fits
                ),
            )
            for text, field, count, pinyin in rows:
                syllables = pinyin.split(" ")
                if any(stands_for(cut, syllables) for cut in cuts):
                    found[Word(text, field, count)] = None
        return sorted(found, key=lambda word: (-word.count, word.text))[:limit]

    def sounding(self, word: str, limit: int, fields: Collection[WordField] = ALL) -> list[Word]:
        """Other words that are read like this one: what an input method offers beside it."""
        syllables = reading(word)
        rows = self._rows(
            f"SELECT shown, field, count FROM words WHERE initials = ? AND pinyin = ? AND word != ? "
            f"AND field IN ({_marks(fields)}) ORDER BY count DESC, word LIMIT ?",
            ("".join(s[0] for s in syllables), " ".join(syllables), searchable(word), *fields, limit),
        )
        return [Word(*row) for row in rows]

    def differing(self, word: str, fields: Collection[WordField] = ALL) -> list[tuple[Word, int]]:
        """The words that differ from this one in one character, and where. One that differs in the first takes a look at every
        word, which is not done for less than three characters: nearly all would differ so."""
        word = searchable(word)
        found = []
        for place in range(0 if len(word) > 2 else 1, len(word)):
            pattern = f"{_literal(word[:place])}?{_literal(word[place + 1 :])}"
            rows = self._rows(
                f"SELECT shown, field, count FROM words WHERE word GLOB ? AND word != ? AND field IN ({_marks(fields)})",
                (pattern, word, *fields),
            )
            found += [(Word(*row), place) for row in rows]
        return found

    def counts(self, words: Sequence[str]) -> dict[str, int]:
        """In how many articles each of these stands, of those that are known."""
        found: dict[str, int] = {}
        for word in words:
            rows = self._rows("SELECT max(count) FROM words WHERE word = ?", (searchable(word),))
            if rows[0][0] is not None:
                found[word] = rows[0][0]
        return found

    def _rows(self, statement: str, values: Iterable[object] = ()) -> list[Any]:
        with self._sentences():
            return self._connections.get().execute(statement, tuple(values)).fetchall()

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        with self._sentences(), transaction(self._connections.get()) as connection:
            yield connection

    @contextmanager
    def _sentences(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            if _code(error) in DAMAGED:
                self._connections = Connections(self._open)
                _remove(self._path)
                raise LibraryError("The words of the library were damaged; they are counted anew.") from error
            raise LibraryError(
                f"The words of the library cannot be kept at {self._path} ({error}); make room there, or free the file."
            ) from error

    def _open(self) -> sqlite3.Connection:
        if self._path is not None:
            try:
                return _sound(self._path)
            except sqlite3.DatabaseError as error:
                if _code(error) in DAMAGED:
                    _remove(self._path)
                    return _sound(self._path)
                if _code(error) not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
                    raise
        self._nowhere = tempfile.TemporaryDirectory(prefix="paperterm-")
        self._path = Path(self._nowhere.name, "library.words")
        return _sound(self._path)


def _sound(path: Path) -> sqlite3.Connection:
    """A connection to a file with the tables of this form, which are made where they are not there."""
    connection = sqlite3.connect(
        uri(path, "rwc"), uri=True, timeout=BUSY, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = OFF")  # a power cut may cost the file, which can be made again
        connection.execute(f"PRAGMA cache_size = {CACHE}")
        if connection.execute("PRAGMA user_version").fetchone()[0] != FORM:
            with transaction(connection):
                if connection.execute("PRAGMA user_version").fetchone()[0] != FORM:  # no other process was faster
                    for statement in (*map("DROP TABLE IF EXISTS {}".format, ("words", "state")), *TABLES):
                        connection.execute(statement)
                    connection.execute(f"PRAGMA user_version = {FORM}")
    except BaseException:
        connection.close()
        raise
    return connection


def _remove(path: Path | None) -> None:
    if path is not None:
        for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
            path.with_name(name).unlink(missing_ok=True)


def _code(error: sqlite3.DatabaseError) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def home(library: Path) -> Path:
    """The file of a library's words."""
    return library.with_suffix(".words")


def _keep(connection: sqlite3.Connection, counted: Counted) -> None:
    connection.execute("INSERT OR REPLACE INTO state VALUES ('counted', ?)", (json.dumps(asdict(counted)),))


def _marks(values: Collection[object]) -> str:
    return ",".join("?" * len(values))


def _literal(text: str) -> str:
    """A text that means only itself in a pattern of SQLite's GLOB."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in text)
