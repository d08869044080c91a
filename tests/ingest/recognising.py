"""What a text recognition makes of a set sheet, in hOCR."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import pairwise
from random import Random

from tests.ingest.sheets import BODY, CLOSERS, COLUMN_EMS, Fragment, Sheet, advance


def as_hocr(sheet: Sheet, merged: float = 0.0, noise: float = 0.0) -> str:
    """What a text recognition makes of a sheet: words of one to three characters with their ink's boxes, areas in any order.

    Over a share `merged` of the gutters lines that stand side by side are one line; sizes are off by `noise`.
    """
    rng = Random(f"hocr {sheet.width} {len(sheet.fragments)}")
    rows: dict[tuple[int, float, float], list[Fragment]] = {}
    for fragment in sheet.fragments:
        rows.setdefault((fragment.zone, fragment.top, fragment.size), []).append(fragment)
    runs_over: dict[tuple[int, int], bool] = {}
    same = list(range(max(f.area for f in sheet.fragments) + 1))  # the area that an area is part of

    def whole(area: int) -> int:
        while same[area] != area:
            area = same[area]
        return area

    lines: list[list[Fragment]] = []
    for (zone, *_), fragments in rows.items():
        fragments.sort(key=lambda f: f.left)
        lines.append(fragments[:1])
        for one, two in pairwise(fragments):
            gutter = (zone, round(two.left / (COLUMN_EMS * BODY + sheet.gutter)))
            over = runs_over.setdefault(gutter, rng.random() < merged)
            if over and two.left - one.left - one.width < 8 * BODY and rng.random() < 0.9:
                lines[-1].append(two)
                same[whole(two.area)] = whole(one.area)
            else:
                lines.append([two])
    areas: dict[int, list[str]] = {}
    for line in sorted(lines, key=lambda line: (line[0].top, line[0].left)):
        words = [word for fragment in line for word in _words(fragment, rng)]
        if words:
            size = line[0].size * (1 + rng.gauss(0, noise))
            spans = " ".join(
                f"<span class='ocrx_word' title='bbox {x:.0f} {y:.0f} {right:.0f} {bottom:.0f}'>{escape(text)}</span>"
                for text, x, y, right, bottom in words
            )
            box = f"{words[0][1]:.0f} {line[0].top:.0f} {words[-1][3]:.0f} {line[0].bottom:.0f}"
            areas.setdefault(whole(line[0].area), []).append(
                f"<span class='ocr_line' title='bbox {box}; x_size {size:.2f}'>{spans}</span>"
            )
    found = list(areas.values())
    rng.shuffle(found)
    inside = "".join(f"<div class='ocr_carea'>{''.join(area)}</div>" for area in found)
    return f"<html><head></head><body><div class='ocr_page'>{inside}</div></body></html>"


def _words(fragment: Fragment, rng: Random) -> Iterator[tuple[str, float, float, float, float]]:
    text, start, x = "", fragment.left, fragment.left
    for char in [*fragment.text, ""]:
        if text and (not char or char.isspace() or (not char.isascii() and len(text) >= rng.choice((1, 2, 2, 3)))):
            ink = x - (0.5 * fragment.size if text[-1] in CLOSERS and not text[-1].isascii() else 0)
            yield text, start, fragment.top, ink, fragment.bottom
            text = ""
        if not text:
            start = x
        x += advance(char) * fragment.size if char else 0
        text += char.strip()
