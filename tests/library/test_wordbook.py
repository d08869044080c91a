"""The words of a library: counted on as pages come, found by beginning, pinyin and likeness, made anew when they are lost."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperterm.library import counting
from paperterm.library.engine import LibraryError
from paperterm.library.sqlite import SqliteLibrary
from paperterm.library.words import Counted, Words, home
from paperterm.model import Article, Block, IssueFacts, Page
from paperterm.text import segment
from tests.library.conftest import Shelf

REFORM = ("产业工人队伍建设改革", "产业工人是产业的主人。\n产业工人学技能。")
FARM = ("春耕忙", "农民春耕,产业兴旺。")
BRIDGE = ("重庆大桥通车", "重庆的银行来了人,行长到场。")


def texts(words: list) -> list[str]:
    return [word.text for word in words]


def filled(shelf: Shelf, *stories: tuple[str, str]) -> Words:
    for number, story in enumerate(stories or (REFORM, FARM, BRIDGE)):
        shelf.add(f"/{number}.txt", story, printed=IssueFacts("工人日报", "2025-03-25", page=number + 1))
    assert shelf.library.count_words()
    return shelf.library.words


def counts(words: Words) -> dict[tuple[str, str], int]:
    with sqlite3.connect(str(words._path)) as connection:
        return {(word, field): n for word, field, n in connection.execute("SELECT word, field, count FROM words")}


def test_a_word_is_counted_once_for_every_article(shelf: Shelf) -> None:
    words = filled(shelf)
    assert words.counts(["产业工人", "产业", "春耕", "没有"]) == {"产业工人": 1, "产业": 2, "春耕": 1}


def test_words_are_completed_from_their_beginning_the_most_frequent_first(shelf: Shelf) -> None:
    words = filled(shelf, REFORM, ("工人", "产业工人"), FARM)
    assert [(word.text, word.count) for word in words.beginning("产", 5)] == [("产业", 2), ("产业工人", 2)]
    assert texts(words.beginning("产业", 5)) == ["产业工人"]
    assert words.beginning("產業", 5) == words.beginning("产业", 5)
    assert words.beginning("没有", 5) == []


@pytest.mark.parametrize("letters", ["chanyegongren", "cygr", "chanyegr", "cyegongren", "ＣＹＧＲ"])
def test_pinyin_whole_in_initials_or_mixed_finds_the_word(shelf: Shelf, letters: str) -> None:
    assert texts(filled(shelf).spelt(letters, 5, ("",))) == ["产业工人"]


@pytest.mark.parametrize(("letters", "word"), [("chongqing", "重庆"), ("yinhang", "银行"), ("hangzhang", "行长")])
def test_words_are_found_by_the_reading_they_have_in_words(shelf: Shelf, letters: str, word: str) -> None:
    assert word in texts(filled(shelf).spelt(letters, 5))


def test_one_letter_completes_nothing(shelf: Shelf) -> None:
    words = filled(shelf)
    assert words.spelt("c", 5) == words.spelt("", 5) == words.spelt("c h", 5) == []


def test_names_of_papers_columns_and_reporters_are_words_of_their_own(shelf: Shelf) -> None:
    blocks = (Block("column", "身边的變化", (1,)), Block("headline", "一", (2,)), Block("body", "二", (3,)))
    page = Page(IssueFacts("大公報", "2025-03-25", page=1), (Article("", "story", blocks, ("張三",)),), ())
    shelf.library.add(Path("/a"), "1", 1, 1, "一二", page, IssueFacts())
    shelf.library.count_words()
    words = shelf.library.words
    assert [(w.text, w.field) for w in words.spelt("dgb", 5)] == [("大公報", "paper")]
    assert [(w.text, w.field) for w in words.beginning("身边", 5, ("column",))] == [("身边的變化", "column")]
    assert [(w.text, w.field) for w in words.spelt("zhangs", 5, ("by",))] == [("張三", "by")]
    assert words.spelt("zhangs", 5, ("paper",)) == []


def test_numbers_dates_and_single_han_are_no_words(shelf: Shelf) -> None:
    words = filled(shelf, ("一", "2025年三月二十五日,5G和C919,第一百二十,的"))
    assert {word for word, field in counts(words) if not field} == {"5g", "c919"}


def test_words_that_sound_the_same_or_differ_in_a_character_are_told(shelf: Shelf) -> None:
    words = filled(shelf)
    assert "产业" in texts(words.sounding("产页", 5))
    assert ("产业工人", 3) in [(word.text, place) for word, place in words.differing("产业工入")]
    assert ("产业工人", 0) in [(word.text, place) for word, place in words.differing("户业工人")]


@given(st.text(max_size=8), st.sampled_from(["beginning", "spelt", "sounding"]))
def test_any_text_is_answered(tmp_path_factory: pytest.TempPathFactory, text: str, ask: str) -> None:
    words = Words(tmp_path_factory.getbasetemp() / "any.words")
    if words.counted() is None:
        words.begin(Counted("x"))
        words.add({("a*b?", ""): (1, "a*b?")}, Counted("x"), Counted("x", 1, 1, 1))
    assert isinstance(getattr(words, ask)(text, 5), list)
    words.differing(text)
    words.close()


def test_only_what_came_since_is_counted_again(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    words = filled(shelf)
    cut, seen = counting.cut, []
    monkeypatch.setattr(counting, "cut", lambda task: seen.extend(one.seq for one in task) or cut(task))
    shelf.add("/new.txt", ("夜市", "产业园里的夜市"), printed=IssueFacts("工人日报", "2025-03-26", page=1))
    assert shelf.library.count_words()
    assert len(seen) == 1
    assert words.counts(["产业园"]) == {"产业园": 1}


def test_counting_in_pieces_counts_what_counting_at_once_counts(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = counts(filled(shelf))
    monkeypatch.setattr(counting, "TASK", 1)
    monkeypatch.setattr(counting, "WRITE", -1.0)
    other = Words(tmp_path / "other.words")
    connection = shelf.library._connections.get()
    for _ in range(10):
        asked = iter([False, True, True])
        if counting.count_words(connection, other, stop=lambda asked=asked: next(asked)):
            break
    assert counting.count_words(connection, other)
    assert counts(other) == whole
    other.close()


def test_a_count_tells_how_far_it_is(shelf: Shelf) -> None:
    for number, story in enumerate((REFORM, FARM)):
        shelf.add(f"/{number}.txt", story, printed=IssueFacts("工人日报", "2025-03-25", page=number + 1))
    told: list[tuple[int, int]] = []
    shelf.library.count_words(lambda done, total: told.append((done, total)))
    assert told[-1] == (2, 2)


def test_processes_count_what_this_one_counts(shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segment, "cutter", lambda: "jieba")
    whole = counts(filled(shelf))
    monkeypatch.setattr(counting, "FEW", 0)
    other = Words(tmp_path / "other.words")
    assert counting.count_words(shelf.library._connections.get(), other)
    assert counts(other) == whole
    assert other.counted().cutter == "jieba"  # type: ignore[union-attr]
    other.close()


def test_words_of_removed_pages_go_when_they_are_many(shelf: Shelf) -> None:
    words = filled(shelf)
    with shelf.library.changes() as change:
        change.forget(shelf.sha(FARM))
    assert shelf.library.count_words()
    assert words.counts(["春耕", "产业"]) == {"产业": 1}


def test_another_library_in_the_same_place_has_words_of_its_own(shelf: Shelf, tmp_path: Path) -> None:
    filled(shelf)
    shelf.library.close()
    for suffix in ("", "-wal", "-shm"):
        (tmp_path / f"library.sqlite{suffix}").unlink(missing_ok=True)
    library = SqliteLibrary(tmp_path / "library.sqlite")
    again = filled(Shelf(library), BRIDGE)
    assert again.counts(["产业", "重庆"]) == {"重庆": 1}
    library.close()


def test_words_that_another_process_counted_meanwhile_are_not_counted_twice(tmp_path: Path) -> None:
    words = Words(tmp_path / "w.words")
    begun, one = Counted("x"), Counted("x", 1, 1, 1)
    words.begin(begun)
    assert words.add({("产业", ""): (1, "产业")}, begun, one)
    assert not words.add({("产业", ""): (1, "产业")}, begun, one)
    assert words.counts(["产业"]) == {"产业": 1}
    words.close()


@pytest.mark.parametrize("rubbish", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_of_words_is_made_anew(shelf: Shelf, tmp_path: Path, rubbish: bytes) -> None:
    home(tmp_path / "library.sqlite").write_bytes(rubbish)
    assert texts(filled(shelf).spelt("cygr", 5)) == ["产业工人"]


def test_words_of_an_older_form_are_counted_anew(shelf: Shelf, tmp_path: Path) -> None:
    filled(shelf)
    shelf.library.close()
    with sqlite3.connect(home(tmp_path / "library.sqlite")) as connection:
        connection.execute("UPDATE words SET count = 99")
        connection.execute("PRAGMA user_version = 77")
    library = SqliteLibrary(tmp_path / "library.sqlite")
    assert library.count_words()
    assert library.words.counts(["产业"]) == {"产业": 2}
    library.close()


def test_damage_met_on_the_way_is_told_and_mended_by_the_next_count(shelf: Shelf, tmp_path: Path) -> None:
    words = filled(shelf)
    connection = words._connections.get()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("PRAGMA cache_size = 0")
    path = home(tmp_path / "library.sqlite")
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * (path.stat().st_size - 4096))
    with pytest.raises(LibraryError, match="counted anew"):
        words.beginning("产业", 5)
    assert shelf.library.count_words()
    assert texts(words.beginning("产业", 5)) == ["产业工人"]


def test_where_no_file_can_be_written_words_are_kept_for_the_time_being(tmp_path: Path) -> None:
    folder = tmp_path / "missing"
    words = Words(folder / "library.words")
    words.begin(Counted("x"))
    assert words.add({("产业", ""): (1, "产业")}, Counted("x"), Counted("x", 1, 1, 1))
    assert texts(words.spelt("cy", 5)) == ["产业"]
    assert not folder.exists()
    words.close()
