"""Searching in a part of the library: the query language stays the same, the articles that may fit are fewer."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from paperterm.query import And, Field, Query

AMONG = ("among", "")
"""The field and value, beyond those that a person may type, that holds for the articles of the part."""
Outside = Mapping[tuple[str, str], frozenset[str]]


def within(query: Query, outside: Outside, ids: Collection[str]) -> tuple[Query, Outside]:
    """The query that only the articles `ids` may fit, with what is known outside the library for it."""
    field = Field(*AMONG, outside=True)
    return Query(query.text, And((query.root, field))), {**outside, AMONG: frozenset(ids)}
