"""Weights that `make fit` learnt from labelled pages, as tables a person can read and mend: a row for each feature, a
column for each state, in hundredths of a natural logarithm's unit."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent


def read_table(name: str) -> tuple[str, dict[str, list[int]]]:
    """The heads of the columns and the rows of `weights/NAME.txt`: a row's name, a tab, a number for every column."""
    head, *rows = (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    pairs = (row.split("\t") for row in rows)
    return "".join(head.split()), {name: list(map(int, numbers.split())) for name, numbers in pairs}
