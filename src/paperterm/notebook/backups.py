"""Earlier states of the notebook, whole files in a folder beside it.

`last-<generation>` are the states before the last changes, `day-<date>` and `month-<month>` those before the first change
of a day and of a month, `schema-<number>-<date>` that before the format was changed; `outside-<generation>` is what
somebody else wrote and `replaced-<generation>` what stood there before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from paperterm.notebook import durable
from paperterm.notebook.layout import Contents, Malformed, read

KEPT = {"last": 5, "day": 14, "month": 12, "schema": 12, "outside": 5, "replaced": 5}
"""How many of each kind."""

_NAME = re.compile(rf"({'|'.join(KEPT)})-([0-9-]+)\.json")


@dataclass(frozen=True, slots=True)
class Backup:
    """A file among the backups. Nothing of it has been read yet."""

    path: Path
    kind: str
    number: str  # a generation or a date, as in its name

    @property
    def name(self) -> str:
        """What a person calls it: `day-2025-03-25`."""
        return f"{self.kind}-{self.number}"

    @property
    def moment(self) -> datetime:
        """When this state was written, local time. Raises OSError."""
        return datetime.fromtimestamp(self.path.stat().st_mtime, UTC).astimezone()

    def contents(self) -> Contents:
        """Raises Malformed and OSError."""
        return read(self.path.read_bytes())


class Backups:
    """Backups of the notebook at `path`. What changes them is to be called under the notebook's lock only."""

    def __init__(self, path: Path) -> None:
        self.folder = path.with_name(f"{path.stem}.backups")
        self._path = path
        self._old = Backup(path.with_name(f"{path.name}.bak"), "last", "0")
        self._day: date | None = None  # whose backups are known to be there

    def keep_last(self, generation: int) -> None:
        """Keep the file as it is now, before it is replaced. Raises OSError."""
        durable.make_folder(self.folder)
        durable.keep(self._path, self._named("last", _padded(generation)))
        self._named("last", _padded(generation - KEPT["last"])).unlink(missing_ok=True)
        today = datetime.now(UTC).astimezone().date()
        if self._day != today:
            for kind, number in (("day", f"{today:%Y-%m-%d}"), ("month", f"{today:%Y-%m}")):
                if not self._named(kind, number).exists():
                    self.keep(kind, number)
            self._prune()
            self._day = today

    def keep(self, kind: str, number: str | int) -> Path:
        """Keep the file as it is now under a name of its own. Raises OSError."""
        durable.make_folder(self.folder)
        backup = self._named(kind, _padded(number) if isinstance(number, int) else number)
        durable.keep(self._path, backup)
        durable.sync_folder(self.folder)
        return backup

    def write(self, kind: str, generation: int, content: bytes) -> Path:
        """Keep a state that is in no file. Raises OSError."""
        durable.make_folder(self.folder)
        backup = self._named(kind, _padded(generation))
        # Written beside the notebook: there a later writer removes what a killed one left.
        with durable.written(self._path, content, None) as (fresh, _):
            durable.move(fresh, backup)
        durable.sync_folder(self.folder)
        return backup

    def listed(self) -> list[Backup]:
        """All of them, the newest first; of one moment, a clock's tick, in the order of their names. Raises OSError."""
        found = [Backup(path, match[1], match[2]) for path in self._files() if (match := _NAME.fullmatch(path.name))]
        found.sort(key=lambda backup: backup.number, reverse=True)
        return sorted(found, key=lambda backup: (-backup.path.stat().st_mtime_ns, backup.kind))

    def good(self) -> Iterator[tuple[Backup, Contents]]:
        """Those that can be read and that paperterm wrote, the newest first; last the one that format 1 kept, which had no
        seal. Raises OSError."""
        for backup in self.listed():
            try:
                contents = backup.contents()
            except Malformed:
                continue
            if contents.sealed:
                yield backup, contents
        with suppress(Malformed, FileNotFoundError):
            yield self._old, self._old.contents()

    def any(self) -> bool:
        """Is there a backup?"""
        return bool(self._files()) or self._old.path.exists()

    def _files(self) -> list[Path]:
        return list(self.folder.iterdir()) if self.folder.is_dir() else []

    def _prune(self) -> None:
        """Remove what is more than is kept, the oldest first."""
        for kind, most in KEPT.items():
            of_kind = sorted((b for b in self.listed() if b.kind == kind), key=lambda b: b.number)
            for backup in of_kind[:-most]:
                backup.path.unlink(missing_ok=True)

    def _named(self, kind: str, number: str) -> Path:
        return self.folder / f"{kind}-{number}.json"


def _padded(generation: int) -> str:
    """So that names stand in order."""
    return f"{max(0, generation):08}"
