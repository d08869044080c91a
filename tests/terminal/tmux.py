"""A program in a real terminal: a tmux server of its own, keys as a person presses them, the screen as a person sees it.

Nothing here waits for a fixed time: a screen is looked at until it shows what is expected, or a generous time is over.
"""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from uuid import uuid4

PATIENCE = 60.0
"""Seconds until a screen that does not show what it should counts as wrong: far more than a slow machine needs."""
LOOK_EVERY = 0.03
OUTER = ("TMUX", "TMUX_PANE", "COLUMNS", "LINES", "NO_COLOR", "LC_CTYPE")
"""Variables of the terminal that the tests were started from; the new one has its own."""
NOTING_THE_END = 'ending=$1; shift; "$@"; echo $? >"$ending"'
"""A shell that keeps the program's exit code: tmux 3.3 does not always learn of it."""


class Tmux:
    """`command` in a window of `columns` × `rows` cells. `environment` is added to this process's own."""

    def __init__(
        self,
        command: Sequence[str | Path],
        environment: Mapping[str, str],
        columns: int,
        rows: int,
        folder: Path | None = None,
    ) -> None:
        self._socket = f"paperterm-{os.getpid()}-{uuid4().hex[:8]}"
        self._scratch = TemporaryDirectory(prefix="paperterm-")
        self._ending = Path(self._scratch.name) / "exit-code"
        self._environment = {k: v for k, v in os.environ.items() if k not in OUTER}
        self._environment |= {"TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", **environment}
        self._tmux("-f", os.devnull, "start-server", ";", "set-option", "-g", "status", "off",
            ";", "set-option", "-g", "remain-on-exit", "on", ";", "set-option", "-sg", "escape-time", "0",
            ";", "new-session", "-d", "-x", str(columns), "-y", str(rows), "-c", str(folder or Path.cwd()),
            "--", "sh", "-c", NOTING_THE_END, "sh", str(self._ending), *map(str, command),
        )  # fmt: skip

    def __enter__(self) -> Tmux:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        subprocess.run(
            ["tmux", "-L", self._socket, "kill-server"], env=self._environment, capture_output=True, timeout=PATIENCE
        )
        self._scratch.cleanup()

    def _tmux(self, *words: str) -> str:
        done = subprocess.run(
            ["tmux", "-u", "-L", self._socket, *words],
            env=self._environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=PATIENCE,
        )
        assert done.returncode == 0, f"tmux {' '.join(words)}: {done.stderr}"
        return done.stdout

    # -- what a person does

    def press(self, *keys: str) -> None:
        """Keys by tmux's names ("Enter", "C-s", "Down") or as single characters, full-width ones too."""
        for key in keys:
            if len(key) == 1:
                self._tmux("send-keys", "-l", "--", key)
            else:
                self._tmux("send-keys", key)

    def type(self, text: str) -> None:
        """The text, all at once, as an input method commits it."""
        self._tmux("send-keys", "-l", "--", text)

    def resize(self, columns: int, rows: int) -> None:
        self._tmux("resize-window", "-x", str(columns), "-y", str(rows))

    # -- what a person sees

    def screen(self) -> str:
        """The screen's text, a line a row."""
        return self._tmux("capture-pane", "-p")

    def wait(self, *texts: str, gone: Sequence[str] = ()) -> str:
        """The screen, as soon as it shows all of `texts` and nothing of `gone`; white space counts as any other."""
        what = f"shows {', '.join(map(repr, texts))}" if texts else ""
        what += f"{' and ' if texts and gone else ''}no longer shows {', '.join(map(repr, gone))}" if gone else ""
        return self.wait_until(
            lambda screen: all(t in screen for t in texts) and not any(t in screen for t in gone), what
        )

    def wait_article(self, text: str, rows: int | None = None) -> str:
        """The screen, as soon as the article pane shows `text` (in its first `rows` rows), over the ends of rows."""
        return self.wait_until(
            lambda screen: squeezed(text) in squeezed("".join(article_rows(screen)[:rows])),
            f"shows {text!r} in the article" + (f"'s first {rows} rows" if rows else ""),
        )

    def wait_until(self, seen: Callable[[str], bool], what: str) -> str:
        """The screen, as soon as `seen` of it is true; `what` completes the sentence "The screen never …"."""
        end = time.monotonic() + PATIENCE
        while True:
            screen = self.screen()
            if seen(screen):
                return screen
            if time.monotonic() > end:
                raise AssertionError(f"The screen never {what}.\n{framed(screen)}")
            time.sleep(LOOK_EVERY)

    def wait_still(self) -> str:
        """The screen, once three looks in a row saw the same."""
        looks: list[str] = []

        def still(screen: str) -> bool:
            looks.append(screen)
            return len(looks) > 3 and looks[-3:] == [screen] * 3

        return self.wait_until(still, "came to rest")

    def wait_ended(self) -> int:
        """The exit code of the program, as soon as it has ended."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self._ending.exists() and (code := self._ending.read_text().strip()):
                return int(code)
            time.sleep(LOOK_EVERY)
        raise AssertionError(f"The program did not end.\n{framed(self.screen())}")


def framed(screen: str) -> str:
    """The screen between two rules, its trailing empty rows left out."""
    rows = screen.rstrip("\n").split("\n")
    rule = "-" * 60
    return "\n".join((rule, *rows, rule))


def article_rows(screen: str) -> list[str]:
    """What the rows show at the right of the list's border, empty rows and the search bar left out."""
    shown = screen.split("\n")[1:-2]
    rows = (re.split("[▕│]", row)[-1].strip(" ▂▃▄▅▆▇█▁") for row in shown[shown[0].startswith("/ ") :])
    return [row for row in rows if row]


def squeezed(text: str) -> str:
    return "".join(text.split())
