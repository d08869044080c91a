"""From words with their places to the text of a page: the one way that hOCR, ALTO and PDF take.

Vertical pages are turned, lines parted at gutters, blocks that turn out to be several columns taken apart, blocks put into
the order of reading, and set as text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from paperterm.ingest.gutters import parted
from paperterm.ingest.printed import PrintedBlock, PrintedLine, WordLine, line_of, set_text
from paperterm.ingest.reading_order import blocks_of, in_reading_order
from paperterm.ingest.type_sizes import agreed_sizes
from paperterm.ingest.upright import is_vertical, upright

SIDE_BY_SIDE = 0.5
"""Two lines that share so much of the lower one's height, and nothing of their width, stand side by side."""


def page_text(blocks: Sequence[Sequence[WordLine]], loose: Sequence[WordLine] = (), trust_sizes: bool = False) -> str:
    """The text of a page of blocks of lines, and of lines of which the file tells no block.

    With `trust_sizes` lines are as large as they say, without regard to how high they stand.
    """
    *blocks, loose = upright([*blocks, loose])
    pieces = iter(parted([line for block in [*blocks, loose] for line in block]))
    found = [[next(pieces) for _ in block] for block in [*blocks, loose]]
    lines = [line for block in found for parts in block for line in parts]
    sizes = iter(_sizes(lines, trust_sizes))
    printed = [[_printed(line, next(sizes)) for parts in block for line in parts] for block in found]
    given = [[line for line in block if line.text] for block in printed]
    if all(line.box for block in given for line in block) and not all(map(_are_one_column, given[:-1])):
        # Where the file's blocks run over columns once, they are no guide to columns anywhere.
        given = [[line for block in given for line in block]]
    columns: list[PrintedBlock] = []
    for lines_of_block in given[:-1]:
        columns += (
            [PrintedBlock(tuple(lines_of_block))] if _are_one_column(lines_of_block) else blocks_of(lines_of_block)
        )
    columns += blocks_of(given[-1])
    return set_text(in_reading_order([block for block in columns if block.lines]))


def _sizes(lines: Sequence[WordLine], trusted: bool) -> list[float]:
    if trusted:
        return [line.size for line in lines]
    heights = [_height(line) for line in lines]
    return agreed_sizes([line.size for line in lines], heights, [line.length for line in lines])


def _height(line: WordLine) -> float:
    """How high its characters stand: its words' boxes, of which some reach too far, or its own, which grows with the
    highest of them and with every slant."""
    if not line.box:
        return 0.0
    if is_vertical(line):
        return line.box.width
    heights = [word.box.height for word in line.words if word.box]
    return min(line.box.height, median(heights)) if heights else line.box.height


def _printed(line: WordLine, size: float) -> PrintedLine:
    box = line.box
    em = line.size or (min(box.width, box.height) if box and is_vertical(line) else box.height if box else 0.0)
    return PrintedLine(line_of(line.words, em), box, size)


def _are_one_column(lines: Sequence[PrintedLine]) -> bool:
    boxes = sorted((line.box for line in lines if line.box), key=lambda box: box.top)
    return not any(
        one.bottom - two.top > SIDE_BY_SIDE * two.height and (one.right <= two.left or two.right <= one.left)
        for one, two in pairwise(boxes)
    )
