"""How much of a line's wording returns in the text around it: a headline says what its text says, a slogan or a standing
column does not; a headline is repeated in the text behind it, a first sentence is not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from paperterm.parse.kinds import HALF, LONG
from paperterm.parse.traits import Traits

NEAR, HEARD = 9, 300
"""Lines among which the text to a short line is looked for, and characters of it that are read."""
PAIRS = re.compile(r"(?=([\u3400-\u9fff]{2}))")
"""Two characters on end: nearly words."""


def below(traits: Sequence[Traits], index: int) -> str:
    """How much of a short line stands in the text below it, in a word."""
    return _share(traits[index].line.folded, _text(traits, range(index + 1, min(index + NEAR, len(traits)))))


def above(traits: Sequence[Traits], index: int) -> str:
    """How much of a short line stands in the text above it, in a word."""
    return _share(traits[index].line.folded, _text(traits, range(index - 1, max(index - NEAR, -1), -1)))


def within(t: Traits) -> str:
    """How much of what may be a run-in headline stands in the text behind it on the line, in a word."""
    return _share(t.line.folded[: t.run_in_plain], t.line.folded[t.run_in_plain :][:HEARD])


def _share(words: str, text: str) -> str:
    pairs = PAIRS.findall(words)
    if not pairs or not text:
        return "nothing to compare"
    count = sum(map(text.__contains__, pairs))
    return "none" if not count else "one" if count == 1 else "half" if 2 * count >= len(pairs) else "some"


def _text(traits: Sequence[Traits], places: range) -> str:
    return next((traits[place].line.folded[:HEARD] for place in places if _running(traits[place])), "")


def _running(t: Traits) -> bool:
    return t.size > LONG or (t.size > HALF and t.stop)
