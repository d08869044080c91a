"""Scores the parser on printed pages, with the classes of tests/gold/score.py."""

from __future__ import annotations

import importlib.util
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import Pool
from pathlib import Path
from types import ModuleType
from typing import Any

from paperterm.parse import parse_page
from paperterm.parse.form import page_form
from tests.printer.page import Printed, print_page

Job = tuple[int, str, str | None]


@cache
def scorer() -> ModuleType:
    """tests/gold/score.py as a module."""
    path = Path(__file__).parent.parent / "gold" / "score.py"
    spec = importlib.util.spec_from_file_location("paperterm_gold_score", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def tally(printed: Printed, output: dict[str, Any], stem: str = "page") -> Any:
    """The scorer's tally for one page whose parse output is given."""
    score = scorer()
    with tempfile.TemporaryDirectory() as folder:
        printed.write(Path(folder), stem)
        source = score.decode((Path(folder) / f"{stem}.txt").read_bytes())
        want = score.gold(stem, Path(folder))
    alone = score.Tally()
    alone.page(stem, source, want, score.predicted(output), output)
    return alone


def figures_of(sums: Any) -> dict[str, float]:
    """The figures of a tally, but for those of which these pages hold no truth (no joins, no column): those say nothing."""
    return {n: sums.figure(n) for n in scorer().NAMES if sums.sum[n][2]}


def mean(figures: dict[str, float]) -> float:
    return sum(figures.values()) / len(figures)


@dataclass
class Outcome:
    """One page's score: the tally's sums, its mean, its faults, and how long parsing took (seconds)."""

    seed: int
    sums: dict[str, list[float]]
    mean: float
    faults: list[str]
    seconds: float
    suffered: tuple[str, ...]


def run(job: Job) -> Outcome:
    """Print a page, parse it, score it. A parser that raises scores 0 and is named in the faults."""
    seed, severity, only = job
    printed = print_page(seed, severity, only)
    start = time.perf_counter()
    trouble = None
    output: dict[str, Any] = {"issue": {}, "articles": [], "furniture": []}
    try:
        output = page_form(parse_page(printed.text))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is the page's score and is told
        trouble = f"{seed}: the parser raised {type(error).__name__}: {error}"
    seconds = time.perf_counter() - start
    alone = tally(printed, output, str(seed))
    faults = ([trouble] if trouble else []) + alone.faults
    return Outcome(seed, dict(alone.sum), mean(figures_of(alone)), faults, seconds, printed.suffered)


@dataclass
class Row:
    """The figures of many pages together, as score.py adds them up."""

    figures: dict[str, float] = field(default_factory=dict)
    pages: int = 0
    parsing: float = 0.0
    outcomes: list[Outcome] = field(default_factory=list)


def total(outcomes: Iterable[Outcome]) -> Row:
    row = Row()
    together = scorer().Tally()
    for outcome in outcomes:
        row.pages += 1
        row.parsing += outcome.seconds
        row.outcomes.append(outcome)
        for name, (hit, said, true) in outcome.sums.items():
            together.add(name, hit, said, true)
    row.figures = figures_of(together)
    return row


def score(seeds: range, severity: str, only: str | None, jobs: int) -> Row:
    """The row for these seeds, over `jobs` processes."""
    work: list[Job] = [(seed, severity, only) for seed in seeds]
    if jobs == 1:
        return total(map(run, work))
    with Pool(jobs) as pool:
        return total(pool.imap(run, work, chunksize=8))
