"""Photos whose title stands below the caption: OCR reads caption, title, credit, or caption, credit, title."""

from __future__ import annotations

from collections.abc import Sequence

from paperterm.parse import patterns as form
from paperterm.parse.articles import PHOTO_TEXT, Draft, Item, complete_photo
from paperterm.parse.scenes import scene

TITLE_LINES = 2
"""Lines of a photo's title."""


def titled_below(found: Sequence[Draft]) -> list[Draft]:
    """The drafts, each such photo put together. What is above it loses its last paragraph to it where that is the caption."""
    kept: list[Draft] = []
    for draft in found:
        before = kept[-1] if kept else None
        if before is None or not draft.titles or len(draft.titles) > TITLE_LINES or draft.opening:
            kept.append(draft)
        elif _credits(draft) and (caption := _caption(before)):
            draft.running[:0] = caption
            del before.running[-len(caption) :]
            if not before.items:
                kept.pop()
            kept.append(draft)
        elif not draft.running and not before.titles and complete_photo(before):
            before.titles = draft.titles
        else:
            kept.append(draft)
    return kept


def _credits(draft: Draft) -> bool:
    """Is a photo's credit all the text?"""
    if len(draft.running) != 1 or draft.running[0].state != "C":
        return False
    return form.PHOTO_MARK.search(draft.running[0].folded) is not None


def _caption(draft: Draft) -> list[Item]:
    """The paragraph at the end of an article that is a photo's caption: all of its text, or a scene behind a whole text."""
    last = draft.running[-1:]
    if not last or last[0].state != "B" or last[0].traits.size > PHOTO_TEXT or last[0].traits.dateline:
        return []
    if len(draft.running) == 1 and not draft.titles and not draft.opening:
        return last
    lines = [item.traits for item in draft.running[-2:]]
    return last if lines[-1].caption or scene(lines, len(lines) - 1) else []
