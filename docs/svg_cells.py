"""Textual's picture of its screen (SVG), with every character on the cells that a terminal gives it, as a PNG.

Such an SVG gives a run of Chinese half its width (rich issue 2742), so every character is placed on its own cells before
rsvg-convert draws it. Needs librsvg2-bin, fonts-noto-cjk and fonts-dejavu-core, which `make pictures` installs where it may.
"""

from __future__ import annotations

import html
import re
import subprocess
from pathlib import Path

from rich.cells import get_character_cell_size

CELL = 12.2
"""Width of a cell in Textual's SVG, in its units."""
ROW, BASELINE = 24.65, 18.5
"""Height of a cell and how far its letters' baseline lies below its top."""
BARS = "▁▂▃▄▅▆▇█"
"""Blocks of so many eighths of a cell. Fonts do not fill the cell with them: bars would be cut by lines."""
HAN_SIZE = 22
"""Textual sets everything in 20; a han fills its two cells better when it is larger."""
FONTS = "'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace"
ZOOM = 0.56
"""So that the pictures stay under 350 kB."""


def draw(svg: str, target: Path) -> None:
    """Writes the picture to `target`, a .png. Raises CalledProcessError and FileNotFoundError of rsvg-convert."""
    words = ["rsvg-convert", "--zoom", str(ZOOM), "--output", str(target)]
    subprocess.run(words, input=on_cells(svg).encode(), check=True)


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
    baseline = re.search(r' y="([\d.]+)"', attributes)
    for char in html.unescape(run[2]):
        cells = get_character_cell_size(char)
        if baseline and char in BARS:
            height = ROW * (BARS.index(char) + 1) / 8
            top = float(baseline[1]) - BASELINE + ROW - height
            style = re.sub(r' y="[^"]*"', ' shape-rendering="crispEdges"', attributes)
            placed += f'<rect x="{x:.1f}" y="{top:.2f}" width="{CELL}" height="{height:.2f}"{style}/>'
        elif not char.isspace():
            wide = cells == 2
            left_edge = x + (2 * CELL - HAN_SIZE) / 2 if wide else x
            size = f' style="font-size: {HAN_SIZE}px"' if wide else ""
            placed += f'<text x="{left_edge:.1f}"{attributes}{size}>{html.escape(char)}</text>'
        x += cells * CELL
    return placed
