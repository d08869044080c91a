"""One process that works for this one: how it is started, spoken to and ended.

It is a fresh program and no fork: the reader has threads, and a fork of those may hang. It talks over a socket that nobody
else has, and belongs to a session of its own, so that Ctrl-C reaches only whoever waits for it. It ends when this process
does, however that ends.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any

BUFFER = 1 << 18  # bytes


@dataclass
class Helper:
    """`given` are the numbers of the tasks that it was sent and has not answered, the one it works on first."""

    process: subprocess.Popen[bytes]
    pipe: Connection
    ready: bool = False
    given: deque[int] = field(default_factory=deque)

    @classmethod
    def started(cls, work: Callable[[Any], Any]) -> Helper:
        """Raises OSError where no process can be started."""
        ours, theirs = socket.socketpair()
        with theirs:
            for end in (ours, theirs):  # some pages' worth, so that neither waits for the other page by page
                end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, BUFFER)
            try:
                process = subprocess.Popen(
                    [sys.executable, "-P", "-m", "paperterm.ingest.worker", str(theirs.fileno())],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    pass_fds=(theirs.fileno(),),
                    start_new_session=True,
                    env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                )
            except BaseException:
                ours.close()
                raise
        worker = cls(process, Connection(ours.detach()))
        with suppress(OSError):  # dead already: its silence will tell
            worker.pipe.send(work)
        return worker

    def end(self) -> str:
        """Ends it at once; how it ended, for people."""
        self.pipe.close()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(0.05)  # where it has ended by itself, that is the signal to tell of
        self.process.kill()
        code = self.process.wait()
        return f"was killed ({signal.strsignal(-code)})" if code < 0 else "ended unexpectedly"
