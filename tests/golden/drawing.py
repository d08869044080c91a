"""A running reader's screen as text: its cells, and below them a letter for the style of each."""

from __future__ import annotations

import re

from textual.app import App
from textual.widgets import Input, TextArea

from paperterm.text.cells import cell_width
from tests.golden.legend import GROUND, Legend

MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")
"""When a note was written: another moment in every run, told as the same."""


def drawn(app: App[None], legend: Legend) -> str:
    """The screen, screens below it included: its rows, an empty line, and as many rows of letters. What is left out at
    the ends of rows is blank and has the colour of the page."""
    cells, styles = [], []
    update = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens, simplify=True)
    for strips in update.strips:  # type: ignore[union-attr]
        row, letters = "", ""
        for segment in (segment for strip in strips for segment in strip):
            for char in segment.text:
                row += char
                letters += legend.letter(segment.style, char.isspace()) * cell_width(char)
        cells.append(MOMENT.sub("2025-01-02 03:04", row).rstrip())
        styles.append(letters.rstrip(GROUND))
    return "\n".join((*cells, "", *styles)) + "\n"


def hold_still(app: App[None]) -> None:
    """Nothing blinks any more."""
    for widget in (*app.screen.query(Input), *app.screen.query(TextArea)):
        widget.cursor_blink = False
