"""The line above the notes that leaves only those which fit."""

from __future__ import annotations

from paperterm.tui.language import t
from paperterm.tui.widgets.search_bar import SearchBar


class FilterBar(SearchBar):
    """As the search bar; Enter and Tab go to the list, Escape shows all of it again."""

    INPUT = "filter"

    def example(self) -> str:
        return t("words  标签:  报纸:  date:2025-03  有:笔记")
