"""The progress of an import: on one line of the terminal how far, how fast, how long still; or a line for each file."""

from __future__ import annotations

import time
from collections import deque
from typing import TextIO

from paperterm.cli.output import tell
from paperterm.library.account import Progress

EVERY = 0.1
"""Seconds between two looks of the line: a terminal over SSH is not flooded."""
RECENT = 10.0
"""Seconds over which the rate is taken."""


class Meter:
    """Called with every file that is done."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._read = 0  # files that had to be read: the others take no time
        self._marks = deque([(time.monotonic(), 0)])
        self._told = 0.0

    def __call__(self, progress: Progress) -> None:
        self._read += progress.outcome != "unchanged"
        now = time.monotonic()
        if progress.done >= progress.total:
            self.close()
            return
        if now - self._told < EVERY:
            return
        self._told = now
        self._marks.append((now, self._read))
        while len(self._marks) > 2 and now - self._marks[1][0] > RECENT:
            self._marks.popleft()
        self._stream.write(f"\r\x1b[K{progress.done}/{progress.total} pages{self._pace(now, progress)}")
        self._stream.flush()

    def indexing(self, done: int, total: int) -> None:
        """Called when the index has taken in some articles."""
        self._told = time.monotonic()
        self._stream.write(f"\r\x1b[K{done}/{total} articles in the index")
        self._stream.flush()

    def counting(self, done: int, total: int) -> None:
        """Called when the words of some articles are counted."""
        self._told = time.monotonic()
        self._stream.write(f"\r\x1b[K{done}/{total} articles' words counted")
        self._stream.flush()

    def close(self) -> None:
        """Leaves the line empty."""
        if self._told:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def _pace(self, now: float, progress: Progress) -> str:
        begun, read = self._marks[0]
        rate = (self._read - read) / max(now - begun, 0.001)
        if not rate or now - begun < 1:  # too little to go by
            return ""
        return f", {rate:.0f} a second, {_duration((progress.total - progress.done) / rate)} left"


class Lines:
    """Called with every file that is done: tells of those that were not known."""

    def __call__(self, progress: Progress) -> None:
        if progress.outcome != "unchanged":
            why = f": {progress.problem}" if progress.problem else ""
            tell(f"{progress.done}/{progress.total} {progress.outcome} {progress.path}{why}")

    def indexing(self, done: int, total: int) -> None:
        tell(f"{done}/{total} articles in the index")

    def counting(self, done: int, total: int) -> None:
        tell(f"{done}/{total} articles' words counted")

    def close(self) -> None:
        pass


def _duration(seconds: float) -> str:
    if seconds < 100:
        return f"{seconds:.0f} s"
    if seconds < 6_000:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.0f} h"
