"""How rare each han is among the paragraphs of the labelled pages (`paperterm.parse.rarity`)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from paperterm.parse.lines import read_lines
from paperterm.text.han import is_han
from tests.fitting.truth import Labelled

LEAST = 30
"""Characters of a line that is a paragraph's."""
NEVER = 0.001
"""The share of paragraphs that a han is thought to be in besides those where it was seen."""


def rarities(pages: Iterable[Labelled]) -> dict[int, str]:
    """For each rarity, a natural logarithm in whole units, the han that have it."""
    times: Counter[str] = Counter()
    paragraphs = 0
    for page in pages:
        for line in read_lines(page.text):
            if line.size >= LEAST:
                paragraphs += 1
                times.update(set(filter(is_han, set(line.folded))))
    found: dict[int, list[str]] = {}
    for han in sorted(times):
        found.setdefault(round(-math.log(times[han] / paragraphs + NEVER)), []).append(han)
    return {rarity: "".join(found[rarity]) for rarity in sorted(found)}
