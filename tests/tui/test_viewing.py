"""`o` in the reader: the scan in the system's viewer, or its path where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperterm.config import SERVED_VARIABLE
from tests.actions.test_viewing import NOTING, opens_with
from tests.tui.conftest import Start


async def test_o_opens_the_scan_beside_the_page(reader: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opens_with(tmp_path, monkeypatch, NOTING)
    noted = tmp_path / "noted"
    monkeypatch.setenv("NOTED", str(noted))
    async with reader() as r:
        scan = tmp_path / "pages" / "front.jpg"
        scan.touch()
        await r.press("o")
        await r.until(noted.exists)
        assert str(scan) in noted.read_text(encoding="utf-8").splitlines()
        assert "front.jpg" in r.message


async def test_over_ssh_the_path_is_told_and_copied(
    reader: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
    async with reader() as r:
        await r.press("o")
        source = str(tmp_path / "pages" / "front.txt")
        told = f"There is no screen here to show it on: {source} The path is copied."
        await r.until(lambda: r.message.startswith(told))
        assert r.app.clipboard == source


async def test_a_file_that_is_gone_is_named(reader: Start, tmp_path: Path) -> None:
    async with reader() as r:
        (tmp_path / "pages" / "front.txt").unlink()
        await r.press("o")
        await r.until(lambda: r.message.startswith("The page's file is gone: ") and "front.txt" in r.message)


async def test_in_a_browser_o_says_what_does_instead(reader: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reader() as r:
        monkeypatch.setenv(SERVED_VARIABLE, "1")
        await r.press("o")
        assert r.message == "In a browser no files are opened; r shows the page's text."
