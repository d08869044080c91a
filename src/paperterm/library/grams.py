"""Texts as the index sees them: overlapping pairs of characters, one after another, so that a phrase of pairs is exactly a
substring. Pure.

A term must stand within one block, so a sign of its own parts the blocks. White space is a character like any other, only
that the index's tokenizer would take it for a border: a sign stands for it.
"""

from __future__ import annotations

from collections.abc import Iterable

BORDER = "\u241e"
"""Between two blocks."""

_WHITE = {0x20: "\u2420", 0x0A: "\u2424"}
"""Folding leaves no other white space (`text.fold.WHITE`)."""

_SIGNS = {ord(BORDER): "\ufffd", 0x2420: "\ufffd", 0x2424: "\ufffd"}
"""A page may print the signs themselves; then it prints what cannot be searched for."""


def tokens(texts: Iterable[str]) -> str:
    """The pairs of searchable texts (see `text.fold.searchable`), with white space between them; a text of one character
    is a piece by itself."""
    return f" {BORDER} ".join(" ".join(pairs(text) or [_plain(text)]) for text in texts)


def pairs(text: str) -> list[str]:
    """The overlapping pairs of one searchable text, in order."""
    plain = _plain(text)
    return [plain[at : at + 2] for at in range(len(plain) - 1)]


def characters(texts: Iterable[str]) -> str:
    """Every character of searchable texts, each as often as it stands there, with white space between them."""
    return " ".join(" ".join(_plain(text)) for text in texts)


def character(needle: str) -> str:
    """A needle of one character as it stands in the index."""
    return _plain(needle)


def _plain(text: str) -> str:
    return text.translate(_SIGNS | _WHITE) if any(sign in text for sign in _RARE) else text


_RARE = (*map(chr, _SIGNS), *map(chr, _WHITE))
