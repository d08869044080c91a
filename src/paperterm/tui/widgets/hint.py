"""What a person sees on the very first start, until the first key."""

from __future__ import annotations

from textual.widgets import Static

from paperterm.tui.bindings import told


class Hint(Static):
    """Some keys to begin with, above the bottom line."""

    def __init__(self) -> None:
        text = told(
            "Welcome. {article_page_down} turns the page, {article_next} and {article_previous} go to the next article and "
            "back, {search_open} searches, {note_add} writes a note, {app_help} lists all keys. Any key takes this away."
        )
        super().__init__(text, id="hint", markup=False)
