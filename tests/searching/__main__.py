"""`make bench-search`: the search beside other engines, on made-up libraries. It prints and judges nothing: a machine may
be busy."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.searching import building, freshness, kept, recall, visit
from tests.searching.contestants import OTHERS, Contestant, Paperterm
from tests.searching.queries import queries
from tests.searching.race import race
from tests.searching.report import print_race
from tests.searching.sizes import print_sizes

SIZES = {10_000: 10_000, 100_000: 1_000}
"""Articles, and random pieces that are searched for to measure recall."""
MILLION = {1_000_000: 200}
WARNING = """\
A million articles take some 25 GB in {folder} while they are made, 20 GB then, and about an hour for the library and
the indexes of it, most of which a later run with the same --folder does not need again. Say --yes to begin."""
BUDGET = 5.0
"""Seconds of one contestant's time for one kind of queries."""
VISITED = 10
"""Queries that a fresh process asks."""


def measure(folder: Path, articles: int, pieces: int, patience: float) -> None:
    """Everything that is measured on a library of one size."""
    library = kept.library(folder, articles)
    entrants = [other for other in OTHERS if articles <= other.most and not other.missing()]
    others = {other: kept.index(library, other) for other in entrants}
    print(f"{library.articles:,} articles, {library.characters:,} characters, {library.text / 1e6:,.0f} MB of text")
    asked = queries(library.library)
    own = Paperterm(library.folder)
    contestants: list[Contestant] = [own, *(other(made.folder) for other, made in others.items())]
    try:
        print_race(race(contestants, asked, BUDGET))
        recall.print_recall(recall.measure(own.library, library.library, pieces, patience), pieces)
    finally:
        for contestant in contestants:
            contestant.close()
    freshness.print_freshness(freshness.measure(library.library))
    words = [query.text for query in asked["rare, 4 characters"][:VISITED]]
    visit.print_visit(visit.measure(library.folder, words), len(words))
    print_sizes(library, {other.name: made for other, made in others.items()})
    sys.stdout.flush()


def options(words: list[str] | None) -> argparse.Namespace:
    ask = argparse.ArgumentParser(
        prog="python -m tests.searching", description="Measure the search on made-up libraries."
    )
    ask.add_argument("--folder", type=Path, metavar="DIR", help="keep libraries and indexes here for the next run")
    ask.add_argument("--articles", type=int, metavar="N", help="one library of so many articles instead")
    ask.add_argument("--million", action="store_true", help="a million articles, too; says what it takes first")
    ask.add_argument("--yes", action="store_true", help="begin with a million articles")
    ask.add_argument(
        "--patience", type=float, default=60, metavar="S", help="seconds a size for asking about recall (60)"
    )
    return ask.parse_args(words)


def main(words: list[str] | None = None) -> int:
    said = options(words)
    sizes = {said.articles: min(10_000, 10**8 // said.articles)} if said.articles else SIZES
    if said.million and not said.yes:
        print(WARNING.format(folder=said.folder or tempfile.gettempdir()))
        return 2
    for sentence in filter(None, (other.missing() for other in OTHERS)):
        print(sentence)
    with tempfile.TemporaryDirectory(prefix="paperterm-search-") as temporary:
        building.print_building()
        for articles, pieces in (sizes | MILLION if said.million else sizes).items():
            measure(said.folder or Path(temporary), articles, pieces, said.patience)
    return 0


if __name__ == "__main__":
    sys.exit(main())
