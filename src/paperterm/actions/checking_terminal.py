"""`doctor`'s look at the terminal: what it says of itself, and, where one is before us, what it does."""

from __future__ import annotations

import locale
import os
import re
import select
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from paperterm.actions.checking import Finding, ask

LEAST = (40, 12)
"""Columns and lines below which the reader has no room."""
WAIT = 0.5
"""Seconds for the terminal's answer; over a slow line it takes a tenth."""
SIGN = "“"
"""Of ambiguous width: one cell, or two where a terminal is told so."""
PLACE = re.compile(rb"\x1b\[(\d+);(\d+)R")
"""A terminal's answer to the question where its cursor is: line and column, from 1."""


def terminal() -> Iterator[Finding]:
    """Everything about the terminal; asks it only where standard input and output are one."""
    term = os.environ.get("TERM", "")
    before_us = all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
    if term in ("", "dumb", "unknown"):
        yield Finding(
            "terminal",
            "trouble" if before_us else "remark",
            f"TERM is {term or 'not set'}: nothing says which terminal this is.",
            "Set it to what your terminal is, for example: export TERM=xterm-256color",
        )
    else:
        colours = os.environ.get("COLORTERM", "")
        if colours in ("truecolor", "24bit"):
            yield Finding("terminal", "well", f"TERM is {term}, with 16 million colours (COLORTERM={colours}).")
        elif "256" in term or "direct" in term:
            yield Finding("terminal", "well", f"TERM is {term}; COLORTERM does not promise more than 256 colours.")
        else:
            yield Finding(
                "terminal",
                "remark",
                f"TERM is {term}, and COLORTERM does not promise many colours.",
                "If your terminal has them: export COLORTERM=truecolor",
            )
    yield encoding()
    if os.environ.get("TMUX"):
        yield from tmux()
    if not before_us:
        yield Finding(
            "terminal",
            "remark",
            "No terminal is before us, so that its size and the width of its signs were not asked.",
        )
        return
    columns, lines = shutil.get_terminal_size()
    if columns < LEAST[0] or lines < LEAST[1]:
        yield Finding(
            "terminal",
            "trouble",
            f"The terminal has {columns} columns and {lines} lines.",
            f"The reader needs {LEAST[0]} × {LEAST[1]}: make the window larger, or the letters smaller.",
        )
    else:
        yield Finding("terminal", "well", f"The terminal has {columns} columns and {lines} lines.")
    yield ambiguous(width_on(sys.stdin, sys.stdout))


def encoding() -> Finding:
    """Is text UTF-8 here? Python takes the C locale for UTF-8; what else runs in the terminal may not."""
    said = locale.getpreferredencoding(False)
    named = next((value for name in ("LC_ALL", "LC_CTYPE", "LANG") if (value := os.environ.get(name))), "")
    if said.lower().replace("-", "") == "utf8" and (not named or "utf" in named.lower()):
        return Finding("terminal", "well", f"Text is UTF-8 here ({named or 'no locale is set'}).")
    if said.lower().replace("-", "") == "utf8":
        return Finding(
            "terminal",
            "remark",
            f"The locale is {named}, which is not UTF-8; paperterm writes UTF-8 all the same.",
            "Programs beside it may not: export LANG=zh_CN.UTF-8 (or C.UTF-8)",
        )
    return Finding(
        "terminal",
        "trouble",
        f"Text is {said} here ({named or 'no locale is set'}), in which not every character can be written.",
        "Choose a locale with UTF-8: export LANG=zh_CN.UTF-8 (or C.UTF-8)",
    )


def tmux() -> Iterator[Finding]:
    """Does tmux pass on what is copied?"""
    said = ask("tmux", "show-options", "-gv", "set-clipboard")
    if said is None:
        yield Finding("terminal", "remark", "This is tmux, which did not say whether it passes on what is copied.")
    elif said.strip() == "on":
        yield Finding("terminal", "well", "tmux passes on what is copied (set-clipboard on).")
    else:
        yield Finding(
            "terminal",
            "remark",
            f"tmux keeps back what is copied in the reader (set-clipboard {said.strip()}).",
            "Put into ~/.tmux.conf: set -g set-clipboard on",
        )


def ambiguous(width: int | None) -> Finding:
    """What the measured width of “ means for a reader."""
    if width is None:
        return Finding("terminal", "remark", "The terminal did not say where its cursor is.")
    if width == 1:
        return Finding(
            "terminal", "well", "Signs of ambiguous width (“ ” … —) take one cell, as paperterm counts them."
        )
    return Finding(
        "terminal",
        "trouble",
        f"Signs of ambiguous width (“ ” … —) take {width} cells here, and paperterm counts one: lines will be ragged.",
        "Have your terminal show ambiguous characters narrow (in its settings for text or encoding).",
    )


def width_on(given: TextIO, shown: TextIO) -> int | None:
    """The cells that “ takes: it is printed at the beginning of the line, the cursor is asked for, the line is emptied again.
    None where the terminal does not answer in time."""
    if os.name != "posix":
        return None
    with _unread(given.fileno()) as file:
        shown.flush()
        os.write(shown.fileno(), b"\r" + SIGN.encode() + b"\x1b[6n")
        said, until = b"", time.monotonic() + WAIT
        while not (found := PLACE.search(said)):
            left = until - time.monotonic()
            if left <= 0 or not select.select([file], [], [], left)[0]:
                break
            said += os.read(file, 64)
        os.write(shown.fileno(), b"\r\x1b[K")
    return int(found[2]) - 1 if found else None


@contextmanager
def _unread(file: int) -> Iterator[int]:
    """The terminal with nothing shown of what it answers, every byte at once; as it was afterwards."""
    import termios
    import tty

    before = termios.tcgetattr(file)
    try:
        tty.setcbreak(file, termios.TCSADRAIN)
        yield file
    finally:
        termios.tcsetattr(file, termios.TCSAFLUSH, before)
