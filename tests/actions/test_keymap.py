"""Keys that a person gives to actions: theirs go first, and every clash is told."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperterm.actions.keymap import DEFAULT, Keymap, keymap
from paperterm.actions.keys import label, named, pressed, writable
from paperterm.actions.reader import ACTIONS
from paperterm.config.settings import Settings

KEYS = sorted({key for action in ACTIONS for key in action.keys})


def with_keys(**keys: list[str] | str) -> Keymap:
    """The keymap of settings that state these keys; "__" stands for the dot of an action."""
    stated = {
        id.replace("__", ".").replace("_", "-"): (value,) if isinstance(value, str) else tuple(value)
        for id, value in keys.items()
    }
    return keymap(Settings(Path("config.toml"), keys=stated))


def told(found: Keymap) -> list[str]:
    return [problem.sentence for problem in found.problems]


def test_without_stated_keys_the_declared_ones_hold() -> None:
    assert keymap(Settings()) is DEFAULT


def test_stated_keys_stand_in_place_of_the_declared_ones() -> None:
    found = with_keys(note__add=["N", "ctrl+g"], hit__previous="X")
    assert found.keys["note.add"] == ("N", "ctrl+g")
    assert found.keys["hit.previous"] == ("X",)
    assert found.changed == {"note.add", "hit.previous"}
    assert told(found) == []


def test_a_key_that_is_taken_away_is_told_with_both_actions_and_the_panes() -> None:
    found = with_keys(note__add="n")
    assert found.keys["hit.next"] == ()
    assert told(found) == ["n went from hit.next to note.add (everywhere); hit.next has no key any more."]


def test_an_action_that_keeps_another_key_is_told_so() -> None:
    found = with_keys(note__add="j")
    assert found.keys["list.down"] == ("down",)
    assert "list.down still has ↓." in told(found)[0]


def test_the_first_of_two_actions_that_want_a_key_gets_it() -> None:
    found = with_keys(note__add="X", bookmark__toggle="X")
    assert found.keys["note.add"] == ("X",)
    assert found.keys["bookmark.toggle"] == ("b",)
    assert told(found) == ["X cannot be the key of bookmark.toggle: note.add (everywhere) has it already."]


def test_actions_of_different_panes_may_share_a_key() -> None:
    found = with_keys(note__edit="E", select__toggle="E")
    assert told(found) == []


def test_two_actions_may_change_their_keys_about() -> None:
    found = with_keys(hit__next="N", hit__previous="n")
    assert (found.keys["hit.next"], found.keys["hit.previous"]) == (("N",), ("n",))
    assert told(found) == []


def test_an_action_may_be_left_without_a_key() -> None:
    found = with_keys(note__add=[])
    assert found.keys["note.add"] == ()
    assert found.key("note.add") == "^P Note"


def test_there_is_always_a_way_out() -> None:
    found = with_keys(app__quit=[], note__add="q")
    assert found.keys["app.quit"] == ("ctrl+q",)
    assert any("app.quit must have a key" in sentence for sentence in told(found))


def test_there_is_a_way_out_also_where_all_its_keys_were_given_away() -> None:
    found = with_keys(note__add=["q", "ctrl+q"])
    assert found.keys["app.quit"] == ("alt+q",)


@pytest.mark.parametrize(
    ("id", "sentence"),
    [
        ("note.ad", "The reader has no action note.ad. Did you mean note.add?"),
        ("undo", "The reader has no action undo. Did you mean history.undo?"),
        ("xyzzy.plugh", "The reader has no action xyzzy.plugh. `paperterm config keys` lists them."),
    ],
)
def test_an_unknown_action_is_told_with_the_nearest_one(id: str, sentence: str) -> None:
    found = keymap(Settings(Path("config.toml"), keys={id: ("x",)}, lines={f"keys.{id}": 7}))
    assert told(found) == [sentence]
    assert str(found.problems[0]) == f"config.toml, line 7: {sentence}"


def test_a_key_that_is_none_leaves_the_others() -> None:
    found = with_keys(note__add=["hyper+x", "ctrl+i", "X"])
    assert found.keys["note.add"] == ("X",)
    assert told(found) == [
        'note.add: "hyper+x" is no key; write "J", "/", "ctrl+n", "alt+left", "space" or "f5".',
        'note.add: "ctrl+i" and tab are one key in a terminal.',
    ]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("J", "J"),
        ("shift+j", "J"),
        ("/", "slash"),
        ("、", "slash"),
        ("？", "question_mark"),
        ("ctrl+N", "ctrl+n"),
        ("^N", "ctrl+n"),
        ("PgDn", "pagedown"),
        ("Esc", "escape"),
        ("alt+left", "alt+left"),
        ("alt+/", "alt+slash"),
        (" ", "space"),
        ("+", "plus"),
        ("f5", "f5"),
        ("←", "left"),
    ],
)
def test_a_key_is_read_as_people_write_it(written: str, name: str) -> None:
    assert named(written) == name


@pytest.mark.parametrize("key", KEYS)
def test_a_key_is_read_as_it_is_written_and_as_it_is_shown(key: str) -> None:
    assert named(writable(key)) == key
    assert named(label(key)) == key


@given(st.text(max_size=12))
def test_any_text_is_a_key_or_is_refused_with_a_sentence(text: str) -> None:
    try:
        assert pressed(named(text))
    except ValueError as error:
        assert str(error).endswith(".")


@given(
    st.dictionaries(
        st.sampled_from([action.id for action in ACTIONS]),
        st.lists(st.sampled_from([*map(writable, KEYS), "X", "ctrl+n", "nonsense"]), max_size=3).map(tuple),
        max_size=6,
    )
)
def test_whatever_is_stated_a_key_means_one_thing_in_a_pane(stated: dict[str, tuple[str, ...]]) -> None:
    found = keymap(Settings(Path("config.toml"), keys=stated))
    meanings = Counter(
        (pane, name)
        for action in ACTIONS
        for pane in action.panes
        for key in found.keys[action.id]
        for name in pressed(key)
    )
    assert [meaning for meaning, count in meanings.items() if count > 1] == []
    assert found.keys["app.quit"]
