"""Keys as people press them while a Chinese input method is on, and keys as people read them."""

from __future__ import annotations

import unicodedata

NAMES = {
    "slash": "/",
    "question_mark": "?",
    "apostrophe": "'",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
}
"""Textual's names of keys that are no letters or digits."""
CHINESE = {"/": "、", "'": "‘’"}
"""What the key gives in the Chinese punctuation of common input methods, beside its full-width form."""
LABELS = {
    "enter": "↵",
    "space": "space",
    "escape": "esc",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "delete": "Del",
    "home": "Home",
    "end": "End",
    "tab": "tab",
    "shift+tab": "shift+tab",
}


def character(key: str) -> str | None:
    """The character that a key types: "slash" -> "/", "J" -> "J"; None for a key that types none."""
    if len(key) == 1:
        return key
    return NAMES.get(key)


def key_name(char: str) -> str:
    """Textual's name of the key that types a character: itself for letters and digits of any width, else its Unicode
    name in lower case and underscores."""
    if char.isalnum():
        return char
    return unicodedata.name(char).lower().replace("-", "_").replace(" ", "_")


def pressed(key: str) -> tuple[str, ...]:
    """All names under which one key arrives: itself, its full-width form, its Chinese punctuation."""
    char = character(key)
    if char is None:
        return (key,)
    wide = chr(ord(char) + 0xFEE0)
    return (key, key_name(wide), *(key_name(c) for c in CHINESE.get(char, "")))


def label(key: str) -> str:
    """A key as help and footer show it."""
    char = character(key)
    if char is not None:
        return char
    if key.startswith("ctrl+"):
        return "^" + key[5:].upper()
    return LABELS.get(key, key)
