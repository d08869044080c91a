"""Words of Chinese text, by rjieba where it is installed, by jieba otherwise: the same dictionary and the same words but for
four in a thousand. This is the only door of both: what jieba loads takes half a second and 60 MB, what rjieba loads 0.15 s,
so they wait for the first call, which belongs in a thread."""

from __future__ import annotations

import re
import threading
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path

NEIGHBOURHOOD = 100
"""Characters on either side that `word_at` cuts into words; no word depends on more."""

Tokenize = Callable[[str], Iterable[tuple[str, int, int]]]
"""Every piece of a text with its start and end."""

_lock = threading.Lock()
_cache: Path | None = None
_tokenize: Tokenize | None = None
_loading: threading.Thread | None = None
_RUN = re.compile(r"\w+")


def prepare(cache: Path) -> None:
    """Keep the compiled dictionary in this folder, made when it is missing. To be said before the first word is asked
    for; without it nothing is kept. Does not load jieba."""
    global _cache
    _cache = cache


def words(text: str) -> list[tuple[int, int]]:
    """Start and end of each word of `text`, in characters and in order. White space and punctuation are no words."""
    return [(start, end) for word, start, end in _loaded()(text) if any(c.isalnum() for c in word)]


def ready() -> bool:
    """Does asking for words cost next to nothing by now?"""
    return _tokenize is not None


def load_behind() -> None:
    """Begin to load in a thread, unless that was done."""
    global _loading
    if not ready() and _loading is None:
        _loading = threading.Thread(target=_loaded, name="words", daemon=True)
        _loading.start()


def cutter() -> str:
    """Who cuts: "rjieba" or "jieba". Loads neither."""
    from importlib.util import find_spec

    return "rjieba" if find_spec("rjieba") else "jieba"


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


def _loaded() -> Tokenize:
    global _tokenize
    with _lock:
        if _tokenize is None:
            _tokenize = _rjieba() or _jieba()
        return _tokenize


def _rjieba() -> Tokenize | None:
    try:
        import rjieba
    except ImportError:
        return None
    tokenize: Tokenize = rjieba.Jieba().tokenize
    return tokenize


def _jieba() -> Tokenize:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of pkg_resources, to stderr and so over the screen
        import jieba

    from paperterm.text.dictionary import kept

    # jieba's own way would log to stderr, and unmarshal unseen a file at a guessable place in the shared temporary folder.
    tokenizer = jieba.dt

    def make() -> tuple[dict[str, int], int]:
        frequencies, total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
        return frequencies, total

    known = kept(_cache / f"jieba-{jieba.__version__}.words", make) if _cache is not None else make()
    tokenizer.FREQ, tokenizer.total = known
    tokenizer.initialized = True
    tokenize: Tokenize = tokenizer.tokenize
    return tokenize
