"""A copy of this process that may be killed. It has everything imported already, and so takes a few milliseconds."""

from __future__ import annotations

import os
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field

import filelock
import tinydb  # noqa: F401 - what a child would import, it has from here

from paperterm.notebook import history, inspection, merging, storage  # noqa: F401

assert filelock

Say = Callable[[str], None]

PATIENCE = 5.0
"""Seconds after which a signal counts as lost."""
INTERRUPTED = 130
"""What a child ends with that Ctrl-C ended, as in a shell."""


@dataclass
class Child:
    """A running child. `said` are the lines it has said until now."""

    pid: int
    pipe: int
    said: list[str] = field(default_factory=list)
    _rest: bytes = b""

    def wait_for_line(self) -> None:
        """Until it has said something, or has ended."""
        self._hear()

    def send(self, number: signal.Signals) -> None:
        os.kill(self.pid, number)

    def stopped_by(self, number: signal.Signals) -> int:
        """Sends a signal to a child that says one line after another, until it ends; returns what `ended` does. Once is not
        always enough: a Ctrl-C within a finalizer is told as an exception that is ignored, and the program goes on."""
        while True:
            self.send(number)
            again = time.monotonic() + PATIENCE
            while time.monotonic() < again:
                if not self._hear():
                    return self.ended()

    def ended(self) -> int:
        """Waits for its end; its exit code, or the signal that killed it as a negative number."""
        while self._hear():
            pass
        os.close(self.pipe)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _hear(self) -> bool:
        more = os.read(self.pipe, 1 << 16)
        *lines, self._rest = (self._rest + more).split(b"\n")
        self.said += [line.decode() for line in lines]
        return bool(more)


def start(act: Callable[[Say], None]) -> Child:
    """A child that runs `act`, which is given what says a line to this process at once."""
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid:
        os.close(theirs)
        return Child(pid, ours)
    code = 1
    try:
        os.close(ours)
        signal.signal(
            signal.SIGINT, signal.default_int_handler
        )  # a shell starts what runs in the background deaf to it
        write = os.write
        act(lambda line: (write(theirs, f"{line}\n".encode()), None)[1])
        code = 0
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BaseException:  # noqa: BLE001 - nothing of the parent's may run in the child
        traceback.print_exc()
    finally:
        os._exit(code)
    raise AssertionError
