"""Bytes to standard output and standard error, whoever closed them."""

from __future__ import annotations

import os
import sys


class Undelivered(Exception):  # noqa: N818 - it says what became of the answer
    """Standard output takes no more. The text is a sentence; empty where its reader has left, as `head` does."""


def write(data: bytes) -> None:
    """To standard output, at once. Raises Undelivered."""
    if sys.stdout is None:
        raise Undelivered("The answer has nowhere to go: standard output is closed.")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        # What is left in the buffer has no one to go to; Python would try once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        left = isinstance(error, BrokenPipeError)
        reason = "" if left else f"The answer could not be written: {(error.strerror or str(error)).lower()}."
        raise Undelivered(reason) from error


def say(data: bytes) -> None:
    """To standard error, at once."""
    if sys.stderr is None:  # closed by whoever started us
        return
    try:
        sys.stderr.flush()
        sys.stderr.buffer.write(data)
        sys.stderr.buffer.flush()
    except OSError:  # there is nowhere left to say that nothing can be said
        return
