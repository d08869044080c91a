"""A query of the query language as one of the index."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import tantivy

from paperterm.library import grams
from paperterm.library.index import Index
from paperterm.library.order import day_number
from paperterm.query.emphasis import SHARE, Words
from paperterm.query.tree import And, Field, Node, Not, Or, Term
from paperterm.text.fold import searchable

TITLE = 3.0
"""How much more a term says in headline, kicker or deck."""

Numbers = Callable[[str, str], Sequence[int]]
"""The numbers of the articles that have something only the notebook knows: (field, value) → numbers."""

WITHIN: Mapping[str, str] = {"title": "title", "by": "by", "paper": "paper", "column": "column"}
"""Fields that look for words, and where they stand in the index."""

Must, Should, MustNot = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot


class Compiler:
    """Makes queries for one index."""

    def __init__(self, index: Index, numbers: Numbers, words: Words) -> None:
        """`words` within terms (see `query.emphasis`) raise the score of what holds them, too."""
        self._index, self._numbers, self._words = index, numbers, words

    def __call__(self, node: Node, without: Sequence[int]) -> tantivy.Query:
        """What fits `node`, the articles with these numbers left out."""
        query = self._node(node)
        if not without:
            return query
        return tantivy.Query.boolean_query([(Must, query), (MustNot, self._index.numbered(without))])

    def _node(self, node: Node) -> tantivy.Query:
        match node:
            case Term():
                return self._nearly(node.needle) if node.fuzzy else self._term(node.needle)
            case Field():
                return _silent(self._field(node))
            case Not():
                everything = _silent(tantivy.Query.all_query())
                return tantivy.Query.boolean_query([(Must, everything), (MustNot, self._node(node.part))])
            case And():
                return tantivy.Query.boolean_query([self._part(part) for part in node.parts] + self._ground(node))
            case Or():
                return tantivy.Query.boolean_query([(Should, self._node(part)) for part in node.parts])

    def _part(self, part: Node) -> tuple[tantivy.Occur, tantivy.Query]:
        return (MustNot, self._node(part.part)) if isinstance(part, Not) else (Must, self._node(part))

    def _ground(self, node: And) -> list[tuple[tantivy.Occur, tantivy.Query]]:
        """What exclusions exclude from, where nothing else is asked for."""
        only = all(isinstance(part, Not) for part in node.parts)
        return [(Must, _silent(tantivy.Query.all_query()))] if only else []

    def _term(self, needle: str) -> tantivy.Query:
        found = self._holds("text", needle)
        if len(needle) < 2:
            return found
        parts = [(Must, found), (Should, self._titled(needle))]
        for word in self._words.get(needle, ()):
            said = [(Should, self._holds("text", word)), (Should, self._titled(word))]
            parts.append((Should, tantivy.Query.boost_query(tantivy.Query.boolean_query(said), SHARE)))
        return tantivy.Query.boolean_query(parts)

    def _titled(self, needle: str) -> tantivy.Query:
        return tantivy.Query.boost_query(self._holds("title", needle), TITLE)

    def _nearly(self, needle: str) -> tantivy.Query:
        """The needle with any one character another: the two pairs that hold that one may be any that fit their other half."""
        pairs = grams.pairs(needle)
        ways = [self._term(needle)]
        for wrong in range(len(needle)):
            pieces = [literal(pair) for pair in pairs]
            if wrong:
                pieces[wrong - 1] = literal(pairs[wrong - 1][0]) + "."
            if wrong < len(pairs):
                pieces[wrong] = "." + literal(pairs[wrong][1])
            ways.append(tantivy.Query.regex_phrase_query(self._index.schema, "text", list(pieces)))
        return tantivy.Query.boolean_query([(Should, way) for way in ways])

    def _holds(self, field: str, needle: str) -> tantivy.Query:
        """Where the needle stands in a field: a phrase of pairs; a single character is a term of its own, and in fields
        without those it begins or ends a pair."""
        schema, pairs = self._index.schema, grams.pairs(needle)
        if len(pairs) > 1:
            return tantivy.Query.phrase_query(schema, field, list(pairs))
        if pairs:
            return tantivy.Query.term_query(schema, field, pairs[0], "freq")
        if field == "text":
            return tantivy.Query.term_query(schema, "characters", grams.character(needle), "freq")
        return tantivy.Query.regex_query(schema, field, f".?{literal(grams.character(needle))}.?")

    def _field(self, field: Field) -> tantivy.Query:
        schema = self._index.schema
        if field.outside:
            numbers = self._numbers(field.name, field.value)
            return self._index.numbered(numbers) if numbers else tantivy.Query.empty_query()
        if field.bounds is not None:
            low, high = field.bounds
            name = "day" if field.name == "date" else "page"
            first, last = (day_number(str(low)), day_number(str(high))) if name == "day" else (low, high)
            return tantivy.Query.range_query(schema, name, tantivy.FieldType.Unsigned, first, last)
        if field.name == "kind":
            return tantivy.Query.term_query(schema, "kind", field.value, "basic")
        return self._holds(WITHIN[field.name], searchable(field.value))


def literal(text: str) -> str:
    """A text that means only itself in a regular expression of tantivy's. < and > do, and behind a backslash they do not."""
    return "".join(c if c.isalnum() or not c.isascii() or c in "<>" else f"\\{c}" for c in text)


def _silent(query: tantivy.Query) -> tantivy.Query:
    """Fields choose, they do not rank."""
    return tantivy.Query.const_score_query(query, 0.0)
