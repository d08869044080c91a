"""Files that are damaged, cut or gone while nobody looks."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from unittest.mock import patch

from paperterm.notebook import durable
from tests.faults.judging import judge
from tests.faults.outcome import Outcome
from tests.faults.scenarios import Scenario, prepared, small

NOTEBOOK, LOG = "notebook.json", "notebook.log"

Damage = tuple[str, Callable[[Path], None]]
"""In words, and what does it to the files in a folder."""

_READ = Scenario("small notebook", small, lambda notebook: notebook.notes())


def flipped(name: str) -> Callable[[Path, random.Random, int], Outcome]:
    """One bit of each byte of a file."""

    def damages(size: int, chance: random.Random) -> Iterator[Damage]:
        for place in range(size):
            bit = chance.randrange(8)
            yield f"bit {bit} of byte {place} of {name}", partial(_flip, name, place, bit)

    return _each(name, damages)


def cut(name: str) -> Callable[[Path, random.Random, int], Outcome]:
    """A file cut to each length."""

    def damages(size: int, chance: random.Random) -> Iterator[Damage]:
        for length in range(size):
            yield f"{name} cut to {length} bytes", partial(_cut, name, length)

    return _each(name, damages)


def removed(work: Path, chance: random.Random, count: int) -> Outcome:
    """The notebook, its log, its backups, each alone."""
    damages: list[Damage] = [
        (f"{NOTEBOOK} removed", lambda folder: (folder / NOTEBOOK).unlink()),
        (f"{LOG} removed", lambda folder: (folder / LOG).unlink()),
        ("backups removed", lambda folder: shutil.rmtree(folder / "notebook.backups")),
    ]
    return _tried(work, damages)


def _each(
    name: str, damages: Callable[[int, random.Random], Iterator[Damage]]
) -> Callable[[Path, random.Random, int], Outcome]:
    def kind(work: Path, chance: random.Random, count: int) -> Outcome:
        small(work / "measured")
        every = list(damages((work / "measured" / name).stat().st_size, chance))
        return _tried(work, every if count >= len(every) else chance.sample(every, count))

    return kind


def _tried(work: Path, damages: list[Damage]) -> Outcome:
    ready, outcome = prepared(_READ, work), Outcome()
    with patch.object(durable, "sync", lambda descriptor: None):  # nothing is killed here
        for what, damage in damages:
            folder = ready.copy(work / "trial")
            damage(folder)
            outcome.acknowledged += ready.before.total()
            outcome.add(judge(folder, [ready.before], quiet=False), what)
    return outcome


def _flip(name: str, place: int, bit: int, folder: Path) -> None:
    content = bytearray((folder / name).read_bytes())
    content[place] ^= 1 << bit
    (folder / name).write_bytes(content)


def _cut(name: str, length: int, folder: Path) -> None:
    os.truncate(folder / name, length)
