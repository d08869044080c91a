"""A few trials of every kind; `make faults` makes them at length."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.faults.kinds import KINDS, Kind

MEMORY = Path("/dev/shm")
"""A disk in memory: a kill does not empty the system's caches, so that it shows the same faults, sooner."""


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_nothing_acknowledged_is_lost(kind: Kind) -> None:
    seed = random.SystemRandom().getrandbits(32)
    outcome = kind.run(seed, kind.short, MEMORY if os.access(MEMORY, os.W_OK) else None)
    again = f"python -m tests.faults --seed {seed} --count {kind.short} --only {kind.name!r}"
    assert (outcome.lost, outcome.faults) == (0, []), again
    assert outcome.trials or outcome.remarks
