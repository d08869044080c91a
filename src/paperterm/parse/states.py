"""The states a line can have, and how well one follows another. The scores are those of `evidence`:

T first line of a headline block   U further lines of it (kicker, headline, deck, column: told apart later)
Y byline after a headline   G digest   K 上接第N版 after a headline   B body   H section heading   C credit, closing dateline
J 下转第N版   M masthead   F furniture
y g k b  the same as Y G K B, opening an article whose headline stands elsewhere or is lost
R headline and text on one line
"""

from __future__ import annotations

from collections.abc import Sequence

from paperterm.parse.habits import Habits
from paperterm.parse.traits import Traits

STATES = "TUYGKBHCJMFygkbR"
OPENING = frozenset("TygkbR")
"""States that begin an article."""

FOLLOWS: dict[str, dict[str, float]] = {
    "^": {"M": 0.5, "F": 0.0, "T": 0.0, "y": -1.0, "g": -1.0, "k": -0.5, "b": -1.0},
    "T": {"U": 0.0, "Y": 0.5, "G": 0.3, "K": 0.5, "B": 0.5, "H": -1.2, "C": -1.0, "J": -1.0, "T": -2.5, "F": -0.5, "M": -2.0, "y": -4, "b": -3.5},
    "U": {"U": -0.4, "Y": 0.5, "G": 0.3, "K": 0.5, "B": 0.5, "H": -0.6, "C": -1.0, "J": -1.0, "T": -2.5, "F": -0.5, "M": -2.0, "y": -4, "b": -3.5},
    "Y": {"Y": 0.0, "G": 0.0, "K": 0.0, "B": 0.5, "H": -0.7, "U": -1.5, "T": -1.5, "C": -2.0, "J": -1.0, "F": -0.5, "M": -2.0},
    "G": {"G": 0.0, "Y": 0.3, "B": 0.2, "H": 0.0, "T": -1.0, "U": -1.5, "F": -0.5, "J": -1.0, "C": -1.0},
    "K": {"B": 0.7, "H": 0.0, "Y": 0.0, "U": -0.5, "T": -2.0, "F": -0.5},
    "B": {"B": 0.3, "H": -0.3, "T": -0.2, "C": 0.0, "J": 0.0, "F": -0.5, "M": -1.0, "G": -2.0, "b": -2.0, "y": -1.5, "g": -1.5, "k": -0.5},
    "H": {"B": 0.4, "H": -2.0, "T": -3.0, "F": -1.0, "C": -2.0, "J": -2.0, "G": -2.0, "b": -4.0},
    "C": {"T": 0.5, "C": -0.3, "B": -1.2, "F": 0.0, "M": 0.0, "J": 0.0, "H": -2.0, "b": -0.5, "y": 0.0, "g": 0.0, "k": 0.0},
    "J": {"T": 0.7, "F": 0.0, "M": 0.0, "B": -2.0, "H": -3.0, "C": -0.5, "b": -0.4, "y": 0.0, "g": 0.0, "k": 0.0},
    "M": {"M": 0.6, "F": 0.0, "T": 0.2, "b": -1.5, "y": -1.0, "g": -1.0, "k": -0.5, "B": -2.7},
    "F": {"F": 0.0, "M": -0.3, "T": 0.0, "B": -0.2, "H": -0.5, "C": -0.5, "J": -0.3, "U": -1.0, "Y": -0.5, "G": -1.0, "K": -0.5, "b": -1.2, "y": -0.7, "g": -0.7, "k": 0.0},
}  # fmt: skip
for _small, _big in (("y", "Y"), ("g", "G"), ("k", "K"), ("b", "B")):
    FOLLOWS[_small] = FOLLOWS[_big]
FOLLOWS["R"] = FOLLOWS["B"] | {"H": -2.0}
for _state, _step in {
    "^": -0.5,
    "T": -3.5,
    "U": -3.5,
    "B": -0.3,
    "C": 0.0,
    "J": 0.3,
    "M": -0.5,
    "F": 0.3,
    "R": 0.3,
    "b": -0.3,
}.items():
    FOLLOWS[_state] = FOLLOWS[_state] | {"R": _step}

LONG = 60
"""Characters: few headline lines are longer."""
SELDOM = 5.0
"""What it costs to take a paragraph's first sentence for a headline where nothing else says so."""


def follows(one: str, traits: Sequence[Traits], index: int, habits: Habits) -> dict[str, float]:
    """What the pair of lines `index - 1` and `index` adds to FOLLOWS for state `one`, by the state that follows it."""
    before, t = traits[index - 1], traits[index]
    if one in "BbR":
        more = _after_body(before, t, wide=t.line.gap >= habits.gap + 1)
        if one == "R" and before.run_in_plain and t.run_in_plain:
            more["R"] = SELDOM + 0.4  # one of several under a banner
        return more
    if one == "H":
        return {"B": -(2.5 if t.glued else 0.0) - (3.0 if t.dateline else 0.0)}
    if one in "TU" and not t.begins_jump_from and index + 1 < len(traits):
        return _after_title(before, t, traits[index + 1])
    # 上接 opens an article, but not a second one right behind its headline.
    return {"B": 6.0} if t.begins_jump_from and one in "TUYG" else {}


def _after_body(before: Traits, t: Traits, wide: bool) -> dict[str, float]:
    body = opening = title = heading = bare = 0.0
    if before.open or before.trailing:
        body += -1.0 if t.dateline else 1.7 if t.glued else 0.9
        title = heading = -2.0 if t.glued else -1.0
        opening = bare = -0.7
    if t.dateline:
        body -= 2.0
    if before.ends_jump_to or t.begins_jump_from:
        body -= 3.0
    if wide and not before.open:
        body -= 0.3
    if wide:
        opening += 0.8
    if before.ends_jump_to or before.photo:
        opening += 1.5
    if before.ends_jump_to or before.photo or before.closing:
        title += 0.7
    return {"B": body, "b": opening, "T": title, "H": heading, "y": bare, "g": bare}


def _after_title(before: Traits, t: Traits, after: Traits) -> dict[str, float]:
    """Kicker, headline, kicker, headline: the level falls off and rises again where a new headline block begins."""
    title = more = 0.0
    restart = (
        before.level
        and (not t.level or t.level > before.level)
        and after.level
        and (not t.level or after.level < t.level)
    )
    if restart and after.size <= LONG and not before.column:
        title, more = 2.2, -0.3
    if t.dash and not before.dash and before.level:
        title += 0.8
    if t.marked and not before.level and (before.named_column or before.line.folded.startswith("——")):
        title += 1.8  # a deck or a column's name ends a block
    return {"T": title, "U": more}
