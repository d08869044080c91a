"""Timings side by side, as a plain table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from statistics import median


def interleaved(rounds: int, **timings: Callable[[], float]) -> dict[str, list[float]]:
    """Takes every timing (seconds) `rounds` times, in turns, so that a busy moment of the machine meets all of them. One
    round before those is not counted: it fills the caches."""
    found: dict[str, list[float]] = {name: [] for name in timings}
    for number in range(rounds + 1):
        for name, take in timings.items():
            seconds = take()
            if number:
                found[name].append(seconds)
    return found


def late(values: Sequence[float]) -> float:
    """The 95th percentile."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


def print_table(title: str, times: Mapping[str, Sequence[float]], baseline: str, target: str = "") -> None:
    """One row a timing: least, median, 95th percentile and greatest in milliseconds, and the ratio of the medians to that of
    `baseline`."""
    print(f"{title}{f'   (target: {target})' if target else ''}")
    print(f"  {'':34}{'least':>9}{'median':>9}{'p95':>9}{'greatest':>9}{'ratio':>8}")
    for name, seconds in times.items():
        shown = (min(seconds), median(seconds), late(seconds), max(seconds))
        figures = "".join(f"{1000 * value:9.1f}" for value in shown)
        print(f"  {name.replace('_', ' '):34}{figures}{median(seconds) / median(times[baseline]):8.2f}")
    print(flush=True)
