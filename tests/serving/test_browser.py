"""In a real browser: the reader is there, takes keys without a click, takes what an input method commits, and asks nobody else."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from paperterm.config import HOME_VARIABLE
from tests.serving.chromium import Tab, program, tab
from tests.serving.served import PATIENCE, Served, served

pytestmark = pytest.mark.skipif(program() is None, reason="Chromium is not installed")


async def opened(page: Tab, server: Served) -> None:
    await page.open(server.url)
    await shows(page, "document.body.classList.contains('-first-byte')")
    await shows(page, "document.activeElement.classList.contains('xterm-helper-textarea')")


async def shows(page: Tab, condition: str) -> None:
    """Waits until an expression of JavaScript is true."""
    async with asyncio.timeout(PATIENCE):
        while not await page.value(condition):
            await asyncio.sleep(0.1)


async def paints(page: Tab, text: str) -> None:
    """Waits until the reader has painted this since the last time."""
    await shows(page, f"painted.includes({json.dumps(text)})")
    await page.value("painted = ''")


def notes(home: Path) -> list[str]:
    ran = subprocess.run(
        [sys.executable, "-m", "paperterm", "note", "list", "--json"],
        capture_output=True,
        check=False,
        env={**os.environ, HOME_VARIABLE: str(home)},
    )
    return [note["text"] for note in json.loads(ran.stdout)["notes"]]


def test_reading_searching_and_writing_with_keys_and_an_input_method(tmp_path: Path) -> None:
    async def read(server: Served) -> tuple[list[str], list[str]]:
        async with tab() as page:
            await opened(page, server)
            await paints(page, " search")
            await page.press("/")
            await paints(page, "标题:")
            await page.commit("产改")
            await paints(page, " articles")
            await page.press("Enter")
            await paints(page, " select")  # what the bottom line says in the article
            await page.press("a")
            await paints(page, "^S save")
            await page.commit("记得查证这一段")
            await paints(page, "记得查证这一段")
            await page.press("ctrl+s")
            await paints(page, "Note written.")
            await page.press("q")
            await shows(page, "document.body.classList.contains('-closed')")
            return page.requested, page.complaints

    with served(tmp_path / "home") as server:
        requested, complaints = asyncio.run(read(server))
    assert notes(tmp_path / "home") == ["记得查证这一段"]
    assert complaints == []
    ours = (server.url, server.url.replace("http:", "ws:"), "data:")
    assert [url for url in requested if not url.startswith(ours)] == []
    assert any(url.startswith(server.socket) for url in requested)


def test_an_export_is_downloaded(tmp_path: Path) -> None:
    folder = tmp_path / "downloads"
    folder.mkdir()

    async def export(server: Served) -> None:
        async with tab() as page:
            await page.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder))
            await opened(page, server)
            await paints(page, " search")
            for key, shown in (("b", "签"), ("'", "签"), ("x", "Write these")):  # in the margin, in the list
                await page.press(key)
                await paints(page, shown)
            await page.press("Enter")
            async with asyncio.timeout(PATIENCE):
                while not list(folder.glob("notes-*.md")):
                    await asyncio.sleep(0.1)

    with served(tmp_path / "home") as server:
        asyncio.run(export(server))
    assert next(folder.glob("notes-*.md")).read_text("utf-8").startswith("# ")


def test_a_page_of_others_gets_neither_the_socket_nor_the_page(tmp_path: Path) -> None:
    other = tmp_path / "other.html"
    other.write_text("<title>other</title>", encoding="utf-8")

    async def try_it(server: Served) -> tuple[str, str]:
        async with tab() as page:
            await page.open(other.as_uri())
            await shows(page, "document.title === 'other'")
            socket = await page.value(
                f"new Promise(done => {{ const s = new WebSocket({server.socket!r}); s.onopen = () => done('open'); s.onerror = () => done('refused'); }})"
            )
            read = await page.value(f"fetch({server.url!r}).then(a => a.text(), e => 'refused')")
            return socket, read

    with served(tmp_path / "home") as server:
        assert asyncio.run(try_it(server)) == ("refused", "refused")
