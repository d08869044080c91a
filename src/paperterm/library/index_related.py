"""The articles that an index knows to hold most of some pairs of characters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import tantivy

from paperterm.library.indexes import Broken, Indexed


def holding(indexed: Indexed, pairs: Mapping[str, float], without: Sequence[int], most: int) -> list[int]:
    """The numbers of at most `most` articles, best first: those that hold most of the pairs, by their weights. Raises
    Broken."""
    schema = indexed.index.schema
    parts = [
        (
            tantivy.Occur.Should,
            tantivy.Query.boost_query(tantivy.Query.term_query(schema, "text", pair, "basic"), weight),
        )
        for pair, weight in pairs.items()
    ]
    query = tantivy.Query.boolean_query(
        [
            (tantivy.Occur.Must, tantivy.Query.boolean_query(parts)),
            (tantivy.Occur.MustNot, indexed.index.numbered(without)),
        ]
    )
    try:
        found = indexed.searcher.search(query, most, count=False)
        return list(indexed.searcher.fast_field_values("seq", [address for _, address in found.hits]))
    except (ValueError, OSError) as error:
        raise Broken(f"The index cannot be read: {error}") from error
