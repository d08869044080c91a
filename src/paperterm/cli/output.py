"""What goes out: UTF-8 always, and no control character of a page or a file name with it."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping
from typing import Any, TextIO

from paperterm.actions.answer import SCHEMA, Answer, Failure
from paperterm.text.clean import visible

UNESCAPED = re.compile(r"[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that json leaves as they are and a terminal obeys: DEL, C1 controls, bidirectional marks."""


def print_answer(answer: Answer, as_json: bool) -> None:
    """The data or the lines on stdout, the talk on stderr."""
    if as_json:
        _print_json(answer.data)
    else:
        _print_lines(answer.lines, sys.stdout)
    _print_lines(answer.talk, sys.stderr)


def print_failure(failure: Failure, as_json: bool) -> None:
    """A sentence on stderr; with --json also an object on stdout."""
    if as_json:
        _print_json({"error": {"code": failure.code, "message": failure.message}})
    _print_lines((f"paperterm: {failure.message}",), sys.stderr)


def _print_json(data: Mapping[str, Any]) -> None:
    text = json.dumps({"schema": SCHEMA, **data}, ensure_ascii=False)
    text = (
        "".join(f"\\u{ord(c):04x}" if "\x7f" <= c <= "\x9f" else c for c in text)
        if any("\x7f" <= c <= "\x9f" for c in text)
        else text
    )
    _write(text + "\n", sys.stdout)


def _print_lines(lines: Iterable[str], stream: TextIO) -> None:
    for line in lines:
        _write(visible(line).replace("\n", " ") + "\n", stream)


def _write(text: str, stream: TextIO) -> None:
    """Bytes, so that a C locale does not lose the Chinese; a name that is no UTF-8 is written with its bytes escaped."""
    stream.flush()
    stream.buffer.write(text.encode("utf-8", "backslashreplace"))
    stream.buffer.flush()
