"""Keys as people press them while a Chinese input method is on, and keys as people read them."""

from __future__ import annotations

import string
import unicodedata

SHORTER = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Textual's names where they are not Unicode's."""
CHINESE = {"/": "、", "'": "‘’", '"': "“”", "[": "【", "]": "】", "<": "《", ">": "》", ".": "。", "$": "￥", "`": "·"}
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
NAMED = frozenset(LABELS) - {"shift+tab"} | {"backspace", "insert", *(f"f{number}" for number in range(1, 13))}
"""Keys that type no character."""
ALSO = {
    "esc": "escape", "return": "enter", "pgup": "pageup", "pgdn": "pagedown", "del": "delete", "ins": "insert",
}  # fmt: skip
"""Other names that people give them."""
SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+[": "escape"}
"""What a terminal cannot tell apart."""


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
    name = unicodedata.name(char).lower().replace("-", "_").replace(" ", "_")
    return SHORTER.get(name, name)


SHOWN = {shown: key for key, shown in LABELS.items()}
NAMES = {key_name(char): char for char in string.punctuation}
"""The characters of keys that have names of their own."""


def named(written: str) -> str:
    """Textual's name of a key as a person writes it: "J", "/", "ctrl+n", "^N", "PgDn", "alt+left". Raises ValueError with a
    sentence where no terminal has such a key."""
    text = SHOWN.get(written.strip()) or written.strip() or written
    if text.startswith("^") and len(text) == 2:
        text = f"ctrl+{text[1]}"
    if len(text) == 1:
        text = next((key for key, forms in CHINESE.items() if text in forms), text)
        text = chr(ord(text) - 0xFEE0) if "！" <= text <= "～" else text
        if text == " ":
            return "space"
        if text.isalnum() or text in string.punctuation:
            return key_name(text)
    *modifiers, base = text.split("+") if "++" not in text else (*text[:-2].split("+"), "+")
    modifiers = [modifier.lower() for modifier in modifiers]
    base = SHOWN.get(base, base)
    base = base if len(base) == 1 else ALSO.get(base.lower(), base.lower())
    unsent = {*modifiers} > {"shift"} and len(base) == 1  # a terminal sends such a key without its Shift
    if (
        unsent
        or not {*modifiers} <= {"ctrl", "alt", "shift"}
        or not (base in NAMED or base in NAMES or (len(base) == 1 and base.isprintable() and base.isascii()))
    ):
        raise ValueError(f'"{written}" is no key; write "J", "/", "ctrl+n", "alt+left", "space" or "f5".')
    if len(base) == 1 and modifiers == ["shift"] and base.isalpha():
        return base.upper()
    if "ctrl" in modifiers and len(base) == 1:
        base = base.lower()
        if twin := SAME.get(f"ctrl+{base}"):
            raise ValueError(f'"{written}" and {twin} are one key in a terminal.')
        if base == "c":
            raise ValueError(f'"{written}" always copies what is selected, or tells how to leave.')
    name = key_name(base) if len(base) == 1 else base
    return "+".join((*(word for word in ("alt", "ctrl", "shift") if word in modifiers), name))


def pressed(key: str) -> tuple[str, ...]:
    """All names under which one key arrives: itself, its full-width form, its Chinese punctuation."""
    char = character(key)
    if char is None:
        return (key,)
    if not char.isascii():
        return (key,)
    wide = chr(ord(char) + 0xFEE0)
    return (key, key_name(wide), *(key_name(c) for c in CHINESE.get(char, "")))


def writable(key: str) -> str:
    """A key as it may be written in the settings; `named` reads it."""
    modifiers, plus, base = key.rpartition("+")
    return modifiers + plus + (character(base) or base)


def label(key: str) -> str:
    """A key as help and footer show it."""
    char = character(key)
    if char is not None:
        return char
    if key.startswith("ctrl+"):
        return "^" + (character(key[5:]) or key[5:]).upper()
    modifiers, plus, base = key.rpartition("+")
    return LABELS.get(key) or modifiers + plus + (character(base) or LABELS.get(base, base))
