"""Pages of known truth, set as newspapers are and recognised as programs do, become the articles they were."""

from functools import cache

import pytest

from paperterm.ingest.forms import to_text
from paperterm.parse import parse_page
from paperterm.parse.form import page_form
from tests.ingest.recognising import as_hocr
from tests.ingest.sheet_scoring import squeezed, tally_of
from tests.ingest.sheets import Sheet, set_sheet
from tests.printer.scoring import figures_of, mean, scorer

SEEDS = (9000, 9001, 9003, 9004, 9005, 9006, 9007, 9008, 9011, 9013)


@cache
def sheet(seed: int) -> Sheet:
    return set_sheet(seed)


def figures(merged: float = 0.0, noise: float = 0.0, levels: bool = True) -> dict[str, float]:
    """The scorer's figures of all sheets together."""
    together = scorer().Tally()
    for seed in SEEDS:
        text = to_text(as_hocr(sheet(seed), merged, noise).encode())
        if not levels:
            text = "\n".join(line.lstrip("# ") for line in text.split("\n"))
        alone = tally_of(sheet(seed), text, page_form(parse_page(text)))
        for name, sums in alone.sum.items():
            together.add(name, *sums)
    return figures_of(together)


def test_columns_and_headlines_are_read_in_the_order_of_print() -> None:
    found = figures()
    assert mean(found) >= 0.85
    assert found["order"] >= 0.98


def test_lines_that_run_over_the_gutters_cost_little() -> None:
    found = figures(merged=0.5, noise=0.05)
    assert mean(found) >= 0.82
    assert found["order"] >= 0.94


def test_levels_help_the_parser() -> None:
    assert mean(figures()) > mean(figures(levels=False)) + 0.01


@pytest.mark.parametrize("seed", SEEDS[:3])
def test_every_printed_character_is_read_once(seed: int) -> None:
    text = to_text(as_hocr(sheet(seed), merged=0.5).encode())
    printed = "".join(fragment.text for fragment in sheet(seed).fragments)
    assert sorted(squeezed(text.replace("#", ""))) == sorted(squeezed(printed.replace("#", "")))
