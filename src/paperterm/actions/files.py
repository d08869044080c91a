"""Writing files for other programs: whole or not at all, and over nothing that one did not ask to have replaced."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from paperterm.actions.answer import NOTHING, Failure

NAMED = 5
"""Files that a sentence names."""


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the files, by their paths; those that were the same already were not touched."""

    new: tuple[Path, ...] = ()
    replaced: tuple[Path, ...] = ()
    unchanged: tuple[Path, ...] = ()

    @property
    def sentence(self) -> str:
        """3 files written, 1 replaced, 20 as they were."""
        told = [f"{len(self.new)} {'file' if len(self.new) == 1 else 'files'} written"]
        told += [f"{len(self.replaced)} replaced"] if self.replaced else []
        told += [f"{len(self.unchanged)} as they were"] if self.unchanged else []
        return ", ".join(told)


def write_file(path: Path, content: bytes, force: bool) -> Written:
    """One file. Raises Failure where another stands there and `force` does not say to replace it, and OSError."""
    if force and path.exists() and not path.is_file():
        if path.is_dir():
            raise Failure("exists", f"{path} is a folder; name a file.", NOTHING)
        with path.open("wb") as device:  # a pipe or a device is no file that could be half-written
            device.write(content)
        return Written(replaced=(path,))
    target = path.resolve() if force else path.absolute()
    if not target.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(target.parent))
    return _write([(target, content)], force)


def write_folder(folder: Path, files: Iterable[tuple[str, bytes]], force: bool) -> Written:
    """Files under a folder, by their paths in it; none where one of them cannot be written or stands in the way. Raises
    Failure, OSError."""
    if folder.exists() and not folder.is_dir():
        raise Failure("exists", f"{folder} is a file; name a folder.", NOTHING)
    root = folder.resolve()
    return _write([(_inside(root, path), content) for path, content in files], force)


def _inside(root: Path, path: str) -> Path:
    """The file in the folder. Raises Failure where a link on its way leads out of the folder."""
    target = root / path
    if not target.parent.resolve().is_relative_to(root):
        raise Failure("outside", f"{target.parent} leads out of {root} by a link. Nothing was written there.", NOTHING)
    return target


def _write(files: list[tuple[Path, bytes]], force: bool) -> Written:
    known = {path: _content(path) for path, _ in files}
    unchanged = tuple(path for path, content in files if known[path] == content)
    changed = [(path, content) for path, content in files if known[path] != content]
    standing = [path for path, _ in changed if os.path.lexists(path)]
    if standing and not force:
        raise Failure("exists", f"{_named(standing)} Nothing was written. --force replaces what is there.", NOTHING)
    with _folders({path.parent for path, _ in changed}), _beside(changed) as fresh:
        for path, new in fresh.items():
            _put(new, path, force)
    return Written(tuple(path for path, _ in changed if path not in standing), tuple(standing), unchanged)


def _content(path: Path) -> bytes | None:
    """What stands in a file; None where there is none, or something else."""
    try:
        return path.read_bytes() if stat.S_ISREG(path.lstat().st_mode) else None
    except OSError:
        return None


@contextmanager
def _folders(wanted: set[Path]) -> Iterator[None]:
    """The folders; those that were not there go again when the work fails."""
    made: list[Path] = []
    try:
        for folder in sorted(wanted):
            missing = [part for part in (folder, *folder.parents) if not part.exists()]
            for part in reversed(missing):
                part.mkdir(exist_ok=True)
                made.append(part)
        yield
    except BaseException:
        for part in reversed(made):
            with suppress(OSError):  # not empty: then something of it was written
                part.rmdir()
        raise


@contextmanager
def _beside(files: list[tuple[Path, bytes]]) -> Iterator[dict[Path, Path]]:
    """Every file whole and on the disk, beside where it shall stand; those that did not get there are removed."""
    fresh: dict[Path, Path] = {}
    try:
        for path, content in files:
            fresh[path] = path.with_name(f".paperterm-{os.urandom(6).hex()}.tmp")
            with fresh[path].open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        yield fresh
    finally:
        for left in fresh.values():
            left.unlink(missing_ok=True)


def _put(fresh: Path, path: Path, force: bool) -> None:
    if force:
        fresh.replace(path)
        return
    try:
        os.link(fresh, path)  # where another came meanwhile this fails, as a move would not
    except FileExistsError as error:
        raise Failure("exists", f"{_named([path])} --force replaces what is there.", NOTHING) from error
    except OSError:  # a file system without hard links
        if os.path.lexists(path):
            raise Failure("exists", f"{_named([path])} --force replaces what is there.", NOTHING) from None
        fresh.replace(path)


def _named(paths: list[Path]) -> str:
    if len(paths) == 1:
        return f"{paths[0]} exists already."
    more = f" and {len(paths) - NAMED} more" if len(paths) > NAMED else ""
    return f"{', '.join(map(str, paths[:NAMED]))}{more} exist already, and are not the same."
