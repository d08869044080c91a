"""Words of Chinese text with their parts of speech (those of the ICTCLAS tag set: nr a person, ns a place, nt a body, …), by
rjieba where it is installed, by jieba otherwise. Both are heavy to load, as for `segment`: ask in a thread."""

from __future__ import annotations

import threading
import warnings
from collections.abc import Callable, Iterable
from functools import cache

Tagged = tuple[str, str]
"""A word and its part of speech."""

_lock = threading.Lock()


def tagged(text: str) -> list[Tagged]:
    """All of `text` in order, as words with their parts of speech; punctuation is "x"."""
    with _lock:
        tag = _tagger()
    return [(word, flag) for word, flag in tag(text)]


@cache
def _tagger() -> Callable[[str], Iterable[Tagged]]:
    try:
        import rjieba
    except ImportError:
        return _jieba()
    tag: Callable[[str], Iterable[Tagged]] = rjieba.tag
    return tag


def _jieba() -> Callable[[str], Iterable[Tagged]]:
    from paperterm.text.segment import words

    words("词")  # loads the dictionary in the way that suits a screen
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from jieba import posseg

    def tag(text: str) -> Iterable[Tagged]:
        return ((pair.word, pair.flag) for pair in posseg.cut(text))

    return tag
