"""Spreading what a line lacks to the measure over its gaps, by whole cells.

A terminal can neither squeeze a full-width mark nor set han apart by less than a cell. So a line is spread only where a
cell more is hardly seen: beside white space, behind or before punctuation, and between han and Latin (GB/T 15834-2011,
5.1.11 and W3C clreq, "Line adjustment", allow these before all others); by one cell in a place and `MOST` in a line. A
line that lacks more stays ragged, which reads better than holes.
"""

from __future__ import annotations

import re

MOST = 8
"""Cells that a line is spread by at most."""

_HAN = "\u3400-\u9fff\uf900-\ufaff"
_OPENING = "“‘（《〈「『【〔"
_CLOSING = "，。、；：？！”’）》〉」』】〕"
_ASCII = ",.;:?!)"
_WIDE = set(_OPENING + _CLOSING) - set("“”‘’")
_MARKS = re.compile(
    rf"[ \u3000]+(?![ \u3000{_CLOSING}{_ASCII}])"  # between words
    rf"|[{_CLOSING}{_ASCII}]+(?![{_CLOSING}{_ASCII}])(?:(?<=[{_CLOSING}])|(?![A-Za-z0-9]))"  # 12:30 is not taken apart
    rf"|(?<=[{_HAN}])(?=[{_OPENING}(])"
)
_SCRIPTS = re.compile(rf"(?<=[{_HAN}])(?<![第年月日时])(?=[A-Za-z0-9])|(?<=[A-Za-z%])(?=[{_HAN}])")
"""A number stays with what it counts: 3月 and 400多元 are not taken apart."""


def gaps(text: str, start: int, end: int, lack: int) -> tuple[int, ...]:
    """The offsets in `text` before each of which the line `text[start:end]` gets one cell more, `lack` of them in
    ascending order; none where the line has too few gaps. Those beside white space and narrow marks are taken first,
    then those between scripts, then those beside full-width marks, which have half a han of white already."""
    if not 0 < lack <= MOST:
        return ()
    beside = [place for match in _MARKS.finditer(text, start, end) if start < (place := match.end()) < end]
    narrow = [place for place in beside if text[place - 1] not in _WIDE and text[place] not in _WIDE]
    taken = _even(narrow, lack)
    if len(taken) < lack:
        scripts = [place for match in _SCRIPTS.finditer(text, start, end) if start < (place := match.start()) < end]
        taken += _even([place for place in scripts if place not in narrow], lack - len(taken))
    if len(taken) < lack:
        taken += _even([place for place in beside if place not in taken], lack - len(taken))
    return tuple(sorted(taken)) if len(taken) == lack else ()


def _even(places: list[int], count: int) -> list[int]:
    """`count` of the places, spread over the line; all where there are not more."""
    if len(places) <= count:
        return places
    return [places[(2 * number + 1) * len(places) // (2 * count)] for number in range(count)]
