"""The newest or the oldest hits come first, exactly, whether index, tail or scan answers; and every facet counts right."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from paperterm.library import index_hits, indexed, indexing
from paperterm.library.facets import Facets
from paperterm.library.records import ArticleHead, Results, Sort
from paperterm.library.sqlite import SqliteLibrary
from paperterm.model import IssueFacts
from paperterm.query import parse_query
from tests.library.conftest import Shelf

PAPERS = ("工人日报", "人民日报", "The Daily", None)
DATES = ("2025-03-25", "2025-03-24", "2025-02-01", "2024-12-31", "1951-01-01", "1949-10-01", None)
QUERIES = ("桥", "桥梁", "桥 OR 大坝", "-桥梁", "报纸:日报", "日期:1949..2024 桥", "大坝工程", "日期:2025", "没有的话")


def fill(shelf: Shelf, chance: random.Random, pages: int, first: int = 0) -> None:
    """Few days and papers, so that many articles are equals but for their page, their place on it or their id."""
    for number in range(first, first + pages):
        facts = IssueFacts(
            paper=chance.choice(PAPERS), date=chance.choice(DATES), page=chance.choice((None, 1, 2, number + 3))
        )
        stories = [
            (
                chance.choice(("桥梁", "大坝工程", "别的")),
                chance.choice(("修桥", "桥梁桥梁", "大坝", "无")) + f"第{number}",
            )
            for _ in range(chance.randint(1, 4))
        ]
        shelf.add(f"/pages/{number}.txt", *stories, printed=facts)


def changed(shelf: Shelf, chance: random.Random) -> None:
    """An index that knows some articles, some wrongly and some no more, and others that it does not know."""
    fill(shelf, chance, 8)
    shelf.library.index()
    fill(shelf, chance, 3, first=6)
    shelf.library.state(
        chance.choice(shelf.library.all_pages()), IssueFacts(paper="河海日报", date="2025-03-25", page=7)
    )
    with shelf.library._writing() as connection:
        connection.execute("DELETE FROM pages WHERE seq = (SELECT min(seq) FROM pages)")


def by_day(sort: Sort, head: ArticleHead) -> tuple[object, ...]:
    """The order as it is described, told in another way: one day after another, then paper, page, position and id."""
    days = sorted((day for day in DATES if day), reverse=sort == "newest")
    return (
        days.index(head.date) if head.date else len(days),
        head.paper or "\uffff",
        10_000 if head.page is None else head.page,
        head.position,
        head.id,
    )


def scanned(library: SqliteLibrary) -> SqliteLibrary:
    """The same library without its index."""
    other = SqliteLibrary(library.path, read_only=True)
    other._indexes = None
    return other


def heads(results: Results) -> list[ArticleHead]:
    return [hit.head for hit in results.hits]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(seed=st.integers(0, 10_000), limit=st.sampled_from([0, 1, 3, 10, None]), many=st.sampled_from([1, 500]))
@example(seed=1, limit=3, many=1)
def test_the_first_hits_are_the_first_of_all_hits_put_in_order(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, seed: int, limit: int | None, many: int
) -> None:
    monkeypatch.setattr(indexing, "WORTH", 0)
    monkeypatch.setattr(indexed, "MANY", many)
    chance = random.Random(seed)
    shelf = Shelf(SqliteLibrary(tmp_path_factory.mktemp("library") / "library.sqlite"))
    changed(shelf, chance)
    scan = scanned(shelf.library)
    for text in QUERIES:
        query = parse_query(text)
        everything = heads(scan.search(query))
        for sort in ("newest", "oldest"):
            expected = sorted(everything, key=lambda head, sort=sort: by_day(sort, head))[:limit]  # type: ignore[misc]
            for library in (shelf.library, scan):
                results = library.search(query, limit, sort=sort)
                assert heads(results) == expected, (text, sort)
                assert results.total == len(everything)
    shelf.library.close()
    scan.close()


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(seed=st.integers(0, 10_000))
def test_facets_are_what_counting_every_hit_gives(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(indexing, "WORTH", 0)
    shelf = Shelf(SqliteLibrary(tmp_path_factory.mktemp("library") / "library.sqlite"))
    changed(shelf, random.Random(seed))
    scan = scanned(shelf.library)
    tagged = frozenset(shelf.ids()[::2])
    for text in (*QUERIES, "标签:待读", "桥 -标签:待读"):
        query, outside = parse_query(text), {("tag", "待读"): tagged}
        found = heads(scan.search(query, outside=outside))
        for library in (shelf.library, scan):
            assert_counts(library.facets(query, outside), found)
    shelf.library.close()
    scan.close()


def assert_counts(facets: Facets, found: list[ArticleHead]) -> None:
    assert facets.total == len(found)
    assert facets.cells == Counter((head.paper, head.date and head.date[:7]) for head in found)
    for counts, values in (
        (facets.papers, [head.paper for head in found]),
        (facets.years, [head.date and head.date[:4] for head in found]),
        (facets.months, [head.date and head.date[:7] for head in found]),
        (facets.kinds, [head.kind for head in found]),
    ):
        assert dict(counts) == Counter(values)
        assert len(dict(counts)) == len(counts)


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    monkeypatch.setattr(indexing, "WORTH", 0)
    return Shelf(SqliteLibrary(tmp_path / "library.sqlite"))


def test_papers_stand_by_number_and_years_and_months_in_their_order(shelf: Shelf) -> None:
    for number, (paper, date) in enumerate(
        [("乙报", "2025-03-01"), ("乙报", "2024-11-01"), ("甲报", "2024-02-01"), ("丙报", None), (None, "2025-01-01")]
    ):
        shelf.add(f"/{number}.txt", ("题", f"桥{number}"), printed=IssueFacts(paper=paper, date=date))
    for index in (False, True):
        if index:
            shelf.library.index()
        facets = shelf.library.facets(parse_query("桥"))
        assert facets.papers == (("乙报", 2), ("丙报", 1), ("甲报", 1), (None, 1))
        assert facets.years == (("2024", 2), ("2025", 2), (None, 1))
        assert [month for month, _ in facets.months] == ["2024-02", "2024-11", "2025-01", "2025-03", None]
        assert facets.kinds == (("story", 5),)


def test_a_sorted_hit_has_the_score_that_it_has_among_the_best(shelf: Shelf) -> None:
    fill(shelf, random.Random(3), 30)
    shelf.library.index()
    ranked = {hit.head.id: hit.score for hit in shelf.library.search(parse_query("桥梁")).hits}
    for hit in shelf.library.search(parse_query("桥梁"), 5, sort="newest").hits:
        assert hit.score == pytest.approx(ranked[hit.head.id], abs=0.001)


def test_of_many_equals_the_first_in_the_librarys_order_are_the_best(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_hits, "BESIDE", 2)
    for number in range(40):
        date = f"2025-{(number * 7) % 12 + 1:02}-{(number * 5) % 28 + 1:02}"
        shelf.add(f"/{number}.txt", ("题", f"桥梁{number:02}"), printed=IssueFacts(paper="甲报", date=date))
    shelf.library.index()
    dates = [head.date for head in heads(shelf.library.search(parse_query("桥梁"), 5))]
    assert dates == sorted(head.date or "" for head in heads(shelf.library.search(parse_query("桥梁"))))[:5]
    assert [head.date for head in heads(shelf.library.search(parse_query("报纸:甲报"), 5))] == dates


def test_an_index_that_breaks_while_it_counts_is_done_without(shelf: Shelf) -> None:
    fill(shelf, random.Random(5), 20)
    shelf.library.index()
    expected = shelf.library.facets(parse_query("桥"))
    shelf.library.close()
    (folder,) = (shelf.library.path.parent / "library.index").iterdir()
    for file in folder.glob("*.fast"):
        file.write_bytes(b"")
    library = SqliteLibrary(shelf.library.path)
    assert library.facets(parse_query("桥")) == expected
    assert library.search(parse_query("桥"), 5, sort="newest").total == expected.total
