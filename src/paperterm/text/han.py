"""Which characters are han: the ideographs that newspapers print."""

from __future__ import annotations


def is_han(character: str) -> bool:
    """Is it one of the basic plane's unified ideographs, without the compatibility forms? No character is none."""
    return "\u3400" <= character <= "\u9fff"
