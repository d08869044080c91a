"""Waiting until keys have had their effect, and until everything that they began is done. Nothing here depends on how fast the
machine is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from textual.events import Key
from textual.pilot import Pilot

from paperterm.tui.turns import Turns

PATIENCE = 60.0
"""Seconds until what does not come counts as missing: far more than a slow machine needs."""
LOOK_EVERY = 0.01
LASTING = ("watch", "watch-library")
"""Groups of workers that look for changes again and again."""


async def until(pilot: Pilot[None], condition: Callable[[], Any], told: Callable[[], str]) -> None:
    """Waits until the condition holds; fails with what is told when it does not come to hold."""
    deadline = asyncio.get_running_loop().time() + PATIENCE
    while not condition():
        assert asyncio.get_running_loop().time() < deadline, told()
        await pilot.pause(LOOK_EVERY)


async def send(pilot: Pilot[None], *keys: Key) -> None:
    """Keys in a burst; waits until the last of them has had its effect, save for what it has the background do."""
    app = pilot.app
    assert isinstance(app, Turns)
    last = app._number + len(keys)  # the number that the last one is given when its turn comes
    for key in keys:
        app.post_message(key)
    await until(
        pilot,
        lambda: (app._number >= last and not app._under_way) or app._exit,
        lambda: f"{last - app._number} keys were never taken",
    )
    await pilot.pause()


async def painted(pilot: Pilot[None]) -> None:
    """Waits until everything that was asked to be repainted is."""
    done = asyncio.Event()
    await pilot.pause()
    pilot.app.screen.call_after_refresh(done.set)
    await done.wait()


async def settled(pilot: Pilot[None]) -> None:
    """Waits until everything that was begun is done. What the background brought may begin something more once it is painted:
    it is over when nothing is under way from one repaint to the next."""

    def under_way() -> bool:
        return any(worker.is_running and worker.group not in LASTING for worker in pilot.app.workers)

    busy = True
    while busy:
        await until(pilot, lambda: not under_way(), lambda: f"never ended: {[*pilot.app.workers]}")
        await painted(pilot)
        busy = under_way()
