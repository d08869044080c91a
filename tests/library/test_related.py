"""Articles that share rare words: with an index and without."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperterm.library import indexing
from paperterm.library.engine import UnknownId
from paperterm.library.sqlite import SqliteLibrary
from paperterm.model import IssueFacts
from tests.library.conftest import Shelf

COMMON = "会议听取了各地的情况汇报,并对下一步的工作作了安排。"
TEA = ("春茶开采", f"韶山的茶园开采春茶,茶农采摘忙。{COMMON}")
TEA_AGAIN = ("茶农增收", f"今年春茶价格好,韶山茶农的收入有了保障。{COMMON}")
LIFT = ("电梯换新", f"霞光小区的老旧电梯换新,居民上楼不再爬楼梯。{COMMON}")
LIFT_AGAIN = ("老旧电梯更新", f"霞光小区首部更新的电梯交付使用。{COMMON}")
NIGHT = ("夜市开张", f"滨河路夜市开张,烧烤摊前坐满了人。{COMMON}")
ALL = (TEA, TEA_AGAIN, LIFT, LIFT_AGAIN, NIGHT)


@pytest.fixture(params=["scan", "index", "index and tail"])
def full(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    shelf = Shelf(SqliteLibrary(tmp_path / "library.sqlite"))
    monkeypatch.setattr(indexing, "WORTH", 0)
    for number, story in enumerate(ALL):
        if number == 3 and request.param == "index and tail":
            assert shelf.library.index()
        shelf.add(f"/{number}", story, printed=IssueFacts("工人日报", "2025-03-25", page=number + 1))
    if request.param == "index":
        assert shelf.library.index()
    return shelf


def id_of(shelf: Shelf, headline: str) -> str:
    return next(id for id in shelf.ids() if shelf.library.article(id).head.headline == headline)


def titles(shelf: Shelf, story: tuple[str, str], **more: object) -> list[str]:
    found = shelf.library.related(id_of(shelf, story[0]), **more)  # type: ignore[arg-type]
    return [one.hit.head.title for one in found]


def test_what_shares_rare_words_is_related_and_nothing_else(full: Shelf) -> None:
    assert titles(full, TEA) == [TEA_AGAIN[0]]
    assert titles(full, LIFT_AGAIN) == [LIFT[0]]


def test_words_that_all_articles_have_relate_none(full: Shelf) -> None:
    assert titles(full, NIGHT) == []


def test_the_shared_words_are_told_whole_and_where_they_stand(full: Shelf) -> None:
    (one,) = full.library.related(id_of(full, TEA[0]))
    assert {"春茶", "韶山", "茶农"} <= set(one.shared)
    blocks = full.library.article(one.hit.head.id).article.blocks
    printed = {blocks[m.block].text[m.start : m.end] for m in one.hit.matches}
    assert {"春茶", "韶山", "茶农"} <= printed
    assert [one.hit.snippet[start:end] for start, end in one.hit.marks]


def test_an_article_is_not_related_to_itself_nor_to_what_is_left_out(full: Shelf) -> None:
    assert titles(full, TEA, without=[id_of(full, TEA_AGAIN[0])]) == []


def test_at_most_so_many_are_given(full: Shelf) -> None:
    assert titles(full, TEA, limit=0) == []


def test_what_was_forgotten_is_not_related_any_more(full: Shelf) -> None:
    with full.library.changes() as change:
        change.forget(full.sha(TEA_AGAIN))
    assert titles(full, TEA) == []


def test_a_search_that_is_stopped_ends(full: Shelf) -> None:
    assert isinstance(titles(full, TEA, stop=lambda: True), list)


def test_an_older_version_of_a_page_is_not_related(shelf: Shelf) -> None:
    older = ("茶农增收", TEA_AGAIN[1] + "另讯。")
    for number, story in enumerate((TEA, older, LIFT)):
        shelf.add(f"/{number}", story, printed=IssueFacts("工人日报", "2025-03-25", page=number + 1))
    shelf.add("/new", TEA_AGAIN, printed=IssueFacts("工人日报", "2025-03-25", page=2))
    assert titles(shelf, TEA) == [TEA_AGAIN[0]]


def test_an_article_without_words_is_related_to_none(shelf: Shelf) -> None:
    shelf.add("/a", ("A", "1 2 3"))
    assert shelf.library.related(shelf.ids()[0]) == []


def test_an_unknown_id_is_told(shelf: Shelf) -> None:
    with pytest.raises(UnknownId):
        shelf.library.related("nobody")
