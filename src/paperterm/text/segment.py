"""Words of Chinese text, by jieba. This is jieba's only door: its import and dictionary cost half a second and 60 MB, so
they wait for the first call, which belongs in a thread."""

from __future__ import annotations

import logging
import re
import tempfile
import threading
import warnings
from functools import cache
from pathlib import Path
from typing import Any

NEIGHBOURHOOD = 100
"""Characters on either side that `word_at` cuts into words; no word depends on more."""

_lock = threading.Lock()
_cache: Path | None = None
_RUN = re.compile(r"\w+")


def prepare(cache: Path) -> None:
    """Keep the compiled dictionary in this folder, made when it is missing. To be said before the first word is asked
    for; without it nothing is kept. Does not load jieba."""
    global _cache
    _cache = cache


def words(text: str) -> list[tuple[int, int]]:
    """Start and end of each word of `text`, in characters and in order. White space and punctuation are no words."""
    tokens = _tokenizer().tokenize(text)
    return [(start, end) for word, start, end in tokens if any(c.isalnum() for c in word)]


def word_at(text: str, offset: int) -> tuple[int, int]:
    """Start and end of the word that holds the character at `offset`; of that character alone where it is part of no
    word; `(len(text), len(text))` past the end. Raises IndexError for a negative offset."""
    if offset < 0:
        raise IndexError(f"offset {offset} is before the text")
    if offset >= len(text):
        return len(text), len(text)
    first = max(0, offset - NEIGHBOURHOOD)
    for run in _RUN.finditer(text, first, offset + NEIGHBOURHOOD):
        if run.start() <= offset < run.end():
            for start, end in words(run[0]):
                if start <= offset - run.start() < end:
                    return run.start() + start, run.start() + end
    return offset, offset + 1


def _tokenizer() -> Any:
    with _lock:
        return _load()


@cache
def _load() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of pkg_resources, to stderr and so over the screen
        import jieba

    jieba.setLogLevel(logging.CRITICAL + 1)  # it logs to stderr, also that its cache could not be written
    with tempfile.TemporaryDirectory(prefix="paperterm-") as nowhere:
        # Its own choice would be a guessable file in the shared temporary folder, which it unmarshals unseen.
        folder = Path(nowhere)
        if _cache is not None and _made(_cache):
            folder = _cache
        jieba.dt.tmp_dir = str(folder)
        jieba.dt.initialize()
    return jieba.dt


def _made(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return True
