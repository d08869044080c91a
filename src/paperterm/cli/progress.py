"""The progress of an import on one line of the terminal: how far, how fast, how long still."""

from __future__ import annotations

import time
from typing import TextIO

from paperterm.library.account import Progress

EVERY = 0.1
"""Seconds between two looks of the line: a terminal over SSH is not flooded."""


class Meter:
    """Called with every file that is done."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._begun = time.monotonic()
        self._told = 0.0

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._told < EVERY and progress.done < progress.total:
            return
        self._told = now
        rate = progress.done / max(now - self._begun, 0.001)
        left = (progress.total - progress.done) / rate if rate else 0.0
        self._stream.write(f"\r\x1b[K{progress.done}/{progress.total} pages, {rate:.0f} a second, {left:.0f} s left")
        if progress.done >= progress.total:
            self._stream.write("\r\x1b[K")
        self._stream.flush()
