"""Rows of whole numbers, each row in one big integer: to add rows is to add integers, whatever their length.

A number has a lane of so many bits; numbers and sums lie within half of what the bits can tell, below 0 and above.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from struct import Struct

_SIGNED = {16: "h", 32: "i"}


class Lanes:
    """Rows of one length and one width of lane, 16 or 32 bits."""

    def __init__(self, length: int, width: int = 32) -> None:
        self.bits = length * width
        self._struct = Struct(f"<{length}{_SIGNED[width]}")
        self._middle = sum(1 << width * place + width - 1 for place in range(length))

    def pack(self, numbers: Sequence[int]) -> int:
        """The numbers in one integer, the first in its lowest lane; a number below 0 borrows from the lane above."""
        return (int.from_bytes(self._struct.pack(*numbers), "little") ^ self._middle) - self._middle

    def unpack(self, row: int) -> tuple[int, ...]:
        # With half a lane added to each none borrows; the top bit flipped back, each is a number in two's complement.
        return self._struct.unpack(((row + self._middle) ^ self._middle).to_bytes(self._struct.size, "little"))

    def part(self, row: int) -> tuple[int, int]:
        """The row in the lowest lanes, and what stands above it."""
        raised = row + self._middle
        above = raised >> self.bits
        return raised - (above << self.bits) - self._middle, above


def join(rows: Iterable[tuple[Lanes, int]]) -> int:
    """Rows one above the other in one integer, the first the lowest; `Lanes.part` takes them apart."""
    found = place = 0
    for lanes, row in rows:
        found += row << place
        place += lanes.bits
    return found
