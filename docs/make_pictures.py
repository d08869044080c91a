"""Makes docs/pictures/*.png: the reader as it looks. `make pictures` runs this; words name pictures: only those.

The reader runs without a terminal and is driven by keys; the picture of the browser is taken in Chromium, where it is
installed.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot

from docs.svg_cells import draw
from paperterm.actions.session import Session
from paperterm.config import HOME_VARIABLE, places, resources
from paperterm.library.importing import import_paths
from paperterm.tui.app import PapertermApp
from paperterm.tui.look import PLAIN, Look
from paperterm.tui.open import opening
from tests.searching.pages import pages
from tests.searching.shelf import fill
from tests.serving.chromium import Tab, program, tab
from tests.serving.served import served

PICTURES = Path(__file__).resolve().parent / "pictures"
PATIENCE = 20.0
"""Seconds until a screen that does not come to rest counts as wrong."""
LASTING = ("note", "watch")
"""Groups of workers that run as long as a note is being written, and that look for changes again and again."""
MADE_UP = 4000
"""Articles of a library of made-up pages, for what shows years of newspapers."""
BROWSER = "browser"
READY = (
    "!!document.body?.classList.contains('-first-byte')"
    " && document.activeElement.classList.contains('xterm-helper-textarea')"
)
"""True in a page whose reader has painted and takes keys."""


@dataclass(frozen=True)
class Picture:
    """A screen of `columns` × `rows` cells; `keys` are pressed first, text in them is typed. `years`: on made-up pages of
    many years, not on the sample pages; `tour`: with the guided tour."""

    name: str
    columns: int
    rows: int
    keys: tuple[str, ...]
    look: Look = PLAIN
    years: bool = False
    tour: bool = False


SEARCHING = ("slash", *"产业工人")
NOTING = (
    *SEARCHING, "down", "down", "enter", "n", "V", "a", *"与辽源日报的意见对照读", "tab",
    *"产改", "space", *"株洲", "ctrl+s",
)  # fmt: skip
READER = (*"ijjjjjj", "enter")
KEPT = (*NOTING, "J", "b", "V", "m", "apostrophe", "j", "j")
SCREENS = (
    Picture("reader", 110, 28, READER),
    Picture("reader-80", 80, 24, ()),
    Picture("reader-200", 200, 50, (*SEARCHING, "enter")),
    Picture("demo", 80, 24, (), tour=True),
    Picture("search", 120, 40, (*SEARCHING, "enter", "n", "n", "n", "n")),
    Picture("notes", 110, 28, KEPT),
    Picture("raw", 120, 40, (*READER, "r")),
    Picture("names", 80, 24, (*READER, "P")),
    Picture("trends", 120, 40, ("t", *"改革;经济", "enter"), years=True),
    Picture("facets", 120, 40, ("slash", *"改革", "enter", "H", "x"), years=True),
    Picture("calendar", 80, 24, ("M",), years=True),
    Picture("help", 110, 28, ("question_mark",)),
    Picture("sepia", 80, 24, READER, Look("sepia")),
    Picture("light", 80, 24, READER, Look("light")),
    Picture("chinese", 80, 24, (*SEARCHING, "enter"), Look("dark", "zh-Hans")),
)


async def settle(pilot: Pilot[None]) -> None:
    """Waits until the keys pressed so far have had their effect."""
    async with asyncio.timeout(PATIENCE):
        await pilot.pause()
        while any(worker.is_running and worker.group not in LASTING for worker in pilot.app.workers):
            await asyncio.sleep(0.02)
        await pilot.pause()


async def shoot(picture: Picture) -> str:
    """The screen as SVG, with an empty notebook."""
    with tempfile.TemporaryDirectory() as home:
        os.environ[HOME_VARIABLE] = home
        session = Session(places(), in_reader=True, tour=picture.tour)
        if picture.years:
            fill(places().library, pages(MADE_UP))
        else:
            import_paths(session.writable_library(), [resources("seeds")])
        app = PapertermApp(session, *opening(session), look=picture.look)
        try:
            async with app.run_test(size=(picture.columns, picture.rows)) as pilot:
                await settle(pilot)
                for key in picture.keys:
                    await pilot.press(key)
                    await settle(pilot)
                return app.export_screenshot(title="paperterm")
        finally:
            app.background.finish()
            session.reading.close()
            session.library.close()


async def browse(url: str) -> bytes:
    """The reader in a browser's page after a search, as PNG, when it has come to rest."""
    async with tab() as page:
        await page.open(url)
        async with asyncio.timeout(PATIENCE):
            while not await page.value(READY):
                await asyncio.sleep(0.1)
        first = await at_rest(page, b"")
        await page.press("/")
        bar = await at_rest(page, first)
        await page.commit("产改")
        hits = await at_rest(page, bar)
        await page.press("Enter")
        return await at_rest(page, hits)


async def at_rest(page: Tab, before: bytes) -> bytes:
    """The page's picture when it is another one than `before` and two in a row are the same."""
    async with asyncio.timeout(PATIENCE):
        last = before
        while (now := await page.picture()) == before or now != last:
            last = now
            await asyncio.sleep(0.4)
    return now


def tell(target: Path) -> None:
    print(f"{target.relative_to(PICTURES.parent.parent)}  {target.stat().st_size // 1024} kB")


def main(names: list[str]) -> None:
    PICTURES.mkdir(exist_ok=True)
    for picture in SCREENS:
        if not names or picture.name in names:
            target = PICTURES / f"{picture.name}.png"
            draw(asyncio.run(shoot(picture)), target)
            tell(target)
    if names and BROWSER not in names:
        return
    if program() is None:
        print(f"{BROWSER}.png stays as it is: Chromium is not installed.", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as home, served(Path(home)) as server:
        target = PICTURES / f"{BROWSER}.png"
        target.write_bytes(asyncio.run(browse(server.url)))
        tell(target)


if __name__ == "__main__":
    main(sys.argv[1:])
