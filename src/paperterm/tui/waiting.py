"""Part of the reader's screen: what takes long is told, and can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from time import monotonic
from typing import TypeVar

from textual.worker import Worker, get_current_worker

from paperterm.tui.bindings import told
from paperterm.tui.language import t
from paperterm.tui.part import Part
from paperterm.tui.widgets.bars import KeyBar

Result = TypeVar("Result")

PATIENCE = 0.2
"""Seconds of waiting after which it is told what is waited for."""
AGAIN = 1.0
"""Seconds between two times that it is told for how long."""


@dataclass(eq=False, slots=True)
class _Wait:
    """Something waited for: by which worker, since when (seconds), and what was said of it last."""

    worker: Worker[object]
    telling: str
    begun: float
    stop: Event
    said: str = ""


class Waiting(Part):
    """Waiting for the background, without waiting in the interface."""

    _waits: list[_Wait] | None = None
    """What is waited for just now, the newest last."""

    async def patiently(self, work: Callable[[], Result], telling: str, stop: Event | None = None) -> Result:
        """The result of `work`, done in the background; the bottom line says `telling` while it takes long. Whoever waits
        can give it up: `stop` is set then, and the worker that waits is cancelled. Raises Failure."""
        wait = _Wait(get_current_worker(), telling, monotonic(), stop or Event())
        self._waits = [*(self._waits or ()), wait]
        timer = self.set_timer(PATIENCE, lambda: self._tell_wait(wait))
        try:
            return await self.background.read(work)
        finally:
            timer.stop()
            self._waits.remove(wait)
            if wait.said and not self.leaving and self.query_one(KeyBar).message == wait.said:
                self.say("")

    def _tell_wait(self, wait: _Wait) -> None:
        """Say what is waited for, and since when, as long as it is."""
        if self._waits and wait in self._waits and not self.leaving:
            seconds = int(monotonic() - wait.begun)
            wait.said = " ".join(
                (wait.telling, *((f"{seconds} s",) if seconds else ()), told("{select_cancel} stops it."))
            )
            self.say(wait.said)
            self.set_timer(AGAIN, lambda: self._tell_wait(wait))

    def action_select_cancel(self) -> None:
        """Stop what is waited for; where nothing is, take the selection away."""
        if self._waits:
            wait = self._waits[-1]
            wait.stop.set()
            wait.worker.cancel()
            self.say(t("Stopped."))
        else:
            self.reading.cancel_selection()

    def on_unmount(self) -> None:
        for wait in self._waits or ():
            wait.stop.set()
