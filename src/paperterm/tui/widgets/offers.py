"""The words that the query may become, in the search bar behind what is typed."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from paperterm.text.cells import cell_width
from paperterm.tui.setting import shown

KEY = "→ "
"""What takes the first, and stands before it."""
GAP = "  "


class Offers(Widget):
    """As many words as there is room for, on one line; the one that was taken is marked. A click takes one."""

    DEFAULT_CSS = "Offers { width: auto; height: 1; }"
    COMPONENT_CLASSES = {"offers--key", "offers--word", "offers--taken"}  # noqa: RUF012

    class Chosen(Message):
        """A word was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self) -> None:
        super().__init__()
        self._words: tuple[str, ...] = ()
        self._taken = -1
        self._instead = ""

    def show(self, words: Sequence[str], room: int, taken: int = -1, instead: str = "") -> int:
        """Show the first of `words`, as many as `room` cells hold; how many that are. Where it is none, `instead` is said if
        it fits."""
        left = room - cell_width(KEY)
        fitting: list[str] = []
        for word in map(shown, words):
            left -= cell_width(word) + (len(GAP) if fitting else 0)
            if left < 0:
                break
            fitting.append(word)
        instead = "" if fitting or cell_width(instead) > room else instead
        if (tuple(fitting), taken, instead) != (self._words, self._taken, self._instead):
            self._words, self._taken, self._instead = tuple(fitting), taken, instead
            self.refresh(layout=True)
        return len(fitting)

    @property
    def text(self) -> str:
        """What is shown."""
        return KEY + GAP.join(self._words) if self._words else self._instead

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return cell_width(self.text)

    def render_line(self, y: int) -> Strip:
        plain = self.rich_style
        word_style, taken_style = map(self.get_component_rich_style, ("offers--word", "offers--taken"))
        if not self._words:
            return Strip([Segment(self._instead, word_style)]).adjust_cell_length(self.size.width, plain)
        segments = [Segment(KEY, self.get_component_rich_style("offers--key"))]
        for index, word in enumerate(self._words):
            style = taken_style if index == self._taken else word_style
            segments += [Segment(word, style + Style(meta={"offer": index})), Segment(GAP, plain)]
        return Strip(segments[:-1]).adjust_cell_length(self.size.width, plain)

    def on_click(self, event: events.Click) -> None:
        index = event.style.meta.get("offer")
        if index is not None:
            event.stop()
            self.post_message(self.Chosen(index))
