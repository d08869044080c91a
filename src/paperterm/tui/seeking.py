"""Part of the reader's screen: going to a row of a list by typing what it says."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from paperterm.actions.answer import Failure
from paperterm.text.fold import searchable
from paperterm.tui.language import t
from paperterm.tui.panes import ListPane
from paperterm.tui.part import Part

if TYPE_CHECKING:
    from textual.widgets import Input
    from textual.worker import WorkType

    from paperterm.tui.widgets.search_bar import SearchBar
    from paperterm.tui.widgets.seek_bar import SeekBar

LOOK = 256
"""Rows between two looks whether something else is typed by now."""


class Seeking(Part):
    """Rows by their words."""

    _sought_in: ListPane | None = None
    _sought_from = 0
    """The row where the cursor was when one began to type."""
    _unsought: threading.Event | None = None
    """Set when something else is sought."""

    async def action_list_seek(self) -> None:
        # The bar is there when this returns: what is typed at once goes into it.
        from paperterm.tui.widgets.seek_bar import SeekBar

        if not isinstance(self.focused, ListPane):
            return
        if not self.focused.length:
            self.say(t("There are no rows to go to."))
            return
        self._sought_in, self._sought_from = self.focused, self.focused.cursor
        if not self.query("#seek"):
            await self.mount(SeekBar(id="seek"), before="#panes")
        self._seek_bar.clear()
        self._seek_bar.open()

    @property
    def _seek_bar(self) -> SeekBar:
        from paperterm.tui.widgets.seek_bar import SeekBar

        return self.query_one("#seek", SeekBar)

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input.id == "seek-words":
            self._seek(event.value, self._sought_from, 1)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.input.id == "seek-words":
            self._leave_seek()

    def on_search_bar_moved(self, event: SearchBar.Moved) -> None:
        if event.bar.id == "seek" and self._sought_in:
            self._seek(event.bar.query_text, self._sought_in.cursor + event.step, event.step)

    def on_search_bar_left(self, event: SearchBar.Left) -> None:
        if event.bar.id != "seek":
            return
        if event.shut and self._sought_in:
            self._sought_in.go(self._sought_from)
        self._leave_seek()

    def _leave_seek(self) -> None:
        self._seek_bar.close()
        if self._sought_in:
            self.focus_side(self._sought_in.pane)

    def _seek(self, words: str, start: int, step: int) -> None:
        """The cursor to the first row from `start` on that holds these words."""
        if self._unsought:
            self._unsought.set()
        self._unsought = threading.Event()
        if not words.strip():
            self._seek_bar.count("")
            if self._sought_in:
                self._sought_in.go(self._sought_from)
            return
        seek: WorkType[None] = partial(self._find_row, words, start, step, self._unsought)
        self.run_worker(seek, group="seek", exclusive=True)

    async def _find_row(self, words: str, start: int, step: int, stop: threading.Event) -> None:
        rows = self._sought_in
        if rows is None:
            return
        try:
            found = await self.background.think(
                lambda: row_with(words, rows.text_of, rows.length, start, step, stop.is_set)
            )
        except Failure as failure:
            self.fail(failure)
            return
        if self.leaving or stop.is_set():
            return
        self._seek_bar.count(t("no such row") if found is None else "")
        if found is not None:
            rows.go(found)


def row_with(
    words: str, text_of: Callable[[int], str], length: int, start: int, step: int, stop: Callable[[], bool]
) -> int | None:
    """The first row, from `start` on in steps of `step` and round to `start` again, whose text holds the words as a search
    would find them, or the initials of whose pinyin hold them. None where there is none, or when stopped."""
    from paperterm.text.romanise import initials

    needle = searchable(words)
    latin = needle.isascii() and needle.isalnum()

    def order() -> Iterator[int]:
        for count in range(length):
            yield (start + count * (1 if step > 0 else -1)) % length

    for count, row in enumerate(order(), 1):
        text = text_of(row)
        if needle in searchable(text) or (latin and needle in initials(text)):
            return row
        if count % LOOK == 0 and stop():
            return None
    return None
