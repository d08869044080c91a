"""The index answers as the scan does, whatever was added, changed, removed, damaged or only half taken in."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paperterm.library import indexes, indexing
from paperterm.library.scan import scan
from paperterm.library.sqlite import SqliteLibrary
from paperterm.model import IssueFacts
from paperterm.query import Field, Query, Term, parse_query
from paperterm.text.fold import searchable
from tests.library.conftest import Shelf

PIECES = (
    "产业工人",
    "队伍建设",
    "改革",
    "技能 人才",
    "ABC公司",
    "二〇二五",
    "產業",
    "「工匠」",
    "12.5%",
    "，",
    "。",
    "a b",
    "桥",
)


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    monkeypatch.setattr(indexing, "WORTH", 0)
    return Shelf(SqliteLibrary(tmp_path / "library.sqlite"))


def fill(shelf: Shelf, chance: random.Random, pages: int, first: int = 0) -> None:
    for number in range(first, first + pages):
        stories = [(text(chance, 3) or "题", text(chance, 9) or "文") for _ in range(chance.randint(1, 4))]
        day = IssueFacts(
            paper=chance.choice(["工人日报", "人民日报"]), date=f"2025-03-{number % 28 + 1:02}", page=number
        )
        shelf.add(f"/pages/{number}.txt", *stories, printed=day)


def text(chance: random.Random, most: int) -> str:
    return "".join(chance.choice(PIECES) for _ in range(chance.randint(1, most)))


def scanned(library: SqliteLibrary, query: str) -> list[str]:
    """The ids that a scan of everything finds, in no order."""
    with library._reading() as connection:
        results = scan(connection, parse_query(query), None, {}, lambda: False)
    assert results.total == len(results.hits)
    return sorted(hit.head.id for hit in results.hits)


def found(library: SqliteLibrary, query: str) -> list[str]:
    results = library.search(parse_query(query))
    assert results.total == len(results.hits), query
    return sorted(hit.head.id for hit in results.hits)


def indexed(library: SqliteLibrary) -> bool:
    with library._reading() as connection:
        return library._indexes is not None and library._indexes.current(connection) is not None


def waiting(library: SqliteLibrary) -> int:
    with library._reading() as connection:
        return indexes.waiting(connection)


QUERIES = (
    "产业", "桥", "技能人才", "技能 人才", "ABC", "b桥", "產業工人", "12.5", "，改革", "产业 改革", "产业 OR 桥", "改革 -产业", "-产业",
    "标题:改革", "标题:桥", "报纸:人民 改革", "日期:2025-03-02..2025-03-05", "版:2", "类型:报道 桥", "(产业 OR 桥) -改革", "不会有的", "产业工友~", "技能人材~", "ABX公司~", "队五建设~ -改革", "改XX~",
)  # fmt: skip


def test_the_index_finds_what_the_scan_finds(shelf: Shelf) -> None:
    fill(shelf, random.Random(1), 30)
    assert shelf.library.index() > 30
    assert indexed(shelf.library)
    assert waiting(shelf.library) == 0
    for query in QUERIES:
        assert found(shelf.library, query) == scanned(shelf.library, query), query


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(seed=st.integers(0, 10_000))
def test_after_any_changes_with_the_index_fed_or_not_the_hits_are_the_same(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(indexing, "WORTH", 0)
    monkeypatch.setattr(indexing, "BATCH", 7)
    chance = random.Random(seed)
    shelf = Shelf(SqliteLibrary(tmp_path_factory.mktemp("library") / "library.sqlite"))
    fill(shelf, chance, 8)
    for step in range(6):
        match chance.randrange(4):
            case 0:
                fill(shelf, chance, 3, first=chance.randrange(12))  # other bytes at known paths, and new ones
            case 1:
                shelf.library.index()
            case 2:
                sha256 = chance.choice(shelf.library.all_pages())
                shelf.library.state(sha256, IssueFacts(paper="河海日报", date=f"2024-01-{step + 1:02}", page=40 + step))
            case 3:
                with shelf.library._writing() as connection:
                    connection.execute("DELETE FROM pages WHERE seq = (SELECT min(seq) FROM pages)")
    for query in (*chance.sample(QUERIES, 8), "报纸:河海", "日期:2024"):
        assert found(shelf.library, query) == scanned(shelf.library, query), query
    shelf.library.close()


def test_any_substring_of_any_text_is_found(shelf: Shelf) -> None:
    chance = random.Random(2)
    fill(shelf, chance, 25)
    shelf.library.index()
    fill(shelf, chance, 3, first=30)
    bodies = [block.text for id in shelf.ids() for block in shelf.library.article(id).article.blocks]
    for _ in range(300):
        body = chance.choice(bodies)
        start = chance.randrange(len(body))
        part = body[start : start + chance.randint(1, 12)]
        if not searchable(part).strip() or '"' in part:
            continue
        query = f'"{part}"'
        assert found(shelf.library, query) == scanned(shelf.library, query), query


def test_no_term_is_found_across_two_paragraphs(shelf: Shelf) -> None:
    shelf.add("/a.txt", ("题目", "前一段产业\n工人后一段"))
    shelf.library.index()
    assert found(shelf.library, "产业") != []
    assert found(shelf.library, "产业工人") == []


def test_the_headline_counts_more_in_the_index_and_in_what_came_since(shelf: Shelf) -> None:
    fill(shelf, random.Random(3), 20)
    shelf.add("/body.txt", ("别的题目", "新河大坝" + "的长文章" * 9), printed=IssueFacts(date="2025-04-01"))
    shelf.add("/head.txt", ("新河大坝", "别的" + "的长文章" * 10), printed=IssueFacts(date="2025-04-02"))
    by_scan = [hit.head.title for hit in shelf.library.search(parse_query("新河大坝")).hits]
    shelf.library.index()
    assert (
        [hit.head.title for hit in shelf.library.search(parse_query("新河大坝")).hits]
        == ["新河大坝", "别的题目"]
        == by_scan
    )
    shelf.add("/new.txt", ("新河大坝", "更短"), printed=IssueFacts(date="2025-04-03"))
    assert waiting(shelf.library) == 1
    hits = shelf.library.search(parse_query("新河大坝"), limit=2).hits
    assert [hit.head.title for hit in hits] == ["新河大坝", "新河大坝"]


def test_the_words_around_a_hit_and_its_places_are_told_as_by_the_scan(shelf: Shelf) -> None:
    fill(shelf, random.Random(4), 10)
    before = {hit.head.id: hit for hit in shelf.library.search(parse_query("改革")).hits}
    shelf.library.index()
    for hit in shelf.library.search(parse_query("改革")).hits:
        assert (hit.matches, hit.snippet, hit.marks) == (before[hit.head.id].matches, *_words(before[hit.head.id]))


def _words(hit: object) -> tuple[object, object]:
    return hit.snippet, hit.marks  # type: ignore[attr-defined]


def test_a_limit_cuts_the_hits_and_not_the_total(shelf: Shelf) -> None:
    fill(shelf, random.Random(5), 30)
    shelf.library.index()
    everything = shelf.library.search(parse_query("产业"))
    few = shelf.library.search(parse_query("产业"), limit=3)
    assert few.total == everything.total > 3
    assert few.hits == everything.hits[:3]


def test_what_only_the_notebook_knows_is_asked_of_the_caller(shelf: Shelf) -> None:
    fill(shelf, random.Random(6), 12)
    shelf.library.index()
    fill(shelf, random.Random(7), 2, first=20)
    tagged = frozenset(chance_ids := shelf.ids()[::3])
    results = shelf.library.search(parse_query("标签:待读"), outside={("tag", "待读"): tagged})
    assert sorted(hit.head.id for hit in results.hits) == sorted(chance_ids)
    rest = shelf.library.search(parse_query("-标签:待读"), outside={("tag", "待读"): tagged})
    assert rest.total == len(shelf.ids()) - len(tagged)


def test_a_small_library_has_no_index(tmp_path: Path) -> None:
    shelf = Shelf(SqliteLibrary(tmp_path / "library.sqlite"))
    fill(shelf, random.Random(1), 5)
    assert shelf.library.index() == 0
    assert not (tmp_path / "library.index").exists()


def test_articles_taken_in_but_still_noted_are_found_once(shelf: Shelf) -> None:
    """A kill after the index was written and before the notes were taken away."""
    fill(shelf, random.Random(8), 10)
    shelf.library.index()
    with shelf.library._writing() as connection:
        connection.execute("INSERT INTO tail (article) SELECT seq FROM articles")
        connection.execute("INSERT INTO gone (article) VALUES (1), (2), (3)")
    for query in QUERIES:
        assert found(shelf.library, query) == scanned(shelf.library, query), query
    shelf.library.index()
    assert waiting(shelf.library) == 0
    assert found(shelf.library, "产业") == scanned(shelf.library, "产业")


@pytest.mark.parametrize("damage", ["removed", "meta.json", "segments", "other form"])
def test_a_damaged_index_costs_time_and_no_hit_and_is_made_anew(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    fill(shelf, random.Random(9), 12)
    shelf.library.index()
    shelf.library.close()
    (folder,) = (tmp_path / "library.index").iterdir()
    if damage == "removed":
        shutil.rmtree(folder)
    elif damage == "meta.json":
        (folder / "meta.json").write_text("{", "utf-8")
    elif damage == "segments":
        for file in folder.iterdir():
            if file.suffix in (".term", ".idx", ".pos", ".store", ".fast"):
                file.write_bytes(b"")
    else:
        from paperterm.library import index

        monkeypatch.setattr(index, "FORM", index.FORM + 1)
    library = SqliteLibrary(tmp_path / "library.sqlite")
    assert found(library, "产业") == scanned(library, "产业")
    fill(Shelf(library), random.Random(10), 3, first=40)
    library.index()
    assert indexed(library)
    assert waiting(library) == 0
    assert found(library, "产业") == scanned(library, "产业")
    assert len(list((tmp_path / "library.index").iterdir())) == 1


def test_a_reader_sees_what_another_window_took_in_and_indexed(shelf: Shelf, tmp_path: Path) -> None:
    fill(shelf, random.Random(13), 8)
    shelf.library.index()
    reader = SqliteLibrary(tmp_path / "library.sqlite", read_only=True)
    assert found(reader, "产业") == scanned(reader, "产业")
    fill(shelf, random.Random(14), 8, first=20)
    assert found(reader, "产业") == scanned(reader, "产业")
    shelf.library.index()
    assert found(reader, "产业") == scanned(reader, "产业")


@pytest.mark.parametrize("sign", [chr(code) for code in range(33, 127) if not chr(code).isalnum()])
def test_the_index_answers_for_every_sign(shelf: Shelf, sign: str) -> None:
    """Some mean something in a regular expression, others do so behind a backslash."""
    shelf.add("/pages/1.txt", (f"题{sign}", f"改{sign}革"), printed=IssueFacts(paper="工人日报"))
    shelf.library.index()
    for node in (Field("title", sign), Term(sign, sign), Term(f"改{sign}命", f"改{sign}命", fuzzy=True)):
        assert shelf.library.search(Query(sign, node)).total == 1, node
    assert shelf.library._indexes is not None and shelf.library._indexes.fault == ""
