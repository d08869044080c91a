"""Third stage: labelled lines become drafts of articles; a draft is still moved about and mended by later stages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from paperterm.parse import patterns as form
from paperterm.parse.states import OPENING, TITLES
from paperterm.parse.traits import Traits

PHOTO_LINES, PHOTO_TEXT = 3, 400
"""Lines and characters: the text under a photo's title is no longer, before its caption."""


@dataclass(slots=True, eq=False)
class Item:
    """A line in its place: `state` is a letter of `states`, upper case."""

    traits: Traits
    state: str
    begin: int = 0  # characters before it play another role: a run-in headline

    @property
    def number(self) -> int:
        return self.traits.line.number

    @property
    def text(self) -> str:
        return self.traits.line.text

    @property
    def folded(self) -> str:
        return self.traits.line.folded


@dataclass(slots=True, eq=False)
class Draft:
    """An article in the making: its headline lines, its opening (digest, byline, 上接), its running text."""

    titles: list[Item] = field(default_factory=list)
    columns: list[Item] = field(default_factory=list)  # known to be columns already
    opening: list[Item] = field(default_factory=list)
    running: list[Item] = field(default_factory=list)

    @property
    def items(self) -> list[Item]:
        return [*self.columns, *self.titles, *self.opening, *self.running]

    @property
    def body(self) -> list[Item]:
        return [item for item in self.running if item.state in "BH"]

    @property
    def continued(self) -> bool:
        """Begins with 上接第N版."""
        if any(item.state == "K" for item in self.opening):
            return True
        return bool(self.running) and self.running[0].traits.begins_jump_from

    @property
    def place(self) -> int:
        """Where a person would look for it: the line of its headline, else its first line."""
        return min(item.number for item in (self.titles or self.items))


def drafts(traits: Sequence[Traits], states: str) -> tuple[list[Draft], list[Item]]:
    """The drafts in the order they stand on the page, and what belongs to none (states M and F)."""
    found: list[Draft] = []
    rest: list[Item] = []
    for t, state in zip(traits, states, strict=True):
        item = Item(t, state.upper())
        if state == "R":
            item.state, item.begin = "B", t.run_in or t.run_in_plain
        if item.state in "MF":
            rest.append(item)
            continue
        second = state == "B" and t.dateline and bool(found) and bool(found[-1].body)  # no text has two datelines
        if state in OPENING or second or not found:
            found.append(Draft())
        draft = found[-1]
        if state in "BH" and len(found) > 1 and complete_photo(draft) and found[-2].running:
            # A photo set into a text: what follows its credit is the text's.
            found[-2], found[-1] = found[-1], found[-2]
            draft = found[-1]
        if item.state in TITLES:
            draft.titles.append(item)
        elif item.state in "YGK" and not draft.running:
            draft.opening.append(item)
        else:
            draft.running.append(item)
    return found, rest


def complete_photo(draft: Draft) -> bool:
    """A photo's few lines, its credit the last of them."""
    texts = [item.traits for item in draft.running]
    if not texts or len(texts) > PHOTO_LINES or sum(t.size for t in texts) > PHOTO_TEXT:
        return False
    signed = draft.running[-1].state == "C" and form.PHOTO_MARK.search(draft.running[-1].folded)
    return bool(signed or texts[-1].photo) and not draft.opening and not any(t.dateline for t in texts)
