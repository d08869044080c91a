"""Trials of one kind on as many pages as are needed, counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import count
from random import Random

from tests.anchoring.kinds import Kind
from tests.anchoring.pages import page_text
from tests.anchoring.traced import Traced, parsed
from tests.anchoring.trials import ask


@dataclass(frozen=True)
class Counts:
    """`right`: placed or uncertain on the true passage; `claimed`: placed; `wrong`: placed elsewhere."""

    asked: int = 0
    right: int = 0
    claimed: int = 0
    wrong: int = 0
    orphans: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__))


@cache
def original(number: int) -> tuple[str, list[Traced]]:
    text = page_text(number)
    return text, parsed(text, range(len(text)))


def measured(name: str, kind: Kind, enough: int, pages: Iterable[int] | None = None) -> Counts:
    """`enough` trials, from page 0 on. The same name gives the same trials for ever."""
    counts = Counts()
    for number in pages or count():
        text, articles = original(number)
        for trial in kind(text, articles, Random(f"{name} {number}")):
            if counts.asked == enough:
                return counts
            answer = ask(trial.page, trial.quote, trial.heir, trial.truth, trial.same)
            wrong = answer.claimed and not answer.right
            counts += Counts(1, answer.right, answer.claimed, wrong, answer.orphan)
    return counts


def wilson(part: int, whole: int) -> tuple[float, float]:
    """The 95 % interval of a share."""
    z, share = 1.96, part / whole
    middle, spread = share + z * z / (2 * whole), z * (share * (1 - share) / whole + (z / whole) ** 2 / 4) ** 0.5
    return (middle - spread) / (1 + z * z / whole), (middle + spread) / (1 + z * z / whole)
