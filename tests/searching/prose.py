"""Sentences and paragraphs: words by Zipf's law, running on or set into the patterns of real sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from random import Random

from tests.printer.sentences import CLOSINGS, DEVELOPMENTS, HEADLINES, LEADS
from tests.searching.words import Script, in_script, vocabulary

PATTERNED = 0.3
"""Of the sentences."""
FIGURES = 0.15
"""Sentences with digits or Latin letters in them."""
LATIN = ("GDP", "5G", "AI", "ＷＴＯ", "DeepSeek", "COVID-19", "Made in China", "e-mail", "C919", "NBA", "Ｋ歌", "IPv6")

BYLINE = "本报记者 "

Pattern = tuple[str, ...]
"""What stands before, between and behind the slots."""


class Prose:
    """Text in one script, without end; all choices come from `rng`."""

    def __init__(self, rng: Random, script: Script) -> None:
        self._rng = rng
        self._words = _drawn(rng, script)
        self._sentences = _patterns(LEADS + DEVELOPMENTS + CLOSINGS, script)
        self._headlines = _patterns(HEADLINES, script)

    def headline(self) -> str:
        """Now and then with the white space that printers set between its parts."""
        title = self._filled(self._rng.choice(self._headlines))
        return title if self._rng.random() < 0.9 else f"{title}\u3000{self._run(4)}"

    def deck(self) -> str:
        return self._run(self._rng.randint(4, 8))

    def paragraph(self, length: int) -> str:
        """Whole sentences, until there are at least `length` characters."""
        sentences: list[str] = []
        while length > 0:
            sentences.append(self._sentence())
            length -= len(sentences[-1])
        return "".join(sentences)

    def _sentence(self) -> str:
        rng = self._rng
        if rng.random() < PATTERNED:
            return self._filled(rng.choice(self._sentences))
        parts = [self._run(rng.randint(3, 8)) for _ in range(rng.randint(1, 3))]
        if rng.random() < FIGURES:
            parts.insert(rng.randrange(len(parts) + 1), self._figure())
        return "，".join(parts) + "。"

    def _figure(self) -> str:
        rng, word = self._rng, next(self._words)
        number, year = rng.randint(2, 9999), rng.randint(1949, 2025)
        wide = str(number).translate({0x30 + digit: 0xFF10 + digit for digit in range(10)})
        return rng.choice(
            (f"{year}年{word}", f"{word}{number}", f"{number / 100}%", f"{wide}{word}", rng.choice(LATIN) + word)
        )

    def _run(self, count: int) -> str:
        """So many words with nothing between them, but for the rare gap that an OCR leaves."""
        gap = " " if self._rng.random() < 0.02 else ""
        return gap.join(next(self._words) for _ in range(count))

    def _filled(self, pattern: Pattern) -> str:
        return pattern[0] + "".join(next(self._words) + piece for piece in pattern[1:])


def _drawn(rng: Random, script: Script) -> Iterator[str]:
    known = vocabulary(script)
    return chain.from_iterable(known.draw(rng, 500) for _ in iter(int, 1))


@cache
def boilerplate() -> str:
    """Everything that stands in a pattern itself, and so in many articles; simplified."""
    patterns = _patterns(LEADS + DEVELOPMENTS + CLOSINGS, "simplified") + _patterns(HEADLINES, "simplified")
    return "\n".join(piece for pattern in patterns for piece in pattern) + BYLINE


@cache
def _patterns(templates: tuple[str, ...], script: Script) -> tuple[Pattern, ...]:
    return tuple(tuple(re.split(r"\{\w+\}", in_script(template, script))) for template in templates)
