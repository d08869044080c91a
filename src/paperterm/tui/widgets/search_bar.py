"""The search bar: what is looked for, what that may become, and how much was found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static

from paperterm.tui.language import t
from paperterm.tui.widgets.offers import Offers
from paperterm.tui.widgets.query_input import QueryInput

Offer = tuple[str, str]
"""A word, and the query that it makes."""


class SearchBar(Horizontal):
    """One line at the top. Up and down move in the hits while one types. At the end of the line, right takes the first word
    that is offered, pressed again the next, and behind the last what was typed."""

    DEFAULT_CSS = """
    SearchBar { height: 1; display: none; }
    SearchBar.-open { display: block; }
    SearchBar > .search--sign { width: 3; }
    SearchBar > QueryInput { width: 1fr; height: 1; border: none; padding: 0; }
    SearchBar > QueryInput:focus { border: none; }
    SearchBar > .search--count { width: auto; padding: 0 2; }
    """
    INPUT = "query"
    SIGN = " / "
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

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._offers: tuple[Offer, ...] = ()
        self._taken = -1
        self._typed = ""
        self._took: str | None = None

    def compose(self) -> ComposeResult:
        yield Static(self.SIGN, classes="search--sign", markup=False)
        yield QueryInput(id=self.INPUT, placeholder=self.example(), select_on_focus=True)
        yield Offers()
        yield Static("", classes="search--count", markup=False)

    def example(self) -> str:
        """What stands in the bar while nothing is typed."""
        return t('words  "a phrase"  标题:  date:2025-03  -without')

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
        self.offer(())

    def close(self) -> None:
        """Out of sight, with what was typed kept."""
        self.remove_class("-open")

    def count(self, text: str) -> None:
        self.query_one(".search--count", Static).update(text)

    # -- words that are offered

    @property
    def query_text(self) -> str:
        """What is typed."""
        return self.query_one(QueryInput).value

    def say_instead(self, sentence: str) -> None:
        """Say this while nothing is offered."""
        if not self._offers and self.query_text:
            self._show_offers(sentence)

    def offer(self, offers: Sequence[Offer], instead: str = "") -> None:
        """Offer these for what is typed; where there are none, `instead` may be said."""
        self._offers, self._taken, self._took = tuple(offers), -1, None
        self._typed = self.query_one(QueryInput).value
        self._show_offers(instead)

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What is offered and shown."""
        return self._offers

    def took(self, query: str) -> bool:
        """Is this query the work of `take`? Then the offers stay, to be gone through."""
        return self._took == query

    def take(self, index: int) -> None:
        """Take the word with this number; -1 takes back."""
        self._taken = index
        field = self.query_one(QueryInput)
        field.value = self._took = self._offers[index][1] if index >= 0 else self._typed
        field.cursor_position = len(field.value)
        self._show_offers("")

    def take_next(self) -> None:
        if self._offers and self.query_text in (self._typed, self._took):  # else they are for what was typed before
            self.take(self._taken + 1 if self._taken + 1 < len(self._offers) else -1)

    def _show_offers(self, instead: str) -> None:
        room = max(0, self.size.width // 2 - 8)
        fitting = self.query_one(Offers).show([word for word, _ in self._offers], room, self._taken, instead)
        self._offers = self._offers[:fitting]

    @on(QueryInput.BeyondEnd)
    def _beyond_end(self, event: QueryInput.BeyondEnd) -> None:
        event.stop()
        self.take_next()

    @on(Offers.Chosen)
    def _offer_chosen(self, event: Offers.Chosen) -> None:
        event.stop()
        self.take(event.index)
        self.query_one(QueryInput).focus()

    # -- keys

    def action_move(self, step: int) -> None:
        self.post_message(self.Moved(self, step))

    def action_save(self) -> None:
        self.post_message(self.Saved(self, self.query_one(QueryInput).value))

    def action_leave(self) -> None:
        self.post_message(self.Left(self, False))

    def action_shut(self) -> None:
        self.post_message(self.Left(self, True))
