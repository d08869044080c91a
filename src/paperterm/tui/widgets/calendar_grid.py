"""A year of days, those with an issue marked; a cursor stands on one of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from paperterm.tui.issue_calendar import HEIGHT, Day, day_at, height, line, line_of
from paperterm.tui.language import t
from paperterm.tui.widgets.component_style import overlay
from paperterm.tui.widgets.line_view import LineView


class CalendarGrid(LineView, inherit_bindings=False):
    """Has no keys of its own."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {  # noqa: RUF012
        "calendar--month", "calendar--weekday", "calendar--day", "calendar--read", "calendar--unread", "calendar--cursor",
    }  # fmt: skip

    class Moved(Message):
        """The cursor is on another day."""

    class Chosen(Message):
        """A day was clicked that had the cursor already, or has an issue."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.day = date(2000, 1, 1)
        self._days: Mapping[date, Day] = {}

    def show(self, days: Mapping[date, Day], day: date) -> None:
        """Show these issues, the cursor on `day`."""
        self._days = days
        self.go(day)

    def go(self, day: date) -> None:
        """The cursor to a day, and its year into sight."""
        self.day = day
        self.virtual_size = Size(self._columns, height(self._columns))
        self._show_cursor(self.scroll_offset.y)
        self.refresh()
        self.post_message(self.Moved())

    @property
    def _columns(self) -> int:
        return self.scrollable_content_region.width

    def _show_cursor(self, first: int) -> None:
        """Scroll as far as it takes to see the cursor's day where `first` is the first line."""
        row, lines = line_of(self.day, self._columns), self.size.height
        if not lines:
            return
        if row - 2 < first:
            first = max(0, row - 7)
        elif row >= first + lines:
            first = row - lines + 2
        self.scroll_to(y=first, animate=False, force=True)

    def on_resize(self) -> None:
        self.virtual_size = Size(self._columns, height(self._columns))
        self._show_cursor(0)  # whatever sizes it had on the way to this one

    def on_click(self, event: events.Click) -> None:
        found = day_at(self.day.year, self.scroll_offset.y + event.y, event.x, self._columns)
        if found is not None:
            again = found == self.day or found in self._days
            self.go(found)
            if again:
                self.post_message(self.Chosen())

    def render_line(self, y: int) -> Strip:
        columns, number = self._columns, self.scroll_offset.y + y
        plain = self.rich_style
        if number >= height(columns):
            return Strip.blank(columns, plain)
        segments, at = [], 0
        for cell in line(self.day.year, number, columns, t("MoTuWeThFrSaSu")):
            segments.append(Segment(" " * (cell.left - at), plain))
            style = self.get_component_rich_style(self._style_of(cell.day, number))
            if cell.day == self.day and cell.day is not None:
                style += overlay(self, "calendar--cursor")
            segments.append(Segment(cell.text, style))
            at = cell.left + Segment(cell.text).cell_length
        return Strip(segments).adjust_cell_length(columns, plain)

    def _style_of(self, day: date | None, number: int) -> str:
        if day is None:
            return "calendar--weekday" if number % HEIGHT else "calendar--month"
        issue = self._days.get(day)
        if issue is None:
            return "calendar--day"
        return "calendar--unread" if issue.unread else "calendar--read"
