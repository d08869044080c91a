"""Makes docs/pictures/*.png: the reader as it looks on the sample pages. `make pictures` runs this.

The reader runs without a terminal, is driven by keys, and Textual saves its screen as SVG. Such an SVG gives a run of Chinese
half its width (rich issue 2742), so every character is placed on its own cells before rsvg-convert draws it. Needs
librsvg2-bin, fonts-noto-cjk and fonts-dejavu-core, which `make pictures` installs where it may.
"""

from __future__ import annotations

import asyncio
import html
import os
import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from rich.cells import get_character_cell_size
from textual.pilot import Pilot

from paperterm.actions.session import Session
from paperterm.config import HOME_VARIABLE, places, resources
from paperterm.library.importing import import_paths
from paperterm.tui.app import PapertermApp
from paperterm.tui.open import opening

PICTURES = Path(__file__).resolve().parent / "pictures"
PATIENCE = 20.0
"""Seconds until a screen that does not come to rest counts as wrong."""
CELL = 12.2
"""Width of a cell in Textual's SVG, in its units."""
HAN_SIZE = 22
"""Textual sets everything in 20; a han fills its two cells better when it is larger."""
FONTS = "'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace"
ZOOM = 0.56
"""So that the pictures stay under 300 kB."""
LASTING = ("note", "watch")
"""Groups of workers that run as long as a note is being written, and that look for changes again and again."""


@dataclass(frozen=True)
class Picture:
    """A screen of `columns` × `rows` cells; `keys` are pressed first, text in them is typed."""

    name: str
    columns: int
    rows: int
    keys: tuple[str, ...]


SEARCHING = ("slash", *"产业工人")
NOTING = (
    *SEARCHING, "down", "down", "enter", "n", "V", "a", *"与辽源日报的意见对照读", "tab",
    *"产改", "space", *"株洲", "ctrl+s",
)  # fmt: skip
READER = (*"ijjjjjj", "enter")
SCREENS = (
    Picture("reader", 110, 28, READER),
    Picture("search", 110, 28, (*SEARCHING, "enter", "n", "n", "n", "n")),
    Picture("notes", 110, 28, (*NOTING, "J", "b", "V", "m", "apostrophe", "j", "j")),
    Picture("help", 110, 28, ("question_mark",)),
    Picture("reader-80", 80, 24, ()),
)


async def settle(pilot: Pilot[None]) -> None:
    """Waits until the keys pressed so far have had their effect."""
    async with asyncio.timeout(PATIENCE):
        await pilot.pause()
        while any(worker.is_running and worker.group not in LASTING for worker in pilot.app.workers):
            await asyncio.sleep(0.02)
        await pilot.pause()


async def shoot(picture: Picture) -> str:
    """The screen as SVG, on a library of the sample pages and an empty notebook."""
    with tempfile.TemporaryDirectory() as home:
        os.environ[HOME_VARIABLE] = home
        session = Session(places())
        import_paths(session.writable_library(), [resources("seeds")])
        app = PapertermApp(session, *opening(session))
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


def on_cells(svg: str) -> str:
    """The SVG with every character on its own cells, in fonts that this machine has."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: [^;]+;", f"font-family: {FONTS};", svg)
    return re.sub(r"<text([^>]*)>([^<]*)</text>", _spread, svg)


def _spread(run: re.Match[str]) -> str:
    """One run of text as single characters; the window's title, which has no cells, stays as it is."""
    attributes = run[1]
    left = re.search(r' x="([\d.]+)"', attributes)
    if not left or " textLength=" not in attributes:
        return run[0]
    attributes = re.sub(r' (x|textLength)="[^"]*"', "", attributes)
    x, placed = float(left[1]), ""
    for char in html.unescape(run[2]):
        cells = get_character_cell_size(char)
        if not char.isspace():
            wide = cells == 2
            left_edge = x + (2 * CELL - HAN_SIZE) / 2 if wide else x
            size = f' style="font-size: {HAN_SIZE}px"' if wide else ""
            placed += f'<text x="{left_edge:.1f}"{attributes}{size}>{html.escape(char)}</text>'
        x += cells * CELL
    return placed


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    for picture in SCREENS:
        svg = on_cells(asyncio.run(shoot(picture)))
        target = PICTURES / f"{picture.name}.png"
        subprocess.run(["rsvg-convert", "--zoom", str(ZOOM), "--output", target], input=svg.encode(), check=True)
        print(f"{target.relative_to(PICTURES.parent.parent)}  {target.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
