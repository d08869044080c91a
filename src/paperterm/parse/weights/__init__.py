"""Weights that `make fit` learnt from labelled pages, as tables a person can read and mend: a row for each feature, a
column for each state, in hundredths of a natural logarithm's unit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent


class Table:
    """`weights/NAME.txt`: the heads of the columns, then rows: a name, a tab, a number for every column.

    The numbers of a row are read when they are asked for: a page needs a third of them.
    """

    def __init__(self, name: str) -> None:
        head, *rows = (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
        self.columns = "".join(head.split())
        self._rows = dict(row.split("\t") for row in rows)

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def row(self, name: str, columns: str) -> list[int] | None:
        """The numbers of a row in the order of `columns`; None where the table has no such row."""
        if name not in self._rows:
            return None
        numbers = dict(zip(self.columns, map(int, self._rows[name].split()), strict=True))
        return [numbers[column] for column in columns]
