"""The library's SQLite file: its tables, its version, and how it is opened."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from paperterm.library.engine import LibraryError
from paperterm.library.faults import alien, sentences

APPLICATION = 0x70617074  # "papt": tells a library from any other SQLite file
VERSION = 3  # 1: without the tables that the index follows; 2: articles as JSON, each beside its folded text
SQLITE = sqlite3.sqlite_version
BUSY = 10.0  # seconds to wait for another writer

TABLES = """
CREATE TABLE pages (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,  -- grows with every import: of two versions the greater is the newer
  sha256 TEXT NOT NULL UNIQUE,            -- of the file's bytes: the page's identity
  text_sha TEXT NOT NULL,                 -- of its text
  printed TEXT NOT NULL, assumed TEXT NOT NULL, stated TEXT,  -- JSON, by who says so
  facts TEXT NOT NULL,                    -- JSON: what counts; the columns below repeat some of it
  paper TEXT, date TEXT, number INTEGER, page INTEGER,
  shown INTEGER NOT NULL DEFAULT 1,       -- 0: a newer version of the same page is in the library
  imported REAL NOT NULL,                 -- seconds since 1970
  remains TEXT NOT NULL,                  -- JSON: furniture and warnings
  raw BLOB NOT NULL                       -- the text, packed
) STRICT;
CREATE INDEX pages_by_issue ON pages (paper, date, page);
CREATE INDEX pages_by_date ON pages (date);

CREATE TABLE sources (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  path BLOB NOT NULL UNIQUE,              -- bytes: file names need not be text
  size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
  page INTEGER NOT NULL REFERENCES pages (seq) ON DELETE CASCADE
) STRICT;
CREATE INDEX sources_by_page ON sources (page);

CREATE TABLE aliases (
  id TEXT PRIMARY KEY,                    -- an id that an article had before
  slug TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (seq) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX aliases_by_slug ON aliases (slug);
CREATE INDEX aliases_by_article ON aliases (article);
"""

ARTICLES = """
CREATE TABLE articles (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  page INTEGER NOT NULL REFERENCES pages (seq) ON DELETE CASCADE,
  position INTEGER NOT NULL,              -- from 0, in reading order
  id TEXT NOT NULL UNIQUE,
  slug TEXT NOT NULL,                     -- the id behind its last slash
  kind TEXT NOT NULL, title TEXT NOT NULL, headline TEXT,
  form BLOB NOT NULL,                     -- the rest of it, packed
  UNIQUE (page, position)
) STRICT;
CREATE INDEX articles_by_slug ON articles (slug);

CREATE TABLE folded (                     -- what a scan looks through, until the index knows the article
  article INTEGER PRIMARY KEY REFERENCES articles (seq) ON DELETE CASCADE,
  text TEXT NOT NULL
) STRICT;

CREATE VIEW heads AS
  SELECT articles.seq, articles.id, kind, title, headline, paper, date, pages.page AS number, position,
         (SELECT path FROM sources WHERE sources.page = pages.seq ORDER BY sources.seq DESC LIMIT 1) AS source,
         articles.page AS page_seq
  FROM articles JOIN pages ON pages.seq = articles.page;
"""

FOLLOWED = """
CREATE TABLE tail (                       -- articles that the index does not know yet as they are now
  change INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL UNIQUE
) STRICT;
CREATE TABLE gone (                       -- articles that the index knows and the library has no more
  change INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL UNIQUE
) STRICT;
CREATE TABLE state (                      -- of what lies beside the library: the index's folder, form and size
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

TRIGGERS = """
CREATE TRIGGER articles_in AFTER INSERT ON articles BEGIN
  INSERT OR REPLACE INTO tail (article) VALUES (new.seq);
END;
CREATE TRIGGER articles_out AFTER DELETE ON articles BEGIN
  INSERT OR REPLACE INTO gone (article) VALUES (old.seq);
  DELETE FROM tail WHERE article = old.seq;
END;
CREATE TRIGGER facts_changed AFTER UPDATE OF paper, date, page ON pages
WHEN old.paper IS NOT new.paper OR old.date IS NOT new.date OR old.page IS NOT new.page BEGIN
  INSERT OR REPLACE INTO tail (article) SELECT seq FROM articles WHERE page = new.seq;
END;
"""
"""What the index is fed from. Its documents under the numbers in `tail` and `gone` do not count: the library's own word does."""

OLDER = "CREATE TEMP VIEW folded AS SELECT seq AS article, folded AS text FROM articles"
"""What a library of the first two versions that may not be written lacks for being read."""


def connect(path: Path, read_only: bool, tell: Callable[[str], None] = lambda _: None) -> sqlite3.Connection:
    """A connection to an existing library. Raises LibraryError.

    Unless `read_only`, a file in which nothing stands yet (its maker was killed) becomes an empty library, and one of an older version one of this version; `tell` is given a sentence about that. Autocommit: transactions are begun and ended by name. Any thread may close it.
    """
    place = str(path)
    if not path.exists():
        raise LibraryError(f"There is no library at {place}; import pages first: paperterm import FOLDER.")
    with sentences(place):
        try:
            return _sound(path, "ro" if read_only else "rw", place, tell)
        except sqlite3.OperationalError as error:
            # A library in WAL mode needs a file beside it; where none can be made, nobody else writes either.
            if not read_only or error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
                raise
        return _sound(path, "ro", place, tell, "&immutable=1")


def create(path: Path) -> None:
    """Makes a library where there is none yet; an existing one is left as it is. Safe against a second process."""
    place = str(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            f"The folder {path.parent} cannot be made ({error.strerror}); choose another with --library or PAPERTERM_HOME."
        ) from error
    with sentences(place):
        connection = _open(path, "rwc")
        try:
            furnish(connection)
        finally:
            connection.close()


def furnish(connection: sqlite3.Connection) -> None:
    """Writes the tables into a blank database, in one transaction, and puts it into WAL mode."""
    connection.execute("PRAGMA auto_vacuum = INCREMENTAL")  # heard only while there is nothing in the file
    _write_ahead(connection)
    connection.execute("BEGIN IMMEDIATE")
    if _blank(connection):  # no other process was faster
        run(connection, TABLES + ARTICLES + FOLLOWED + TRIGGERS)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")


def run(connection: sqlite3.Connection, script: str) -> None:
    """Several statements in the transaction that is under way, which `executescript` would end."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


def uri(path: Path, mode: str, more: str = "") -> str:
    return f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}{more}"


def _open(path: Path, mode: str, more: str = "") -> sqlite3.Connection:
    connection = sqlite3.connect(
        uri(path, mode, more), uri=True, timeout=BUSY, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")  # with WAL, a power cut may lose pages, never the file
    except BaseException:
        connection.close()
        raise
    return connection


def _sound(path: Path, mode: str, place: str, tell: Callable[[str], None], more: str = "") -> sqlite3.Connection:
    """A connection to what has been seen to be a library."""
    connection = _open(path, mode, more)
    try:
        if mode == "rw" and _blank(connection):
            furnish(connection)
        if _version(connection, place) < VERSION:
            if mode == "rw":
                from paperterm.library.upgrading import upgrade

                if told := upgrade(connection, path):
                    tell(told)
            else:
                connection.execute(OLDER)
    except BaseException:
        connection.close()
        raise
    return connection


def _write_ahead(connection: sqlite3.Connection) -> None:
    """WAL, which the file remembers. SQLite does not wait here for another process that does the same: ask again."""
    until = time.monotonic() + BUSY
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)


def _blank(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None


def _version(connection: sqlite3.Connection, place: str) -> int:
    """The version of a library. Raises LibraryError where it is none, or of a newer paperterm."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION:
        raise alien(place)
    if version > VERSION:
        raise LibraryError(
            f"The library {place} was written by a newer paperterm (form {version}, this one knows {VERSION}); "
            "use that one, or choose another library with --library."
        )
    return int(version)
