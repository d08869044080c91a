"""Weights that `make fit` learnt from labelled pages, as tables a person can read and mend: a row for each feature, a
column for each state, in hundredths of a natural logarithm's unit.

`lines`: what a feature of a line says for each state. `steps`: what one of a step between lines says. `heard`: how much
each hidden unit hears of a feature of the line itself, of the line before, of the line after. `said`: what a unit says for
each state, as much as it has heard. `phrasing`: what the characters of a short line, and pairs of them, say for each of
the roles that are not a headline's (`paperterm.parse.phrasing`); `pairing` the same of two short lines on end
(`paperterm.parse.pairing`), `prose` of a sentence (`paperterm.parse.prose`). `rarity`, of another form: in how few
paragraphs each han stands (`paperterm.parse.rarity`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from paperterm.parse.lanes import Lanes

FOLDER = Path(__file__).parent
PLACES = "=^v"
"""Behind a unit's number in the heads of `heard`: the line itself, the line before, the line after."""


class Table:
    """`weights/NAME.txt`: the heads of the columns, then rows: a name, a tab, a number for every column.

    The numbers of a row are read when they are asked for: a page needs a third of them.
    """

    def __init__(self, name: str) -> None:
        head, *rows = (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
        self.columns = tuple(head.split())
        self._rows = dict(row.split("\t") for row in rows)
        self.has = self._rows.__contains__
        """Is there a row of this name?"""

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def row(self, name: str, columns: Sequence[str]) -> list[int] | None:
        """The numbers of a row in the order of `columns`; None where the table has no such row."""
        found = self._rows.get(name)
        if found is None:
            return None
        numbers = list(map(int, found.split()))
        if tuple(columns) == self.columns:
            return numbers
        by_name = dict(zip(self.columns, numbers, strict=True))
        return [by_name[column] for column in columns]


class Packed(dict[str, int]):
    """The rows of a table, each in one integer (`lanes`), made when it is first asked for; 0 for those that the table does
    not have."""

    def __init__(self, table: Table, columns: Sequence[str], lanes: Lanes) -> None:
        self._table, self._columns, self._lanes = table, columns, lanes

    def __missing__(self, name: str) -> int:
        row = self._table.row(name, self._columns)
        self[name] = found = self._lanes.pack(row) if row else 0
        return found

    def total(self, names: Iterable[str]) -> int:
        """The sum of the rows of these names. Those that the table does not have are not remembered: of the grams of all
        texts there are ever more."""
        return sum(map(self.__getitem__, filter(self._table.has, names)))
