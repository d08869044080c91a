"""The race as tables, with the targets beside the figures."""

from __future__ import annotations

from collections.abc import Collection

from tests.searching.contestants import BareTantivy, FtsByCharacter, Paperterm, Ripgrep
from tests.searching.race import Result, Times

MEDIAN = 5.0
"""Milliseconds that half of all queries may take."""
OF_BARE, PLUS = 1.3, 5.0
"""What the slowest twentieth may take: so many times bare tantivy's, and milliseconds on top for text and snippets."""
SHARES = {FtsByCharacter.name: 30, Ripgrep.name: 15}
"""How many times quicker paperterm is to be."""


def percentile(values: Collection[float], percent: int) -> float:
    """The smallest value that so many percent of the values do not exceed."""
    return sorted(values)[max(0, -(-len(values) * percent // 100) - 1)]


def print_race(result: Result) -> None:
    print(f"  {'ms':24}{'':20}{'queries':>8}{'p50':>9}{'p95':>9}{'p99':>9}{'hits':>11}{'differ':>8}")
    everything = together(result)
    for kind, by_name in [*result.items(), ("all", everything)]:
        for name, times in by_name.items():
            print(f"  {kind:24}{name:20}{_figures(times)}{differing(by_name[Paperterm.name], times):8}")
            kind = ""
    print_targets(everything)


def print_targets(everything: dict[str, Times]) -> None:
    """Of each comparison only the queries that both were asked."""
    print("  targets, at a million articles:")
    own = everything[Paperterm.name]
    print(f"    p50 at most {MEDIAN:g} ms: {1000 * percentile(own.seconds.values(), 50):.1f}")
    for name, other in everything.items():
        both = own.seconds.keys() & other.seconds.keys()
        if not both or other is own:
            continue
        ours, theirs = ({n: times.seconds[n] for n in both}.values() for times in (own, other))
        (mid, top), (their_mid, their_top) = ([1000 * percentile(v, p) for p in (50, 95)] for v in (ours, theirs))
        if name == BareTantivy.name:
            bound = OF_BARE * their_top + PLUS
            print(f"    p95 at most {OF_BARE} x {name} + {PLUS:g} ms = {bound:.1f}: {top:.1f} ({len(both)} queries)")
        elif name in SHARES:
            shares = f"{mid / their_mid:.3f} at p50, {top / their_top:.3f} at p95"
            print(f"    at most {1 / SHARES[name]:.3f} of {name}: {shares} ({len(both)} queries)")
    print()


def differing(own: Times, other: Times) -> int:
    """The queries for which another engine finds more or fewer articles than paperterm."""
    return sum(other.totals[number] != own.totals[number] for number in own.totals.keys() & other.totals.keys())


def together(result: Result) -> dict[str, Times]:
    """All kinds as one; the numbers of the queries go on from kind to kind."""
    everything: dict[str, Times] = {}
    for number, by_name in enumerate(result.values()):
        for name, times in by_name.items():
            whole = everything.setdefault(name, Times())
            whole.seconds |= {number * 1_000_000 + n: seconds for n, seconds in times.seconds.items()}
            whole.totals |= {number * 1_000_000 + n: total for n, total in times.totals.items()}
    return everything


def _figures(times: Times) -> str:
    if not times.seconds:
        return f"{0:8}" + f"{'–':>9}" * 3 + f"{'–':>11}"
    figures = "".join(f"{1000 * percentile(times.seconds.values(), p):9.1f}" for p in (50, 95, 99))
    return f"{len(times.seconds):8}{figures}{sum(times.totals.values()) / len(times.totals):11,.0f}"
