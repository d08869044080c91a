"""What `doctor` finds, as one kind of thing whatever it looked at; and its look at this machine."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

from paperterm.config import Places
from paperterm.library.schema import SQLITE

State = Literal["well", "remark", "trouble"]

ROOM = 200_000_000
"""Bytes that should be free: an import and the index need room while they write."""
PATIENCE = 5.0
"""Seconds for another program to answer."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence about one thing that was looked at, and what to do (empty where nothing is)."""

    area: str
    state: State
    sentence: str
    advice: str = ""


def packages() -> Iterator[Finding]:
    """Is what paperterm needs installed, in versions that it knows?"""
    python = ".".join(map(str, sys.version_info[:3]))
    yield Finding("packages", "well", f"Python {python}, SQLite {SQLITE}.")
    try:
        needed = metadata.requires("paperterm") or []
    except metadata.PackageNotFoundError:
        yield Finding(
            "packages", "remark", "paperterm runs from its source, so that nothing says which packages it needs."
        )
        return
    found = []
    for need in needed:
        wanted, _, condition = need.partition(";")
        if condition:  # of an extra
            continue
        match = re.match(r"[\w.-]+", wanted)
        name = match[0] if match else wanted
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            yield Finding("packages", "trouble", f"The package {name} is missing.", "Install paperterm again.")
            continue
        found.append(f"{name} {version}")
        if not fits(version, wanted[len(name) :]):
            yield Finding(
                "packages",
                "trouble",
                f"{name} is of version {version}, and paperterm needs {wanted[len(name) :].strip()}.",
                f"Install it anew: pip install '{wanted.strip()}'",
            )
    yield Finding("packages", "well", f"{', '.join(found)}.")


def fits(version: str, wanted: str) -> bool:
    """Does a version lie within bounds such as ">=8.2,<9"? Numbers are compared, as far as both have them."""
    for sign, bound in re.findall(r"(>=|<=|==|!=|<|>)\s*([\d.]+)", wanted):
        have, limit = _numbers(version), _numbers(bound)
        length = max(len(have), len(limit))
        have, limit = have + (0,) * (length - len(have)), limit + (0,) * (length - len(limit))
        holds = {
            ">=": have >= limit,
            "<=": have <= limit,
            "==": have == limit,
            "!=": have != limit,
            "<": have < limit,
            ">": have > limit,
        }
        if not holds[sign]:
            return False
    return True


def _numbers(version: str) -> tuple[int, ...]:
    match = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(map(int, match[0].split("."))) if match else ()


def disk(places: Places) -> Iterator[Finding]:
    """Is there room, and may what has to be written be written?"""
    for name, folder in (("library", places.library.parent), ("notebook", places.notebook), ("cache", places.cache)):
        there = _nearest(folder)
        if not there.is_dir():
            yield Finding("disk", "trouble", f"{there} is no folder; the {name} needs one.", "Move that file away.")
        elif not os.access(there, os.W_OK | os.X_OK):
            yield Finding(
                "disk",
                "trouble",
                f"The folder {there} of the {name} may not be written.",
                f"Change its permissions (chmod u+rwx {there}), or choose another with PAPERTERM_HOME.",
            )
    if places.library.is_file() and not os.access(places.library, os.R_OK | os.W_OK):
        yield Finding(
            "disk",
            "trouble",
            f"The library {places.library} may not be read and written.",
            f"Change its permissions: chmod u+rw {places.library}",
        )
    free = shutil.disk_usage(_nearest(places.library.parent)).free
    size = places.library.stat().st_size if places.library.is_file() else 0
    said = f"{free / 1e9:,.1f} GB are free where the library is."
    if free < max(ROOM, size):
        yield Finding(
            "disk",
            "trouble",
            said,
            f"Make room for {max(ROOM, size) / 1e9:,.1f} GB: so much may be needed to write the library anew.",
        )
    else:
        yield Finding("disk", "well", said)


def _nearest(folder: Path) -> Path:
    """The folder itself, or what it would be made in."""
    while not os.path.lexists(folder) and folder != folder.parent:
        folder = folder.parent
    return folder


def fonts() -> Iterator[Finding]:
    """Has this machine a font with Chinese characters? Over SSH the fonts are those of the other machine."""
    if os.environ.get("SSH_CONNECTION"):
        yield Finding(
            "fonts", "remark", "You come over SSH: the fonts are those of the machine before you, not of this one."
        )
        return
    said = ask("fc-list", ":lang=zh", "family")
    if said is None:
        yield Finding(
            "fonts", "remark", "There is no fc-list here that could tell which fonts have Chinese characters."
        )
    elif families := sorted({line.split(",")[0].strip() for line in said.splitlines() if line.strip()}):
        more = f" and {len(families) - 3} more" if len(families) > 3 else ""
        yield Finding("fonts", "well", f"Fonts with Chinese characters: {', '.join(families[:3])}{more}.")
    else:
        yield Finding(
            "fonts",
            "remark",
            "No font with Chinese characters is installed here.",
            "If the terminal runs on this machine, install one, such as Noto Sans Mono CJK SC.",
        )


def ask(*command: str) -> str | None:
    """What another program prints; None where there is none, or it fails or does not answer."""
    if shutil.which(command[0]) is None:
        return None
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", timeout=PATIENCE, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
