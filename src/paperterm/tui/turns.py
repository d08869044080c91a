"""One key at a time: a key is looked at when the one before it has had its effect.

Textual hands a key to the widget that has the focus when the key arrives, and what the widget does not use comes back to the
application later, as a binding. Keys that come in a burst, as over a slow line, overtake one another on that way: what is
typed behind `/` went to the article, and ^S saved a note before its last words had reached it.
"""

from __future__ import annotations

from collections import deque

from textual import events
from textual.app import App
from textual.message import Message
from textual.timer import Timer

LOOK, LOOKS = 0.1, 10
"""Seconds between two looks at a key under way, and looks after which it counts as done, whatever became of it: its widget
may have gone with its message. Looks, since while the interface stands still, as under load, no key gets on either."""


class Done(Message):
    """Follows a key on its way, from the widget with the focus up to the application, and so arrives when it is done."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


class Turns(App[None]):
    """An application whose keys wait for their turn."""

    def __init__(self, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._waiting: deque[events.Key | events.Paste] = deque()
        self._number = 0
        self._looks = 0
        self._under_way: Timer | None = None

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._waiting.append(event)
        if not self._under_way:
            await self._next()

    async def _next(self) -> None:
        if not self._waiting:
            return
        self._number += 1
        number = self._number
        self._looks = 0
        self._under_way = self.set_interval(LOOK, lambda: self._look_at(number))
        await super().on_event(self._waiting.popleft())
        (self.focused or self.screen).post_message(Done(number))

    async def _look_at(self, number: int) -> None:
        self._looks += 1
        if self._looks == LOOKS:
            await self._done(number)

    async def _done(self, number: int) -> None:
        if self._under_way and number == self._number:
            self._under_way.stop()
            self._under_way = None
            self.key_done()
            await self._next()

    def key_done(self) -> None:
        """Called when a key has had its effect, before the next one is looked at."""

    async def on_done(self, message: Done) -> None:
        await self._done(message.number)
