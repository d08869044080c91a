"""A reader that is shown in a browser: what it must do without a terminal."""

from __future__ import annotations

import os

from textual.app import App

LOOK = 2.0
"""Seconds between two looks whether the server is still there."""


def settle_in(app: App[None]) -> None:
    """Once, when the reader is mounted: take the keys, and leave together with the server.

    Textual takes a reader in a browser for one that nobody looks at until the page says otherwise, and the page has
    said so before there was a reader to hear it. When the server is gone, be it by a kill, nothing else would tell the
    reader, and it would go on for ever with nobody before it.
    """
    server = os.getppid()

    def take_keys() -> None:
        app.app_focus = True
        if app.screen.focused is None and app.screen.AUTO_FOCUS:
            app.screen.query(app.screen.AUTO_FOCUS).first().focus()

    def look() -> None:
        if os.getppid() != server:
            app.exit()

    app.call_after_refresh(take_keys)
    app.set_interval(LOOK, look)
