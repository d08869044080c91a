"""Which library and notebook a run uses, and what is told when they fail."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from paperterm.actions.answer import NOTHING, WRONG, Failure
from paperterm.actions.session import Session, failures
from paperterm.actions.taking import take_in
from paperterm.config import Places
from paperterm.library.engine import LibraryError, UnknownId
from paperterm.model import IssueFacts
from paperterm.notebook import NotebookError, UnknownRecord, describe
from paperterm.query import QueryError, parse_query
from paperterm.text import segment
from tests.actions.conftest import FRONT

Take = Callable[..., None]
IdOf = Callable[..., str]


def test_without_a_library_the_sample_pages_are_read_and_none_is_made(session: Session) -> None:
    assert session.on_samples
    assert "paperterm import" in session.hint[0]
    assert len(session.library.all_pages()) == 5
    assert not session.places.library.exists()


def test_the_users_own_library_comes_before_the_samples(session: Session, take: Take) -> None:
    take(front=FRONT)
    assert not session.on_samples
    assert session.hint == ()
    assert len(session.library.all_pages()) == 1


def test_an_opened_folder_has_a_library_of_its_own(tmp_path: Path) -> None:
    page = tmp_path / "front.txt"
    page.write_text(FRONT, encoding="utf-8")
    home = tmp_path / "home"
    session = Session(Places(home / "library.sqlite", home, home / "cache"), opened=home / "cache" / "one.sqlite")
    take_in(session, [page])
    assert len(session.library.all_pages()) == 1
    assert not session.places.library.exists()
    session.library.close()


def test_what_is_stated_with_an_import_is_kept_in_the_notebook(session: Session, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("# 渔民出海\n本报讯 天刚亮,渔民们就驾船出海。\n", encoding="utf-8")
    take_in(session, [page], IssueFacts(paper="海城日报"))
    assert list(session.notebook.stated().values()) == [IssueFacts(paper="海城日报")]


def test_tags_and_notes_are_looked_up_by_the_ids_articles_have_now(session: Session, take: Take, id_of: IdOf) -> None:
    take(front=FRONT)
    stored = session.library.article(id_of("春耕忙"))
    session.notebook.add_note(
        "an-id-of-long-ago", "x", describe(stored.article, stored.sha256, None, None, None), ["农事"]
    )
    session.notebook.add_note(stored.head.id, "x", describe(stored.article, stored.sha256, None, None, None), ["农事"])
    outside = session.outside(parse_query("标签:农事 有:笔记 有:书签"))
    assert outside["tag", "农事"] == {stored.head.id, "an-id-of-long-ago"}
    assert outside["has", "note"] == outside["tag", "农事"]
    assert outside["has", "bookmark"] == frozenset()


def test_a_record_is_located_by_its_quote_when_its_article_is_gone(session: Session, take: Take, id_of: IdOf) -> None:
    take(front=FRONT)
    stored = session.library.article(id_of("春耕忙"))
    block = next(n for n, b in enumerate(stored.article.blocks) if "春耕时节" in b.text)
    start = stored.article.blocks[block].text.index("春耕时节")
    anchor = describe(stored.article, stored.sha256, block, start, start + 4)
    article, placement = session.located("gone/2000-01-01/1/gone", anchor)
    assert article is not None
    assert article.id == stored.head.id
    assert (placement.block, placement.start, placement.end) == (block, start, start + 4)


def test_a_record_whose_page_is_gone_is_an_orphan(session: Session, take: Take, id_of: IdOf) -> None:
    take(front=FRONT)
    stored = session.library.article(id_of("春耕忙"))
    article, placement = session.located("gone", describe(stored.article, "00" * 32, None, None, None))
    assert (article, placement.state) == (None, "orphan")


@pytest.mark.parametrize(
    ("error", "code", "exit_code"),
    [
        (UnknownId("x"), "unknown-id", NOTHING),
        (UnknownRecord("note", "x"), "unknown-record", NOTHING),
        (QueryError("That is no query.", 0), "bad-query", WRONG),
        (LibraryError("The library is damaged."), "library", NOTHING),
        (NotebookError("The notebook is damaged."), "notebook", NOTHING),
        (PermissionError(13, "Permission denied", "/a/b"), "system", NOTHING),
    ],
)
def test_what_goes_wrong_has_a_word_for_programs(error: Exception, code: str, exit_code: int) -> None:
    with pytest.raises(Failure) as failure, failures():
        raise error
    assert (failure.value.code, failure.value.exit_code) == (code, exit_code)
    assert failure.value.message.endswith(".")


def test_a_fault_of_the_program_is_not_taken_for_the_persons() -> None:
    with pytest.raises(ZeroDivisionError), failures():
        raise ZeroDivisionError


def test_an_unknown_id_names_those_like_it(session: Session, take: Take, id_of: IdOf) -> None:
    take(front=FRONT)
    with pytest.raises(Failure) as failure, failures():
        session.library.article(id_of("春耕忙")[:-1] + "x")
    assert f"Did you mean {id_of('春耕忙')}?" in failure.value.message


def test_a_note_stays_with_its_words_when_its_file_is_moved_and_when_the_page_was_corrected(
    session: Session, take: Take, id_of: IdOf, tmp_path: Path
) -> None:
    take(front=FRONT)
    stored = session.library.article(id_of("春耕忙"))
    block = next(n for n, b in enumerate(stored.article.blocks) if "春耕时节" in b.text)
    start = stored.article.blocks[block].text.index("各地抓紧备耕")
    note = session.notebook.add_note(
        stored.head.id, "查", describe(stored.article, stored.sha256, block, start, start + 6)
    )

    def words() -> str:
        article, where = session.located(note.article, note.anchor)
        assert article is not None
        assert where.state == "placed"
        assert where.block is not None
        return article.blocks[where.block].text[where.start : where.end]

    moved = tmp_path / "elsewhere" / "front.txt"
    moved.parent.mkdir()
    (tmp_path / "front.txt").rename(moved)
    take_in(session, [moved.parent])
    assert words() == "各地抓紧备耕"
    corrected = FRONT.replace("# 春耕忙", "# 各地春耕正忙").replace("农机手们", "农机手门").replace("清早", "一大早")
    moved.write_text(corrected, encoding="utf-8")
    take_in(session, [moved])
    assert words() == "各地抓紧备耕"
    session.library.state(session.library.article(id_of("各地春耕正忙")).sha256, IssueFacts(date="2025-03-26"))
    assert words() == "各地抓紧备耕"


def test_notes_are_found_by_their_words_where_their_articles_are_now(session: Session, take: Take, id_of: IdOf) -> None:
    take(front=FRONT)
    stored = session.library.article(id_of("春耕忙"))
    anchor = describe(stored.article, stored.sha256, None, None, None)
    session.notebook.add_note(id_of("春耕忙"), "农机数量待核实", anchor)
    take(front=FRONT.replace("第1版", "第2版"))
    for query in ("笔记:待核实", "note:农机数量 春耕", "有:笔记 -笔记:别的"):
        assert [hit.head.headline for hit in session.search(parse_query(query)).hits] == ["春耕忙"], query
    assert session.search(parse_query("笔记:别的")).total == 0


def test_in_the_reader_words_count_once_they_are_loaded_which_begins_behind_the_first_search(
    session: Session, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(front=FRONT)
    asked: list[str] = []
    loaded = False

    def words(text: str) -> list[tuple[int, int]]:
        asked.append(text)
        return [(0, 2)]

    def load_behind() -> None:
        nonlocal loaded
        loaded = True

    monkeypatch.setattr(segment, "words", words)
    monkeypatch.setattr(segment, "ready", lambda: loaded)
    monkeypatch.setattr(segment, "load_behind", load_behind)
    query = parse_query("江边新桥")
    command = session.search(query)
    assert (asked, loaded) == ([], False)
    session.in_reader = True
    first = session.search(query)
    assert (asked, loaded) == ([], True)
    second = session.search(query)
    assert asked == ["江边新桥"]
    assert [hit.head.id for hit in first.hits] == [hit.head.id for hit in command.hits]
    assert second.hits[0].score > first.hits[0].score
