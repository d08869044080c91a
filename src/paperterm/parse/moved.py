"""What speaks for a line that stands with another headline than the one it was read behind: the words it shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from paperterm.model import Article
from paperterm.parse.affinity import Affinity, pairs
from paperterm.text.fold import fold

WORDS = 3
"""Stretches of text told that a line has in common with its article."""


@dataclass(frozen=True, slots=True)
class Move:
    """Where a line was read and where it went: the titles of both articles, how much of the line's pairs of characters
    each has besides it (0 to 1, rare ones weigh more), what it has in common with the second alone, and the line that
    it goes on from where it is a part of a paragraph cut in two."""

    source: str
    target: str
    source_share: float
    target_share: float
    words: tuple[str, ...]
    after: int | None


class Moves:
    """The articles of a page; `texts` are the page's lines by their numbers."""

    def __init__(self, articles: Sequence[Article], texts: Mapping[int, str]) -> None:
        self._articles, self._texts = articles, texts

    def move(self, line: int, source: int, target: int) -> Move:
        """Why the line stands with the article `target`; it was read behind the headline of `source`."""
        text = fold(self._texts[line])
        words = pairs(text)
        here, there = (self._without(number, line) for number in (source, target))
        share = self._affinity.share
        return Move(
            self._articles[source].title,
            self._articles[target].title,
            round(share(words, here), 2),
            round(share(words, there), 2),
            tuple(self._stretches(text, words & there - here)),
            self._before(line, target),
        )

    def _without(self, article: int, line: int) -> set[str]:
        """The pairs of an article's other lines."""
        return set().union(*(words for number, words in self._words[article].items() if number != line))

    @cached_property
    def _words(self) -> list[dict[int, set[str]]]:
        return [
            {number: pairs(fold(self._texts.get(number, ""))) for block in article.blocks for number in block.lines}
            for article in self._articles
        ]

    @cached_property
    def _affinity(self) -> Affinity:
        return Affinity(words for article in self._words for words in article.values())

    def _stretches(self, text: str, shared: set[str]) -> list[str]:
        """The stretches of the text that consist of shared pairs, the weightiest first."""
        found: dict[str, float] = {}
        start = 0
        for at in range(len(text)):
            if text[at : at + 2] not in shared:
                if at > start:
                    stretch = text[start : at + 1]
                    found[stretch] = self._affinity.weight(map("".join, pairwise(stretch)))
                start = at + 1
        return sorted(found, key=lambda stretch: -found[stretch])[:WORDS]

    def _before(self, line: int, article: int) -> int | None:
        """The line before this one in the same paragraph."""
        for block in self._articles[article].blocks:
            if line in block.lines[1:]:
                return block.lines[block.lines.index(line) - 1]
        return None
