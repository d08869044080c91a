"""The table of what keys do: everything in it can be pressed, is done, and is explained."""

from __future__ import annotations

from collections import Counter

import pytest

from paperterm.actions.keys import CHINESE, character, key_name, label, pressed
from paperterm.actions.reader import ACTIONS, PANES, Pane, ReaderAction
from paperterm.tui.panes import HitsPane, IssuesPane, NotesPane, RawPane, ReadingPane
from paperterm.tui.screens.help import HelpRows
from paperterm.tui.screens.reader import ReaderScreen

WIDGETS = {"issues": IssuesPane, "hits": HitsPane, "notes": NotesPane, "article": ReadingPane, "raw": RawPane}
KEYS = sorted({key for action in ACTIONS for key in action.keys})


def test_ids_are_unique() -> None:
    assert [id for id, count in Counter(action.id for action in ACTIONS).items() if count > 1] == []


@pytest.mark.parametrize("pane", PANES)
def test_a_key_means_one_thing_in_a_pane(pane: Pane) -> None:
    keys = Counter(name for action in ACTIONS if pane in action.panes for key in action.keys for name in pressed(key))
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_an_action_is_done_by_its_pane_or_by_the_screen(action: ReaderAction) -> None:
    where, _, method = action.target.rpartition(".")
    owners = [ReaderScreen] if where == "screen" else [WIDGETS[pane] for pane in action.panes]
    for owner in owners:
        assert callable(getattr(owner, f"action_{method}", None)), f"{owner.__name__} cannot {action.id}"


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_name_of_every_key_is_bound(action: ReaderAction) -> None:
    everywhere = action.panes == PANES
    for owner in [ReaderScreen] if everywhere else [WIDGETS[pane] for pane in action.panes]:
        bound = owner._merged_bindings
        assert bound is not None
        for key in action.keys:
            for name in pressed(key):
                assert [binding.action for binding in bound.get_bindings_for_key(name)] == [action.target]


@pytest.mark.parametrize("key", [key for key in KEYS if character(key)])
def test_a_key_works_in_its_full_width_form(key: str) -> None:
    wide = chr(ord(character(key) or "") + 0xFEE0)
    assert key_name(wide) in pressed(key)


@pytest.mark.parametrize("char", CHINESE)
def test_a_key_works_in_chinese_punctuation(char: str) -> None:
    key = next(key for key in KEYS if character(key) == char)
    assert {key_name(form) for form in CHINESE[char]} <= set(pressed(key))


def test_keys_have_the_names_that_textual_gives_them() -> None:
    from textual.keys import _character_to_key

    for key in KEYS:
        if char := character(key):
            wide = chr(ord(char) + 0xFEE0)
            assert {_character_to_key(char), _character_to_key(wide)} <= set(pressed(key))


@pytest.mark.parametrize("pane", PANES)
def test_help_explains_every_action_of_a_pane(pane: Pane) -> None:
    told = "".join(text for row in HelpRows(pane, 200).rows for text, _ in row.cells)
    for action in ACTIONS:
        if pane in action.panes:
            assert action.help in told
            assert all(label(key) in told for key in action.keys)


@pytest.mark.parametrize("pane", PANES)
def test_help_says_nothing_of_what_does_not_work_here(pane: Pane) -> None:
    told = [text for row in HelpRows(pane, 200).rows for text, _ in row.cells]
    elsewhere = {a.help for a in ACTIONS if pane not in a.panes} - {a.help for a in ACTIONS if pane in a.panes}
    assert not elsewhere & set(told)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_a_help_text_is_a_sentence(action: ReaderAction) -> None:
    assert action.help[0].isupper()
    assert action.help.endswith((".", ")."))
    assert action.title
    assert not action.title.endswith(".")
