"""What the indexes take on the disk, beside the text of the articles."""

from __future__ import annotations

from collections.abc import Mapping

from tests.searching import kept
from tests.searching.kept import Made


def print_sizes(library: Made, others: Mapping[str, Made]) -> None:
    """The library holds the pages as they were read, the articles as they were parsed, and their folded text."""
    beside = _beside(library)
    rows = {"paperterm: the library": (library.size - beside, library.seconds)}
    if beside:
        rows["paperterm: its index"] = beside, library.index_seconds
        rows["paperterm: all of it"] = library.size, library.seconds + library.index_seconds
    rows |= {name: (made.size, made.seconds) for name, made in others.items()}
    print(f"  {'on the disk':34}{'MB':>9}{'÷ text':>9}{'articles/s when made':>22}")
    for name, (size, seconds) in rows.items():
        print(f"  {name:34}{size / 1e6:9.1f}{size / library.text:9.2f}{library.articles / seconds:22,.0f}")
    print()


def _beside(library: Made) -> int:
    """Bytes of what the search keeps in files of its own."""
    return sum(
        path.stat().st_size
        for path in library.folder.rglob("*")
        if path.is_file() and not path.name.startswith((library.library.name, kept.STAMP)) and path.suffix != ".txt"
    )
