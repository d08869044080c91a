"""What every contestant does."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from paperterm.query import Query
from tests.searching.rows import Row

BEST = 20
"""Hits that are asked for."""


class Unanswerable(Exception):  # noqa: N818
    """This engine has no way to answer such a query."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The best hits, as the engine names articles, and how many there are. `total` is called when the time was taken:
    an engine that finds the best without counting is not charged for it."""

    best: Sequence[object]
    total: Callable[[], int]


class Contestant(ABC):
    """An engine with what it keeps in a folder."""

    name: ClassVar[str]

    @abstractmethod
    def __init__(self, folder: Path) -> None: ...

    @abstractmethod
    def ask(self, query: Query) -> Answer:
        """Raises Unanswerable."""

    def close(self) -> None:  # noqa: B027
        """Lets the files go."""


class Other(Contestant):
    """An engine that is not paperterm's. The text of the articles is no part of its index."""

    most: ClassVar[int] = 10**9
    """Articles; not asked about larger libraries."""

    @staticmethod
    @abstractmethod
    def build(folder: Path, rows: Iterable[Row]) -> None:
        """Indexes the articles into an empty folder."""

    @staticmethod
    def missing() -> str | None:
        """What has to be installed before this engine can run, as a sentence."""
        return None
