"""A real browser, led by the DevTools protocol: Chromium without a window."""

from __future__ import annotations

import asyncio
import itertools
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import aiohttp

NAMES = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 60.0  # seconds
HEARING = """
window.painted = "";
window.WebSocket = class extends WebSocket {
    constructor(...words) {
        super(...words);
        const decoder = new TextDecoder();
        let before = Promise.resolve();
        this.addEventListener("message", event => {
            before = before.then(async () => {
                const data = event.data instanceof Blob ? await event.data.arrayBuffer() : event.data;
                if (typeof data !== "string") window.painted += decoder.decode(data, {stream: true});
            });
        });
    }
};
"""
"""Keeps in `painted` what the reader tells the page's terminal: nothing of it is text of the page."""
NAMED_KEYS = {"Enter": ("\r", 13), "Tab": ("\t", 9)}
"""The text that a key types and its code."""
CONTROL = 2
"""The protocol's bit for the control key."""


def program() -> str | None:
    """Where Chromium is; None where it is not installed."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Tab:
    """One page of the browser."""

    def __init__(self, channel: aiohttp.ClientWebSocketResponse) -> None:
        self._channel, self._numbers = channel, itertools.count(1)
        self.requested: list[str] = []
        self.complaints: list[str] = []

    async def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """One command of the protocol and its result. What the page asked for or complained of meanwhile is kept."""
        number = next(self._numbers)
        await self._channel.send_json({"id": number, "method": method, "params": parameters})
        while True:
            message = await asyncio.wait_for(self._channel.receive_json(), PATIENCE)
            if message.get("id") == number:
                assert "error" not in message, message
                return dict(message["result"])
            self._keep(message)

    def _keep(self, message: dict[str, Any]) -> None:
        match message:
            case {"method": "Network.requestWillBeSent", "params": {"request": {"url": url}}}:
                self.requested.append(url)
            case {"method": "Network.webSocketCreated", "params": {"url": url}}:
                self.requested.append(url)
            case {"method": "Log.entryAdded", "params": {"entry": {"text": text, "level": "error"}}}:
                self.complaints.append(text)
            case {"method": "Runtime.exceptionThrown", "params": {"exceptionDetails": details}}:
                self.complaints.append(str(details))

    async def open(self, url: str, width: int = 1100, height: int = 640) -> None:
        """Go to an address."""
        for domain in ("Page", "Network", "Log", "Runtime"):
            await self.call(f"{domain}.enable")
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        await self.call("Emulation.setDeviceMetricsOverride", **size)
        await self.call("Page.addScriptToEvaluateOnNewDocument", source=HEARING)
        await self.call("Page.navigate", url=url)

    async def value(self, script: str) -> Any:
        """What an expression of JavaScript gives; a promise is waited for."""
        result = await self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        return result["result"].get("value")

    async def press(self, key: str) -> None:
        """A key that types a character, or "Enter", "Tab", "ctrl+s"."""
        control = key.startswith("ctrl+")
        key = key.removeprefix("ctrl+")
        text, code = NAMED_KEYS.get(key, (key, ord(key[0].upper()) if key.isalnum() else 0))
        shared: dict[str, Any] = {"key": key, "windowsVirtualKeyCode": code, "modifiers": CONTROL if control else 0}
        if control:
            await self.call("Input.dispatchKeyEvent", type="rawKeyDown", **shared)
        else:
            await self.call("Input.dispatchKeyEvent", type="keyDown", text=text, unmodifiedText=text, **shared)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **shared)

    async def commit(self, text: str) -> None:
        """Text as an input method commits it, with what it shows before."""
        await self.call("Input.imeSetComposition", text=text, selectionStart=len(text), selectionEnd=len(text))
        await self.call("Input.insertText", text=text)


@asynccontextmanager
async def tab() -> AsyncIterator[Tab]:
    """A browser of its own with one empty page."""
    found = program()
    assert found
    with tempfile.TemporaryDirectory(prefix="paperterm-chromium-", ignore_cleanup_errors=True) as folder:
        process = await asyncio.create_subprocess_exec(
            found,
            *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"),
            *(
                "--disable-background-networking",
                "--remote-debugging-port=0",
                f"--user-data-dir={folder}",
                "about:blank",
            ),
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            port = await _port(Path(folder) / "DevToolsActivePort")
            async with aiohttp.ClientSession() as session:
                async with session.get(f"http://127.0.0.1:{port}/json/list") as answer:
                    pages = [page for page in await answer.json() if page["type"] == "page"]
                async with session.ws_connect(pages[0]["webSocketDebuggerUrl"], max_msg_size=0) as channel:
                    yield Tab(channel)
        finally:
            with suppress(ProcessLookupError):
                process.terminate()
            await process.wait()


async def _port(file: Path) -> int:
    async with asyncio.timeout(PATIENCE):
        while not (file.exists() and file.read_text().strip()):
            await asyncio.sleep(0.05)
    return int(file.read_text().split()[0])
