"""The words around a hit, on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from paperterm.query.matcher import Span

ELLIPSIS = "…"
BODY = 40
"""Characters; a shorter text is likely a headline, byline or caption and shown only where nothing longer has a match."""
LEAD = 3
"""Of the room that the matches leave, one part in three goes before them."""

_WHITE = re.compile(r"\s")


def snippet(
    blocks_texts: Sequence[str], matches: Sequence[Span], width: int = 60
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """One line of at most `width` (at least 3) characters, a han being two cells wide, and where in it the matches
    stand.

    It comes from the block where most matches stand close together, from the first of equals, from body rather than
    headlines; without a match from the beginning of the body. "…" stands where the text goes on.
    """
    width = max(width, len(ELLIPSIS) * 2 + 1)
    block, first, last = _densest(blocks_texts, matches, width) if matches else _opening(blocks_texts)
    text = _WHITE.sub(" ", blocks_texts[block]) if blocks_texts else ""
    start, end, before, after = _frame(text, first, last, width)
    shift = len(before) - start
    marks = (
        (max(s, start) + shift, min(e, end) + shift) for b, s, e in matches if b == block and s < end and e > start
    )
    return before + text[start:end] + after, tuple(marks)


def _densest(texts: Sequence[str], matches: Sequence[Span], width: int) -> Span:
    """The block, and the stretch of it, that holds most matches within `width`."""
    best, best_rank, left = matches[0], (False, 0), 0
    for right, (block, _, end) in enumerate(matches):
        while left < right and (matches[left][0] != block or end - matches[left][1] > width - 2):
            left += 1
        rank = (len(texts[block]) >= BODY, right - left + 1)
        if rank > best_rank:
            best, best_rank = (block, matches[left][1], end), rank
    return best


def _opening(texts: Sequence[str]) -> Span:
    lengths = [len(text) for text in texts]
    body = next((block for block, length in enumerate(lengths) if length >= BODY), None)
    return (body if body is not None else lengths.index(max(lengths)) if lengths else 0), 0, 0


def _frame(text: str, first: int, last: int, width: int) -> tuple[int, int, str, str]:
    """Start and end of what is shown around characters `first` to `last`, and the ellipses before and after it."""
    low, high = len(text) - len(text.lstrip()), len(text.rstrip())
    if high - low <= width:
        return min(low, high), high, "", ""
    start = max(low, first - max(0, width - 2 - (last - first)) // LEAD)
    end = start + width - (start > low)
    if end < high:
        return start, end - 1, ELLIPSIS if start > low else "", ELLIPSIS
    return high - width + 1, high, ELLIPSIS, ""
