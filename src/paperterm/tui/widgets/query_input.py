"""The search bar's input line."""

from __future__ import annotations

from textual.geometry import Offset
from textual.message import Message
from textual.widgets import Input


class QueryInput(Input):
    """An input line whose terminal cursor stands on its caret.

    Textual's own stands one cell too far right when the caret is at the end, and input methods open their window of
    candidates there.
    """

    class BeyondEnd(Message):
        """The caret was to go on where the text ends."""

    def action_cursor_right(self, select: bool = False) -> None:
        if not select and self.selection.is_empty and self.cursor_at_end:
            self.post_message(self.BeyondEnd())
        else:
            super().action_cursor_right(select)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the caret is on the screen, in cells."""
        x, y, _width, _height = self.content_region
        return Offset(x + self._position_to_cell(self.cursor_position) - self.scroll_offset.x, y)

    def watch_scroll_x(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_x(old_value, new_value)
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset  # Input said where it is before it scrolled
