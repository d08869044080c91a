"""Every kind of fault, and how many trials a short and a long run make of it."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from paperterm.notebook import recovery
from tests.faults import crowd, damage, disk, importing, indexing, moments, stepwise
from tests.faults.outcome import Outcome

Trials = Callable[[Path, random.Random, int], Outcome]
"""Is given a folder to work in, randomness, and a count."""

EVERY = 1 << 30
"""More than there are."""


@dataclass(frozen=True)
class Kind:
    """`short` and `long` are counts: of steps, moments, writes, bytes, whatever the kind counts."""

    name: str
    trials: Trials
    short: int
    long: int

    def run(self, seed: int, count: int, folder: Path | None = None) -> Outcome:
        """The same trials for the same seed and count, but for what the system's timing makes of them. `folder` is where to
        work; without it, where temporary files belong."""
        place = tempfile.TemporaryDirectory(prefix="paperterm-faults-", dir=folder)
        with place as work, patch.object(recovery, "BREATH", 0.001):
            return self.trials(Path(work), random.Random(f"{seed} {self.name}"), count)


def _stepwise(words: str, trial: stepwise.Trial, short: int, long: int) -> list[Kind]:
    return [Kind(f"{words}: {name}", trials, short, long) for name, trials in stepwise.every_scenario(trial).items()]


KINDS = (
    *_stepwise("killed at every step", stepwise.killed, 3, EVERY),
    Kind("killed at random moments", moments.killed, 10, 300),
    *_stepwise("Ctrl-C at every step", stepwise.interrupted, 2, EVERY),
    Kind("Ctrl-C at random moments", moments.interrupted, 10, 300),
    Kind("disk full", disk.full_disk, 2, 16),
    Kind("limit to the size of files", disk.size_limit, 1, 60),
    *_stepwise("renaming refused", stepwise.refused, 1, 5),
    Kind("two processes write", crowd.two_writers, 60, 2_000),
    Kind("two processes write, one reads", crowd.two_writers_and_a_reader, 60, 1_000),
    Kind("a bit of the notebook flipped", damage.flipped(damage.NOTEBOOK), 20, EVERY),
    Kind("a bit of the log flipped", damage.flipped(damage.LOG), 20, EVERY),
    Kind("the notebook cut", damage.cut(damage.NOTEBOOK), 20, EVERY),
    Kind("the log cut", damage.cut(damage.LOG), 20, EVERY),
    Kind("a file removed", damage.removed, 1, 1),
    Kind("import: killed", importing.killed, 4, 200),
    Kind("import: Ctrl-C", importing.interrupted, 3, 60),
    Kind("import: a process killed", importing.a_process_killed, 2, 40),
    Kind("import: disk full", importing.full_disk, 3, 20),
    Kind("index: killed", indexing.killed, 3, 200),
    Kind("index: killed while it is made anew", indexing.killed_anew, 2, 100),
    Kind("index: killed while an import feeds it", indexing.killed_importing, 3, 200),
    Kind("index: disk full", indexing.full_disk, 3, 24),
    Kind("library: one writes, three read", indexing.readers_beside_a_writer, 2, 30),
    Kind("library: two write, two read", indexing.two_writers, 2, 20),
)
