"""What one transaction may change in a library: pages come, move, are stated about, parsed anew, forgotten."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from paperterm.library import writing
from paperterm.library.engine import UnknownId
from paperterm.library.facts import from_json
from paperterm.library.paths import real_path
from paperterm.library.writing import Outcome
from paperterm.model import IssueFacts, Page


class Changes:
    """All of them become true together when the transaction ends well, or none."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(
        self,
        path: Path,
        sha256: str,
        size: int,
        mtime_ns: int,
        text: str,
        page: Page,
        assumed: IssueFacts,
        stated: IssueFacts | None = None,
    ) -> Outcome:
        """See SqliteLibrary.add."""
        source = writing.Source(real_path(path), size, mtime_ns)
        return writing.add(self._connection, source, sha256, text, page, assumed, stated)

    def add_same(
        self, path: Path, sha256: str, size: int, mtime_ns: int, assumed: IssueFacts, stated: IssueFacts | None = None
    ) -> Outcome | None:
        """As `add`, for a file whose bytes are here already; None where they are here no more."""
        return writing.add_same(
            self._connection, writing.Source(real_path(path), size, mtime_ns), sha256, assumed, stated
        )

    def sources(self, sha256: str) -> list[Path]:
        """Every path a page was imported from, the latest first."""
        rows = self._connection.execute(
            "SELECT path FROM sources JOIN pages ON pages.seq = sources.page WHERE sha256 = ? ORDER BY sources.seq DESC",
            (sha256,),
        )
        return [Path(os.fsdecode(row[0])) for row in rows]

    def leave(self, paths: Iterable[Path]) -> None:
        """These files hold no page any more; the pages stay."""
        self._connection.executemany("DELETE FROM sources WHERE path = ?", [(os.fsencode(path),) for path in paths])

    def stated(self, sha256: str) -> IssueFacts | None:
        """What a person stated about a page. Raises UnknownId."""
        stated = self._connection.execute("SELECT stated FROM pages WHERE seq = ?", (self._seq(sha256),)).fetchone()[0]
        return from_json(stated) if stated else None

    def state(self, sha256: str, facts: IssueFacts) -> None:
        """See Engine.state."""
        writing.state(self._connection, self._seq(sha256), facts)

    def reparsed(self, sha256: str, page: Page, assumed: IssueFacts) -> None:
        """Puts a newly parsed page in the place of the old one. Raises UnknownId."""
        writing.reparsed(self._connection, self._seq(sha256), page, assumed)

    def note(self, key: str, value: str | None) -> None:
        """Has the library remember something about itself; see SqliteLibrary.noted. None: no more."""
        if value is None:
            self._connection.execute("DELETE FROM state WHERE key = ?", (key,))
        else:
            self._connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (key, value))

    def forget(self, sha256: str) -> None:
        """Removes a page with its articles; an older version of it is shown again. Raises UnknownId."""
        writing.forget(self._connection, self._seq(sha256))

    def _seq(self, sha256: str) -> int:
        row = self._connection.execute("SELECT seq FROM pages WHERE sha256 = ?", (sha256,)).fetchone()
        if row is None:
            raise UnknownId(sha256)
        return int(row[0])
