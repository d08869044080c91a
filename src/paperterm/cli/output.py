"""What goes out: UTF-8 always, and no control character of a page or a file name with it."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from paperterm.actions.answer import SCHEMA, Answer, Failure
from paperterm.text.clean import json_escaped, visible


class Undelivered(Exception):  # noqa: N818 - it says what became of the answer
    """Standard output takes no more. The text is a sentence; empty where its reader has left, as `head` does."""


def print_answer(answer: Answer, as_json: bool) -> None:
    """The data or the lines on stdout, the talk on stderr. Raises Undelivered."""
    if answer.feed is not None:
        _print_feed(answer.feed, as_json)
    elif as_json:
        _print_json(answer.data)
    elif answer.content is not None:
        _write(answer.content)
    else:
        print_lines(answer.lines)
    for sentence in answer.talk:
        tell(sentence)


def _print_feed(feed: Iterable[tuple[Mapping[str, Any], str]], as_json: bool) -> None:
    """Each as it comes; Ctrl-C is how it ends."""
    with suppress(KeyboardInterrupt):
        for data, line in feed:
            if as_json:
                _print_json(data)
            else:
                _write(_line(line))


def print_failure(failure: Failure, as_json: bool) -> None:
    """A sentence on stderr; with --json also an object on stdout. Raises Undelivered."""
    tell(f"paperterm: {failure.message}")
    if as_json:
        _print_json({"error": {"code": failure.code, "message": failure.message}})


def print_lines(lines: Iterable[str]) -> None:
    """Lines on stdout. Raises Undelivered."""
    for line in lines:
        _write(_line(line))


def tell(sentence: str) -> None:
    """One line on stderr."""
    if sys.stderr is None:  # closed by whoever started us
        return
    with suppress(OSError):  # there is nowhere left to say that nothing can be said
        sys.stderr.flush()
        sys.stderr.buffer.write(_line(sentence))
        sys.stderr.buffer.flush()


def _print_json(data: Mapping[str, Any]) -> None:
    text = json.dumps({"schema": SCHEMA, **data}, ensure_ascii=False)
    _write(_encoded(json_escaped(text) + "\n"))


def _line(text: str) -> bytes:
    return _encoded(visible(text).replace("\n", " ") + "\n")


def _encoded(text: str) -> bytes:
    """UTF-8, so that a C locale does not lose the Chinese; a name that is no UTF-8 has its bytes escaped."""
    return text.encode("utf-8", "backslashreplace")


def _write(data: bytes) -> None:
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
