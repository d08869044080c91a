"""The tables of what words speak for."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from paperterm.parse.pairing import PAIRS
from paperterm.parse.phrasing import ALWAYS, ROLES
from paperterm.parse.prose import SORTS
from paperterm.parse.weights import Table


@pytest.mark.parametrize(("name", "columns"), [("phrasing", ROLES), ("pairing", PAIRS), ("prose", SORTS)])
def test_every_row_has_a_weight_for_each_column_and_one_row_stands_for_all_lines(
    name: str, columns: Sequence[str]
) -> None:
    table = Table(name)
    assert table.columns == columns and table.has(ALWAYS)
    for gram in table:
        row = table.row(gram, columns)
        assert row is not None and len(row) == len(columns)
