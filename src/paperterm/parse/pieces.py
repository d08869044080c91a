"""Pieces: the lines of an article's text, each with what its beginning and its end tell about its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from paperterm.parse.articles import Draft, Item

OPENING_QUOTES, CLOSING_QUOTES = "“「『", "”」』"
QUOTES = re.compile(f"[{OPENING_QUOTES}{CLOSING_QUOTES}]")


@dataclass(slots=True, eq=False)
class Piece:
    """Lines that nothing can have come between, in the order of the file: most often one paragraph, or one column's
    part of it."""

    items: list[Item]
    opens: bool  # begins as an article begins: with a dateline, a byline, a digest
    headed: bool  # has its headline on its first line, or needs none: news in brief, each behind a bullet
    continued: bool  # begins with 上接第N版
    heading: bool  # begins with a section heading
    mid: bool  # begins in the midst of a sentence, as far as its first character tells
    open: bool  # ends in the midst of a sentence
    ends: bool  # ends as an article ends: with a jump, a credit, a closing dateline, a photo's text
    photo: bool  # is a photo's text
    body: bool  # has running text
    unclosed: bool  # a quotation is still open at its end
    closing: bool | None  # is its first quotation mark a closing one? None where its first line has none

    @property
    def first(self) -> int:
        """The number of its first line."""
        return self.items[0].number

    @property
    def last(self) -> int:
        return self.items[-1].number


def piece(items: list[Item], brief: bool = False) -> Piece:
    """`brief`: the lines are a news item by themselves."""
    first, last = items[0], items[-1]
    one, two = first.traits, last.traits
    ends = last.state in "CJS" or two.photo or two.ends_jump_to or two.closing
    marks = QUOTES.findall(first.folded)
    behind = marks if first is last else QUOTES.findall(last.folded)
    return Piece(
        items,
        opens=first.state in "YG" or one.dateline,
        headed=bool(first.begin) or brief,
        continued=first.state == "K" or one.begins_jump_from,
        heading=first.state == "H",
        mid=first.state == "B" and one.mid,
        open=last.state == "B" and two.open and not ends,
        ends=ends,
        photo=len(items) <= 3
        and any(item.traits.photo or (item.traits.credit and not item.traits.closing) for item in items),
        body=any(item.state in "BH" for item in items),
        unclosed=bool(behind) and behind[-1] in OPENING_QUOTES,
        closing=marks[0] in CLOSING_QUOTES if marks else None,
    )


def cut(draft: Draft) -> list[Piece]:
    """The draft's opening and running text as pieces, in its order."""
    found: list[list[Item]] = []
    items = [*draft.opening, *draft.running]
    end = max((index for index, item in enumerate(items) if item.state in "BH"), default=0)
    for index, item in enumerate(items):
        if found and _together(items[index - 1], item, last=index > end):
            found[-1].append(item)
        else:
            found.append([item])
    return [piece(some, brief=not number and _brief(draft)) for number, some in enumerate(found)]


def _brief(draft: Draft) -> bool:
    """Does the draft begin, without a headline, with a paragraph behind a bullet?"""
    text = draft.opening or draft.titles or draft.running
    return text[0].state == "B" and text[0].traits.bulleted


def _together(before: Item, item: Item, last: bool) -> bool:
    """Can nothing have come between the two? `last`: no text stands behind them in the draft."""
    if item.state in "CJS":
        return True
    if item.state in "YGK":
        return last or before.state in "YGK"
    if before.state in "YGKH":
        return True
    if before.traits.verse and item.traits.verse:
        return True
    return before.traits.row and item.traits.row


def glue(draft: Draft, pieces: Iterable[Piece]) -> None:
    """Give the draft these pieces for its opening and running text."""
    draft.opening, draft.running = [], []
    for one in pieces:
        for item in one.items:
            if item.state in "YGK" and not draft.running:
                draft.opening.append(item)
            else:
                draft.running.append(item)
