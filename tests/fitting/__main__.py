"""`make fit`: learn the weights of `paperterm/parse/weights/` from labelled pages, printed ones and those made by hand."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from multiprocessing import Pool
from pathlib import Path
from random import Random

import numpy as np

from paperterm.parse.features import features, steps
from paperterm.parse.habits import habits
from paperterm.parse.kinds import classes
from paperterm.parse.labelling import START
from paperterm.parse.lines import read_lines
from paperterm.parse.reflow import reflow
from paperterm.parse.states import STATES
from paperterm.parse.surroundings import look_all
from paperterm.parse.weights import FOLDER
from tests.fitting.chain import Example, Field, batches, fit, vocabulary
from tests.fitting.truth import Labelled, clipping, handmade, printed, states
from tests.printer.page import SEVERITIES

TESTS = Path(__file__).resolve().parents[1]
FIRST_SEED = 100_000
"""The seeds from here on are for learning; `make score-printed` judges by others."""
REAL = 3
"""A page that was really printed and scanned counts for so many that were made up."""
CLIPPINGS = 3
"""Pieces that are cut out of each page made by hand."""
SHARE = 50
"""Pages that one process prints at a time."""


def example(page: Labelled, weight: float) -> Example:
    traits = look_all(reflow(read_lines(page.text)))
    manner, kinds = habits(traits), classes(traits)
    places = range(len(traits))
    return Example(
        [features(traits, kinds, n, manner) for n in places],
        [steps(traits, kinds, n, manner) for n in places],
        [STATES.index(state) for state in states(traits, page)],
        weight,
    )


def _printed(share: tuple[int, int, str]) -> list[Example]:
    first, last, severity = share
    rng, found = Random(first), []
    for page in printed(range(first, last), severity):
        found.append(example(page, 1.0))
        if cut := clipping(page, rng):
            found.append(example(cut, 1.0))
    return found


def from_printer(count: int) -> list[Example]:
    """`count` pages of each severity."""
    last = FIRST_SEED + count
    shares = [(n, min(n + SHARE, last), severity) for severity in SEVERITIES for n in range(FIRST_SEED, last, SHARE)]
    with Pool() as pool:
        return [one for some in pool.imap(_printed, shares) for one in some]


def by_hand(folders: Sequence[Path], weight: float) -> list[Example]:
    """The pages of these folders, and clippings of them; those of tests/gold have their texts in seeds/."""
    found: list[Example] = []
    rng = Random(1)
    for folder in folders:
        real = folder.name == "gold"
        for page in handmade(folder, TESTS.parent / "seeds" if real else None):
            counts = weight * (REAL if real else 1)
            found.append(example(page, counts))
            found += [example(cut, counts / CLIPPINGS) for _ in range(CLIPPINGS) if (cut := clipping(page, rng))]
    return found


def write(name: str, rows: Iterator[tuple[str, np.ndarray]]) -> None:
    """`weights/NAME.txt`, in hundredths; rows that say nothing are left out."""
    lines = ["".join(f"{state:>5}" for state in STATES)]
    for title, row in rows:
        numbers = np.rint(row * 100).astype(int)
        if numbers.any():
            lines.append(f"{title}\t" + " ".join(map(str, numbers)))
    (FOLDER / f"{name}.txt").write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    ask = argparse.ArgumentParser(prog="python -m tests.fitting", description=__doc__)
    ask.add_argument("folders", nargs="*", type=Path, default=[TESTS / "gold", TESTS / "papers"], help="labelled pages")
    ask.add_argument("--printed", type=int, default=1500, metavar="N", help="printed pages of each severity (1500)")
    ask.add_argument("--weight", type=float, default=20, help="printed pages that a page made by hand counts for (20)")
    ask.add_argument("--prior", type=float, default=3, help="inverse variance of a weight (3)")
    ask.add_argument("--rounds", type=int, default=14, help="times that every page is looked at (14)")
    args = ask.parse_args()
    examples = [*from_printer(args.printed), *by_hand(args.folders, args.weight)]
    lines = vocabulary(examples, lambda e: e.lines)
    between = vocabulary(examples, lambda e: e.steps)
    field = Field(len(lines), len(between), len(STATES))
    parts = batches(examples, {n: i for i, n in enumerate(lines)}, {n: i for i, n in enumerate(between)})
    print(f"{len(examples)} pages, {len(lines)} features of lines, {len(between)} of steps")
    fit(field, parts, args.prior, args.rounds, lambda text: print(text, flush=True))
    write("lines", zip(lines, field.units, strict=True))
    pairs = field.pairs.reshape(len(between), len(STATES) + 1, len(STATES))
    write(
        "steps",
        (
            (f"{n} {s}", row)
            for n, rows in zip(between, pairs, strict=True)
            for s, row in zip(STATES + START, rows, strict=True)
        ),
    )


if __name__ == "__main__":
    main()
