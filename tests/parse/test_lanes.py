"""Rows packed into one integer add up number by number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperterm.parse.lanes import Lanes, join

ROWS = st.lists(st.lists(st.integers(-(2**9), 2**9), min_size=7, max_size=7), min_size=1, max_size=40)
WIDE, NARROW = Lanes(7), Lanes(7, 16)


@pytest.mark.parametrize("lanes", [WIDE, NARROW])
@given(rows=ROWS)
def test_a_sum_of_rows_is_the_row_of_sums(lanes: Lanes, rows: list[list[int]]) -> None:
    assert list(lanes.unpack(sum(map(lanes.pack, rows)))) == [sum(column) for column in zip(*rows, strict=True)]


@pytest.mark.parametrize(("lanes", "half"), [(WIDE, 2**31), (NARROW, 2**15)])
def test_numbers_go_to_the_ends_of_their_lanes(lanes: Lanes, half: int) -> None:
    row = (-half, half - 1, -1, 0, 1, -half, half - 1)
    assert lanes.unpack(lanes.pack(row)) == row


@given(ROWS, ROWS)
def test_joined_rows_add_up_apart(low: list[list[int]], high: list[list[int]]) -> None:
    pairs = list(zip(low, high, strict=False))
    total = sum(join(((WIDE, WIDE.pack(one)), (NARROW, NARROW.pack(two)))) for one, two in pairs)
    one, two = WIDE.part(total)
    assert list(WIDE.unpack(one)) == [sum(column) for column in zip(*(low for low, _ in pairs), strict=True)]
    assert list(NARROW.unpack(two)) == [sum(column) for column in zip(*(high for _, high in pairs), strict=True)]
