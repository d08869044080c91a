"""The line in which one types what the row says that one wants to go to."""

from __future__ import annotations

from paperterm.tui.language import t
from paperterm.tui.widgets.search_bar import SearchBar


class SeekBar(SearchBar):
    """As the search bar; the cursor of the list is at the row while one types. Enter stays there, Escape goes back."""

    INPUT = "seek-words"
    SIGN = " ; "

    def example(self) -> str:
        return t("words of a row, or initials: grrb")
