"""A server in a process of its own, as `paperterm serve` starts it, and a page's side of the web socket without a browser."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp

from paperterm.config import HOME_VARIABLE

PATIENCE = 60.0  # seconds


@dataclass(frozen=True)
class Served:
    """The address of the page, with the token; the server's process; the home of its readers."""

    url: str
    process: subprocess.Popen[str]
    home: Path

    @property
    def origin(self) -> str:
        return self.url.removesuffix(urlsplit(self.url).path)

    @property
    def socket(self) -> str:
        return self.url.replace("http:", "ws:") + "ws"

    def readers(self) -> list[int]:
        """The processes of readers that this server's home has."""
        found = subprocess.run(["ps", "-ww", "-eo", "pid=,args="], capture_output=True, text=True, check=True).stdout
        mine = [line.split(None, 1) for line in found.splitlines() if f"--notebook {self.home}" in line]
        return [int(pid) for pid, words in mine if "-m paperterm --library" in words]

    def wait_for_readers(self, number: int) -> bool:
        """Are there so many readers before long?"""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if len(self.readers()) == number:
                return True
            time.sleep(0.1)
        return False


@contextmanager
def served(home: Path, *words: str) -> Iterator[Served]:
    """A server that is ended when it is left."""
    process = subprocess.Popen(
        [sys.executable, "-m", "paperterm", "serve", "--port", "0", "--json", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, HOME_VARIABLE: str(home), "LC_ALL": "C.UTF-8"},
        # Whoever runs the tests behind a shell's & has Ctrl-C ignored in all that he starts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    try:
        assert process.stdout
        yield Served(json.loads(process.stdout.readline())["url"], process, home)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)


@asynccontextmanager
async def page_of(server: Served) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    """The web socket as the server's own page opens it."""
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(f"{server.socket}?width=100&height=30", headers={"Origin": server.origin}) as channel,
    ):
        yield channel


async def until(channel: aiohttp.ClientWebSocketResponse, text: str) -> None:
    """Reads what the reader paints until the text is in it."""
    painted = b""
    async with asyncio.timeout(PATIENCE):
        while text.encode() not in painted:
            message = await channel.receive()
            assert message.type == aiohttp.WSMsgType.BINARY, f"{text!r} never came; then {message.type!r}"
            painted += message.data
