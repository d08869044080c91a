"""What fits at a place of the command line, from the declarations alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperterm.actions.commands import COMMANDS
from paperterm.actions.offering import Offer, offer


def words(*line: str) -> set[str]:
    return {word for word, _ in offer(line, COMMANDS).words}


def test_first_the_commands_and_files_of_the_reader() -> None:
    found = offer([""], COMMANDS)
    assert found.files
    assert {"search", "note", "notebook"} <= {word for word, _ in found.words}


def test_what_is_hidden_is_not_offered() -> None:
    assert "shell-words" not in words("")


def test_only_what_begins_so() -> None:
    assert words("sea") == {"search"}


def test_a_group_goes_on_with_its_verbs() -> None:
    assert words("note", "") == {"add", "list", "edit", "remove"}


def test_common_options_may_stand_before_the_command() -> None:
    assert words("--library", "x.sqlite", "--json", "sea") == {"search"}
    assert offer(["--library", ""], COMMANDS) == Offer(files=True)


def test_an_option_is_offered_once_unless_it_may_repeat() -> None:
    assert "--limit" not in words("search", "产改", "--limit", "3", "--")
    assert "--tag" in words("note", "add", "x", "--tag", "a", "--")


def test_behind_an_option_with_choices_come_the_choices() -> None:
    assert words("completion", "") == {"bash", "zsh", "fish"}


def test_behind_help_stand_commands_and_nothing_behind_them() -> None:
    first = offer(["help", "no"], COMMANDS)
    assert ([word for word, _ in first.words], first.files) == (["note", "notebook"], False)
    assert "add" in [word for word, _ in offer(["help", "note", ""], COMMANDS).words]
    assert offer(["help", "show", ""], COMMANDS) == Offer()
    assert "help" in [word for word, _ in offer(["he"], COMMANDS).words]


def test_where_an_article_is_meant_articles_are_offered() -> None:
    assert offer(["show", ""], COMMANDS).articles
    assert offer(["note", "add", "gong"], COMMANDS).articles
    assert not offer(["note", "add", "one", ""], COMMANDS).articles
    assert offer(["show", "one", ""], COMMANDS).articles


def test_where_files_are_meant_files_are_offered() -> None:
    assert offer(["import", "one", ""], COMMANDS).files
    assert offer(["export", "notes", "--output", ""], COMMANDS).files
    assert not offer(["search", ""], COMMANDS).files


def test_every_choice_and_option_says_what_it_means() -> None:
    for command in COMMANDS:
        for word, meaning in offer([*command.name.split(), "--"], COMMANDS).words:
            assert word.startswith("--")
            assert meaning, (command.name, word)


@given(
    st.lists(
        st.one_of(
            st.text(max_size=8),
            st.sampled_from(
                sorted({w for c in COMMANDS for w in c.name.split()} | {"--", "-", "--json", "--library", "--tag"})
            ),
        ),
        max_size=6,
    )
)
def test_any_words_are_answered(line: list[str]) -> None:
    found = offer(line, COMMANDS)
    assert all(word.startswith(line[-1] if line else "") for word, _ in found.words)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_can_be_reached(command: object) -> None:
    name = getattr(command, "name", "")
    if getattr(command, "hidden", False):
        return
    line = [*name.split()]
    assert line[-1] in words(*line)
