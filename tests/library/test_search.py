"""A search by scan finds what is there, all of it, where it stands, in one order."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from paperterm import config
from paperterm.library.importing import import_paths
from paperterm.library.records import StoredArticle
from paperterm.library.sqlite import SqliteLibrary
from paperterm.model import IssueFacts
from paperterm.query import parse_query
from paperterm.text.fold import fold, searchable

if TYPE_CHECKING:
    from .conftest import Shelf


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteLibrary]:
    library = SqliteLibrary(tmp_path_factory.mktemp("library") / "library.sqlite")
    import_paths(library, [config.resources("seeds")])
    yield library
    library.close()


def articles(library: SqliteLibrary) -> list[StoredArticle]:
    heads = [p for i in library.issues() for p in library.pages(i.paper, i.date)]
    return [library.article(a.id) for p in heads for a in p.articles]


def terms(stored: list[StoredArticle], count: int) -> Iterator[str]:
    """Substrings of 1 to 12 characters, of han, letters and digits only, so that the query holds no operator."""
    chance = random.Random(2025)
    texts = [b.text for s in stored for b in s.article.blocks]
    while count:
        text = chance.choice(texts)
        start, length = chance.randrange(len(text)), chance.randint(1, 12)
        term = text[start : start + length]
        if term.isalnum() and term.upper() not in ("OR", "AND", "NOT"):
            count -= 1
            yield term


def test_search_finds_exactly_what_brute_force_finds(seeds: SqliteLibrary) -> None:
    stored = articles(seeds)
    for term in terms(stored, 150):
        needle = searchable(term)
        expected = {s.head.id for s in stored if any(needle in searchable(b.text) for b in s.article.blocks)}
        results = seeds.search(parse_query(term))
        assert {hit.head.id for hit in results.hits} == expected, term
        assert results.total == len(expected)


def test_every_match_is_where_the_word_stands(seeds: SqliteLibrary) -> None:
    stored = articles(seeds)
    for term in terms(stored, 60):
        for hit in seeds.search(parse_query(term)).hits:
            blocks = seeds.article(hit.head.id).article.blocks
            assert hit.matches
            for match in hit.matches:
                assert searchable(blocks[match.block].text[match.start : match.end]) == searchable(term)


def test_what_is_marked_in_a_snippet_is_the_word(seeds: SqliteLibrary) -> None:
    for hit in seeds.search(parse_query("产业工人")).hits:
        assert hit.marks
        assert {searchable(hit.snippet[start:end]) for start, end in hit.marks} == {"产业工人"}
        assert "\n" not in hit.snippet


def test_a_word_of_every_page_is_found_on_every_page(seeds: SqliteLibrary) -> None:
    assert len({hit.head.source for hit in seeds.search(parse_query("产业工人")).hits}) == 5
    assert len({hit.head.source for hit in seeds.search(parse_query("产改")).hits}) == 4


def test_limit_cuts_the_hits_and_total_counts_all(seeds: SqliteLibrary) -> None:
    every, some = seeds.search(parse_query("工人")), seeds.search(parse_query("工人"), limit=3)
    assert some.hits == every.hits[:3]
    assert some.total == every.total == len(every.hits) > 3
    assert seeds.search(parse_query("工人"), limit=0).total == every.total


def test_better_hits_come_first_and_the_order_is_total(shelf: Shelf) -> None:
    for number, (paper, day) in enumerate(
        [(None, None), ("乙报", "2024-01-02"), ("甲报", "2024-01-02"), ("甲报", "2023-01-01"), ("甲报", None)]
    ):
        facts = IssueFacts(paper=paper, date=day, page=2)
        shelf.add(f"/p/{number}.txt", ("无", f"工匠{number}在此"), ("无", f"工匠{number}在彼"), printed=facts)
    shelf.add("/p/best.txt", ("工匠工匠", "工匠"), printed=IssueFacts())
    hits = shelf.library.search(parse_query("工匠")).hits
    assert hits[0].head.headline == "工匠工匠"
    assert [(h.head.date, h.head.paper, h.head.position) for h in hits[1:]] == [
        (day, paper, position)
        for day, paper in [
            ("2023-01-01", "甲报"),
            ("2024-01-02", "乙报"),
            ("2024-01-02", "甲报"),
            (None, "甲报"),
            (None, None),
        ]
        for position in (0, 1)
    ]


def test_white_space_between_han_is_passed_over(shelf: Shelf) -> None:
    shelf.add("/p/1.txt", ("题", "本 报　讯 产 业工 人"))
    (hit,) = shelf.library.search(parse_query("产业工人")).hits
    match = hit.matches[-1]
    text = shelf.library.article(hit.head.id).article.blocks[match.block].text
    assert text[match.start : match.end] == "产 业工 人"


def test_a_match_lies_within_one_block(shelf: Shelf) -> None:
    shelf.add("/p/1.txt", ("题", "前段产业\n工人后段"))
    assert shelf.library.search(parse_query("产业工人")).total == 0


def test_traditional_width_and_case_make_no_difference(shelf: Shelf) -> None:
    shelf.add("/p/1.txt", ("題", "產業工人ＡＩ工匠"))
    assert [shelf.library.search(parse_query(q)).total for q in ("产业工人ai", "產業工人", "ＡＩ", "Ai")] == [
        1,
        1,
        1,
        1,
    ]


def test_fields_alone_find_articles(shelf: Shelf) -> None:
    shelf.add("/p/1.txt", ("甲题", "正文"))
    shelf.add("/p/2.txt", ("乙题", "正文"), printed=IssueFacts(paper="辽源日报", date="2024-10-23", page=3))
    for query, headline in [
        ("报纸:辽源日报", "乙题"),
        ("日期:2025", "甲题"),
        ("版:3", "乙题"),
        ("标题:甲", "甲题"),
        ("-乙题", "甲题"),
    ]:
        assert [h.head.headline for h in shelf.library.search(parse_query(query)).hits] == [headline], query


def test_what_is_known_outside_is_handed_in(shelf: Shelf) -> None:
    shelf.add("/p/1.txt", ("甲题", "正文"), ("乙题", "正文"))
    query = parse_query("标签:重要")
    (key,) = query.outside()
    second = shelf.ids()[1]
    assert [h.head.id for h in shelf.library.search(query, outside={key: frozenset([second])}).hits] == [second]
    assert shelf.library.search(query).total == 0


def test_an_older_version_of_a_page_is_found_too(shelf: Shelf) -> None:
    shelf.add("/p/old.txt", ("题", "只在旧版"))
    shelf.add("/p/new.txt", ("题", "新版"))
    assert shelf.library.search(parse_query("只在旧版")).total == 1


def test_a_replaced_text_is_found_no_more(shelf: Shelf) -> None:
    shelf.add("/p/1.txt", ("题", "从前的话"))
    shelf.add("/p/1.txt", ("题", "现在的话"))
    assert [shelf.library.search(parse_query(q)).total for q in ("从前", "现在")] == [0, 1]


def test_stop_ends_a_search_and_leaves_the_library_usable(seeds: SqliteLibrary) -> None:
    assert (
        seeds.search(parse_query("类型:story"), stop=lambda: True).total < seeds.search(parse_query("类型:story")).total
    )
    assert seeds.search(parse_query("产改")).total > 0


def test_folding_keeps_lengths_so_that_matches_are_places_in_the_text(seeds: SqliteLibrary) -> None:
    assert all(len(fold(b.text)) == len(b.text) for s in articles(seeds) for b in s.article.blocks)


def test_hostile_page_text_is_found_as_text(shelf: Shelf, tmp_path: Path) -> None:
    shelf.add("/p/1.txt", ("[red]题[/]", "a%b_c '; DROP TABLE articles; -- 工匠"))
    assert shelf.library.search(parse_query("工匠")).total == 1
    assert shelf.library.search(parse_query('"drop table"')).total == 1
