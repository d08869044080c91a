"""Rows of whole numbers, each row in one big integer: to add rows is to add integers, whatever their length.

A number has a lane of 32 bits; numbers and sums lie within ±2³¹.
"""

from __future__ import annotations

from collections.abc import Iterable
from struct import Struct

LANE = 32


def pack(numbers: Iterable[int]) -> int:
    """The numbers in one integer, the first in its lowest lane; a number below 0 borrows from the lane above."""
    return sum(number << LANE * place for place, number in enumerate(numbers))


class Lanes:
    """Reads rows of one length."""

    def __init__(self, length: int) -> None:
        self._struct = Struct(f"<{length}i")
        self._signs = pack([1 << LANE - 1] * length)

    def unpack(self, row: int) -> tuple[int, ...]:
        # With every lane's sign bit added none borrows; flipped back, each lane is a number in two's complement.
        return self._struct.unpack(((row + self._signs) ^ self._signs).to_bytes(self._struct.size, "little"))
