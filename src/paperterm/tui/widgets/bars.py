"""The two bars of the screen: above, where we are; below, the keys that apply here, or a message."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from paperterm.text.cells import cell_width, cut
from paperterm.text.wrap import Line, wrap
from paperterm.tui.setting import shown

EDGE = 1
"""Cells at both ends."""
GAP = "  "
"""Between two keys."""
KeyWord = tuple[str, str, str]
"""A key, its word, and the action that a click on them runs."""


def _width(key: KeyWord) -> int:
    return cell_width(key[0]) + 1 + cell_width(key[1]) + len(GAP)


class PlaceBar(Widget):
    """Where we are: paper, date and page at the left, how far at the right."""

    DEFAULT_CSS = "PlaceBar { height: 1; dock: top; }"
    COMPONENT_CLASSES = {"bar--where", "bar--how-far"}  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__(id="place")
        self._where, self._far = "", ""

    def tell(self, where: str | None = None, far: str | None = None) -> None:
        """Show these; None leaves what is there."""
        where = self._where if where is None else where
        far = self._far if far is None else far
        if (where, far) != (self._where, self._far):
            self._where, self._far = where, far
            self.refresh()

    def render_line(self, y: int) -> Strip:
        columns = self.size.width
        plain = self.rich_style
        far = shown(self._far)
        room = columns - 2 * EDGE - cell_width(far) - 1
        where = cut(shown(self._where), max(0, room))
        gap = max(0, columns - 2 * EDGE - cell_width(where) - cell_width(far))
        strip = Strip(
            [
                Segment(" " * EDGE, plain),
                Segment(where, self.get_component_rich_style("bar--where")),
                Segment(" " * gap, plain),
                Segment(far, self.get_component_rich_style("bar--how-far")),
            ]
        )
        return strip.adjust_cell_length(columns, plain)


class KeyBar(Widget):
    """Keys and what they do, as many as fit; a message takes their place for some seconds, on as many lines as it needs."""

    DEFAULT_CSS = "KeyBar { height: 1; dock: bottom; }"
    COMPONENT_CLASSES = {"bar--key", "bar--word", "bar--message", "bar--error"}  # noqa: RUF012
    SECONDS = 6.0
    MOST_LINES = 4

    def __init__(self) -> None:
        super().__init__(id="keys")
        self._keys: tuple[KeyWord, ...] = ()
        self._always: tuple[KeyWord, ...] = ()
        self._message, self._error = "", False
        self._said = 0

    def show_keys(self, keys: Sequence[KeyWord], always: Sequence[KeyWord]) -> None:
        """As many of `keys` as fit, then those that are `always` shown."""
        if (tuple(keys), tuple(always)) != (self._keys, self._always):
            self._keys, self._always = tuple(keys), tuple(always)
            self.refresh()

    def say(self, message: str, error: bool = False) -> None:
        """Show a sentence; "" takes it away."""
        self._message, self._error = shown(" ".join(message.split())), error
        self._said += 1
        self.set_class(bool(self._message), "-speaking")
        self._fit()
        self.refresh()
        if message:
            said = self._said
            self.set_timer(self.SECONDS * (2 if error else 1), lambda: self._forget(said))

    @property
    def message(self) -> str:
        return self._message

    def on_resize(self) -> None:
        self._fit()

    def _lines(self) -> list[Line]:
        return wrap(self._message, max(1, self.size.width - 2 * EDGE)) if self._message else []

    def _fit(self) -> None:
        """As high as the message needs: the end of a sentence says what to do."""
        height = max(1, min(len(self._lines()), self.MOST_LINES, self.screen.size.height // 3))
        if self.size.height != height:
            self.styles.height = height

    def _forget(self, said: int) -> None:
        if said == self._said:
            self.say("")

    def render_line(self, y: int) -> Strip:
        columns = self.size.width
        plain = self.rich_style
        if self._message:
            style = self.get_component_rich_style("bar--error" if self._error else "bar--message")
            lines = self._lines()
            last = y + 1 == self.size.height
            text = self._message[lines[y].start : None if last else lines[y].end] if y < len(lines) else ""
            text = cut(text, columns - 2 * EDGE)
            return Strip([Segment(" " * EDGE, plain), Segment(text, style)]).adjust_cell_length(columns, plain)
        key_style = self.get_component_rich_style("bar--key")
        word_style = self.get_component_rich_style("bar--word")
        segments = [Segment(" " * EDGE, plain)]
        room = columns - 2 * EDGE - sum(_width(key) for key in self._always)
        fitting = []
        for key in self._keys:
            room -= _width(key)
            if room < 0:
                break
            fitting.append(key)
        for name, word, action in (*fitting, *self._always):
            meta = Style(meta={"bar_action": action})
            segments += [Segment(name, key_style + meta), Segment(f" {word}", word_style + meta), Segment(GAP, plain)]
        return Strip(segments).adjust_cell_length(columns, plain)

    async def on_click(self, event: events.Click) -> None:
        action = event.style.meta.get("bar_action")
        if action:
            await (self.screen.focused or self.screen).run_action(action)
