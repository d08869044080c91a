"""The search bar: what is looked for, and how much was found."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static

from paperterm.tui.widgets.query_input import QueryInput


class SearchBar(Horizontal):
    """One line at the top. Up and down move in the hits while one types."""

    DEFAULT_CSS = """
    SearchBar { height: 1; display: none; }
    SearchBar.-open { display: block; }
    SearchBar > .search--sign { width: 3; }
    SearchBar > QueryInput { width: 1fr; height: 1; border: none; padding: 0; }
    SearchBar > QueryInput:focus { border: none; }
    SearchBar > .search--count { width: auto; padding: 0 2; }
    """
    INPUT = "query"
    PLACEHOLDER = 'words  "a phrase"  标题:  date:2025-03  -without'
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "move(1)", "Next hit", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", "Hit before", show=False, priority=True),
        Binding("tab", "leave", "To the hits", show=False, priority=True),
        Binding("ctrl+s", "save", "Save the search", show=False),
        Binding("escape", "shut", "Back to the article", show=False),
    ]

    class Moved(Message):
        """The cursor of the hits is to move by `step`."""

        def __init__(self, bar: SearchBar, step: int) -> None:
            super().__init__()
            self.bar, self.step = bar, step

        @property
        def control(self) -> SearchBar:
            return self.bar

    class Left(Message):
        """The bar is left, for the hits or (`shut`) for the article."""

        def __init__(self, bar: SearchBar, shut: bool) -> None:
            super().__init__()
            self.bar, self.shut = bar, shut

        @property
        def control(self) -> SearchBar:
            return self.bar

    class Saved(Message):
        """What is typed is to be saved."""

        def __init__(self, bar: SearchBar, query: str) -> None:
            super().__init__()
            self.bar, self.query = bar, query

        @property
        def control(self) -> SearchBar:
            return self.bar

    def compose(self) -> ComposeResult:
        yield Static(" / ", classes="search--sign", markup=False)
        yield QueryInput(id=self.INPUT, placeholder=self.PLACEHOLDER, select_on_focus=True)
        yield Static("", classes="search--count", markup=False)

    def open(self) -> None:
        """Ready to type; what was typed before is selected, so that typing replaces it."""
        self.add_class("-open")
        # What is not displayed cannot have the focus, and the next key may be here already: the style sheet must not wait.
        self.app.stylesheet.update_nodes([self])
        self.screen.set_focus(self.query_one(QueryInput))

    def clear(self) -> None:
        """Nothing is typed in it any more. Posts nothing."""
        field = self.query_one(QueryInput)
        with field.prevent(QueryInput.Changed):
            field.value = ""
        self.count("")

    def close(self) -> None:
        """Out of sight, with what was typed kept."""
        self.remove_class("-open")

    def count(self, text: str) -> None:
        self.query_one(".search--count", Static).update(text)

    def action_move(self, step: int) -> None:
        self.post_message(self.Moved(self, step))

    def action_save(self) -> None:
        self.post_message(self.Saved(self, self.query_one(QueryInput).value))

    def action_leave(self) -> None:
        self.post_message(self.Left(self, False))

    def action_shut(self) -> None:
        self.post_message(self.Left(self, True))
