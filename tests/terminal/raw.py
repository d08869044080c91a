"""A program in a pseudo-terminal, with every byte that it sends kept.

tmux shows what a screen looks like; this shows what a terminal is told: escape sequences, and nothing but them, are what
tmux would swallow. Queries are answered as a common terminal answers them.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

PATIENCE = 60.0
SEQUENCES = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[PX^_][^\x1b]*\x1b\\|\x1b[()][A-Za-z0-9]|\x1b[ -~]"
)
"""Control sequences of ECMA-48: CSI, OSC, the other strings, character sets, two-byte ones."""
ANSWERS = {
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b]10;?": b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\",
    b"\x1b]11;?": b"\x1b]11;rgb:0000/0000/0000\x1b\\",
}


class RawTerminal:
    """`command` in a pseudo-terminal of `columns` × `rows` cells; `raw` is all that it sent."""

    def __init__(
        self,
        command: Sequence[str | Path],
        environment: Mapping[str, str],
        columns: int = 120,
        rows: int = 40,
        folder: Path | None = None,
        answers: Mapping[bytes, bytes] | None = None,
    ) -> None:
        """`answers` are those that are not ANSWERS."""
        self._answers = {**ANSWERS, **(answers or {})}
        own = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES", "NO_COLOR", "TMUX")}
        own |= {
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            **environment,
        }
        self.raw = bytearray()
        self._answered = 0
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        mode = termios.tcgetattr(slave)
        mode[3] &= ~termios.ECHO  # what is typed must not be taken for what the program sends
        termios.tcsetattr(slave, termios.TCSANOW, mode)
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            [str(word) for word in command],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=own,
            cwd=folder,
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        os.close(slave)

    def __enter__(self) -> RawTerminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self._drain_until_end(10.0)
            except AssertionError:
                self.process.kill()
        self.process.wait(PATIENCE)
        os.close(self._master)

    def type(self, text: str) -> None:
        """The bytes of `text` in one write."""
        os.write(self._master, text.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Another size; the program hears of it as it would from a terminal."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def text(self, since: int = 0) -> str:
        """The characters that were sent, without control sequences: in the order of sending, not as they stand."""
        return SEQUENCES.sub(b"", bytes(self.raw[since:])).decode("utf-8", "replace")

    def wait(self, text: str, since: int = 0) -> float:
        """Waits until `text` was sent in one piece after byte `since`; seconds from the start to then."""
        end = time.monotonic() + PATIENCE
        while text not in self.text(since):
            alive = self.read(0.05)
            if not alive or time.monotonic() > end:
                raise AssertionError(f"{text!r} was never printed.\n{self.text(since)[-3000:]}")
        return time.perf_counter() - self.started

    def wait_sent(self, sequence: bytes) -> None:
        """Waits until these bytes were sent."""
        end = time.monotonic() + PATIENCE
        while sequence not in self.raw:
            if not self.read(0.05) or time.monotonic() > end:
                raise AssertionError(f"{sequence!r} was never sent.")

    def wait_quiet(self, quiet: float = 0.15) -> None:
        """Waits until nothing has come for `quiet` seconds."""
        while True:
            before = len(self.raw)
            if not self.read(quiet) or len(self.raw) == before:
                return

    def wait_ended(self) -> int:
        """The program's exit code, once it has ended."""
        self._drain_until_end(PATIENCE)
        return self.process.wait(PATIENCE)

    def read(self, timeout: float) -> bool:
        """Takes in what has come, or comes within `timeout` seconds; False once the program has closed its end."""
        if not select.select([self._master], [], [], timeout)[0]:
            return True
        try:
            data = os.read(self._master, 1 << 16)
        except OSError:  # Linux says EIO when the last writer is gone
            return False
        self.raw += data
        self._answer()
        return bool(data)

    def _answer(self) -> None:
        """Answers the queries that came since the last time, each once, also where one arrived in two pieces."""
        new = bytes(self.raw[self._answered :])
        last = 0
        for query in re.finditer(b"|".join(map(re.escape, self._answers)), new):
            os.write(self._master, self._answers[query[0]])
            last = query.end()
        self._answered += max(last, len(new) - 12)

    def _drain_until_end(self, timeout: float) -> None:
        end = time.monotonic() + timeout
        while self.read(0.05):
            if self.process.poll() is not None and not select.select([self._master], [], [], 0.05)[0]:
                return
            if time.monotonic() > end:
                raise AssertionError("The program did not end.")


def _take_terminal() -> None:
    """In the child: the pseudo-terminal becomes its controlling one, so that it hears of changes of size."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
