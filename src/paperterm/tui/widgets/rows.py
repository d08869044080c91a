"""A list of any length that asks only for the rows it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from paperterm.text.cells import cell_width, cut
from paperterm.text.wrap import wrap
from paperterm.tui.setting import shown
from paperterm.tui.widgets.component_style import overlay
from paperterm.tui.widgets.line_view import LineView

Cell = tuple[str, str]
"""A text and the component class that styles it ("rows--meta"), or "" for plain text."""

EDGE = 2  # cells that stay empty at the right, for terminals that draw “ ” … two cells wide
INDENT = 2  # cells for each step of depth
MARKERS = {"open": "▾ ", "closed": "▸ ", "": ""}  # one cell wide in every terminal, unlike ▼ and ▶
KEPT_STRIPS = 512


@dataclass(frozen=True, slots=True)
class Row:
    """One item of a list: `cells` are its first line, side by side, `more` the lines below it, if the list has any.

    `tail` stands at the right end of the first line and is never cut, as long as half the line is left to the cells.
    `depth` is how far the item is indented, in steps; `marker` whether it is an open or closed branch.
    """

    cells: tuple[Cell, ...]
    depth: int = 0
    marker: Literal["open", "closed", ""] = ""
    more: tuple[tuple[Cell, ...], ...] = ()
    tail: tuple[Cell, ...] = ()


class RowSource(Protocol):
    """Where rows come from. Both are called on the interface's thread: they answer from memory, or at once."""

    def __len__(self) -> int: ...

    def row(self, index: int) -> Row: ...


class RowList(LineView, inherit_bindings=False):
    """A list with a cursor, over a `RowSource`. Has no keys of its own."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {  # noqa: RUF012
        "rows--paper", "rows--issue", "rows--title", "rows--meta", "rows--snippet", "rows--quote", "rows--note",
        "rows--tag", "rows--hit", "rows--warning", "rows--marker", "rows--placeholder", "rows--cursor",
    }  # fmt: skip

    cursor: var[int] = var(-1, init=False)
    """The index of the row the cursor is on; -1 in an empty list. A `var`: a reactive would repaint every row."""

    class Highlighted(Message):
        """The cursor is on another row."""

        def __init__(self, rows: RowList, index: int) -> None:
            super().__init__()
            self.rows = rows
            self.index = index

        @property
        def control(self) -> RowList:
            return self.rows

    class Chosen(Message):
        """A row was activated, by key or by mouse."""

        def __init__(self, rows: RowList, index: int) -> None:
            super().__init__()
            self.rows = rows
            self.index = index

        @property
        def control(self) -> RowList:
            return self.rows

    def __init__(
        self, *, row_height: int = 1, placeholder: str = "", id: str | None = None, classes: str | None = None
    ) -> None:
        """`row_height` is in lines, the same for every row; `placeholder` is what an empty list says."""
        super().__init__(id=id, classes=classes)
        self.row_height = row_height
        self._placeholder = placeholder
        self._source: RowSource | None = None
        self._length = 0
        self._strips: LRUCache[tuple[int, bool], list[Strip]] = LRUCache(KEPT_STRIPS)
        self._styles: dict[str, Style] = {}

    @property
    def length(self) -> int:
        """How many rows there are."""
        return self._length

    def text_of(self, index: int) -> str:
        """What the first line of a row says. May be asked from any thread."""
        source = self._source
        if source is None or not 0 <= index < len(source):
            return ""
        return "".join(text for text, _ in source.row(index).cells)

    # -- content

    def set_source(self, source: RowSource | None, cursor: int = 0) -> None:
        """Show these rows, the cursor on one of them. Posts nothing."""
        self._source = source
        self._length = len(source) if source is not None else 0
        self._strips.clear()
        self.virtual_size = Size(self.size.width, self._length * self.row_height)
        self.scroll_to(y=0, animate=False, force=True)
        self.set_reactive(RowList.cursor, self.validate_cursor(cursor))
        self._show_cursor()
        self.refresh()

    def reload(self) -> None:
        """The same source has other rows, or more or fewer of them; the cursor and the scrolling stay."""
        self._length = len(self._source) if self._source is not None else 0
        self._strips.clear()
        self.virtual_size = Size(self.size.width, self._length * self.row_height)
        self.cursor = self.cursor
        self.refresh()

    def set_placeholder(self, sentence: str) -> None:
        self._placeholder = sentence
        self.refresh()

    # -- cursor

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, self._length - 1)) if self._length else -1

    def watch_cursor(self, before: int, now: int) -> None:
        for index in (before, now):
            self._refresh_row(index)
        self._show_cursor()
        if now >= 0:
            self.post_message(self.Highlighted(self, now))

    def move(self, step: int) -> None:
        self.cursor += step

    def page(self, step: int) -> None:
        self.cursor += step * max(1, self.size.height // self.row_height - 1)

    def half_page(self, step: int) -> None:
        self.cursor += step * max(1, self.size.height // self.row_height // 2)

    def home(self) -> None:
        self.cursor = 0

    def end(self) -> None:
        self.cursor = self._length - 1

    def go(self, index: int) -> None:
        self.cursor = index

    def activate(self) -> None:
        """Choose the row under the cursor; nothing in an empty list."""
        if self.cursor >= 0:
            self.post_message(self.Chosen(self, self.cursor))

    def _refresh_row(self, index: int) -> None:
        if index >= 0:
            top = index * self.row_height - self.scroll_offset.y
            self.refresh(Region(0, top, self.size.width, self.row_height))

    def _show_cursor(self) -> None:
        """Scroll as little as brings the whole row of the cursor into sight."""
        height = self.size.height
        if self.cursor < 0 or not height:
            return
        top = self.cursor * self.row_height
        if top < self.scroll_offset.y or self.row_height > height:
            self.scroll_to(y=top, animate=False, force=True)
        elif top + self.row_height > self.scroll_offset.y + height:
            self.scroll_to(y=top + self.row_height - height, animate=False, force=True)

    # -- events

    def on_resize(self) -> None:
        self._strips.clear()
        self.virtual_size = Size(self.size.width, self._length * self.row_height)
        self._show_cursor()

    def on_click(self, event: events.Click) -> None:
        index = (self.scroll_offset.y + event.y) // self.row_height
        if index < self._length:
            self.cursor = index
            self.activate()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()
        self._styles.clear()

    # -- painting

    def render_line(self, y: int) -> Strip:
        columns = self.scrollable_content_region.width  # `size` counts the scrollbar
        if not self._length or self._source is None:
            return self._placeholder_line(y, columns)
        index, line = divmod(self.scroll_offset.y + y, self.row_height)
        if index >= self._length:
            return Strip.blank(columns, self._style("", Style()))
        key = (index, index == self.cursor)
        strips = self._strips.get(key)
        if strips is None:
            strips = self._strips[key] = self._paint(self._source.row(index), index == self.cursor, columns)
        return strips[line]

    def _placeholder_line(self, y: int, columns: int) -> Strip:
        text, room = shown(self._placeholder), max(1, columns - 2 * EDGE)
        lines = wrap(text, room) if text else []
        if not 1 <= y <= len(lines):  # the first line stays empty
            return Strip.blank(columns, self.rich_style)
        line = text[lines[y - 1].start : lines[y - 1].end]
        style = self.get_component_rich_style("rows--placeholder")
        strip = Strip([Segment(" " * EDGE, self.rich_style), Segment(line, style)])
        return strip.extend_cell_length(columns, self.rich_style)

    def _paint(self, row: Row, at_cursor: bool, columns: int) -> list[Strip]:
        """The lines of a row, each `columns` cells wide."""
        under = overlay(self, "rows--cursor") if at_cursor else Style()
        plain = self._style("", under)
        marker = MARKERS[row.marker]
        indent = 1 + INDENT * row.depth
        strips = []
        for number in range(self.row_height):
            cells = row.cells if number == 0 else row.more[number - 1] if number <= len(row.more) else ()
            tail = row.tail if number == 0 else ()
            segments = [Segment(" " * indent, plain)]
            if marker and number == 0:
                segments.append(Segment(marker, self._style("rows--marker", under)))
            elif marker:
                segments.append(Segment(" " * cell_width(marker), plain))
            room = columns - indent - cell_width(marker) - EDGE
            reserved = sum(cell_width(shown(text)) for text, _ in tail)
            if reserved * 2 > room:
                tail, reserved = (), 0
            gap = 1 if reserved else 0
            body, used = self._cells(cells, room - reserved - gap, under)
            segments += body
            segments.append(Segment(" " * max(0, room - reserved - used), plain))
            segments += self._cells(tail, reserved, under)[0]
            strip = Strip(segment for segment in segments if segment.text)
            strips.append(strip.adjust_cell_length(columns, plain))
        return strips

    def _cells(self, cells: tuple[Cell, ...], room: int, under: Style) -> tuple[list[Segment], int]:
        """The cells side by side in at most `room` cells of the terminal, the first that is too long cut; their width."""
        segments, used = [], 0
        for text, component in around_hit(tuple((shown(t).replace("\n", " "), c) for t, c in cells), room):
            fitting = cut(text, room - used)
            used += cell_width(fitting)
            segments.append(Segment(fitting, self._style(component, under)))
            if fitting != text:
                break
        return segments, used

    def _style(self, component: str, under: Style) -> Style:
        if (base := self._styles.get(component)) is None:  # Textual works it out anew after every refresh
            base = self.get_component_rich_style(component) if component else self.rich_style
            self._styles[component] = base
        return base + under


def around_hit(cells: tuple[Cell, ...], room: int) -> tuple[Cell, ...]:
    """The cells, or where their first hit would be cut off at `room` cells, from some words before it."""
    first = next((number for number, (_, component) in enumerate(cells) if component == "rows--hit"), None)
    if first is None:
        return cells
    before = "".join(text for text, _ in cells[:first])
    if cell_width(before) + cell_width(cells[first][0]) < room:
        return cells
    context, at = room // 3 - 1, len(before)
    while at and (context := context - cell_width(before[at - 1])) >= 0:
        at -= 1
    return (("…" + before[at:], cells[first - 1][1] if first else ""), *cells[first:])
