"""Harm a notebook and an import in every way we know, at length, and count what is lost: `python -m tests.faults --help`."""

from __future__ import annotations

import argparse
import random
import sys
import time

from tests.faults.kinds import KINDS
from tests.faults.outcome import head, row


def main() -> int:
    ask = argparse.ArgumentParser(
        prog="python -m tests.faults",
        description="Harm a notebook and an import in every way we know and count what is lost.",
    )
    ask.add_argument("--seed", type=int, default=random.SystemRandom().getrandbits(32), help="of an earlier run")
    ask.add_argument("--only", default="", metavar="WORDS", help="only the kinds whose name has these words")
    ask.add_argument("--count", type=int, metavar="N", help="trials of each kind, instead of a long run's")
    args = ask.parse_args()
    print(f"seed {args.seed}\n{head()}", flush=True)
    failed = 0
    for kind in (kind for kind in KINDS if args.only in kind.name):
        start = time.perf_counter()
        outcome = kind.run(args.seed, args.count or kind.long)
        print(row(kind.name, outcome, time.perf_counter() - start), flush=True)
        failed += bool(outcome.faults or outcome.lost)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
