"""`suggest`, `related` and `names`: what people and programs read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run, jumping

LATER = """大江日报
2025年3月28日 星期五 第3003期
第1版:要闻

# 农机手备耕忙
本报讯(记者孙七)春耕时节,农机手检修农机,各地备耕进度加快,湖南省总工会主席刘建国说。
"""


@pytest.fixture
def later(front: Path) -> Path:
    path = front.with_name("later.txt")
    path.write_text(LATER, "utf-8")
    return path


def test_suggest(paperterm: Run, front: Path, later: Path) -> None:
    paperterm("import", front, later)
    ran = paperterm("suggest", "大江", "chungeng")
    assert ran.code == 0
    assert re.fullmatch(r"(大江 春耕\S*  +\d+ articles?\n)+", ran.out)


def test_suggest_for_programs(paperterm: Run, front: Path) -> None:
    paperterm("import", front)
    assert paperterm("suggest", "djrb", "--json").json == {
        "schema": 1,
        "text": "djrb",
        "completions": [{"word": "大江日报", "count": 2, "query": "报纸:大江日报", "why": "spelt"}],
    }


def test_suggest_says_what_may_be_meant(paperterm: Run, front: Path) -> None:
    paperterm("import", front)
    assert paperterm("suggest", "春根").out == "春耕  1 article, may be meant\n"


def test_suggest_nothing(paperterm: Run, front: Path) -> None:
    paperterm("import", front)
    ran = paperterm("suggest", "xqzw", "--json")
    assert (ran.code, ran.json["completions"]) == (1, [])
    assert "xqzw" in ran.err


def test_suggest_works_on_the_sample_pages(paperterm: Run) -> None:
    ran = paperterm("suggest", "cygr", "--limit", "1")
    assert (ran.code, ran.out.split()[0]) == (0, "产业工人")
    assert "sample pages" in ran.err


def test_related(paperterm: Run, front: Path, later: Path) -> None:
    paperterm("import", front, later)
    ran = paperterm("related", "cgm")
    title, where, shares = ran.out.splitlines()
    assert ran.code == 0
    assert (title, where.split()[:3]) == ("农机手备耕忙", ["大江日报", "2025-03-28", "第1版"])
    assert "春耕" in shares


def test_related_for_programs(paperterm: Run, front: Path, later: Path) -> None:
    paperterm("import", front, later)
    data = paperterm("related", "cgm", "--json").json
    (one,) = data["related"]
    assert data["id"].endswith("/cgm")
    assert one.keys() == {"id", "headline", "paper", "date", "page", "source", "score", "shared"}
    assert 0 < one["score"] <= 1


def test_an_article_is_not_related_to_its_own_continuation(paperterm: Run, front: Path) -> None:
    first, second = jumping(paperterm, front)
    for id in (first, second):
        ran = paperterm("related", id, "--json")
        assert {one["id"] for one in ran.json["related"]}.isdisjoint({first, second})


def test_names(paperterm: Run, later: Path) -> None:
    paperterm("import", later)
    ran = paperterm("names", "njsbgm")
    assert ran.code == 0
    assert ran.out == "People\n  孙七  1×  reporter\n  刘建国  1×\nOrganisations\n  湖南省总工会  1×\n"


def test_names_for_programs_are_searches(paperterm: Run, later: Path) -> None:
    paperterm("import", later)
    data = paperterm("names", "njsbgm", "--json").json
    for one in data["names"]:
        assert one.keys() == {"name", "sort", "count", "role", "query"}
        assert paperterm("search", one["query"]).code == 0
    assert {one["name"]: one["query"] for one in data["names"]}["孙七"] == "记者:孙七"


@pytest.mark.parametrize("command", ["related", "names"])
def test_an_unknown_id_fails(paperterm: Run, front: Path, command: str) -> None:
    paperterm("import", front)
    ran = paperterm(command, "nobody", "--json")
    assert (ran.code, ran.json["error"]["code"]) == (1, "unknown-id")


@pytest.mark.parametrize("words", [("suggest", "a"), ("related", "a"), ("names", "a")])
def test_a_limit_below_one_is_wrong_use(paperterm: Run, front: Path, words: tuple[str, ...]) -> None:
    paperterm("import", front)
    assert paperterm(*words, "--limit", "0").code == 2
