"""Taking pages in, parser and all, beside what other engines take for indexing the same articles."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from paperterm.library.importing import import_paths
from paperterm.library.sqlite import SqliteLibrary
from tests.bench.table import interleaved
from tests.searching.contestants import BareTantivy, FtsByCharacter, Other, WhooshWithJieba
from tests.searching.pages import pages
from tests.searching.rows import Row, rows
from tests.searching.shelf import fill, print_files

ARTICLES, ROUNDS = 400, 3


def importing(files: Path) -> float:
    """Seconds for reading, parsing and storing the pages, as `paperterm import` does."""
    with tempfile.TemporaryDirectory() as folder:
        library = SqliteLibrary(Path(folder, "library.sqlite"))
        begun = time.perf_counter()
        import_paths(library, [files])
        seconds = time.perf_counter() - begun
        library.close()
    return seconds


def indexing(contestant: type[Other], articles: list[Row]) -> float:
    """Seconds for indexing articles that are parsed and folded already."""
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        contestant.build(Path(folder), articles)
        return time.perf_counter() - begun


def print_building() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        printed = list(pages(ARTICLES))
        print_files(folder / "pages", printed)
        fill(folder / "library.sqlite", printed)
        articles = list(rows(folder / "library.sqlite"))
        times = interleaved(
            ROUNDS,
            paperterm_parsing_and_storing=lambda: importing(folder / "pages"),
            Whoosh_with_jieba_indexing=lambda: indexing(WhooshWithJieba, articles),
            FTS5_by_character_indexing=lambda: indexing(FtsByCharacter, articles),
            tantivy_bare_indexing=lambda: indexing(BareTantivy, articles),
        )
    print(f"Taking in {ARTICLES} articles, articles/s, the median of {ROUNDS}")
    for who, seconds in times.items():
        print(f"  {who.replace('_', ' '):34}{ARTICLES / sorted(seconds)[ROUNDS // 2]:9.0f}")
    print()
