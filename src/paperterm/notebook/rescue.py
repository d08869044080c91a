"""What is done with a notebook file that cannot be read: it is set aside, and the last good state takes its place."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

from paperterm.notebook import durable
from paperterm.notebook.layout import Malformed, read

PATIENCE = 6
"""How often a bad file is read again, BREATH seconds apart: stock TinyDB and some editors write in place."""

BREATH = 0.05


def backup_of(path: Path) -> Path:
    """The file that keeps the state before the last write."""
    return path.with_name(f"{path.name}.bak")


def rescue(path: Path, notices: list[str]) -> None:
    """Set a bad file aside and restore its backup, or leave no file where there is no good backup.

    A file that turns out to be readable after all is left alone. To be called under the lock. Raises OSError.
    """
    why = _trouble(path)
    if why is None:
        return
    aside = _set_aside(path, "") if path.exists() else None
    backup = backup_of(path)
    kept = f"It is kept as {aside}." if aside else ""
    try:
        content = backup.read_bytes()
        read(content)
    except (FileNotFoundError, Malformed) as error:
        if isinstance(error, Malformed):
            kept += f" Its backup cannot be read either ({error}) and is kept as {_set_aside(backup, '-backup')}."
        notices.append(
            f"The notebook {path} cannot be read: {why}. {kept} There is no backup; a new notebook is begun."
        )
        return
    moment = datetime.fromtimestamp(backup.stat().st_mtime, UTC).astimezone()
    durable.replace(path, content, backup=None, expected=None)
    notices.append(
        f"The notebook {path} cannot be read: {why}. {kept} The backup of {moment:%Y-%m-%d %H:%M:%S} has taken its place; "
        "the last change before the damage may be missing from it."
    )


def _trouble(path: Path) -> str | None:
    """Why the file cannot be read, asked several times; None where it can."""
    why = ""
    for attempt in range(PATIENCE):
        if attempt:
            time.sleep(BREATH)
        try:
            read(path.read_bytes())
        except FileNotFoundError:
            return "it is gone" if backup_of(path).exists() else None
        except Malformed as error:
            why = str(error)
        else:
            return None
    return why


def _set_aside(path: Path, mark: str) -> Path:
    """Rename a file to `notebook.bad-<time>.json`, never over another."""
    stem = path.name.split(".")[0]
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    number = 0
    while True:
        aside = path.with_name(f"{stem}.bad-{moment}{mark}{f'-{number}' if number else ''}.json")
        if not aside.exists():
            path.rename(aside)
            durable.sync_folder(path.parent)
            return aside
        number += 1
