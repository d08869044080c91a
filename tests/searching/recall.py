"""Does the search find all there is, and nothing else? Random pieces of the articles are searched for and counted by hand."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from paperterm.library.sqlite import SqliteLibrary
from paperterm.query import Query, Term
from paperterm.text.fold import searchable
from tests.searching.brute import truth
from tests.searching.queries import sample
from tests.searching.rows import Row, rows
from tests.searching.words import in_script

LONGEST = 12
"""Characters of a query."""
COMPARED = 100
"""Hits whose ids are compared; of more only the number."""
SAMPLE = 2_000
"""Articles that the pieces are cut from."""


@dataclass(frozen=True, slots=True)
class Recall:
    """How many queries were asked, how many articles hold what they ask for, and what was wrong with the answers."""

    asked: int
    expected: int
    found: int
    wrong: tuple[str, ...]


def pieces(rng: Random, articles: Sequence[Row]) -> Iterator[Query]:
    """One to twelve characters of a block as they stand there, signs, digits and all, now and then in the other script."""
    while True:
        block = rng.choice(rng.choice(articles).printed)
        start, length = rng.randrange(len(block)), rng.randint(1, LONGEST)
        text = block[start : start + length].strip()
        if rng.random() < 0.2:
            text = in_script(searchable(text), "traditional")
        if needle := searchable(text):
            yield Query(text, Term(text, needle))


def measure(library: SqliteLibrary, path: Path, count: int, seconds: float, seed: int = 2) -> Recall:
    """Asks `count` queries, or as many as there is time for, and compares the answers."""
    rng, begun = Random(seed), time.monotonic()
    asked, answers = [], []
    for query in pieces(rng, sample(path, rng, SAMPLE)):
        if len(asked) == count or time.monotonic() - begun > seconds:
            break
        found = library.search(query, COMPARED)
        asked.append(query)
        answers.append((found.total, {hit.head.id for hit in found.hits}))
    true = truth(rows(path), [searchable(query.text) for query in asked])
    wrong = []
    for number, (query, (total, ids)) in enumerate(zip(asked, answers, strict=True)):
        expected = true.of(number)
        if total != len(expected) or not ids <= expected or len(ids) < min(total, COMPARED):
            wrong.append(f"“{query.text}”: {total} found, {len(expected)} hold it, {len(ids - expected)} of these not")
    holders = sum(map(len, true.holders))
    return Recall(len(asked), holders, sum(total for total, _ in answers), tuple(wrong))


def print_recall(recall: Recall, count: int) -> None:
    """Every wrong answer is printed with its query."""
    right = recall.asked - len(recall.wrong)
    short = "" if recall.asked == count else f" (of {count:,}; there was no time for more)"
    print(f"  recall: {right:,} of {recall.asked:,} random pieces answered rightly{short} (target: all)")
    print(f"    {recall.found:,} hits, {recall.expected:,} by looking at every character")
    for sentence in recall.wrong:
        print(f"    wrong: {sentence}")
    print()
