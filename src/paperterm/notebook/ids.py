"""Ids of bookmarks and notes: 16 characters of Crockford's base 32, lower-case, sortable by time.

Nine characters of milliseconds since 1970 (good until the year 3084) and seven of chance, so that records made at once
on two machines do not meet. After ULID (github.com/ulid/spec), shorter because people type it.
"""

from __future__ import annotations

import os
import threading
import time
from hashlib import blake2b

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 16
_CHANCE_BITS = 35
_MISREAD = str.maketrans("oil", "011")

_lock = threading.Lock()
_last = 0


def new_id() -> str:
    """A new id, greater than every one this process made before, even when the clock goes back."""
    global _last
    with _lock:
        number = (time.time_ns() // 1_000_000 << _CHANCE_BITS) | int.from_bytes(
            os.urandom(5), "big"
        ) >> 40 - _CHANCE_BITS
        _last = max(number, _last + 1)
        number = _last
    return "".join(ALPHABET[number >> shift & 31] for shift in range((LENGTH - 1) * 5, -1, -5))


def key_of(id: str) -> str:
    """The document id, a number as TinyDB wants it, of the record with this id: so that none is ever used twice. An id that
    a hand made up has one too."""
    if len(id) == LENGTH and all(character in ALPHABET for character in id):
        return str(sum(ALPHABET.index(character) << 5 * place for place, character in enumerate(reversed(id))))
    return str(int.from_bytes(blake2b(id.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big"))


def typed(id: str) -> str:
    """An id as a person typed it, in the form it is stored: lower case, o as 0, i and l as 1."""
    return id.strip().lower().translate(_MISREAD)
