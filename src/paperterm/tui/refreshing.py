"""Part of the reader's screen: pages imported while one reads already."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from math import inf
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from paperterm.actions.answer import Failure
from paperterm.actions.session import failures
from paperterm.tui.language import retold, t
from paperterm.tui.part import Part

if TYPE_CHECKING:
    from paperterm.library.account import Progress, Summary


EVERY = 0.1
"""Seconds between two looks of the line that tells how far it is."""


class Refreshing(Part):
    """Bringing the library up to date."""

    _stopping = False
    _fault = ""

    def refresh_library(self, paths: Sequence[Path]) -> None:
        """Import what is new or changed under `paths`, behind the screen."""
        self.run_worker(self._refresh(paths), group="import", exclusive=True)

    def stop_refreshing(self) -> None:
        self._stopping = True

    def tell_notices(self) -> None:
        """Say what a person should know of library and index."""
        if notices := self.session.taken_notices():
            self.say(" ".join(map(retold, notices)), error=True)

    def mend_index(self) -> None:
        """Have an index that a search did without made anew, behind the screen; once for every fault."""
        if (fault := self.session.library.index_fault) and fault != self._fault:
            self._fault = fault
            self.run_worker(self._mend_index(), group="index")

    async def _mend_index(self) -> None:
        from paperterm.actions.mending import mend_index

        loop = asyncio.get_running_loop()

        def work() -> None:
            for sentence in mend_index(self.session, inf, lambda: self._stopping):
                loop.call_soon_threadsafe(partial(self.say, sentence, error=True))

        try:
            await asyncio.to_thread(work)
        except Failure as failure:
            self.fail(failure)

    async def _refresh(self, paths: Sequence[Path]) -> None:
        from paperterm.actions.taking import take_in

        loop = asyncio.get_running_loop()

        last = 0.0

        def told(progress: Progress) -> None:
            nonlocal last
            now = monotonic()
            if now - last < EVERY and progress.done < progress.total:
                return
            last = now
            far = t("Reading pages: {done} of {total}", done=progress.done, total=progress.total)
            loop.call_soon_threadsafe(self.say, far)

        def work() -> Summary:
            from paperterm.ingest.workers import cores

            with failures():
                # At least two: parsing in this process would hold up the interface.
                return take_in(self.session, paths, progress=told, jobs=max(2, cores()), stop=lambda: self._stopping)

        try:
            summary = await asyncio.to_thread(work)
        except Failure as failure:
            self.fail(failure)
            return
        if self._stopping:
            return
        if summary.skipped:
            first = summary.skipped[0]
            not_read = t("Not read: {path}: {reason}", path=first.path, reason=retold(first.sentence))
            more = len(summary.skipped) - 1
            and_more = t("(and {count} more)", count=more) if more else ""
            self.say(f"{not_read} {and_more}", error=True)
        else:
            new = t("{pages} pages, {added} of them new.", pages=summary.pages, added=summary.added)
            self.say(new if summary.added else "")
        self.tell_notices()
        if summary.added or summary.changed or summary.moved:
            self.load_issues()
