"""Whoosh with jieba's ChineseAnalyzer, as jieba's own examples use them. It takes minutes for 10,000 articles."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path

from paperterm.query import And, Node, Not, Or, Query, Term
from tests.searching.contestants.contract import BEST, Answer, Other, Unanswerable
from tests.searching.rows import Row


class WhooshWithJieba(Other):
    name = "Whoosh + jieba"
    most = 10_000

    @staticmethod
    def build(folder: Path, rows: Iterable[Row]) -> None:
        from whoosh import fields, index

        schema = fields.Schema(seq=fields.NUMERIC(stored=True), text=fields.TEXT(analyzer=_analyzer()))
        writer = index.create_in(folder, schema).writer(limitmb=256)
        for row in rows:
            writer.add_document(seq=row.seq, text="\n".join(row.blocks))
        writer.commit()

    def __init__(self, folder: Path) -> None:
        from whoosh import index, query

        _analyzer()  # loads the dictionary now, not at the first query
        self._queries = query
        self._index = index.open_dir(folder)
        self._searcher = self._index.searcher()

    def ask(self, query: Query) -> Answer:
        found = self._searcher.search(self._asked(query.root), limit=BEST)
        return Answer([hit["seq"] for hit in found], lambda: len(found))

    def close(self) -> None:
        self._searcher.close()
        self._index.close()

    def _asked(self, node: Node):
        if isinstance(node, Term):
            words = self._index.schema["text"].process_text(node.needle, mode="query")
            return self._queries.And([self._queries.Term("text", word) for word in words])
        if isinstance(node, Not):
            return self._queries.Not(self._asked(node.part))
        if isinstance(node, And | Or):
            kind = self._queries.And if isinstance(node, And) else self._queries.Or
            return kind([self._asked(part) for part in node.parts])
        raise Unanswerable(node)


def _analyzer():
    import jieba
    from jieba.analyse import ChineseAnalyzer

    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    return ChineseAnalyzer()
