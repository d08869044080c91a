"""Rows packed into one integer add up number by number."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from paperterm.parse.lanes import Lanes, pack

ROWS = st.lists(st.lists(st.integers(-(2**24), 2**24), min_size=7, max_size=7), min_size=1, max_size=40)


@given(ROWS)
def test_a_sum_of_rows_is_the_row_of_sums(rows: list[list[int]]) -> None:
    assert list(Lanes(7).unpack(sum(map(pack, rows)))) == [sum(column) for column in zip(*rows, strict=True)]


def test_numbers_go_to_the_ends_of_their_lanes() -> None:
    row = (-(2**31), 2**31 - 1, -1, 0, 1, -(2**31), 2**31 - 1)
    assert Lanes(7).unpack(pack(row)) == row
