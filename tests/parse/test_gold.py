"""The five sample pages against their labels: no figure of tests/gold/score.py falls below tests/gold/floor.json."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from paperterm.parse import parse_page
from paperterm.parse.form import page_form

GOLD = Path(__file__).resolve().parents[1] / "gold"
SEEDS = Path(__file__).resolve().parents[2] / "seeds"
FLOOR: dict[str, float] = json.loads((GOLD / "floor.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def tally(judge):
    found = judge.Tally()
    stems = sorted(path.name.removesuffix(".labels.tsv") for path in GOLD.glob("*.labels.tsv"))
    assert len(stems) == 5
    for stem in stems:
        data = (SEEDS / f"{stem}.txt").read_bytes()
        # The parser gets the bytes' own line ends, the judge its own reading of them.
        output = page_form(parse_page(data.decode("utf-8-sig")))
        found.page(stem, judge.decode(data), judge.gold(stem, GOLD), judge.predicted(output), output)
    return found


def test_every_figure_has_a_floor(judge):
    assert set(FLOOR) == set(judge.NAMES)
    assert FLOOR["lossless"] == FLOOR["issue"] == 1.0


@pytest.mark.parametrize("figure", sorted(FLOOR))
def test_no_figure_falls_below_its_floor(tally, figure):
    faults = "\n".join(tally.faults[:20])
    assert tally.figure(figure) >= FLOOR[figure], faults
