"""What trials of one kind came to, and the table of all kinds."""

from __future__ import annotations

from dataclasses import dataclass, field

SHOWN = 8
"""How many faults of a kind are printed."""


@dataclass
class Outcome:
    """`acknowledged` counts changes that were reported as made, over all trials; `lost` those of them that were wrong
    afterwards without being told, or told but not to be got back. `faults` are sentences; with any of them the kind fails."""

    trials: int = 0
    acknowledged: int = 0
    lost: int = 0
    notices: int = 0
    faults: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def add(self, other: Outcome, where: str = "") -> None:
        """Count `other` in; `where` says of its faults where they were met."""
        self.trials += other.trials
        self.acknowledged += other.acknowledged
        self.lost += other.lost
        self.notices += other.notices
        self.faults += [f"{where}: {fault}" if where else fault for fault in other.faults]
        self.remarks += [remark for remark in other.remarks if remark not in self.remarks]


def head() -> str:
    return f"{'':54}{'trials':>8}{'acknowledged':>14}{'lost':>6}{'notices':>9}{'seconds':>9}"


def row(name: str, outcome: Outcome, seconds: float) -> str:
    verdict = "FAIL" if outcome.faults or outcome.lost else "ok"
    figures = f"{outcome.trials:8}{outcome.acknowledged:14}{outcome.lost:6}{outcome.notices:9}{seconds:9.0f}"
    more = [f"    {remark}" for remark in outcome.remarks]
    more += [f"    {fault}" for fault in outcome.faults[:SHOWN]]
    if len(outcome.faults) > SHOWN:
        more.append(f"    … and {len(outcome.faults) - SHOWN} more")
    return "\n".join([f"{name:54}{figures}   {verdict}", *more])
