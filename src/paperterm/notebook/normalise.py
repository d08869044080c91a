"""Text stripped to what OCR, re-wrapping and re-parsing leave alone, with a map back to the characters it came from."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from paperterm.text.fold import fold

NOTHING = "\0"
"""A character that no normalised text holds."""

_DROPPED = frozenset("PZC")  # general categories: punctuation, separators, control and format characters


@dataclass(frozen=True, slots=True)
class Normal:
    """Normalised text; `places[i]` is the index, in the text it came from, of the character that `text[i]` came from."""

    text: str
    places: tuple[int, ...]


class _Folds(dict[str, str | None]):
    """What each character becomes alone; None for a mark that joins the character before it. Filled as asked."""

    def __missing__(self, character: str) -> str | None:
        fold = None if unicodedata.combining(character) else _fold(character)
        self[character] = fold
        return fold


def _fold(cluster: str) -> str:
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", cluster).casefold())
    kept = "".join(c for c in folded if unicodedata.category(c)[0] not in _DROPPED)
    while kept and unicodedata.combining(kept[0]):
        kept = kept[1:]  # what it stood on was dropped; it must not join the letter before
    return kept


_folds = _Folds()


def normalise(text: str) -> Normal:
    """NFKC, without case, white space and punctuation. A letter and the marks on it are normalised together."""
    characters: list[str] = []
    places: list[int] = []
    base = 0
    for index, character in enumerate(text):
        folded = _folds[character]
        if folded is None:
            while places and places[-1] >= base:
                del places[-1], characters[-1]
            folded = _fold(text[base : index + 1])
        else:
            base = index
        for part in folded:
            characters.append(part)
            places.append(base)
    return Normal("".join(characters), tuple(places))


def after(text: str, index: int) -> int:
    """The index behind the character at `index` and the marks on it."""
    index += 1
    while index < len(text) and _folds[text[index]] is None:
        index += 1
    return index


def paragraph_hash(normal: str) -> str:
    """A name for a paragraph by its normalised text: 16 hexadecimal digits, empty for no text."""
    return sha256(normal.encode("utf-8", "surrogatepass")).hexdigest()[:16] if normal else ""


@dataclass(frozen=True, slots=True)
class NormalText:
    """The normalised texts of an article's blocks and of all of them together; `starts` are the blocks' places in it.
    `folded` is `text` with its traditional characters made simplified, one for one."""

    blocks: tuple[Normal, ...]
    text: str
    starts: tuple[int, ...]
    folded: str


@lru_cache(maxsize=64)
def normalise_blocks(texts: tuple[str, ...]) -> NormalText:
    """The last ones are remembered: one article often has many notes, and a page is asked for each of them."""
    blocks = tuple(normalise(text) for text in texts)
    starts, total = [], 0
    for block in blocks:
        starts.append(total)
        total += len(block.text)
    text = "".join(block.text for block in blocks)
    return NormalText(blocks, text, tuple(starts), fold(text))
