"""The states that labels give lines; the field learns what its examples show."""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np
import pytest

from paperterm.parse.lines import read_lines
from paperterm.parse.reflow import reflow
from paperterm.parse.states import STATES
from paperterm.parse.surroundings import look_all
from paperterm.parse.weights import Table
from tests.fitting.chain import Example, Field, batches, fit
from tests.fitting.truth import clipping, handmade, printed, states

GOLD = Path(__file__).parents[1] / "gold"


def test_every_line_of_the_labelled_pages_has_a_state() -> None:
    for page in handmade(GOLD, GOLD.parents[1] / "seeds"):
        traits = look_all(reflow(read_lines(page.text)))
        found = states(traits, page)
        assert len(found) == len(traits) and set(found) <= set(STATES)
        assert found.count("T") + found.count("P") + found.count("L") >= len(page.labels.meta["articles"]) - 2


def test_a_clipping_is_a_part_of_its_page_with_its_labels() -> None:
    page = next(iter(printed(range(1), "none")))
    cut = clipping(page, Random(1))
    assert cut is not None and cut.text in page.text
    lines = cut.text.split("\n")
    assert {n for n, line in enumerate(lines, 1) if line.strip()} == set(cut.labels.role)


@pytest.mark.parametrize("name", ["lines", "steps"])
def test_the_tables_have_a_column_for_each_state(name: str) -> None:
    table = Table(name)
    assert sorted(table.columns) == sorted(STATES)
    assert all(len(table.row(title, STATES) or ()) == len(STATES) for title in table)


def test_the_slopes_are_those_of_the_loss() -> None:
    rng = np.random.default_rng(2)
    example = Example([["a"], ["b"], ["a", "b"]], [["s"], ["s"], ["s"]], [0, 1, 0], 1.0)
    (batch,) = batches([example], {"a": 0, "b": 1}, {"s": 0})
    field = Field(2, 1, 2)
    field.units[:] = rng.normal(size=field.units.shape)
    field.pairs[:] = rng.normal(size=field.pairs.shape)
    _, units, pairs = field.learn(batch)
    for weights, slopes in ((field.units, units), (field.pairs, pairs)):
        for place in np.ndindex(weights.shape):
            before = weights[place]
            losses = []
            for step in (0.01, -0.01):
                weights[place] = before + step
                losses.append(field.learn(batch)[0])
            weights[place] = before
            assert (losses[0] - losses[1]) / 0.02 == pytest.approx(slopes[place], abs=1e-2)


def test_what_always_holds_is_learnt() -> None:
    examples = [Example([["x"], ["y"]], [["s"], ["s"]], [0, 1], 1.0)] * 8
    field = Field(2, 1, 2)
    fit(field, batches(examples, {"x": 0, "y": 1}, {"s": 0}), 0.1, 60, lambda text: None)
    assert field.units[0, 0] > field.units[0, 1] and field.units[1, 1] > field.units[1, 0]
