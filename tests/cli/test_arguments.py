"""Words of a command line become the values that its declarations say, or a sentence."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperterm.actions.answer import Failure
from paperterm.actions.command import Argument
from paperterm.actions.commands import COMMANDS
from paperterm.cli.words import values_of
from tests.cli.conftest import Run

QUERY = (Argument("QUERY", "", many="+", dashes=True), Argument("--limit", "", int, metavar="N"))
NOTE = (
    Argument("ID", ""),
    Argument("--text", "", required=True),
    Argument("--tag", "", many="append"),
    Argument("--json", "", bool),
    Argument("--sort", "", choices=("rank", "newest")),
    Argument("--file", "", Path),
)


def refused(words: list[str], arguments: tuple[Argument, ...]) -> str:
    with pytest.raises(Failure) as failure:
        values_of(words, arguments, "paperterm x")
    assert failure.value.exit_code == 2
    assert failure.value.message.endswith(" See `paperterm x --help`.")
    return failure.value.message.removesuffix(" See `paperterm x --help`.")


@pytest.mark.parametrize(
    ("words", "query", "limit"),
    [
        (["产改"], ["产改"], None),
        (["产改", "-足球", "--limit", "5"], ["产改", "-足球"], 5),
        (["--limit=5", "-足球"], ["-足球"], 5),
        (["产改", "--limit", "-1"], ["产改"], -1),
        (["产改", "--limit", "1", "工匠", "--limit", "2"], ["产改", "工匠"], 2),
        (["--", "--limit", "-h"], ["--limit", "-h"], None),
        (["-", ""], ["-", ""], None),
    ],
)
def test_words_of_a_query(words: list[str], query: list[str], limit: int | None) -> None:
    assert values_of(words, QUERY, "") == {"query": query, "limit": limit}


def test_values_by_their_kinds() -> None:
    words = ["--tag", "一", "i", "--text", "-5 度", "--tag=二=三", "--json", "--file", "a/b"]
    assert values_of(words, NOTE, "") == {
        "id": "i", "text": "-5 度", "tag": ["一", "二=三"], "json": True, "sort": None, "file": Path("a/b"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("many", "words", "values"),
    [
        ("", ["a"], "a"),
        ("?", [], None),
        ("?", ["a"], "a"),
        ("*", [], []),
        ("*", ["a", "b"], ["a", "b"]),
        ("+", ["a"], ["a"]),
    ],
)
def test_how_many_words_an_argument_takes(many: str, words: list[str], values: Any) -> None:
    assert values_of(words, (Argument("X", "", many=many),), "") == {"x": values}


def test_one_that_repeats_leaves_the_others_theirs() -> None:
    arguments = (Argument("X", "", many="+"), Argument("Y", ""))
    assert values_of(["a", "b", "c"], arguments, "") == {"x": ["a", "b"], "y": "c"}


@pytest.mark.parametrize("word", ["--help", "-h"])
def test_help_comes_before_what_is_missing(word: str) -> None:
    assert values_of([word], NOTE, "") is None
    assert values_of(["-足球", word], QUERY, "") is None


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "What is missing: ID, --text."),
        (["i"], "What is missing: --text."),
        (["i", "--text"], "--text needs a value: --text TEXT."),
        (["i", "--text", "--json"], "--text needs a value: --text TEXT."),
        (["i", "j", "--text", "x"], "'j' is one word too many."),
        (["i", "--txet", "x"], "--txet is no option of `paperterm x`. Did you mean --text?"),
        (["i", "--xyzzy=1"], "--xyzzy is no option of `paperterm x`."),
        (["i", "-x"], "-x is no option of `paperterm x`."),
        (["i", "--json=yes"], "--json takes no value."),
        (["i", "--sort", "newst"], "--sort takes one of rank, newest, not 'newst'; did you mean newest?"),
        (["i", "--sort", "z"], "--sort takes one of rank, newest, not 'z'."),
    ],
)
def test_what_does_not_fit_is_told(words: list[str], sentence: str) -> None:
    assert refused(words, NOTE) == sentence


def test_a_number_that_is_none_is_told() -> None:
    assert refused(["x", "--limit", "many"], QUERY) == "--limit takes a whole number, not 'many'."


WORD = st.sampled_from(
    ["a", "", "产改", "x y", "--text", "--tag", "--json", "--text=b", "--tag=c", "--", "--nope", "-q"]
)


@given(st.lists(WORD, max_size=7))
def test_what_argparse_understands_means_the_same_here(words: list[str]) -> None:
    """argparse is stricter about where words may stand; what it takes, we take, and alike."""
    arguments = NOTE[:4]
    stock = argparse.ArgumentParser(allow_abbrev=False, add_help=False, exit_on_error=False)
    stock.add_argument("id")
    stock.add_argument("--text", required=True)
    stock.add_argument("--tag", action="append")
    stock.add_argument("--json", action="store_true")
    stock.error = _refuse  # type: ignore[method-assign,assignment]
    try:
        expected = vars(stock.parse_args(words))
    except (ValueError, argparse.ArgumentError):
        return
    assert values_of(words, arguments, "") == expected


def _refuse(message: str) -> None:
    raise ValueError(message)


@given(st.lists(st.text(max_size=6) | st.sampled_from([a.name for c in COMMANDS for a in c.arguments]), max_size=6))
def test_any_words_give_values_or_a_sentence(words: list[str]) -> None:
    for command in COMMANDS:
        try:
            values = values_of(words, command.arguments, f"paperterm {command.name}")
        except Failure as failure:
            assert failure.exit_code == 2
        else:
            assert values is None or values.keys() == {argument.key for argument in command.arguments}


@pytest.mark.parametrize("command", [c.name for c in COMMANDS])
def test_help_is_found_in_three_ways_and_fits_the_terminal(paperterm: Run, command: str) -> None:
    words = command.split()
    said = paperterm(*words, "--help")
    assert paperterm("help", *words) == said == paperterm(*words, "-h")
    assert max(len(line) for line in said.out.splitlines() if "|" not in line) <= 60


def test_help_of_a_group_lists_its_commands(paperterm: Run) -> None:
    assert paperterm("help", "note").out.startswith("paperterm note add ")


def test_help_alone_lists_the_commands(paperterm: Run) -> None:
    assert paperterm("help") == paperterm("--help")


def test_help_of_what_is_no_command_names_the_nearest(paperterm: Run) -> None:
    ran = paperterm("help", "serach")
    assert (ran.code, ran.out) == (2, "")
    assert "Did you mean `paperterm search`?" in ran.err
