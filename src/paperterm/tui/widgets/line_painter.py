"""Painting one line of a set article as a strip of styled segments."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from paperterm.text.cells import cell_width
from paperterm.tui.setting import BAR, NARROW, SetLine, Setting
from paperterm.tui.widgets.marks import SIGNS, pieces

BAR_SIGN = "│ "
SIGN_STYLES = {SIGNS["warning"]: "warning"}
"""Signs in the margin that are quieter than the others."""


class Lead(NamedTuple):
    """What stands before a line's text, each one maybe empty."""

    gutter: str  # from the pane's edge to the measure, with a mark's sign in it
    bar: str  # of a digest or caption
    indent: str

    @property
    def characters(self) -> int:
        return len(self.gutter) + len(self.bar) + len(self.indent)


def lead_of(line: SetLine, setting: Setting, margin: int, sign: str) -> Lead:
    """What stands before the line's text; `margin` is the cells from the pane's edge to the measure."""
    bar = BAR_SIGN if line.role in ("digest", "caption") and setting.measure >= NARROW else ""
    gutter = " " * margin
    width = cell_width(sign)
    if sign and margin >= width:
        before = max(0, margin - width - 1)
        gutter = " " * before + sign + " " * (margin - width - before)
    return Lead(gutter, bar, " " * (line.left - (BAR if bar else 0)))


def paint(
    line: SetLine,
    setting: Setting,
    lead: Lead,
    columns: int,
    spans: Sequence[tuple[int, int, str]],
    style: Callable[[str], Style],
    overlay: Callable[[str], Style],
) -> Strip:
    """The line as a strip of at least `columns` cells.

    `spans` are characters of the block with the name of what lies over them; `style` gives the whole style of a role
    ("" is plain, "bar", "sign", "warning"), `overlay` what a span's name changes of it.
    """
    plain = style("")
    segments = [
        Segment(lead.gutter, style(SIGN_STYLES.get(lead.gutter.strip(), "sign")) if lead.gutter.strip() else plain),
        Segment(lead.bar, style("bar")),
        Segment(lead.indent, plain),
    ]
    used = sum(cell_width(part) for part in lead)
    if line.block >= 0:
        text, base = setting.texts[line.block], style(line.role)
        for start, end, names in pieces(line.start, line.end, spans):
            whole = base
            for name in names:
                whole += overlay(name)
            if start in line.gaps:
                segments.append(Segment(" ", base))
            segments.append(Segment(line.spaced(text, start, end), whole))
        used += line.width
    segments.append(Segment(" " * max(0, columns - used), plain))
    return Strip([segment for segment in segments if segment.text], max(columns, used))
