"""One reader for one page: a process of paperterm's own that speaks Textual's web protocol over its pipes."""

from __future__ import annotations

import asyncio
import os
import tempfile
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from paperterm.config import SERVED_VARIABLE

PATIENCE = 5.0
"""Seconds that a reader has to put away its things when its page was closed."""
MOST_TOLD = 4_000
"""Bytes of what a reader said on standard error that are looked at: its end says what went wrong."""


class ReaderProcess(AppService):
    """`words` are the program and its arguments; no shell reads them."""

    def __init__(
        self,
        words: Sequence[str],
        *,
        write_bytes: Callable[[bytes], Awaitable[None]],
        write_str: Callable[[str], Awaitable[None]],
        close: Callable[[], Awaitable[None]],
        downloads: DownloadManager,
    ) -> None:
        super().__init__(
            words[0], write_bytes=write_bytes, write_str=write_str, close=close, download_manager=downloads
        )
        self._words = tuple(words)
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the reader

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        return {**super()._build_environment(width, height), SERVED_VARIABLE: "1"}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        process = await asyncio.create_subprocess_exec(
            *self._words,
            stdin=PIPE,
            stdout=PIPE,
            stderr=self._said,
            env=self._build_environment(width, height),
            start_new_session=True,  # Ctrl-C is for the server, which asks its readers to leave
        )
        # AppService would print what it reads there as it is; what a page made a program say has no place on a terminal.
        process.stderr = asyncio.StreamReader()
        process.stderr.feed_eof()
        self._process, self._stdin = process, process.stdin
        return process

    async def stop(self) -> None:
        """Ask the reader to leave, and wait for it; end it where it does not."""
        try:
            await asyncio.wait_for(super().stop(), PATIENCE)
        except TimeoutError:
            self._task = None
        finally:
            if self._process is not None and self._process.returncode is None:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._process.wait(), PATIENCE)
                with suppress(ProcessLookupError):
                    self._process.kill()

    def last_words(self) -> str:
        """The last line that the reader said on standard error; "" where it ended well or said nothing."""
        if self._process is None or self._process.returncode in (None, 0):
            return ""
        self._said.seek(max(0, os.fstat(self._said.fileno()).st_size - MOST_TOLD))
        lines = self._said.read().decode("utf-8", "replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "")
