"""How words are read, and what Latin letters may stand for them: whole syllables, their beginnings, or both in turn."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from paperterm.text.fold import fold
from paperterm.text.romanise import TABLE, spellings

POLYPHONES = Path(__file__).parent / "tables" / "polyphones.txt"
MOST_WAYS = 64
"""Ways of cutting one text into syllables that are looked at, those of the fewest first."""

Syllables = tuple[str, ...]


def reading(word: str) -> Syllables:
    """The syllable of each han, without its tone, "ü" written "v"; a letter or digit is a syllable by itself, what is
    none of these has none: 重庆5G gives "chong", "qing", "5", "g"."""
    folded = fold(word)
    found = spellings(folded)
    table, longest = _polyphones()
    at = 0
    while at < len(folded):
        for length in range(min(longest, len(folded) - at), 1, -1):
            if known := table.get(folded[at : at + length]):
                found[at : at + length] = known
                at += length
                break
        else:
            at += 1
    return tuple(filter(None, found))


def ways(letters: str) -> list[Syllables]:
    """The ways in which letters and digits, in lower case, can be cut into beginnings of syllables, those of the fewest
    pieces first: "xian" is "xian", "xi" and "an", … None where there are other characters among them."""
    begun = _beginnings()
    longest = max(map(len, begun))
    cut: list[list[Syllables]] = [[()]]
    for end in range(1, len(letters) + 1):
        found = [
            (*way, letters[start:end])
            for start in range(max(0, end - longest), end)
            if letters[start:end] in begun
            for way in cut[start]
        ]
        cut.append(sorted(found, key=len)[:MOST_WAYS])
    return cut[-1] if letters else []


def stands_for(way: Sequence[str], syllables: Sequence[str]) -> bool:
    """Does each piece begin the syllable at its place? A word may go on behind the last."""
    return len(way) <= len(syllables) and all(
        whole.startswith(piece) for piece, whole in zip(way, syllables, strict=False)
    )


@cache
def _beginnings() -> frozenset[str]:
    lines = TABLE.read_text("utf-8").splitlines()
    found = {
        syllable[:end] for line in lines for syllable in [line.split(" ")[0]] for end in range(1, len(syllable) + 1)
    }
    return frozenset(found | set("abcdefghijklmnopqrstuvwxyz0123456789"))


@cache
def _polyphones() -> tuple[dict[str, list[str]], int]:
    """Words that are not read as their han mostly are, and the length of the longest."""
    lines = (line.split(" ") for line in POLYPHONES.read_text("utf-8").splitlines())
    table = {word: syllables for word, *syllables in lines}
    return table, max(map(len, table))
