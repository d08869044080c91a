"""Part of the reader's screen: a number typed before a key, which says how often, or where to."""

from __future__ import annotations

from textual import events, on

from paperterm.tui.part import Part

MOST_DIGITS = 7
"""More digits than these are a key that was held down."""


class Repeating(Part):
    """Counting, as in vi. The digits have no keys of their own; any other key uses the number up."""

    count_told = ""
    """The number as far as it is typed."""
    _typed_now = False

    @property
    def count_given(self) -> int | None:
        """The number typed before the key that is being looked at; None where there was none."""
        return int(self.count_told) if self.count_told else None

    @property
    def times(self) -> int:
        """How often the key that is being looked at counts."""
        return self.count_given or 1

    @on(events.Key)
    def _digit(self, event: events.Key) -> None:
        char = event.character or ""
        if len(char) == 1 and char.isdecimal() and getattr(self.focused, "pane", None):
            digit = str(int(char))  # whatever its width
            if digit != "0" or self.count_told:
                self.count_told = (self.count_told + digit)[:MOST_DIGITS]
                self._typed_now = True
                self.tell_far()
                event.stop()

    def key_done(self) -> None:
        """A key has had its effect: unless it was a digit, the number is used up."""
        if self._typed_now:
            self._typed_now = False
        elif self.count_told:
            self.count_told = ""
            self.tell_far()
