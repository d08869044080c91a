"""Sets the page printer's pages as a newspaper does, so that every printed line has a place, a size and its truth.

Articles stand in rows of columns, each under its headline block over one to three columns, on one grid of lines.
Lengths are pixels.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from tests.printer.page import Printed, print_page

COLUMNS, COLUMN_EMS, BODY, LEADING = 5, 18, 20, 30
CLOSERS = set("，。、；：？！”’）》」』】,.;:?!)…%")
SIZES = {"kicker": 28, "deck": 27, "column": 30, "heading": 20, "byline": 20, "credit": 20}
"""Sizes of type by role; headlines and mastheads go by their importance, all else is `BODY`."""


@dataclass(frozen=True)
class Fragment:
    """A printed line and its truth: a row of the printer's labels. Lines of one `zone` and height stand side by side;
    lines of one `area` are one column."""

    text: str
    left: float
    top: float
    size: float
    row: tuple[int | str, ...]
    zone: int
    area: int

    @property
    def width(self) -> float:
        return sum(map(advance, self.text)) * self.size

    @property
    def bottom(self) -> float:
        return self.top + self.size


def advance(char: str) -> float:
    """How wide a character is, in ems."""
    return 0.5 if char.isascii() else 1.0


@dataclass(frozen=True)
class Sheet:
    printed: Printed
    fragments: tuple[Fragment, ...]
    width: float
    height: float
    gutter: float


def broken(text: str, ems: float, indent: float = 0.0) -> Iterator[str]:
    """A paragraph's lines; closing punctuation hangs."""
    line, room = "", ems - indent
    for char in text:
        if line and advance(char) > room + 1e-9 and char not in CLOSERS:
            yield line
            line, room = "", ems
        line += char
        room -= advance(char)
    if line:
        yield line


class _Setter:
    def __init__(self, seed: int) -> None:
        self.rng = Random(f"sheet {seed}")
        self.gutter = self.rng.choice((1.0, 1.3, 1.6, 2.2)) * BODY
        self.column = COLUMN_EMS * BODY
        self.width = COLUMNS * self.column + (COLUMNS - 1) * self.gutter
        self.found: list[Fragment] = []
        self.areas = 0

    def block(
        self, text: str, row: tuple[int | str, ...], place: tuple[float, float, float], size: float, **how: int
    ) -> float:
        """Sets lines in the middle of a width from `top` on; returns where they end."""
        left, top, width = place
        self.areas += how.get("fresh", 1)
        for line in broken(text, width / size):
            fragment = Fragment(line, left, top, size, row, how["zone"], self.areas)
            start = left + (max(0.0, width - fragment.width) / 2 if how.get("middle") else 0.0)
            self.found.append(Fragment(line, start, top, size, row, how["zone"], self.areas))
            top += size * 1.3
        return top

    def article(
        self, rows: list[tuple[str, tuple[int | str, ...]]], left: float, top: float, span: int, zone: int
    ) -> float:
        width = span * self.column + (span - 1) * self.gutter
        head = [
            (text, row) for text, row in rows if set(str(row[2]).split("+")) & {"kicker", "headline", "deck", "column"}
        ]
        rest = [pair for pair in rows if pair not in head]
        large = {1: (30, 34), 2: (40, 46), 3: (52, 60)}[span]
        headline = self.rng.choice(large)
        if len(rest) == 1 and span == 1:
            headline = self.rng.choice((24, 28))  # a brief's
        for text, row in head:
            roles = str(row[2]).split("+")
            largest = headline if "headline" in roles else SIZES[roles[0]]
            halves = text.split() if "headline" in roles else [text]
            # Editors break a headline by its sense, and set it smaller where it is long.
            size = min(largest, *(max(22.0, width / sum(map(advance, half))) for half in halves))
            for n, half in enumerate(halves):
                top = self.block(half, row, (left, top, width), size, zone=zone, middle=1, fresh=n == 0) + 4
        top = -(-top // LEADING) * LEADING
        lines: list[tuple[str, tuple[int | str, ...], float]] = []
        for text, row in rest:
            indent = 2.0 if row[2] == "body" else 0.0
            for n, line in enumerate(broken(text, COLUMN_EMS, indent)):
                lines.append((line, row, indent * BODY if n == 0 else 0.0))
        deep = -(-len(lines) // span)
        for n, (line, row, indent) in enumerate(lines):
            column, down = divmod(n, deep)
            if not down:
                self.areas += 1
            x = left + column * (self.column + self.gutter) + indent
            self.found.append(Fragment(line, x, top + down * LEADING, BODY, row, zone, self.areas))
        return top + deep * LEADING


def set_sheet(seed: int) -> Sheet:
    """The undamaged page `seed` of the printer, set."""
    printed = print_page(seed, "none")
    lines = printed.text.removeprefix("\ufeff").splitlines()
    setter = _Setter(seed)
    top = 0.0
    stories: dict[str, list[tuple[str, tuple[int | str, ...]]]] = {}
    order: list[str] = []
    foot = []
    for row in sorted(printed.labels, key=lambda row: row[0]):
        text = lines[int(row[0]) - 1].lstrip("# ").strip()
        if row[1] != "-":
            if row[1] not in stories:
                order.append(str(row[1]))
            stories.setdefault(str(row[1]), []).append((text, row))
        elif stories:
            foot.append((text, row))
        else:
            size = 80 if row[2] == "masthead" and not setter.found else BODY
            top = setter.block(text, row, (0.0, top, setter.width), size, zone=0, middle=1) + 16
    zone = 0
    while order:
        spans: list[tuple[str, int]] = []
        while order and sum(span for _, span in spans) < COLUMNS:
            length = sum(len(text) for text, _ in stories[order[0]])
            want = 3 if length > 900 else 2 if length > 350 else 1
            left = COLUMNS - sum(span for _, span in spans)
            if want > left and spans and left < 2:
                break
            spans.append((order.pop(0), min(want, left)))
        spare = COLUMNS - sum(span for _, span in spans)
        while spare:
            place = min(range(len(spans)), key=lambda n: spans[n][1])
            grow = min(spare, 3 - spans[place][1])
            if grow <= 0:
                break
            spans[place] = (spans[place][0], spans[place][1] + grow)
            spare -= grow
        zone += 1
        left, bottom = 0.0, top
        start = (top + 2 * LEADING) // LEADING * LEADING
        for name, span in spans:
            bottom = max(bottom, setter.article(stories[name], left, start, span, zone))
            left += span * (setter.column + setter.gutter)
        top = bottom
    top += 2 * LEADING
    for text, row in foot:
        top = setter.block(text, row, (0.0, top, setter.width), BODY, zone=zone + 1) + 16
    return Sheet(printed, tuple(setter.found), setter.width, top, setter.gutter)
