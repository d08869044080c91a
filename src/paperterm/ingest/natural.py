"""The order in which people count: 2 before 10."""

from __future__ import annotations

import re

DIGITS = re.compile(r"([0-9]+)")


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key under which `第2版` stands before `第10版`; for equal names, upper case first."""
    parts = [(1, int(p), p) if p.isdigit() else (0, 0, p.casefold()) for p in DIGITS.split(name) if p]
    return (*parts, (0, 0, name))
