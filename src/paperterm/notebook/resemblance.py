"""Where a text is most like a quote in its surroundings, after OCR misread some of it or somebody corrected it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from paperterm.notebook.normalise import NOTHING

if TYPE_CHECKING:
    from rapidfuzz.distance import Opcodes

PLACES = 2
"""Places that are looked at: the likeliest, and the next, which may be as like."""

END = 96
"""Characters of a quote by which each of its ends is looked for, where it is longer than twice that."""

RAGGED = 10
"""Ends are uncertain where more than one in so many of the quote's characters may be wrong at them."""

SLACK = 8
"""Characters on either side of the likeliest window in which the alignment may still find the quote's ends."""


def resembling(text: str, before: str, quote: str, behind: str) -> Iterator[tuple[int, int, bool]]:
    """Start and end of the places most like `quote` between `before` and `behind`, the likeliest first, and whether both
    ends are certain. All of it is normalised; the quote is not empty."""
    for _ in range(PLACES):
        if len(quote) <= 2 * END:
            start, end, clear = _span(text, before, quote, behind)
        else:
            start, _, begins = _span(text, before, quote[:END], "")
            _, end, ends = _span(text, "", quote[-END:], behind)
            clear = begins and ends
        if start >= end:
            return
        yield start, end, clear
        first, last = max(0, start - len(before)), min(len(text), end + len(behind))
        text = text[:first] + NOTHING * (last - first) + text[last:]


def _span(text: str, before: str, quote: str, behind: str) -> tuple[int, int, bool]:
    """Start and end of the likeliest place, and whether both are certain. An empty span where there is none."""
    from rapidfuzz.distance import Levenshtein  # imported here: no note on an unchanged article comes this far
    from rapidfuzz.fuzz import partial_ratio_alignment

    whole = before + quote + behind
    window = partial_ratio_alignment(whole, text)
    if window is None or not window.score:
        return 0, 0, False
    first = max(0, window.dest_start - SLACK) if before else window.dest_start
    last = window.dest_end + SLACK if behind else window.dest_end
    steps = Levenshtein.opcodes(whole, text[first:last])
    start, off = _border(steps, len(before), leading=True)
    end, off_too = _border(steps, len(before) + len(quote), leading=False)
    return first + start, first + end, RAGGED * (off + off_too) <= len(quote)


def _border(steps: Opcodes, border: int, leading: bool) -> tuple[int, int]:
    """Where an alignment takes the place before the quote's first character (`leading`) or behind its last one, and by how
    many characters that may be wrong: those that were changed or lost together with this one."""
    for step in steps:
        if step.src_start <= border < step.src_end if leading else step.src_start < border <= step.src_end:
            if step.tag == "delete":
                return step.dest_start, step.src_end - step.src_start
            changed = step.src_end - step.src_start if step.tag == "replace" else 0
            return step.dest_start + border - step.src_start, changed
    return 0, 0
