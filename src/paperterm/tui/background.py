"""Work on the disk, away from the interface's thread: in order, one piece after another, and finished before we leave."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from paperterm.actions.session import failures

Result = TypeVar("Result")


class Background:
    """One thread that reads, one that writes, and two for what may take long: a search never holds back a note, nor a
    dictionary that is loaded an article."""

    def __init__(self) -> None:
        self._thinkers = ThreadPoolExecutor(2, thread_name_prefix="think")
        self._readers = ThreadPoolExecutor(1, thread_name_prefix="read")
        self._writers = ThreadPoolExecutor(1, thread_name_prefix="write")

    async def read(self, work: Callable[[], Result]) -> Result:
        """The result of `work`, done behind what was asked for before. Raises Failure with a sentence."""
        return await self._do(self._readers, work)

    async def think(self, work: Callable[[], Result]) -> Result:
        """As `read`, for what may take long; beside one other such work. Whoever asks sees to it that it ends when we leave."""
        return await self._do(self._thinkers, work)

    async def write(self, work: Callable[[], Result]) -> Result:
        return await self._do(self._writers, work)

    def write_later(self, work: Callable[[], object]) -> None:
        """As `write`, for what nobody waits for."""
        self._writers.submit(work)

    def finish(self) -> None:
        """Waits until everything asked for is on the disk."""
        self._thinkers.shutdown(wait=True, cancel_futures=True)
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._writers.shutdown(wait=True)

    async def _do(self, pool: ThreadPoolExecutor, work: Callable[[], Result]) -> Result:
        def guarded() -> Result:
            with failures():
                return work()

        return await asyncio.get_running_loop().run_in_executor(pool, guarded)
