"""The words that articles are made of: the dictionary that ships with jieba, drawn by Zipf's law, in either script."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate
from random import Random
from typing import Literal

from paperterm.text.fold import HAN

Script = Literal["simplified", "traditional"]

FLAT = 2.7
"""Mandelbrot's correction: how much flatter than 1/rank the commonest words are."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words, the commonest first, and their weights summed up."""

    words: tuple[str, ...]
    weights: tuple[float, ...]

    def draw(self, rng: Random, count: int) -> list[str]:
        return rng.choices(self.words, cum_weights=self.weights, k=count)


@cache
def vocabulary(script: Script) -> Vocabulary:
    """Some 340,000 words of han; loading them takes a second."""
    words = tuple(in_script(word, script) for word in _dictionary())
    return Vocabulary(words, tuple(accumulate(1 / (rank + FLAT) for rank in range(1, len(words) + 1))))


def in_script(text: str, script: Script) -> str:
    """A simplified text, or the traditional form of it."""
    return text if script == "simplified" else _converter().convert(text)


@cache
def _dictionary() -> tuple[str, ...]:
    """By frequency, then in code order, so that the order is the same everywhere."""
    entries = (line.split(" ") for line in (files("jieba") / "dict.txt").read_text("utf-8").splitlines())
    han = re.compile(f"[{HAN}]+")
    ranked = sorted((-int(count), word) for word, count, *_ in entries if han.fullmatch(word))
    return tuple(word for _, word in ranked)


@cache
def _converter():
    from opencc import OpenCC

    return OpenCC("s2t")
