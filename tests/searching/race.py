"""Asking all contestants the same queries in turns, so that a busy moment of the machine meets all of them."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from paperterm.query import Query
from tests.searching.contestants import Contestant, Unanswerable

FEWEST = 3
"""Queries of a kind that a slow contestant is asked, whatever they take."""


@dataclass
class Times:
    """What one contestant took for the queries of one kind, by the query's number."""

    seconds: dict[int, float] = field(default_factory=dict)
    totals: dict[int, int] = field(default_factory=dict)


Result = dict[str, dict[str, Times]]
"""By the kind of query and the contestant's name."""


def race(contestants: Sequence[Contestant], queries: Mapping[str, Sequence[Query]], budget: float) -> Result:
    """`budget`: seconds after which a contestant is asked no more queries of a kind."""
    result: Result = {kind: {contestant.name: Times() for contestant in contestants} for kind in queries}
    for contestant in contestants:  # what is loaded at the first query is part of opening
        contestant.ask(queries["no hit"][0])
    for kind, asked in queries.items():
        for number, query in enumerate(asked):
            turn = number % len(contestants)
            for contestant in (*contestants[turn:], *contestants[:turn]):
                times = result[kind][contestant.name]
                if len(times.seconds) < FEWEST or sum(times.seconds.values()) < budget:
                    _ask(contestant, query, number, times)
    return result


def _ask(contestant: Contestant, query: Query, number: int, times: Times) -> None:
    begun = time.perf_counter()
    try:
        answer = contestant.ask(query)
    except Unanswerable:
        return
    times.seconds[number] = time.perf_counter() - begun
    times.totals[number] = answer.total()
