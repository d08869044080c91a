"""On a small made-up library the search, the scan and a look at every character find the same; other engines, too."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paperterm.library import indexing, schema
from paperterm.library.scan import scan
from paperterm.library.sqlite import SqliteLibrary
from paperterm.query import And, Field, Node, Not, Or, Query, QueryError, Term, parse_query
from paperterm.text.fold import searchable
from paperterm.text.segment import words
from tests.query.odd import ODD
from tests.searching import recall
from tests.searching.contestants import OTHERS, Other, Unanswerable
from tests.searching.pages import page, pages
from tests.searching.queries import KINDS, queries
from tests.searching.rows import Row, rows
from tests.searching.shelf import catch_up, fill

ARTICLES, PIECES = 300, 200
WORDS = ("中国 的 一 工作 GDP 2 ， 本报记者 報 K ％ 经济 covid-19 不在此中").split()
FIELDS = (
    "报纸:日报",
    "报纸:大公报",
    "日期:1960..1999",
    "日期:>2001",
    "版:1",
    "版:3..5",
    "标题:的",
    "记者:王",
    "类型:图片",
)


@dataclass(frozen=True)
class Small:
    path: Path
    library: SqliteLibrary
    connection: sqlite3.Connection
    rows: list[Row]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Small]:
    path = tmp_path_factory.mktemp("small") / "library.sqlite"
    fill(path, pages(ARTICLES))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(indexing, "WORTH", 0)  # so small a library would have no index
        catch_up(path, page(0, seed=1))
    library, connection = SqliteLibrary(path), schema.connect(path, read_only=True)
    yield Small(path, library, connection, list(rows(path)))
    connection.close()
    library.close()


def test_random_pieces_of_articles_are_found_wherever_they_stand(small: Small) -> None:
    found = recall.measure(small.library, small.path, PIECES, seconds=60)
    assert found.asked == PIECES
    assert found.wrong == ()
    assert found.found == found.expected > PIECES


def terms() -> st.SearchStrategy[Node]:
    """Words, and pieces that stand somewhere in the library."""
    articles = [article for printed in pages(ARTICLES) for article in printed.page.articles]
    printed = [block.text for article in articles[::10] for block in article.blocks]
    pieces = st.builds(
        lambda text, start, length: text[start % len(text) :][:length].strip() or text[:1],
        st.sampled_from(printed),
        st.integers(0, 1000),
        st.integers(1, 12),
    )
    return st.one_of(st.sampled_from(WORDS), pieces).map(lambda text: Term(text, searchable(text)))


def trees() -> st.SearchStrategy[Node]:
    leaves = st.one_of(terms(), terms(), st.sampled_from([parse_query(text).root for text in FIELDS]))
    return st.recursive(
        leaves,
        lambda parts: st.one_of(
            st.lists(parts, min_size=2, max_size=3).map(lambda some: And(tuple(some))),
            st.lists(parts, min_size=2, max_size=3).map(lambda some: Or(tuple(some))),
            parts.map(lambda part: part.part if isinstance(part, Not) else Not(part)),
        ),
        max_leaves=5,
    )


@given(root=trees())
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_any_query_finds_what_a_scan_and_a_look_at_every_character_find(small: Small, root: Node) -> None:
    query = Query("made up", root)
    expected = {row.id for row in small.rows if fits(root, row)}
    for results in (small.library.search(query), scan(small.connection, query, None, {}, lambda: False)):
        assert results.total == len(expected)
        assert {hit.head.id for hit in results.hits} == expected


@given(text=ODD)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_any_text_as_a_query_is_answered_by_index_and_scan_alike(small: Small, text: str) -> None:
    try:
        query = parse_query(text)
    except QueryError:
        return
    scanned = scan(small.connection, query, None, {}, lambda: False)
    found = small.library.search(query, cut=words)
    assert {hit.head.id for hit in found.hits} == {hit.head.id for hit in scanned.hits}
    assert small.library.facets(query).total == found.total == scanned.total
    assert small.library._indexes is not None
    assert small.library._indexes.current(small.connection) is not None, small.library._indexes.fault


def fits(node: Node, row: Row) -> bool:
    """The query language in a few lines, by its description."""
    if isinstance(node, Term):
        return any(node.needle in block for block in row.blocks)
    if isinstance(node, Not):
        return not fits(node.part, row)
    if isinstance(node, And | Or):
        return (all if isinstance(node, And) else any)(fits(part, row) for part in node.parts)
    assert isinstance(node, Field)
    if node.bounds:
        low, high = (int(str(end).replace("-", "")) for end in node.bounds)
        return low <= (row.day if node.name == "date" else row.page) <= high
    if node.name == "kind":
        return node.value == "story"
    texts = {"paper": (row.paper,), "title": row.title, "by": row.by}[node.name]
    return any(searchable(node.value) in text for text in texts)


EXACT = [other for other in OTHERS if other.name != "Whoosh + jieba" and other.missing() is None]


@pytest.mark.parametrize("other", EXACT, ids=lambda other: other.name)
def test_engines_by_character_find_as_many_as_the_search(other: type[Other], small: Small, tmp_path: Path) -> None:
    other.build(tmp_path, small.rows)
    contestant = other(tmp_path)
    answered = 0
    for query in islice((q for some in zip(*queries(small.path, each=6).values(), strict=True) for q in some), 60):
        try:
            total = contestant.ask(query).total()
        except Unanswerable:
            continue
        assert total == small.library.search(query, 1).total, query.text
        answered += 1
    contestant.close()
    assert answered > 45


def test_queries_of_every_kind_are_the_same_for_ever_and_find_what_they_promise(small: Small) -> None:
    made, again = queries(small.path, each=6), queries(small.path, each=6)
    assert made == again and made.keys() == KINDS.keys()
    assert {len(asked) for asked in made.values()} == {6}
    for kind in ("rare, 4 characters", "three terms", "10-character phrases", "one character"):
        assert all(small.library.search(query, 1).total for query in made[kind]), kind
    assert not any(small.library.search(query, 1).total for query in made["no hit"])


def test_pieces_are_of_every_length_and_both_scripts(small: Small) -> None:
    asked = list(islice(recall.pieces(Random(1), small.rows), 600))
    assert {len(query.text) for query in asked} == set(range(1, recall.LONGEST + 1))
    needles = [query.root.needle for query in asked if isinstance(query.root, Term)]
    assert sum(query.text != needle for query, needle in zip(asked, needles, strict=True)) > 100
    assert any(c.isdigit() for needle in needles for c in needle)
    assert all(needles)
