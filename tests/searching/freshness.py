"""How soon an article is found after its import was committed, by a library that another window has open."""

from __future__ import annotations

import time
from hashlib import sha256
from itertools import count
from pathlib import Path
from random import Random

from paperterm.library.sqlite import SqliteLibrary
from paperterm.model import Article, Block, IssueFacts, Page
from paperterm.query import parse_query
from tests.searching.report import percentile

ROUNDS = 15
TARGET = 5
"""Milliseconds."""
RARE = range(0x20000, 0x2A6D0)
"""Code points of ideographs that stand in no made-up page."""


def measure(path: Path) -> list[float]:
    """Seconds from the commit until a search finds the article, and nothing else. The pages take one another's place, so
    that the library does not grow."""
    importing, reading = SqliteLibrary(path), SqliteLibrary(path)
    rng, times = Random(time.time_ns()), []
    try:
        for _ in range(ROUNDS):
            word = "".join(chr(rng.choice(RARE)) for _ in range(6))
            query = parse_query(word)
            reading.search(query, 20)
            article = Article("", "story", (Block("headline", word, (1,)), Block("body", word * 40, (3,))))
            data = word.encode()
            facts = IssueFacts("新到日报", "2026-01-01", page=1)
            page = Page(facts, (article,), ())
            importing.add(path.parent / "fresh.txt", sha256(data).hexdigest(), len(data), 0, word, page, IssueFacts())
            begun = time.perf_counter()
            for tries in count(1):
                if reading.search(query, 20).total == 1:
                    times.append(time.perf_counter() - begun)
                    break
                if tries > 1000:
                    raise RuntimeError(f"The article with {word!r} is not found.")
    finally:
        importing.close()
        reading.close()
    return times


def print_freshness(times: list[float]) -> None:
    p50, p95 = (1000 * percentile(times, p) for p in (50, 95))
    print(f"  a new article is found {p50:.1f} ms (p50), {p95:.1f} ms (p95) after the commit (target: {TARGET} ms)\n")
