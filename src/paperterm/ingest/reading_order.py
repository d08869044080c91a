"""In which order the blocks of a page are read: from their places alone, for print that runs from left to right.

The page is cut along its white space again and again (recursive X-Y cut; Nagy and Seth 1984), columns before bands. Bands
one above another that share their columns are read as one, so that a gap that runs across the page by chance does not cut
the columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from paperterm.ingest.printed import Box, PrintedBlock, PrintedLine, around
from paperterm.ingest.type_sizes import LARGER, usual_size

SLACK = 0.3
"""Boxes may reach over one another by so much of a line's height, from a page that was not laid flat."""
DEEPEST = 60
"""Cuts within cuts; what is cut finer than this is read from top to bottom."""
MOST_IN_THE_WAY = 2000
"""Blocks; more that no white space parts are read from top to bottom."""
CLOSE = 0.9
"""Lines nearer than so many line heights belong to one block."""
SAME_TYPE = 1.3
OVERLAP = 0.5

CENTRED = 0.1
"""By how much of the width of what it stands above the middle of a headline may be off, on either side of it together."""
MOST_COLUMNS = 100
"""No page has more, and without a limit hostile places would take time that grows with the square of their number."""

_Item = tuple[Box, PrintedBlock]


def in_reading_order(blocks: Sequence[PrintedBlock]) -> list[PrintedBlock]:
    """The blocks as they are read. Where a block has no place, the order that the file gives them is kept."""
    items = [(block.box, block) for block in blocks if block.box]
    if len(items) < len(blocks):
        return list(blocks)
    heights = sorted(line.box.height for block in blocks for line in block.lines if line.box)
    slack = SLACK * heights[len(heights) // 2] if heights else 0.0
    usual = usual_size((line.size, len(line.text)) for block in blocks for line in block.lines)
    shrunk = [(_shrunk(box, slack), block) for box, block in items]
    return [block for _, block in _order(shrunk, LARGER * usual, 0)]


def blocks_of(lines: Sequence[PrintedLine]) -> list[PrintedBlock]:
    """Lines whose file names no blocks, put together with the line above that is close, as large and in the same column.

    Lines without a place are one block, at the end.
    """
    placed = sorted(((line.box, line) for line in lines if line.box), key=lambda pair: (pair[0].top, pair[0].left))
    open_blocks: list[list[tuple[Box, PrintedLine]]] = []
    found: list[list[tuple[Box, PrintedLine]]] = []
    for box, line in placed:
        open_blocks = [block for block in open_blocks if box.top - block[-1][0].bottom < CLOSE * block[-1][0].height]
        open_blocks = open_blocks[-MOST_COLUMNS:]
        near = [block for block in open_blocks if _continues(block[-1], (box, line))]
        if near:
            max(near, key=lambda block: block[-1][0].bottom).append((box, line))
        else:
            open_blocks.append([(box, line)])
            found.append(open_blocks[-1])
    blocks = [PrintedBlock(tuple(line for _, line in block)) for block in found]
    homeless = tuple(line for line in lines if not line.box)
    return [*blocks, PrintedBlock(homeless)] if homeless else blocks


def _continues(above: tuple[Box, PrintedLine], below: tuple[Box, PrintedLine]) -> bool:
    one, two = above[0], below[0]
    shared = min(one.right, two.right) - max(one.left, two.left)
    sizes = sorted((above[1].size or one.height, below[1].size or two.height))
    return (
        two.top > one.top + 0.5 * one.height
        and two.top - one.bottom < CLOSE * min(one.height, two.height)
        and shared >= OVERLAP * min(one.width, two.width)
        and sizes[1] <= SAME_TYPE * sizes[0]
    )


def _shrunk(box: Box, slack: float) -> Box:
    across, down = min(slack, box.width / 3), min(slack, box.height / 3)
    return Box(box.left + across, box.top + down, box.right - across, box.bottom - down)


def _order(items: list[_Item], larger: float, depth: int) -> list[_Item]:
    if len(items) < 2:
        return items
    if depth < DEEPEST:
        parts = _cut(items, 0)
        if len(parts) > 1:
            parts = _below_titles(items, larger) or parts
        else:
            parts = _bands(_cut(items, 1), larger)
        if len(parts) > 1:
            return [item for part in parts for item in _order(part, larger, depth + 1)]
    if depth < DEEPEST and len(items) <= MOST_IN_THE_WAY:
        # Nothing parts them: the widest block stands in the way, and what is above it is read before it.
        widest = max(range(len(items)), key=lambda i: items[i][0].width)
        middle = _middle(items[widest][0])
        rest = items[:widest] + items[widest + 1 :]
        above = [item for item in rest if _middle(item[0]) < middle]
        below = [item for item in rest if _middle(item[0]) >= middle]
        return [*_order(above, larger, depth + 1), items[widest], *_order(below, larger, depth + 1)]
    return sorted(items, key=lambda item: (item[0].top, item[0].left))


def _middle(box: Box) -> float:
    return (box.top + box.bottom) / 2


def _cut(items: list[_Item], axis: int) -> list[list[_Item]]:
    """Parts between which a strip of the page is white: columns (axis 0) or bands (axis 1), in their order."""
    parts: list[list[_Item]] = []
    end = 0.0
    for item in sorted(items, key=lambda item: item[0][axis]):
        if not parts or item[0][axis] > end:
            parts.append([])
            end = item[0][axis + 2]
        parts[-1].append(item)
        end = max(end, item[0][axis + 2])
    return parts


def _below_titles(items: list[_Item], larger: float) -> list[list[_Item]]:
    """Parts of several columns that lines of `larger` type, alone at their height and in the middle, stand above: a short
    headline or deck, which need not reach over the gutters. Nothing where there is none."""
    page = around(box for box, _ in items)
    parts: list[list[_Item]] = [[]]
    for strip in _cut(items, 1):
        box = around(box for box, _ in strip)
        centred = abs(box.left + box.right - page.left - page.right) < CENTRED * page.width
        large = all(line.size >= larger > 0 for _, block in strip for line in block.lines)
        if centred and large and len(_cut(strip, 0)) == 1:
            parts += [strip, []]
        else:
            parts[-1] += strip
    return [part for part in parts if part] if len(parts) > 1 else []


def _bands(bands: list[list[_Item]], larger: float) -> list[list[_Item]]:
    """Bands that keep to the same columns are one, and so are headlines side by side and the columns that they span.

    Where each column of a band begins in `larger` type, nothing from above goes on in it, but headlines.
    """
    merged: list[tuple[list[_Item], list[tuple[float, float]]]] = []
    text_above = False
    for band in bands:
        parts = _cut(band, 0)
        columns = [(box.left, box.right) for box in (around(b for b, _ in part) for part in parts)]
        new_stories = text_above and all(_first_size(part) >= larger > 0 for part in parts)
        text_above = all(_last_size(part) < larger for part in parts)
        if merged and not new_stories:
            both = _union(merged[-1][1] + columns)
            above, most = len(merged[-1][1]), max(len(merged[-1][1]), len(columns))
            if 1 < most <= MOST_COLUMNS and (len(both) >= most or len(both) == above > 1):
                merged[-1] = (merged[-1][0] + band, both)
                continue
        merged.append((band, columns))
    return [band for band, _ in merged]


def _first_size(items: list[_Item]) -> float:
    return min(items, key=lambda item: item[0].top)[1].lines[0].size


def _last_size(items: list[_Item]) -> float:
    return max(items, key=lambda item: item[0].bottom)[1].lines[-1].size


def _union(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    spans = sorted(spans)
    joined = [spans[0]]
    for _, (start, end) in pairwise(spans):
        if start > joined[-1][1]:
            joined.append((start, end))
        else:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
    return joined
