"""Articles of which every character knows where on the first page it stood: the truth that anchors are measured by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from paperterm.model import Article
from paperterm.parse import parse_page
from paperterm.parse.lines import split_lines

Origins = tuple[int | None, ...]
"""For each character its index in the first page's text; None for white space, marks and what an edit added."""

MARKS = "#*\ufeff"
"""What the parser takes off a line without anything to be read being lost."""


@dataclass(frozen=True)
class Traced:
    """`origins` are those of the article's blocks; None for a block whose characters could not be told from the page."""

    article: Article
    origins: tuple[Origins | None, ...]

    def without(self, block: int) -> Traced:
        return self.of(n for n in range(len(self.origins)) if n != block)

    def of(self, blocks: Iterable[int]) -> Traced:
        """The same article with these of its blocks, in this order."""
        chosen = list(blocks)
        article = replace(self.article, blocks=tuple(self.article.blocks[n] for n in chosen))
        return Traced(article, tuple(self.origins[n] for n in chosen))

    def rewritten(self, block: int, text: str, origins: Origins) -> Traced:
        """The same article with another text in one of its blocks."""
        blocks, known = list(self.article.blocks), list(self.origins)
        blocks[block], known[block] = replace(blocks[block], text=text), origins
        return Traced(replace(self.article, blocks=tuple(blocks)), tuple(known))


def parsed(text: str, origins: Sequence[int | None]) -> list[Traced]:
    """The articles of an edited page; `origins` are those of the text's characters."""
    lines, at = {}, 0
    for number, line in enumerate(split_lines(text), 1):
        lines[number] = [place for place in range(at, at + len(line)) if _seen(text[place])]
        at += len(line) + (2 if text[at + len(line) : at + len(line) + 2] == "\r\n" else 1)
    used: set[int] = set()
    found = []
    for article in parse_page(text).articles:
        places = []
        for block in article.blocks:
            stand = _places(block.text, text, [place for number in block.lines for place in lines[number]], used)
            used.update(place for place in stand or () if place is not None)
            places.append(stand and tuple(None if place is None else origins[place] for place in stand))
        found.append(Traced(article, tuple(places)))
    return found


def _seen(character: str) -> bool:
    return not character.isspace() and character not in MARKS


def _places(shown: str, text: str, source: list[int], used: set[int]) -> Origins | None:
    """Where in the page's text each character of a block stands, given the places of its lines' characters."""
    sought = "".join(filter(_seen, shown))
    page = "".join(text[place] for place in source)
    at = page.find(sought)
    while at >= 0 and not used.isdisjoint(source[at : at + len(sought)]):
        at = page.find(sought, at + 1)
    if at < 0:
        return None
    following = iter(source[at : at + len(sought)])
    return tuple(next(following) if _seen(character) else None for character in shown)


def heirs(before: list[Traced], after: list[Traced]) -> list[int | None]:
    """For each article the number of the one that holds most of its characters after an edit; None where none does."""
    home = {place: n for n, traced in enumerate(before) for block in traced.origins for place in block or ()}
    votes: list[Counter[int]] = [Counter() for _ in before]
    for number, traced in enumerate(after):
        for place in (place for block in traced.origins for place in block or () if place is not None):
            if place in home:
                votes[home[place]][number] += 1
    return [vote.most_common(1)[0][0] if vote else None for vote in votes]
