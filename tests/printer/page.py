"""`print_page`: one page of made-up newspaper, damaged, with its labels and facts."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from tests.printer import blemishes as b
from tests.printer import columns as c
from tests.printer.press import new_press
from tests.printer.sheet import Sheet, make_up
from tests.printer.truth import labels_of, lines_of, meta_of, output_of, text_of

Damage = Callable[[Sheet, int], None]
# Each kind with its chance on a page at light, medium and heavy damage, in the order in which a page suffers them.
DAMAGE: dict[str, tuple[Damage, float, float, float]] = {
    "cuts": (c.cuts, 0.85, 0.95, 1.0),
    "photo_inside": (c.photo_inside, 0.15, 0.3, 0.4),
    "columns": (c.columns, 0.08, 0.28, 0.5),
    "interleaved": (c.interleaved, 0.03, 0.14, 0.3),
    "displaced_opening": (c.displaced_opening, 0.06, 0.15, 0.3),
    "far_headline": (c.far_headline, 0.1, 0.22, 0.4),
    "lost_headline": (c.lost_headline, 0.03, 0.1, 0.2),
    "lost_opening": (c.lost_opening, 0.05, 0.12, 0.25),
    "lost_tail": (c.lost_tail, 0.06, 0.15, 0.3),
    "lost_ordinal": (c.lost_ordinal, 0.1, 0.3, 0.5),
    "wrong_chars": (b.wrong_chars, 0.2, 0.5, 0.8),
    "doubled_chars": (b.doubled_chars, 0.03, 0.1, 0.2),
    "spaced_chars": (b.spaced_chars, 0.08, 0.15, 0.3),
    "math": (b.math, 0.1, 0.15, 0.2),
    "doubled_lines": (c.doubled_lines, 0.05, 0.15, 0.3),
    "levels": (b.levels, 0.2, 0.4, 0.6),
    "residue": (b.residue, 0.12, 0.35, 0.6),
    "furniture": (b.furniture, 0.1, 0.2, 0.35),
    "images": (b.images, 0.2, 0.25, 0.3),
    "html": (b.html, 0.06, 0.08, 0.12),
    "bold": (b.bold, 0.06, 0.08, 0.1),
    "hard_wrap": (b.hard_wrap, 0.05, 0.07, 0.1),
    "control": (b.control, 0.03, 0.06, 0.12),
    "trailing": (b.trailing, 0.12, 0.15, 0.2),
    "crlf": (b.crlf, 0.06, 0.08, 0.1),
    "bom": (b.bom, 0.04, 0.05, 0.06),
}
KINDS = tuple(DAMAGE)
SEVERITIES = ("none", "light", "medium", "heavy")


@dataclass(frozen=True)
class Printed:
    """A page as OCR gave it, and its truth.

    `text` is the file's text; `labels` rows of (line, article, role, paragraph) and a fifth value, the piece, where
    pieces stand out of order; `meta` what meta.json holds; `output` the same truth in the form of the parse output;
    `suffered` the kinds of damage that were done.
    """

    text: str
    labels: tuple[tuple[int | str, ...], ...]
    meta: dict[str, Any]
    output: dict[str, Any]
    suffered: tuple[str, ...]
    manner: str

    def labels_tsv(self) -> str:
        return "".join("\t".join(map(str, row)) + "\n" for row in self.labels)

    def write(self, folder: Path, stem: str) -> None:
        """Write the page and its two files of truth."""
        (folder / f"{stem}.txt").write_bytes(self.text.encode())
        (folder / f"{stem}.labels.tsv").write_text(self.labels_tsv(), "utf-8")
        (folder / f"{stem}.meta.json").write_text(json.dumps(self.meta, ensure_ascii=False, indent=1) + "\n", "utf-8")


def print_page(seed: int, severity: str, only: str | None = None) -> Printed:
    """Print page `seed` at a severity of SEVERITIES; with `only`, that kind of damage alone, and surely.

    The same arguments give the same page for ever, and pages of one seed differ in their damage only. Raises KeyError
    for an unknown kind, ValueError for an unknown severity.
    """
    strength = SEVERITIES.index(severity)
    if only is not None and only not in DAMAGE:
        raise KeyError(only)
    made = Random(f"page {seed}")
    press = new_press(made)
    if only == "lost_ordinal":
        press.manner, press.traditional = "document", False
    sheet = make_up(press)
    press.rng = Random(f"damage {seed} {severity} {only}")
    suffered = []
    for kind, (damage, *chances) in DAMAGE.items() if strength else ():
        struck = kind == only if only else Random(f"{kind} {seed}").random() < chances[strength - 1]
        if struck:
            damage(sheet, strength)
            suffered.append(kind)
    lines = lines_of(sheet)
    return Printed(
        text_of(sheet, lines),
        tuple(labels_of(sheet, lines)),
        meta_of(sheet, lines),
        output_of(sheet, lines),
        tuple(suffered),
        press.manner,
    )
