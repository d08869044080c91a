"""tantivy called bare: overlapping pairs of characters with positions, and single characters, split before it sees them.

A phrase is asked for by every second pair; nothing is verified, no text is read, nothing is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import tantivy
from tantivy import Occur

from paperterm.query import And, Field, Node, Not, Or, Query, Term
from paperterm.text.fold import searchable
from tests.searching.contestants.contract import BEST, Answer, Other, Unanswerable
from tests.searching.rows import EDGE, Row

BLANK = "␣"
"""A space within a block, since tokens are parted by spaces."""
TEXTS = ("text", "title", "by", "paper")
NUMBERS = ("date", "page")
HEAP = 256_000_000
"""Bytes."""


class BareTantivy(Other):
    name = "tantivy, bare"

    @staticmethod
    def build(folder: Path, rows: Iterable[Row]) -> None:
        index = _split_by_spaces(tantivy.Index(_schema(), path=str(folder)))
        writer = index.writer(heap_size=HEAP)
        for row in rows:
            document = tantivy.Document(seq=row.seq, date=row.day, page=row.page)
            for field, texts in (("text", row.blocks), ("title", row.title), ("by", row.by), ("paper", (row.paper,))):
                document.add_text(field, pairs(EDGE.join(texts)))
                document.add_text(f"{field}_singly", " ".join(EDGE.join(texts).replace(" ", BLANK)))
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def __init__(self, folder: Path) -> None:
        self._index = _split_by_spaces(tantivy.Index.open(str(folder)))
        self._searcher = self._index.searcher()

    def ask(self, query: Query) -> Answer:
        found = self._searcher.search(self._asked(query.root), BEST)
        places = [place for _, place in found.hits]
        numbers = self._searcher.fast_field_values("seq", places) if places else []
        return Answer(numbers, lambda: found.count)

    def _asked(self, node: Node) -> tantivy.Query:
        if isinstance(node, Term):
            return self._stands("text", node.needle)
        if isinstance(node, Field):
            return self._field(node)
        if isinstance(node, Not):
            return tantivy.Query.boolean_query(
                [(Occur.Must, tantivy.Query.all_query()), (Occur.MustNot, self._asked(node.part))]
            )
        if isinstance(node, Or):
            return tantivy.Query.boolean_query([(Occur.Should, self._asked(part)) for part in node.parts])
        if isinstance(node, And):
            return tantivy.Query.boolean_query([self._one_of_all(part) for part in node.parts])
        raise TypeError(node)

    def _one_of_all(self, part: Node) -> tuple[Occur, tantivy.Query]:
        return (Occur.MustNot, self._asked(part.part)) if isinstance(part, Not) else (Occur.Must, self._asked(part))

    def _field(self, field: Field) -> tantivy.Query:
        if field.name in NUMBERS and field.bounds:
            low, high = (int(str(end).replace("-", "")) for end in field.bounds)
            return tantivy.Query.range_query(self._index.schema, field.name, tantivy.FieldType.Integer, low, high)
        if field.name in TEXTS:
            return self._stands(field.name, searchable(field.value))
        raise Unanswerable(field.name)

    def _stands(self, field: str, needle: str) -> tantivy.Query:
        needle = needle.replace(" ", BLANK)
        if len(needle) == 1:
            return tantivy.Query.term_query(self._index.schema, f"{field}_singly", needle)
        if len(needle) == 2:
            return tantivy.Query.term_query(self._index.schema, field, needle)
        last = len(needle) - 2
        words = [(at, needle[at : at + 2]) for at in (*range(0, last, 2), last)]
        return tantivy.Query.phrase_query(self._index.schema, field, words)


def pairs(text: str) -> str:
    """Each character with the one behind it, parted by spaces."""
    text = text.replace(" ", BLANK)
    return " ".join(map(str.__add__, text, text[1:]))


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("seq", fast=True)
    for field in NUMBERS:
        builder.add_integer_field(field, fast=True, indexed=True)
    for field in TEXTS:
        builder.add_text_field(field, tokenizer_name="spaces", index_option="position")
        builder.add_text_field(f"{field}_singly", tokenizer_name="spaces", index_option="freq")
    return builder.build()


def _split_by_spaces(index: tantivy.Index) -> tantivy.Index:
    index.register_tokenizer("spaces", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    return index
