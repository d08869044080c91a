"""Asking the terminal how wide it draws “ ” … — and the other characters whose width Unicode leaves open (UAX #11).

Rich, the C library and most terminals say one cell; terminals set up for Chinese may say two, and nothing but the cursor
tells. As Vim does: print one, ask where the cursor is (DSR 6), and paint over it. The answer comes to the application as
Textual's CursorPosition.
"""

from __future__ import annotations

from textual.app import App
from textual.geometry import Region

PROBE = "…"
ROW = 1
"""Not the first row: the answer from there is what Shift+F3 sends."""
QUESTION = f"\x1b7\x1b[{ROW + 1};1H\x1b[8m{PROBE}\x1b[6n\x1b8"
"""Save the cursor, go there, print unseen, ask, restore."""


def ask_width(app: App[None]) -> bool:
    """Ask; True where there is a terminal to answer. Whatever was printed for it is painted over."""
    driver = app._driver
    if driver is None or driver.is_headless or driver.is_web:
        return False
    driver.write(QUESTION)
    driver.flush()
    app.screen.refresh(Region(0, ROW, 4, 1))
    return True
