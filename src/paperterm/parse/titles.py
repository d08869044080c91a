"""Which line of a headline block is the column, the kicker, the headline, the deck: one assignment for the block.

A kicker (引题) leads up to the headline and stands above it, a deck (副题) adds to it and stands below; the level of the
Markdown heading is a hint only, because OCR tools set it by the order of lines as often as by the size of type.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from paperterm.model import Role
from paperterm.parse.articles import Draft, Item
from paperterm.parse.markup import ink
from paperterm.parse.patterns import ACTOR
from paperterm.parse.states import TITLES

MOST = 8
"""Lines of a block that are told apart; what stands beyond them is deck."""
PART = re.compile(r"\S+")
DECK = re.compile(r"\s——(?=\S)|\s*\(\d{4}年\d{1,2}月\d{1,2}日[^()]*\)\s*$")
LABEL = 4
"""Characters: what stands before a deck on its line is longer."""
LEAST_KICKER, LEAST_ACTOR = 14, 12
"""Characters: a kicker set on one line with its headline is at least as long as the first, and longer than the headline;
where it tells who did what and the headline does not, the second is enough."""


def sort_titles(draft: Draft) -> list[tuple[Role, Item, int, int]]:
    """The lines of the block with their roles in reading order, each with the span of its text that plays the role.

    A line that holds kicker and headline comes twice.
    """
    columns = [*draft.columns, *(item for item in draft.titles if TITLES[item.state] == "column")]
    lines = [item for item in draft.titles if TITLES[item.state] != "column"]
    if not lines and columns and not draft.columns:  # a block of nothing but a column is named by it
        lines = [columns.pop()]
    roles = _roles(lines[:MOST])
    roles += ["deck"] * (len(lines) - len(roles))
    found: list[tuple[Role, Item, int, int]] = [("column", item, 0, len(item.text)) for item in columns]
    parts: list[tuple[Role, Item, int, int]] = []
    for role, item in zip(roles, lines, strict=True):
        alone = role == "headline" and roles.count("headline") == 1
        end = len(item.text)
        kicker = _kicker_end(item) if alone and "kicker" not in roles else 0
        deck = _deck_start(item) if alone and "deck" not in roles else end
        if kicker and _divisible(item, kicker):
            parts.append(("kicker", item, 0, kicker))
        else:
            kicker = 0
        if kicker < deck < end and _divisible(item, deck):
            parts.append(("deck", item, deck, end))
        else:
            deck = end
        parts.append((role, item, kicker, deck))
    order: dict[str, int] = {"kicker": 0, "headline": 1, "deck": 2}
    return found + sorted(parts, key=lambda part: order[part[0]])


def _roles(lines: Sequence[Item]) -> list[Role]:
    """Kickers, then at least one headline, then decks: of all such rows the one that agrees best with the labels. They
    contradict it only where the block was put together anew, where a line that ends with a comma would not be gone on
    with by one of its kind, or where, in a block whose lines all differ in size, a smaller line would go on with the
    headline above it."""
    said = [TITLES[item.state] for item in lines]
    halves = [at for at, item in enumerate(lines[:-1]) if item.folded.rstrip().endswith((",", "、"))]
    levels = [item.traits.level for item in lines]
    count = len(lines)
    sized = count > 2 and len(set(levels)) == count
    smaller = [at for at, (one, two) in enumerate(itertools.pairwise(levels)) if sized and 0 < one < two]
    best: tuple[int, list[Role]] = (-2 * count, [])
    for first in range(count):
        for last in range(first, count):
            roles: list[Role] = ["kicker"] * first
            roles += ["headline"] * (last - first + 1)
            roles += ["deck"] * (count - last - 1)
            agree = sum(one == two for one, two in zip(said, roles, strict=True))
            agree -= 2 * sum(roles[at] != roles[at + 1] for at in halves)
            agree -= 2 * sum(roles[at] == roles[at + 1] == "headline" for at in smaller)
            if agree > best[0]:
                best = (agree, roles)
    return best[1]


def _divisible(item: Item, cut: int) -> bool:
    """Does each half say on its own what it says in the line? Markup that the cut goes through would not."""
    if not item.traits.line.raw:
        return True
    return ink(item.text[:cut]) + ink(item.text[cut:]) == ink(item.text)


def _deck_start(item: Item) -> int:
    """Where the deck begins in a line that holds headline and deck: ——记某某, (2016年3月1日)."""
    match = DECK.search(item.folded)
    return match.start() if match and match.start() >= LABEL else len(item.text)


def _kicker_end(item: Item) -> int:
    """Where the kicker ends in a line that holds kicker and headline; 0 where it holds a headline alone."""
    parts = list(PART.finditer(item.text))
    for index, part in enumerate(parts[:-1]):
        end = part.end()
        left = sum(len(p[0]) for p in parts[: index + 1])
        right = sum(len(p[0]) for p in parts[index + 1 :])
        if part[0].endswith("——"):
            return end
        if left >= LEAST_KICKER and left >= 1.25 * right:
            return end
        if left >= LEAST_ACTOR and ACTOR.match(item.folded) and not ACTOR.match(item.folded[end:].lstrip()):
            return end
        if left >= LEAST_KICKER:
            break
    return 0
