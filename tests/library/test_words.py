"""The words within a term put what speaks of them first, and find nothing more or less; index, tail and scan agree."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from paperterm.library import indexing
from paperterm.library.importing import import_paths
from paperterm.library.sqlite import SqliteLibrary
from paperterm.model import IssueFacts
from paperterm.query import parse_query
from paperterm.text import segment
from tests.library.conftest import Shelf

QUERY = "产业工人队伍建设"
"""Words: 产业工人, 队伍, 建设. Pairs by chance: 人队, 伍建."""
REST = "，会议听取了各地的情况汇报，并对下一步的工作作了安排。"
ABOUT_WORDS = f"加强{QUERY}{REST}队伍要稳定，建设要扎实，产业工人有奔头。".ljust(80, "。")
BY_CHANCE = f"加强{QUERY}{REST}客人队长参谋，商人队列整齐，伍建华和伍建新。".ljust(80, "。")


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    monkeypatch.setattr(indexing, "WORTH", 0)
    return Shelf(SqliteLibrary(tmp_path / "library.sqlite"))


def bodies(shelf: Shelf, cut: bool, limit: int | None = None) -> list[str]:
    results = shelf.library.search(parse_query(QUERY), limit, cut=segment.words if cut else None)
    return [shelf.body(hit.head.id) for hit in results.hits]


def others(shelf: Shelf) -> None:
    """Articles in which neither the words nor the pairs are rare."""
    chance = random.Random(1)
    for number in range(40):
        parts = ["产业工人", "队伍", "建设", "客人队长", "伍建华", "其他的话", "别的事情"]
        body = "".join(chance.choice(parts) for _ in range(9))
        shelf.add(f"/other/{number}.txt", ("题", body), printed=IssueFacts(date="2024-01-01", page=number))


@pytest.mark.parametrize("place", ["scan", "index", "tail"])
def test_what_speaks_of_a_terms_words_stands_before_what_holds_its_pairs_by_chance(shelf: Shelf, place: str) -> None:
    others(shelf)
    if place == "tail":
        shelf.library.index()
    # The older stands first where nothing else decides.
    shelf.add("/chance.txt", ("题", BY_CHANCE), printed=IssueFacts(date="2025-01-01"))
    shelf.add("/words.txt", ("题", ABOUT_WORDS), printed=IssueFacts(date="2025-01-02"))
    if place == "index":
        shelf.library.index()
    assert bodies(shelf, cut=False) == [BY_CHANCE, ABOUT_WORDS]
    assert bodies(shelf, cut=True) == [ABOUT_WORDS, BY_CHANCE] == bodies(shelf, cut=True, limit=2)


def test_a_term_in_the_headline_still_counts_more_than_its_words(shelf: Shelf) -> None:
    others(shelf)
    shelf.add("/words.txt", ("题", ABOUT_WORDS), printed=IssueFacts(date="2025-01-01"))
    shelf.add("/head.txt", (QUERY, "别的" + REST), printed=IssueFacts(date="2025-01-02"))
    for _ in ("scan", "index"):
        assert bodies(shelf, cut=True)[-1] == ABOUT_WORDS
        shelf.library.index()


def test_index_and_tail_score_words_alike(shelf: Shelf) -> None:
    others(shelf)
    shelf.library.index()
    shelf.add("/words.txt", ("题", ABOUT_WORDS), printed=IssueFacts(date="2025-01-02"))
    (before,) = shelf.library.search(parse_query(QUERY), cut=segment.words).hits
    (plain,) = shelf.library.search(parse_query(QUERY)).hits
    shelf.library.index()
    (after,) = shelf.library.search(parse_query(QUERY), cut=segment.words).hits
    assert after.score == pytest.approx(before.score, rel=0.1)
    assert after.score > 1.1 * plain.score


def test_words_change_no_hit(shelf: Shelf) -> None:
    others(shelf)
    shelf.add("/words.txt", ("题", ABOUT_WORDS))
    for text in (
        "产业工人队伍",
        "建设 OR 产业工人队伍建设",
        "队伍 -产业工人队伍建设",
        "产业工人队伍～",
        '"队伍建设"',
        "客人队长",
    ):
        query = parse_query(text)
        for _ in ("scan", "index"):
            plain, worded = shelf.library.search(query), shelf.library.search(query, cut=segment.words)
            assert {hit.head.id for hit in worded.hits} == {hit.head.id for hit in plain.hits}
            assert worded.total == plain.total
            shelf.library.index()


def test_who_cuts_words_is_recorded_when_pages_are_taken_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = SqliteLibrary(tmp_path / "library.sqlite")
    assert library.cutter() is None
    import_paths(library, [])
    library.index()
    assert library.cutter() == segment.cutter()
    monkeypatch.setattr(segment, "cutter", lambda: "another")
    library.index()
    assert SqliteLibrary(tmp_path / "library.sqlite", read_only=True).cutter() == "another"
