"""What goes out: UTF-8 always, and no control character of a page or a file name with it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from paperterm.actions.answer import SCHEMA, Answer, Failure
from paperterm.actions.styled import Line
from paperterm.cli.colours import printable
from paperterm.cli.streams import say, write
from paperterm.text.clean import json_escaped


def print_answer(answer: Answer, as_json: bool, colours: bool = False, quiet: bool = False) -> None:
    """The data or the lines on stdout, the talk on stderr unless it is to be `quiet`. Raises Undelivered."""
    if answer.feed is not None:
        _print_feed(answer.feed, as_json)
    elif as_json:
        _print_json(answer.data)
    elif answer.content is not None:
        write(answer.content)
    else:
        print_lines(answer.lines, colours)
    for sentence in (*answer.trouble, *(() if quiet else answer.talk)):
        tell(sentence)


def _print_feed(feed: Iterable[tuple[Mapping[str, Any], str]], as_json: bool) -> None:
    """Each as it comes; Ctrl-C is how it ends."""
    with suppress(KeyboardInterrupt):
        for data, line in feed:
            if as_json:
                _print_json(data)
            else:
                print_lines([line])


def print_failure(failure: Failure, as_json: bool) -> None:
    """A sentence on stderr; with --json also an object on stdout. Raises Undelivered."""
    tell(f"paperterm: {failure.message}")
    if as_json:
        _print_json({"error": {"code": failure.code, "message": failure.message}})


def print_lines(lines: Iterable[Line], colours: bool = False) -> None:
    """Lines on stdout. Raises Undelivered."""
    for line in lines:
        write(_encoded(printable(line, colours) + "\n"))


def tell(sentence: str) -> None:
    """One line on stderr."""
    say(_encoded(printable(sentence, colours=False) + "\n"))


def _print_json(data: Mapping[str, Any]) -> None:
    text = json.dumps({"schema": SCHEMA, **data}, ensure_ascii=False)
    write(_encoded(json_escaped(text) + "\n"))


def _encoded(text: str) -> bytes:
    """UTF-8, so that a C locale does not lose the Chinese; a name that is no UTF-8 has its bytes escaped."""
    return text.encode("utf-8", "backslashreplace")
