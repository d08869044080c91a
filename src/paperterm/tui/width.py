"""Asking the terminal how wide it draws “ ” … — and the other characters whose width Unicode leaves open (UAX #11).

Rich, the C library and most terminals say one cell; terminals set up for Chinese may say two, and nothing but the cursor
tells. As Vim does: print one, ask where the cursor is (DSR 6), and paint over it.
"""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import App
from textual.geometry import Region

PROBE = "…"
ROW = 1
"""Not the first row: the answer from there is what Shift+F3 sends."""
QUESTION = f"\x1b7\x1b[{ROW + 1};1H\x1b[8m{PROBE}\x1b[6n\x1b8"
"""Save the cursor, go there, print unseen, ask, restore."""


class AsksWidth(App[None]):
    """An application that asks its terminal once."""

    ambiguous = 1
    """Cells that an ambiguous character takes; 1 where the terminal did not say."""
    _answer: Callable[[int], None] | None = None

    def ask_width(self, answer: Callable[[int], None]) -> None:
        """Ask, and have `answer` called with the number of cells when the terminal tells; never where it does not."""
        driver = self._driver
        if driver is None or driver.is_headless or driver.is_web:
            return
        self._answer = answer
        driver.write(QUESTION)
        driver.flush()
        self.screen.refresh(Region(0, ROW, 4, 1))

    def on_cursor_position(self, event: events.CursorPosition) -> None:
        answer, self._answer = self._answer, None
        if answer and event.y == ROW:
            self.ambiguous = event.x
            answer(event.x)
