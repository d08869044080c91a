"""Stopping a process at one step of what it does to the disk."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

CALLS = (
    "open",
    "write",
    "utime",
    "fsync",
    "rename",
    "replace",
    "link",
    "unlink",
    "remove",
    "truncate",
    "ftruncate",
    "mkdir",
    "close",
)
"""Every call of `os` by which the notebook changes the disk. Before a step is after the one before it."""

Meet = Callable[[str, Callable[[], Any], tuple[Any, ...]], Any]
"""Stands for a step: is given the call's name, what does it, and its arguments; returns what the call returns."""


@contextmanager
def met(meet: Meet) -> Iterator[None]:
    """Let `meet` do every step."""
    real = {name: getattr(os, name) for name in CALLS}

    def standing_in(name: str, *given: Any, **named: Any) -> Any:
        return meet(name, partial(real[name], *given, **named), given)

    try:
        for name in CALLS:
            setattr(os, name, partial(standing_in, name))
        yield
    finally:
        for name, call in real.items():
            setattr(os, name, call)


class Counted:
    """Counts the steps."""

    def __init__(self) -> None:
        self.steps = 0

    def __call__(self, name: str, do: Callable[[], Any], given: tuple[Any, ...]) -> Any:
        self.steps += 1
        return do()


class Killed(Counted):
    """Kills this process before step `at`; of bytes that were to be written there, some are."""

    def __init__(self, at: int, chance: random.Random) -> None:
        super().__init__()
        self._at, self._share, self._write = at, chance.random(), os.write

    def __call__(self, name: str, do: Callable[[], Any], given: tuple[Any, ...]) -> Any:
        if self.steps + 1 == self._at:
            if name == "write":
                descriptor, content = given
                self._write(descriptor, content[: int(len(content) * self._share)])
            os.kill(os.getpid(), signal.SIGKILL)
        return super().__call__(name, do, given)


class Interrupted(Counted):
    """Ctrl-C at step `at`: before it, or right after it, before its result is returned."""

    def __init__(self, at: int, after: bool) -> None:
        super().__init__()
        self._at, self._after = at, after

    def __call__(self, name: str, do: Callable[[], Any], given: tuple[Any, ...]) -> Any:
        here = self.steps + 1 == self._at
        if here and not self._after:
            self._at = 0
            signal.raise_signal(signal.SIGINT)
        try:
            return super().__call__(name, do, given)
        finally:
            if here and self._after:
                signal.raise_signal(signal.SIGINT)


class Refused(Counted):
    """Renaming is not permitted, the first `times` times."""

    def __init__(self, times: float) -> None:
        super().__init__()
        self._left = times

    def __call__(self, name: str, do: Callable[[], Any], given: tuple[Any, ...]) -> Any:
        if name in ("rename", "replace") and self._left > 0:
            self._left -= 1
            raise PermissionError(13, "Permission denied")
        return super().__call__(name, do, given)
