"""The states a line can have, a letter each.

T headline that opens an article      U further line of it, or headline below a kicker or column
P kicker that opens an article        Q further kicker
L column that opens an article        N column within a headline block
E deck that opens an article (its headline is lost or stands elsewhere)    D deck
R headline and text on one line
Y byline after a headline   G digest   K 上接第N版 after a headline   B body   H section heading   S byline after the text
C credit, closing dateline   J 下转第N版   M masthead   F furniture
y g k b  the same as Y G K B, opening an article whose headline stands elsewhere or is lost
"""

from __future__ import annotations

from paperterm.model import Role

STATES = "TUPQLNEDRYGKBHSCJMFygkb"
OPENING = frozenset("TPLERygkb")
"""States that begin an article."""
TITLES: dict[str, Role] = {
    "T": "headline", "U": "headline", "P": "kicker", "Q": "kicker", "L": "column", "N": "column", "E": "deck", "D": "deck",
}  # fmt: skip
"""The states of lines of a headline block, and what they are in it."""

RUNNING, FURTHER = frozenset("BHCJSRb"), frozenset("UQNDYK")
"""States of a text, and states that go on with a headline block: none of these follows one of those."""
