"""Looking at the file that a page was read from, or at its scan, in the system's own viewer."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from shutil import which

from paperterm.actions.answer import NOTHING, Failure
from paperterm.config import served

SCANS = (".pdf", ".djvu", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".jp2", ".webp")
"""What a scan of the page is, beside the page's file and with its name, the likeliest first."""
OPENERS = {"linux": "xdg-open", "darwin": "open"}
SOON = 3.0
"""Seconds within which a viewer that cannot show anything has said so."""


def scan_or_source(source: Path) -> Path:
    """The scan that lies beside a page's file under the same name, in any case of its ending; else the file itself.
    Raises Failure where there is neither."""
    try:
        beside = {file.name.lower(): file for file in sorted(source.parent.iterdir(), reverse=True)}
    except OSError:
        beside = {}
    for suffix in SCANS:
        scan = beside.get(f"{source.stem}{suffix}".lower())
        if scan and scan.is_file():
            return scan
    if source.is_file():
        return source
    raise Failure("no-file", f"The page's file is gone: {source}", NOTHING)


def elsewhere(environment: Mapping[str, str]) -> bool:
    """Is the person's screen on another machine, or is there none that could show a picture?"""
    if "SSH_CONNECTION" in environment or "SSH_TTY" in environment:
        return True
    return sys.platform == "linux" and not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def view(file: Path, opener: str = "") -> None:
    """Open a file with the command `opener`, else in the system's viewer, which lives on when we end. Waits at most some seconds for it to fail. Raises
    Failure, with the file's path in its sentence: then one can open it by hand."""
    if served():
        raise Failure("no-viewer", "A reader in a browser opens no files.", NOTHING)
    if not opener and elsewhere(os.environ):
        raise Failure("no-viewer", f"There is no screen here to show it on: {file}", NOTHING)
    path = str(file.absolute())  # begins with no dash: it cannot be taken for an option
    try:
        if sys.platform == "win32" and not opener:
            os.startfile(path)
            return
        viewer = subprocess.Popen(
            [*_program(opener, path), path],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise Failure("no-viewer", f"The viewer could not be started ({error.strerror}): {path}", NOTHING) from error
    try:
        code = viewer.wait(SOON)
    except subprocess.TimeoutExpired:
        return  # it is the viewer itself, and shows the file
    if code:
        raise Failure("no-viewer", f"No program of this system opens it: {path}", NOTHING)


def _program(opener: str, path: str) -> list[str]:
    """The command that opens files. Raises Failure."""
    if opener:
        try:
            words = shlex.split(opener)
        except ValueError as error:
            raise Failure(
                "no-viewer", f"The opener {opener!r} of the settings is no command: {error}", NOTHING
            ) from error
        if words:
            return words
    found = which(OPENERS.get(sys.platform, "xdg-open"))
    if found is None:
        raise Failure("no-viewer", f"This system has no program that opens files: {path}", NOTHING)
    return [found]
