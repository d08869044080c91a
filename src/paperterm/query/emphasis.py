"""The words within a query's terms, which say more than pairs of characters that stand together by chance.

Every hit holds the whole term. Its words only help to tell which hits are the best: those that speak of them elsewhere, too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from paperterm.query.tree import Query, positive_terms

Cut = Callable[[str], Sequence[tuple[int, int]]]
"""Start and end of each word of a text, as `text.segment.words` tells them."""

Words = Mapping[str, tuple[str, ...]]
"""By a term's needle, the words within it."""

SHARE = 0.5
"""What a word within a term counts, beside the term itself."""
SHORTEST = 2
"""Characters of a word that counts: nearly every article holds a single one."""
LONGEST = 24
"""Characters of a term whose words are looked at: a longer passage stands in too few articles to be ranked by words."""


def emphasis(query: Query, cut: Cut) -> Words:
    """The words within the query's terms, each once, where a term is more than a word and no character of it may be wrong.
    Terms inside a Not have none."""
    exact = (term.needle for term in positive_terms(query.root) if not term.fuzzy)
    terms = [needle for needle in dict.fromkeys(exact) if SHORTEST < len(needle) <= LONGEST]
    found = {needle: tuple(dict.fromkeys(_within(needle, cut))) for needle in terms}
    return {needle: words for needle, words in found.items() if words}


def _within(needle: str, cut: Cut) -> list[str]:
    return [needle[start:end] for start, end in cut(needle) if SHORTEST <= end - start < len(needle)]
