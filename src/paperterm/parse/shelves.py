"""What stands below the name of a column: one article, or several of a kind, over which it is a banner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from paperterm.parse.kinds import LONG, TITLE_KINDS
from paperterm.parse.patterns import LETTER
from paperterm.parse.traits import Traits

ITEMS, AHEAD = 3, 24
"""Articles below that are looked at, and lines."""
BRIEF = 220
"""Characters of text that news in brief has at most."""


@dataclass(slots=True)
class Item:
    """An article below a column's name, as its forms tell: characters of its text, and what it is."""

    text: int = 0
    letter: bool = False
    run_in: bool = False
    column: bool = False  # has a column's name of its own


def shelf(traits: Sequence[Traits], kinds: Sequence[str], index: int) -> list[str]:
    """The features of a column's name at `index`: what the first articles below it have in common."""
    items = _items(traits, kinds, index)
    if not items:
        return ["no text below"]
    first = items[0]
    found = [f"{_form(first)} below"]
    if len(items) > 1:
        second = items[1]
        found.append(f"{_form(first)}, {_form(second)} below")
        if len(items) > 2 and _form(first) == _form(second) == _form(items[2]):
            found.append(f"three {_form(first)} below")
    else:
        found.append(f"{_form(first)}, nothing below")
    return found


def _form(item: Item) -> str:
    if item.column:
        return "column"
    if item.letter:
        return "letter"
    if item.run_in:
        return "run-in"
    return "brief" if item.text <= BRIEF else "text"


def _items(traits: Sequence[Traits], kinds: Sequence[str], index: int) -> list[Item]:
    items: list[Item] = []
    titled = True
    for place in range(index + 1, min(len(traits), index + AHEAD)):
        t, kind = traits[place], kinds[place]
        if kind == "furniture" or not t.size:
            continue
        if t.run_in or t.run_in_plain:
            items.append(Item(t.size, run_in=True))
            titled = False
        elif kind in TITLE_KINDS and t.size <= LONG and not t.stop:
            if not titled and (len(items) == ITEMS):
                break
            if not titled or not items:
                items.append(Item(column=bool(items) and t.size <= 10 and bool(t.column or t.named_column)))
            titled = True
        elif items:
            items[-1].text += t.size
            if titled and LETTER.match(t.line.folded[:40]):
                items[-1].letter = True
            titled = False
        else:
            items.append(Item(t.size, letter=bool(LETTER.match(t.line.folded[:40]))))
            titled = False
    return [item for item in items if item.text][:ITEMS]
