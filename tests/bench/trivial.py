"""The least that Textual can be asked to do: one Static with the text that is given. What paperterm's start is compared with."""

from __future__ import annotations

import os
import sys

os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.widgets import Static


class Trivial(App[None]):
    BINDINGS = [Binding("q", "quit")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        yield Static(sys.argv[1], markup=False)


Trivial().run()
