"""The line above the issues that leaves only those which fit."""

from __future__ import annotations

from paperterm.tui.language import t
from paperterm.tui.widgets.search_bar import SearchBar


class IssueFilterBar(SearchBar):
    """As the search bar; Enter and Tab go to the list, Escape shows all of it again."""

    INPUT = "issue-query"

    def example(self) -> str:
        return t("报纸:  date:2025-03  类型:图片  标签:  words")
