"""jieba's dictionary as numbers by word, kept in pieces so that it can be loaded beside other work.

jieba would keep it as one piece, and reading that holds the interpreter for 0.3 s: no other thread moves, a reader's keys
hang. A piece here takes a few milliseconds.
"""

from __future__ import annotations

import marshal
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from itertools import islice
from pathlib import Path

PIECE = 10_000
"""Words."""

Frequencies = dict[str, int]
"""How often each word stands in the corpus that the dictionary was made from; 0 for what only begins one."""


def kept(file: Path, make: Callable[[], tuple[Frequencies, int]]) -> tuple[Frequencies, int]:
    """The dictionary and the sum of its numbers: read from `file`, or made and then kept there, where that can be."""
    try:
        return _read(file)
    except (OSError, EOFError, ValueError, TypeError):  # not there yet, or not whole
        made = make()
    with suppress(OSError):  # the next process makes it once more
        _keep(file, *made)
    return made


def _read(file: Path) -> tuple[Frequencies, int]:
    with file.open("rb") as pieces:
        total, words = marshal.load(pieces)
        found: Frequencies = {}
        while len(found) < words:
            found.update(marshal.load(pieces))
        return found, total


def _keep(file: Path, frequencies: Frequencies, total: int) -> None:
    """Under another name first, so that nobody ever reads half of it. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=file.stem, suffix=".making", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as pieces:
            marshal.dump((total, len(frequencies)), pieces)
            words = iter(frequencies.items())
            while piece := dict(islice(words, PIECE)):
                marshal.dump(piece, pieces)
        Path(name).replace(file)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
