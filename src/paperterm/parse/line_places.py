"""On which line of the page a character of a block stands, and where in a block a line begins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from paperterm.model import Block
from paperterm.parse.lines import Line


class LinePlaces:
    """Counts the visible characters of lines and blocks, which joining lines to a paragraph leaves as they are."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """`lines` are those of the page; without them every place is on its block's first line."""
        self._lines = lines

    def line_at(self, block: Block, offset: int) -> int:
        """The number (1-based) of the line on which character `offset` of the block's text stands."""
        if not self._lines or len(block.lines) < 2 or not offset:
            return block.lines[0]
        before, found = _size(block.text[:offset]), block.lines[0]
        for number, begin in self._begins(block):
            if begin > before:
                break
            found = number
        return found

    def offset_at(self, block: Block, line: int) -> int:
        """The offset in the block's text at which that one of its lines begins."""
        begin = next((begin for number, begin in self._begins(block) if number == line), 0)
        if not begin:
            return 0
        for offset, char in enumerate(block.text):
            if not char.isspace():
                begin -= 1
                if begin < 0:
                    return offset
        return 0

    def starts(self, block: Block) -> list[tuple[int, int]]:
        """The block's lines in their order, each with the offset in its text at which it begins."""
        if not self._lines or len(block.lines) < 2:
            return [(block.lines[0], 0)]
        inked = [offset for offset, char in enumerate(block.text) if not char.isspace()]
        found = [
            (number, inked[begin] if begin < len(inked) else len(block.text)) for number, begin in self._begins(block)
        ]
        return [(block.lines[0], 0), *found[1:]]

    def parts(self, block: Block) -> Iterable[tuple[int, str]]:
        """The block's lines, each with its number and its text, without white space at its ends."""
        if not self._lines or len(block.lines) < 2:
            return [(block.lines[0], block.text.strip())]
        starts = [self.offset_at(block, number) for number in block.lines]
        ends = [*starts[1:], len(block.text)]
        return [(n, block.text[a:b].strip()) for n, a, b in zip(block.lines, starts, ends, strict=True)]

    def _begins(self, block: Block) -> Iterable[tuple[int, int]]:
        """The block's lines, each with the visible characters that the block has before it."""
        sizes = [self._sizes.get(number, 0) for number in block.lines]
        # Of a line that begins with a headline only the rest is in the block.
        begin = min(0, _size(block.text) - sum(sizes))
        for number, size in zip(block.lines, sizes, strict=True):
            yield number, max(0, begin)
            begin += size

    @cached_property
    def _sizes(self) -> dict[int, int]:
        found: dict[int, int] = {}
        for line in self._lines:
            ends = [*(place for place, _ in line.parts[1:]), len(line.text)]
            for (start, number), end in zip(line.parts or ((0, line.number),), ends, strict=True):
                found[number] = _size(line.text[start:end])
        return found


def _size(text: str) -> int:
    return len("".join(text.split()))
