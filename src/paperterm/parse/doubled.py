"""Lines that OCR read twice: the copy that was set aside, and the copy that stands in a headline."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from paperterm.model import Article, Caution
from paperterm.parse.articles import Item
from paperterm.parse.line_places import LinePlaces
from paperterm.parse.lines import Line

LEAST = 9
"""Characters of a line: shorter ones may be alike."""
WORDS = re.compile("[\u3400-\u9fffa-z]{3}")
"""Rules and numbers are printed twice."""
BACK = 12
"""Lines above that are looked at for the original; a headline block has fewer."""
SAME = 0.9
"""Share of the characters that stand at the same places in a line and its copy."""
TITLES = ("kicker", "headline", "deck", "heading")


def doubled(articles: Iterable[Article], rest: Iterable[Item], lines: Sequence[Line]) -> list[Caution]:
    """The copies, each by its line. `lines` are those of the page in their order."""
    found = _in_headlines(articles, LinePlaces(lines))
    numbers = [line.number for line in lines]
    for item in rest:
        if item.traits.doubled:
            message = "The line before it says the same; this copy was left out."
            found.append(Caution("doubled-line", item.number, message))
        elif item.state == "F" and item.traits.size >= LEAST and WORDS.search(item.folded):
            index = bisect_left(numbers, item.number)
            before = next((line for line in reversed(lines[max(0, index - BACK) : index]) if _says(line, item)), None)
            if before:
                message = f"Line {before.number} says the same; this copy was left out."
                found.append(Caution("doubled-line", item.number, message))
    return found


def _says(line: Line, item: Item) -> bool:
    """Does the line say what the item says, or nearly?"""
    one, two = line.folded, item.folded.strip("。,;:、 ")
    if len(one) < len(two) or line.size < LEAST:
        return False
    if two in one:
        return True
    same = sum(a == b for a, b in zip(one, item.folded, strict=False))
    return same >= SAME * len(one)


def _in_headlines(articles: Iterable[Article], places: LinePlaces) -> list[Caution]:
    """Headline lines that say what the line before them says."""
    found: list[Caution] = []
    for article in articles:
        last = ""
        for block in article.blocks:
            if block.role not in TITLES or len(block.lines) > BACK:
                last = ""
                continue
            for number, text in places.parts(block):
                if text and text == last:
                    found.append(Caution("doubled-line", number, "This line says the same as the one before it."))
                last = text
    return found
