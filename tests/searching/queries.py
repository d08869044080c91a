"""Queries of every kind, taken from the articles that are searched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random

from paperterm.query import Query, QueryError, parse_query
from paperterm.text.fold import HAN
from tests.searching.prose import boilerplate
from tests.searching.rows import Row, count, rows
from tests.searching.words import vocabulary

SAMPLE = 400
"""Articles that queries are taken from."""
EACH = 60
"""Queries a kind."""
TAIL = 50_000
"""Words of this rank and beyond are rare."""

Kind = Callable[[Random, Sequence[Row]], Iterator[str]]


def queries(library: Path, seed: int = 1, each: int = EACH) -> dict[str, list[Query]]:
    """For each kind `each` queries, all of them well formed, in no order: who is asked only a few is asked all sorts."""
    rng = Random(seed)
    articles = sample(library, rng, SAMPLE)
    made = {name: list(islice(_parsed(kind(rng, articles)), each)) for name, kind in KINDS.items()}
    return {name: rng.sample(asked, len(asked)) for name, asked in made.items()}


def sample(library: Path, rng: Random, size: int) -> list[Row]:
    """Articles from all over the library."""
    numbers = range(1, count(library) + 1)
    chosen = rng.sample(numbers, min(size, len(numbers)))
    return [row for number in chosen for row in rows(library, number, number)]


def _parsed(texts: Iterator[str]) -> Iterator[Query]:
    for text in texts:
        try:
            yield parse_query(text)
        except QueryError:  # what stands half typed in the bar need not be a query
            continue


def as_one_types(rng: Random, articles: Sequence[Row]) -> Iterator[str]:
    while True:
        article = rng.choice(articles)
        query = rng.choice((_piece(rng, article, 8), f"{_word(rng, article)} {_word(rng, article)}"))
        yield from (query[:end] for end in range(1, len(query) + 1) if query[:end].strip() == query[:end])


def rare(rng: Random, articles: Sequence[Row]) -> Iterator[str]:
    while True:
        word = _word(rng, rng.choice(articles), 4)
        if _ranks().get(word, 0) >= TAIL and word not in boilerplate():
            yield word


def common(rng: Random, articles: Sequence[Row]) -> Iterator[str]:
    yield from (word for word in vocabulary("simplified").words if len(word) == 2)


def single(rng: Random, articles: Sequence[Row]) -> Iterator[str]:
    while True:
        yield _piece(rng, rng.choice(articles), 1)


def three(rng: Random, articles: Sequence[Row]) -> Iterator[str]:
    while True:
        article = rng.choice(articles)
        yield " ".join(_word(rng, article) for _ in range(3))


def phrase(rng: Random, articles: Sequence[Row]) -> Iterator[str]:
    while True:
        yield _piece(rng, rng.choice(articles), 10)


def no_hit(rng: Random, articles: Sequence[Row]) -> Iterator[str]:
    """Six common characters by chance; nothing promises that they never meet."""
    while True:
        yield "".join(_piece(rng, rng.choice(articles), 1) for _ in range(6))


def latin(rng: Random, articles: Sequence[Row]) -> Iterator[str]:
    while True:
        found = re.findall(r"[A-Za-z0-9Ａ-Ｚ０-９]{2,}", " ".join(rng.choice(articles).printed))
        if found:
            yield rng.choice(found)


def either_or_not(rng: Random, articles: Sequence[Row]) -> Iterator[str]:
    while True:
        article = rng.choice(articles)
        one, two, three = (_word(rng, article) for _ in range(3))
        yield from (f"{one} OR {two}", f"{one} -{two}", f"({one} OR {two}) {three}")


def fields(rng: Random, articles: Sequence[Row]) -> Iterator[str]:
    while True:
        article = rng.choice(articles)
        word, year = _word(rng, article), article.day // 10_000
        yield from (f"报纸:{article.paper} {word}", f"日期:{year}..{year + 5} {word}", f"版:1 {word}")
        yield f"标题:{_word(rng, article, among=article.title)}"
        yield from (f"记者:{name}" for name in article.by)


KINDS: dict[str, Kind] = {
    "as one types": as_one_types,
    "rare, 4 characters": rare,
    "common words": common,
    "one character": single,
    "three terms": three,
    "10-character phrases": phrase,
    "digits and Latin": latin,
    "no hit": no_hit,
    "OR and NOT": either_or_not,
    "fields": fields,
}


def _piece(rng: Random, article: Row, length: int) -> str:
    """So many han that stand side by side, in the article's own script."""
    runs = [run for block in article.printed for run in re.findall(f"[{HAN}]{{{length},}}", block)]
    run = rng.choices(runs, weights=[len(run) - length + 1 for run in runs])[0]
    start = rng.randrange(len(run) - length + 1)
    return run[start : start + length]


def _word(rng: Random, article: Row, length: int | None = None, among: Sequence[str] = ()) -> str:
    """A word of the dictionary that stands in the article, of two to four characters where no length is given."""
    for _ in range(10_000):
        block = rng.choice(among or article.blocks)
        start = rng.randrange(len(block)) if block else 0
        word = block[start : start + (length or rng.randint(2, 4))]
        if len(word) > 1 and word in _ranks():
            return word
    return "中国"


@cache
def _ranks() -> dict[str, int]:
    return {word: rank for rank, word in enumerate(vocabulary("simplified").words)}
