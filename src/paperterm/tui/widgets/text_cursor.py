"""A cursor in a set article: where it stands and how it moves. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from paperterm.text.cells import cell_width
from paperterm.tui.setting import SetLine, Setting

Unit = Literal["char", "clause", "line", "paragraph", "line_start", "line_end"]

Direction = Literal[1, -1]

_GAP = re.compile(r"[^\w\s]+\s*|\s+")
"""What stands between two clauses: punctuation with the spaces behind it, or spaces."""


@dataclass(frozen=True, slots=True)
class TextCursor:
    """On character `offset` of block `block`. `goal` is the cell column that moves from line to line aim at."""

    block: int
    offset: int
    goal: int | None = None


def column_of(setting: Setting, line: SetLine, offset: int) -> int:
    """The cell of the measure at which that character of the line begins."""
    text = setting.texts[line.block][line.start : offset]
    return line.left + cell_width(text) + line.drawn(offset) - len(text)


def offset_at(setting: Setting, line: SetLine, column: int) -> int:
    """The character of the line that covers the cell `column` of the measure; the nearest one beside the text."""
    text, at = setting.texts[line.block], line.left
    for offset in range(line.start, line.end):
        at += cell_width(text[offset]) + (offset in line.gaps)
        if column < at:
            return offset
    return max(line.start, line.end - 1)


def moved(setting: Setting, cursor: TextCursor, unit: Unit, step: int, inside: bool) -> TextCursor:
    """The cursor `step` units further (back, where negative); with `inside` it does not leave its block.

    "line_start" and "line_end" go there once, whatever the step.
    """
    if not any(line.block >= 0 for line in setting.lines):
        return cursor
    row = setting.line_of(cursor.block, cursor.offset)
    line = setting.lines[row]
    match unit:
        case "line_start":
            return TextCursor(line.block, line.start)
        case "line_end":
            return TextCursor(line.block, max(line.start, line.end - 1))
        case "line":
            return _by_lines(setting, cursor, row, step, inside)
    move = {"paragraph": _paragraph, "char": _character, "clause": _clause}[unit]
    for _ in range(abs(step)):
        cursor = move(setting, cursor, 1 if step > 0 else -1, inside)
    return cursor


def _by_lines(setting: Setting, cursor: TextCursor, row: int, step: int, inside: bool) -> TextCursor:
    goal = cursor.goal
    if goal is None:
        goal = column_of(setting, setting.lines[row], cursor.offset)
    direction, left = (1 if step > 0 else -1), abs(step)
    target = at = row
    while left and 0 <= (at := at + direction) < len(setting.lines):
        block = setting.lines[at].block
        if inside and block not in (-1, cursor.block):
            break
        if block >= 0:
            target, left = at, left - 1
    line = setting.lines[target]
    return TextCursor(line.block, offset_at(setting, line, goal), goal)


def _paragraph(setting: Setting, cursor: TextCursor, direction: Direction, inside: bool) -> TextCursor:
    """The beginning of this or another paragraph; the last character where there is no further one."""
    start, end = setting.bounds(cursor.block)
    if direction < 0 and cursor.offset > start:
        return TextCursor(cursor.block, start)
    block = None if inside else setting.next_block(cursor.block, direction)
    if block is None:
        return TextCursor(cursor.block, start if direction < 0 else max(start, end - 1))
    return TextCursor(block, setting.bounds(block)[0])


def _character(setting: Setting, cursor: TextCursor, direction: Direction, inside: bool) -> TextCursor:
    text, (start, end) = setting.texts[cursor.block], setting.bounds(cursor.block)
    offset = cursor.offset + direction
    while start <= offset < end and not cell_width(text[offset]):
        offset += direction  # a combining mark goes with its letter
    return _within(setting, cursor, offset, direction, inside)


def _clause(setting: Setting, cursor: TextCursor, direction: Direction, inside: bool) -> TextCursor:
    text, (start, end) = setting.texts[cursor.block], setting.bounds(cursor.block)
    heads = [start, *(gap.end() for gap in _GAP.finditer(text, start, end))]
    if direction > 0:
        offset = next((head for head in heads if head > cursor.offset), end)
    else:
        offset = next((head for head in reversed(heads) if head < cursor.offset), start - 1)
    return _within(setting, cursor, offset, direction, inside)


def _within(setting: Setting, cursor: TextCursor, offset: int, direction: Direction, inside: bool) -> TextCursor:
    """The cursor at that offset of its block, or in the next block where the offset lies outside."""
    start, end = setting.bounds(cursor.block)
    if start <= offset < end:
        return TextCursor(cursor.block, offset)
    block = None if inside else setting.next_block(cursor.block, direction)
    if block is None:
        return TextCursor(cursor.block, start if direction < 0 else max(start, end - 1))
    first, last = setting.bounds(block)
    return TextCursor(block, first if direction > 0 else max(first, last - 1))
