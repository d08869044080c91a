"""Part of the reader's screen: writing to the notebook, tried again until it can be written."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from paperterm.actions.answer import Failure
from paperterm.tui.language import retold, t, tn
from paperterm.tui.part import Part

Result = TypeVar("Result")


class Writing(Part):
    """What a person kept is on the disk, or still on its way there."""

    RETRY_SECONDS = 5.0
    unsaved = 0
    """Changes that could not be written yet."""
    _warned = False

    async def write_notebook(self, change: Callable[[], Result]) -> Result:
        """The result of the change, in the background. Where the disk does not let it be written it is tried again, and the
        bottom line says so. Raises Failure for what trying again would not mend."""
        self.unsaved += 1
        try:
            while True:
                try:
                    return await self.background.write(change)
                except Failure as failure:
                    if not failure.again or self.leaving:
                        raise
                    told = t(
                        "Not saved yet: {reason} It is tried again every {seconds} seconds.",
                        reason=retold(failure.message),
                        seconds=f"{self.RETRY_SECONDS:g}",
                    )
                    self.say(told, error=True)
                await asyncio.sleep(self.RETRY_SECONDS)
        finally:
            self.unsaved -= 1

    def may_leave(self) -> bool:
        """May the reader be left? While something is not saved it asks for a second time."""
        if not self.unsaved or self._warned:
            return True
        self._warned = True
        told = tn(
            "A change is not saved yet; once more leaves without.",
            "{count} changes are not saved yet; once more leaves without.",
            self.unsaved,
        )
        self.say(told, error=True)
        return False
