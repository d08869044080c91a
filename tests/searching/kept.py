"""Made-up libraries and the indexes of their articles, kept in a folder from run to run."""

from __future__ import annotations

import json
import shutil
import sys
import time
import zlib
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import paperterm
from tests.searching import contestants, pages, prose, shelf, words
from tests.searching import rows as rows_of
from tests.searching.contestants import Other

STAMP = "made.json"
"""Written last: a folder without it was not finished."""


@dataclass(frozen=True, slots=True)
class Made:
    """A folder with what was made in it, in how many seconds of the clock."""

    folder: Path
    seconds: float
    articles: int
    characters: int = 0  # of the articles' blocks
    text: int = 0  # bytes of these in UTF-8
    index_seconds: float = 0.0  # of a library: from its last page until the engine has done what it does

    @property
    def library(self) -> Path:
        return self.folder / "library.sqlite"

    @property
    def size(self) -> int:
        """Bytes on the disk."""
        return sum(path.stat().st_size for path in self.folder.rglob("*") if path.is_file() and path.name != STAMP)


def library(folder: Path, articles: int) -> Made:
    """A library of so many articles and one page more."""

    def make(place: Path) -> Made:
        begun = time.perf_counter()
        path = place / "library.sqlite"
        on_the_way = shelf.fill(path, pages.pages(articles))
        seconds = time.perf_counter() - begun - on_the_way
        index_seconds = on_the_way + shelf.catch_up(path, pages.page(0, seed=pages.SEED + 1))
        count = characters = text = 0
        for row in rows_of.rows(path):
            count += 1
            characters += sum(map(len, row.printed))
            text += sum(len(block.encode()) for block in row.printed)
        return Made(place, seconds, count, characters, text, index_seconds)

    return _made(folder / f"{articles}-{_key()}" / "paperterm", make)


def index(of: Made, contestant: type[Other]) -> Made:
    """Another engine's index of the same articles."""

    def make(place: Path) -> Made:
        begun = time.perf_counter()
        contestant.build(place, rows_of.rows(of.library))
        return Made(place, time.perf_counter() - begun, of.articles)

    return _made(of.folder.parent / contestant.__name__.lower(), make)


def _made(place: Path, make: Callable[[Path], Made]) -> Made:
    if not (place / STAMP).exists():
        print(f"Making {place} …", file=sys.stderr)
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        told = asdict(make(place))
        del told["folder"]
        (place / STAMP).write_text(json.dumps(told), "utf-8")
    return Made(place, **json.loads((place / STAMP).read_text("utf-8")))


def _key() -> str:
    """Changes with whatever decides what a library or an index looks like."""
    package = Path(paperterm.__file__).parent
    sources = [Path(str(module.__file__)) for module in (pages, prose, words, shelf, rows_of)]
    sources += sorted(Path(str(contestants.__file__)).parent.glob("*.py"))
    sources += sorted(path for room in ("library", "query", "text") for path in (package / room).glob("*.py"))
    return f"{zlib.crc32(b''.join(path.read_bytes() for path in sources)):08x}"
