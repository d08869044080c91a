"""A scrolling view painted line by line that repaints no more than a scroll changes."""

from __future__ import annotations

from math import ceil

from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

OVERLAP = 2
"""Lines that stay on the screen when a page is turned."""


class ScrolledLines(ScrollView, can_focus=True, inherit_bindings=False):
    """A column of lines with a slim scrollbar beside it. Has no keys of its own."""

    DEFAULT_CSS = """
    ScrolledLines {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
    }
    """

    def scroll_lines(self, step: int) -> None:
        self._scroll(self.scroll_offset.y + step)

    def scroll_half_pages(self, step: int) -> None:
        self._scroll(self.scroll_offset.y + step * max(1, self.size.height // 2))

    def scroll_pages(self, step: int) -> None:
        self._scroll(self.scroll_offset.y + step * max(1, self.size.height - OVERLAP))

    def _scroll(self, row: int) -> None:
        self.scroll_to(y=max(0, min(row, self.max_scroll_y)), animate=False, force=True)


class LineView(ScrolledLines, inherit_bindings=False):
    """What articles and lists have in common: lines that are painted once.

    Subclasses implement `render_line` and keep the strips that it gives: a strip remembers how it was cut and what it is
    in escape sequences, so that a line that moves up by one costs next to nothing. The style sheet must give a line view
    no padding, border, outline or opacity.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        # As Textual would, without the boxes around the lines, and without a new strip for every line.
        columns, plain = self.size.width, self.rich_style
        filters, background = self.get_line_filters(), self.background_colors[1]
        strips = []
        for y in crop.line_range:
            strip = self.render_line(y).adjust_cell_length(columns, plain)
            for line_filter in filters:
                strip = strip.apply_filter(line_filter, background)
            strips.append(strip if crop.column_span == (0, columns) else strip.crop(*crop.column_span))
        return strips

    def watch_show_vertical_scrollbar(self, shown: bool) -> None:
        # Textual tells a bar only while it is shown where its view stands.
        if shown:
            self.vertical_scrollbar.position = self.scroll_y

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        # Textual repaints the whole scrollbar with every line that is scrolled. In a long article its thumb stays for
        # dozens of lines, and over a slow connection it would be a quarter of what is sent.
        if self.show_vertical_scrollbar:
            bar = self.vertical_scrollbar
            if thumb(bar, bar.position) != thumb(bar, new_value):
                bar.position = new_value
            else:
                # Told all the same: a bar that has no size yet, or another one next, is painted from it then.
                bar.set_reactive(ScrollBar.position, new_value)
        if round(old_value) != round(new_value):
            # `size` counts the scrollbar, which sees to itself.
            self.refresh(Region(0, 0, self.scrollable_content_region.width, self.size.height))


def thumb(bar: ScrollBar, position: float) -> tuple[int, int]:
    """Where the bar's thumb begins and how long it is at that position, in eighths of a cell, as Textual draws it."""
    cells, lines, window = bar.size.height, bar.window_virtual_size, bar.window_size
    if not cells or lines <= window:
        return 0, 0
    length = max(1.0, window * cells / lines)
    return int((cells - length) * position / (lines - window) * 8), ceil(length * 8)
