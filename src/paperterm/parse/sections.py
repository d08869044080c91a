"""Section headings behind which the text is about something else: of news in brief, neither signed nor datelined, a
headline looks like a heading, but articles with one heading are rare.
"""

from __future__ import annotations

from collections.abc import Sequence

from paperterm.parse.affinity import READ
from paperterm.parse.articles import Draft
from paperterm.parse.modularity import Modularity

APART = 0.18
"""Units of surplus: parts of one text share more with one another, most of them."""
LEAST, MOST = 8, 400
"""Paragraphs of a page that are compared: fewer do not tell what is usual, and no newspaper page has more."""


def part(found: Sequence[Draft]) -> list[Draft]:
    """The drafts, each whose only heading turns out to be a headline as two."""
    headings = [_only_heading(draft) for draft in found]
    paragraphs = [item for draft in found for item in draft.running if item.state == "B"]
    if not any(headings) or not LEAST <= len(paragraphs) <= MOST:
        return list(found)
    shares = Modularity([item.folded[:READ] for item in paragraphs])
    place = {item.number: number for number, item in enumerate(paragraphs)}
    parted: list[Draft] = []
    for draft, at in zip(found, headings, strict=True):
        parted.append(draft)
        if at:
            above, below = (
                [place[item.number] for item in items if item.state == "B"]
                for items in (draft.running[:at], draft.running[at:])
            )
            if shares.of(below, above) < APART:
                headline, *text = draft.running[at:]
                headline.state = "T"
                del draft.running[at:]
                parted.append(Draft(titles=[headline], running=text))
    return parted


def _only_heading(draft: Draft) -> int:
    """The place in the running text of the only heading of an article that nobody signs, with text above it and below;
    0 where there is none such."""
    states = [item.state for item in draft.running]
    if states.count("H") != 1 or "S" in states or any(item.state == "Y" for item in draft.opening):
        return 0
    at = states.index("H")
    return at if "B" in states[:at] and "B" in states[at:] and not draft.running[at].traits.ordinal else 0
