"""`make fit`: learn the weights of `paperterm/parse/weights/` from labelled pages: those made by hand, printed anew many
times, manuscripts, printed too, and the printer's own; and, before those, from headline blocks and sentences."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import chain
from multiprocessing import Pool
from pathlib import Path
from random import Random

import numpy as np

from paperterm.parse.features import features, steps
from paperterm.parse.habits import habits
from paperterm.parse.house_styles import HOUSE_STYLES, house_style, styled
from paperterm.parse.kinds import classes
from paperterm.parse.labelling import START
from paperterm.parse.lines import read_lines
from paperterm.parse.pairing import PAIRS
from paperterm.parse.phrasing import ROLES
from paperterm.parse.prose import SORTS
from paperterm.parse.reflow import reflow
from paperterm.parse.resemblance import Resemblance
from paperterm.parse.states import STATES
from paperterm.parse.surroundings import look_all
from paperterm.parse.weights import FOLDER, PLACES
from tests.fitting.chain import Example, Field, batches, fit, vocabulary
from tests.fitting.manuscripts import manuscripts
from tests.fitting.phrases import BLOCKS, HEADLINES, SENTENCES, headline_lines, headline_pairs, learn, sentences
from tests.fitting.rare import rarities
from tests.fitting.reprint import reprint
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
UNITS = 32
"""Hidden units."""
STRONGEST = 1.6
"""No hidden unit hears a feature more strongly: its sums fit into their lanes (`paperterm.parse.lanes`)."""


def example(page: Labelled, weight: float) -> Example:
    traits = look_all(reflow(read_lines(page.text)))
    manner, kinds, alike = habits(traits), classes(traits), Resemblance(traits)
    between = [styled(steps(traits, kinds, n, manner), t) for n, t in enumerate(traits)]
    truth = states(traits, page)
    return Example(
        [features(traits, kinds, n, manner, alike) for n in range(len(traits))],
        [[names[style] for names in between] for style in range(len(HOUSE_STYLES))],
        [STATES.index(state) for state in truth],
        HOUSE_STYLES.index(house_style(truth)),
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
        for page in handmade(folder, _texts(folder)):
            counts = weight * (REAL if real else 1)
            found.append(example(page, counts))
            found += [example(cut, counts / CLIPPINGS) for _ in range(CLIPPINGS) if (cut := clipping(page, rng))]
    return found


def _texts(folder: Path) -> Path | None:
    """Where the texts of a folder's pages lie, if not beside their labels."""
    return TESTS.parent / "seeds" if folder.name == "gold" else None


def anew(pages: Sequence[Labelled], times: int, weight: float) -> list[Example]:
    """Each of the pages printed anew so many times, the severities taking turns."""
    with Pool() as pool:
        return pool.starmap(_anew, [(page, seed, weight) for page in pages for seed in range(times)], chunksize=SHARE)


def _anew(page: Labelled, seed: int, weight: float) -> Example:
    return example(reprint(page, seed, SEVERITIES[seed % len(SEVERITIES)]), weight)


def write(name: str, heads: Sequence[str], rows: Iterator[tuple[str, np.ndarray]]) -> None:
    """`weights/NAME.txt`, in hundredths; rows that say nothing are left out."""
    lines = ["".join(f" {head:>4}" for head in heads)]
    for title, row in rows:
        numbers = np.rint(row * 100).astype(int)
        if numbers.any():
            lines.append(f"{title}\t" + " ".join(map(str, numbers)))
    (FOLDER / f"{name}.txt").write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    ask = argparse.ArgumentParser(prog="python -m tests.fitting", description=__doc__)
    ask.add_argument("folders", nargs="*", type=Path, default=[TESTS / "gold", TESTS / "papers"], help="labelled pages")
    ask.add_argument("--printed", type=int, default=2500, metavar="N", help="printed pages of each severity (2500)")
    ask.add_argument("--weight", type=float, default=20, help="printed pages that a page made by hand counts for (20)")
    ask.add_argument("--anew", type=int, default=48, help="times that a page made by hand is printed anew (48)")
    ask.add_argument("--written", type=int, default=16, help="times that a manuscript is printed (16)")
    ask.add_argument("--worth", type=float, default=2, help="printed pages that one of those counts for (2)")
    ask.add_argument("--prior", type=float, default=30, help="inverse variance of a weight (30)")
    ask.add_argument("--calm", type=float, default=3, help="that of a hidden unit's (3)")
    ask.add_argument("--rounds", type=int, default=20, help="times that every page is looked at (20)")
    args = ask.parse_args()
    # What the words of lines speak for is a feature of theirs, so it is learnt first, and from other texts.
    write("phrasing", ROLES, iter(learn(headline_lines(), HEADLINES).items()))
    write("pairing", PAIRS, iter(learn(headline_pairs(), BLOCKS).items()))
    write("prose", SORTS, iter(learn(sentences(), SENTENCES).items()))
    pages = [page for folder in args.folders for page in handmade(folder, _texts(folder))]
    drafts = list(manuscripts())
    rows = (f"{weight}\t{hans}\n" for weight, hans in rarities([*pages, *drafts]).items())
    (FOLDER / "rarity.txt").write_text("".join(rows), "utf-8")
    examples = [
        *from_printer(args.printed),
        *by_hand(args.folders, args.weight),
        *anew(pages, args.anew, args.worth),
        *anew(drafts, args.written, args.worth),
    ]
    lines = vocabulary(examples, lambda e: e.lines)
    between = vocabulary(examples, lambda e: [*chain.from_iterable(e.steps)])
    field = Field(len(lines), len(between), len(STATES), UNITS)
    parts = batches(examples, {n: i for i, n in enumerate(lines)}, {n: i for i, n in enumerate(between)})
    print(f"{len(examples)} pages, {len(lines)} features of lines, {len(between)} of steps")
    fit(field, parts, (args.prior, args.calm), args.rounds, lambda text: print(text, flush=True))
    write("lines", STATES, zip(lines, field.lines, strict=True))
    pairs = field.pairs.reshape(len(between), len(STATES) + 1, len(STATES))
    write(
        "steps",
        STATES,
        (
            (f"{n} {s}", row)
            for n, rows in zip(between, pairs, strict=True)
            for s, row in zip(STATES + START, rows, strict=True)
        ),
    )
    units = [str(unit) for unit in range(UNITS)]
    heads = [f"{unit}{place}" for place in PLACES for unit in units]
    write("heard", heads, zip(lines, np.clip(field.heard, -STRONGEST, STRONGEST), strict=True))
    write("said", STATES, zip(units, field.said, strict=True))


if __name__ == "__main__":
    main()
