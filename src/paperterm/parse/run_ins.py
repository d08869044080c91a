"""Lines that may begin with a headline, without a bullet before it: news in brief comes in rows of them, set alike, but a
paragraph may begin so, too."""

from __future__ import annotations

from collections.abc import Sequence

from paperterm.parse import echoes
from paperterm.parse.patterns import DATELINE
from paperterm.parse.traits import Traits

ON_END = 5
"""Lines above and below that are counted."""
MANY = 4
"""More of them are as many."""
BANNER = 8
"""Characters that the name of a row has at most."""
STOPS = "。!?"


def run_in(traits: Sequence[Traits], index: int) -> list[str]:
    """The features of a line with `run_in_plain`: how many such stand on end, and whether below a short line, which names
    the row; what sets its headline off, and how many of the row have it set off so; whether the text behind it says what
    it says, or begins with a dateline."""
    t = traits[index]
    first = last = index
    while first and index - first < ON_END and traits[first - 1].run_in_plain:
        first -= 1
    while last + 1 < len(traits) and last - index < ON_END and traits[last + 1].run_in_plain:
        last += 1
    under = " under a short line" if first and traits[first - 1].size <= BANNER else ""
    border = _border(t)
    alike = sum(_border(other) == border for other in traits[first : last + 1])
    comma = " with comma" if "," in t.line.folded[: t.run_in_plain] else ""
    found = [
        "run-in without bullet",
        f"{min(last - first + 1, MANY)} run-in without bullet{under}",
        f"run-in by {border}",
        f"{min(alike, MANY)} run-in by {border}{under}",
        f"run-in{comma}, repeated: {echoes.within(t)}",
    ]
    if DATELINE.match(t.line.folded, t.run_in_plain):
        found.append("run-in before a dateline")
    return found


def _border(t: Traits) -> str:
    """What parts the headline from its text."""
    end = t.line.folded[: t.run_in_plain].rstrip()[-1:]
    return "a stop" if end in STOPS else "a title" if end == "》" else "a gap"
