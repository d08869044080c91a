"""What a person does with a notebook."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from paperterm.model import Article, IssueFacts
from paperterm.notebook import Anchor, Notebook, NotebookError, UnknownRecord, describe


def test_a_note_is_there_for_the_next_window(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    note = notebook.add_note("a/1", "值得引用\n第二行", passage, ["产改"])
    assert Notebook(folder).notes() == [note]
    assert (note.text, note.tags, note.anchor.exact) == ("值得引用\n第二行", ("产改",), "产业工人队伍建设改革")


def test_moments_are_iso_8601_in_utc(notebook: Notebook, passage: Anchor) -> None:
    note = notebook.add_note("a/1", "x", passage)
    assert datetime.fromisoformat(note.created).tzinfo == UTC
    assert note.created == note.changed


def test_records_are_listed_in_the_order_they_were_made(notebook: Notebook, passage: Anchor) -> None:
    made = [notebook.add_note("a/1", str(n), passage).id for n in range(12)]
    assert [note.id for note in notebook.notes()] == made == sorted(made)


def test_the_same_place_is_bookmarked_once_and_tags_come_together(notebook: Notebook, passage: Anchor) -> None:
    first = notebook.add_bookmark("a/1", passage, ["一", "二"])
    again = notebook.add_bookmark("a/1", passage, ["二", "三"])
    assert again.id == first.id
    assert notebook.bookmarks() == [again]
    assert again.tags == ("一", "二", "三")


def test_another_place_or_another_article_is_another_bookmark(
    notebook: Notebook, passage: Anchor, article: Article
) -> None:
    notebook.add_bookmark("a/1", passage)
    notebook.add_bookmark("a/1", describe(article, "ab" * 32, None, None, None))
    notebook.add_bookmark("a/2", passage)
    assert len(notebook.bookmarks()) == 3


def test_editing_a_note_keeps_what_was_not_given(notebook: Notebook, passage: Anchor) -> None:
    note = notebook.add_note("a/1", "旧", passage, ["标"])
    assert notebook.edit_note(note.id, text="新").tags == ("标",)
    edited = notebook.edit_note(note.id, tags=["别"])
    assert (edited.text, edited.tags, edited.created) == ("新", ("别",), note.created)
    assert edited.changed >= note.changed
    assert notebook.notes() == [edited]


def test_an_edit_that_changes_nothing_writes_nothing(notebook: Notebook, passage: Anchor) -> None:
    note = notebook.add_note("a/1", "旧", passage)
    before = notebook.version()
    assert notebook.edit_note(note.id, text="旧") == note
    assert notebook.version() == before


def test_a_removed_record_is_gone_and_returned(notebook: Notebook, passage: Anchor) -> None:
    note, bookmark = notebook.add_note("a/1", "x", passage), notebook.add_bookmark("a/1", passage)
    assert notebook.remove("note", note.id) == note
    assert notebook.remove("bookmark", bookmark.id) == bookmark
    assert notebook.notes() == [] == notebook.bookmarks()


def test_the_beginning_of_an_id_is_enough(notebook: Notebook, passage: Anchor) -> None:
    note = notebook.add_note("a/1", "x", passage)
    assert notebook.edit_note(f" {note.id[:5].upper()} ", text="y").id == note.id


def test_a_beginning_that_several_share_is_refused_with_their_ids(notebook: Notebook, passage: Anchor) -> None:
    ids = [notebook.add_note("a/1", str(n), passage).id for n in range(2)]
    with pytest.raises(UnknownRecord) as caught:
        notebook.remove("note", ids[0][:2])
    assert set(caught.value.near) == set(ids)
    assert len(notebook.notes()) == 2


@pytest.mark.parametrize("id", ["", " ", "zzzz"])
def test_an_id_that_nothing_has_is_unknown(notebook: Notebook, passage: Anchor, id: str) -> None:
    notebook.add_note("a/1", "x", passage)
    with pytest.raises(UnknownRecord):
        notebook.remove("note", id)


def test_an_unknown_id_is_answered_with_those_near_it(notebook: Notebook, passage: Anchor) -> None:
    note = notebook.add_note("a/1", "x", passage)
    wrong = note.id[:-1] + ("a" if note.id[-1] != "a" else "b")
    with pytest.raises(UnknownRecord, match=note.id) as caught:
        notebook.edit_note(wrong, text="y")
    assert caught.value.near == (note.id,)


@pytest.mark.parametrize("text", ["", " \n\t", "\x1b\x00", "\u200b"])
def test_a_note_without_text_is_refused_with_a_sentence(notebook: Notebook, passage: Anchor, text: str) -> None:
    with pytest.raises(NotebookError, match=r"needs some text.*\.$"):
        notebook.add_note("a/1", text, passage)
    assert notebook.version() is None


def test_control_characters_do_not_get_in_but_lines_and_tabs_stay(notebook: Notebook, passage: Anchor) -> None:
    note = notebook.add_note("a/1", "一\x1b[31m\r\n二\t三\x07\u202e", passage, ["红\x1b\n色", " ", "红 色"])
    assert note.text == "一[31m\n二\t三"
    assert note.tags == ("红 色",)


def test_half_a_surrogate_pair_does_not_stop_a_note(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    notebook.add_note("a/1", "坏\ud800字", replace(passage, exact="\udfff"))
    assert Notebook(folder).notes()[0].anchor.exact == "\udfff"


def test_a_note_of_a_megabyte_is_kept_whole(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    text = "长" * 350_000
    notebook.add_note("a/1", text, passage)
    assert Notebook(folder).notes()[0].text == text


def test_stated_facts_come_together_field_by_field(notebook: Notebook, folder: Path) -> None:
    notebook.state("ff", IssueFacts(paper="工人日报", page=1))
    notebook.state("ff", IssueFacts(page=3))
    notebook.state("ee", IssueFacts(date="2025-03-25"))
    assert Notebook(folder).stated() == {
        "ff": IssueFacts(paper="工人日报", page=3),
        "ee": IssueFacts(date="2025-03-25"),
    }


def test_stating_nothing_writes_nothing(notebook: Notebook) -> None:
    notebook.state("ff", IssueFacts())
    assert notebook.version() is None


def test_articles_are_found_by_tag_whatever_its_case_and_width(notebook: Notebook, passage: Anchor) -> None:
    notebook.add_note("a/1", "x", passage, ["ＡＢＣ"])
    notebook.add_bookmark("a/2", passage, ["abc"])
    notebook.add_note("a/3", "x", passage, ["abcd"])
    assert notebook.articles_with("tag", "Abc") == {"a/1", "a/2"}


def test_articles_are_found_by_what_is_written_on_them(notebook: Notebook, passage: Anchor) -> None:
    notebook.add_note("a/1", "x", passage)
    notebook.add_bookmark("a/2", passage)
    assert notebook.articles_with("has", "note") == {"a/1"}
    assert notebook.articles_with("has", "bookmark") == {"a/2"}


def test_articles_are_found_by_the_words_of_notes_and_highlighted_passages(notebook: Notebook, passage: Anchor) -> None:
    notebook.add_note("a/1", "待核實：Ｎｏ．５ 的\n说法", passage)
    notebook.add_note("a/2", "别的", passage)
    notebook.add_highlight("a/3", passage, "yellow")
    assert notebook.articles_with("note", "核实:no.5") == {"a/1"}
    assert notebook.articles_with("note", "的说法") == {"a/1"}
    assert notebook.articles_with("note", passage.exact) == frozenset()
    assert notebook.articles_with("highlight", passage.exact[1:]) == {"a/3"}
    assert notebook.articles_with("highlight", "别的") == frozenset()


def test_what_no_record_can_answer_is_refused(notebook: Notebook, passage: Anchor) -> None:
    notebook.add_note("a/1", "x", passage)
    with pytest.raises(ValueError, match="no paper"):
        notebook.articles_with("paper", "工人日报")


def test_a_window_notices_what_another_one_writes(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    other = Notebook(folder)
    seen = notebook.version(), notebook.notes()
    note = other.add_note("a/1", "x", passage)
    assert notebook.version() != seen[0]
    assert notebook.notes() == [note]


def test_every_write_has_a_version_of_its_own(notebook: Notebook, passage: Anchor) -> None:
    note = notebook.add_note("a/1", "0", passage)
    versions = {notebook.version()}
    for n in range(1, 60):
        notebook.edit_note(note.id, text=str(n % 10))
        versions.add(notebook.version())
    assert len(versions) == 60


def test_two_windows_in_turn_lose_nothing(notebook: Notebook, folder: Path, passage: Anchor) -> None:
    other = Notebook(folder)
    made = [window.add_note("a/1", "x", passage).id for _ in range(10) for window in (notebook, other)]
    assert [note.id for note in notebook.notes()] == [note.id for note in other.notes()] == made


def test_nothing_is_on_the_disk_before_the_first_change(notebook: Notebook, folder: Path) -> None:
    assert (notebook.notes(), notebook.stated(), notebook.version()) == ([], {}, None)
    assert not folder.exists()


def test_neither_tinydb_nor_the_lock_is_imported_before_the_notebook_is_used(folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from paperterm.notebook import Notebook\n"
        f"n = Notebook(Path({str(folder)!r})); n.version()\n"
        "print([m for m in ('tinydb', 'filelock') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
