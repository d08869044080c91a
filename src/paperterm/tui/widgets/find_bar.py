"""The search bar of the library: where it looks and in which order what it finds comes stand in it."""

from __future__ import annotations

from typing import ClassVar, Literal

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from paperterm.tui.widgets.search_bar import SearchBar

Wish = Literal["scope", "sort", "facets"]


class FindBar(SearchBar):
    """As the search bar; ^L looks elsewhere, ^O orders otherwise, ^B counts. A click on the words that tell them does so,
    too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+l", "wish('scope')", "Search elsewhere", show=False, priority=True),
        Binding("ctrl+o", "wish('sort')", "Order", show=False, priority=True),
        Binding("ctrl+b", "wish('facets')", "Hits by", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    FindBar > .search--sign { width: auto; }
    FindBar > .search--sort { width: auto; }
    """

    class Wished(Message):
        """Something else than another query is wanted."""

        def __init__(self, bar: FindBar, wish: Wish) -> None:
            super().__init__()
            self.bar, self.wish = bar, wish

        @property
        def control(self) -> FindBar:
            return self.bar

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield Static("", classes="search--sort", markup=False)

    def tell(self, scope: str, sort: str) -> None:
        """Where it looks and in which order; "" for everywhere and the usual order."""
        self.query_one(".search--sign", Static).update(f" {scope} / " if scope else " / ")
        self.query_one(".search--sort", Static).update(f"{sort}  " if sort else "")

    def on_click(self, event: events.Click) -> None:
        wishes: dict[str, Wish] = {"search--sign": "scope", "search--sort": "sort", "search--count": "facets"}
        for name, wish in wishes.items():
            if event.widget is not None and event.widget.has_class(name):
                self.post_message(self.Wished(self, wish))

    def action_wish(self, wish: Wish) -> None:
        self.post_message(self.Wished(self, wish))
