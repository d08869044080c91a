"""What is not understood is answered with a sentence, exit code 2, and nothing done."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperterm.actions.commands import COMMANDS
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("isues", "issues"), ("serach", "search"), ("boomark", "bookmark"), ("notes", "note"), ("parze", "parse")],
)
def test_a_word_that_is_neither_command_nor_path_names_the_nearest_command(
    paperterm: Run, typed: str, meant: str
) -> None:
    ran = paperterm(typed)
    assert (ran.code, ran.out) == (2, "")
    assert f"Did you mean `paperterm {meant}`?" in ran.err


def test_a_word_like_no_command_is_told_where_the_commands_are_listed(paperterm: Run) -> None:
    ran = paperterm("产改")
    assert (ran.code, ran.out) == (2, "")
    assert "`paperterm --help` lists the commands" in ran.err


@pytest.mark.parametrize("word", ["", "a" * 5000, "没有/这个", "\udcff\udcfe"])
def test_any_word_is_answered(paperterm: Run, word: str) -> None:
    ran = paperterm(word)
    assert (ran.code, ran.out) == (2, "")
    assert "is no command" in ran.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["isues"], "unknown-command"),
        (["show"], "usage"),
        (["note", "remove", "x", "y"], "usage"),
        (["search"], "usage"),
        (["search", "产改", "--nope"], "usage"),
        (["search", "产改", "--limit", "many"], "usage"),
        (["search", "产改", "--limit", "-1"], "bad-limit"),
        (["search", "(产改"], "bad-query"),
        (["search", "产改 OR"], "bad-query"),
        (["search", "日期:2025-99"], "bad-query"),
        (["search", "有:猫"], "bad-query"),
        (["import"], "no-path"),
        (["import", ""], "no-path"),
        (["import", ".", "--date", "2025-02-30"], "bad-date"),
        (["import", ".", "--page", "0"], "bad-page"),
        (["import", ".", "--paper", " "], "bad-paper"),
        (["set", "x"], "nothing-stated"),
        (["set", "x", "--page", "3"], "samples"),
        (["note"], "usage"),
        (["note", "write"], "usage"),
        (["note", "add", "x"], "usage"),
        (["note", "add", "x", "--text"], "usage"),
        (["note", "edit", "x"], "nothing-changed"),
        (["parse", "there-is-no-such-file"], "unreadable"),
        ([], "usage"),
        (["."], "usage"),
    ],
)
def test_wrong_use_has_exit_code_2_and_a_word_for_programs(paperterm: Run, words: list[str], code: str) -> None:
    ran = paperterm(*words, "--json")
    assert ran.code == 2
    assert ran.json.keys() == {"schema", "error"}
    assert ran.json["schema"] == 1
    assert ran.json["error"].keys() == {"code", "message"}
    assert ran.json["error"]["code"] == code
    assert ran.json["error"]["message"] in ran.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["show", "no-such-article"], "unknown-id"),
        (["bookmark", "add", "no-such-article"], "unknown-id"),
        (["note", "add", "no-such-article", "--text", "x"], "unknown-id"),
        (["note", "edit", "no-such-note", "--text", "x"], "unknown-record"),
        (["note", "remove", "no-such-note"], "unknown-record"),
        (["bookmark", "remove", "no-such-bookmark"], "unknown-record"),
    ],
)
def test_what_is_not_there_has_exit_code_1(paperterm: Run, samples: Path, words: list[str], code: str) -> None:
    ran = paperterm(*words, "--json")
    assert ran.code == 1
    assert ran.json["error"]["code"] == code
    assert ran.json["error"]["message"] in ran.err
    plain = paperterm(*words)
    assert (plain.code, plain.out) == (1, "")
    assert plain.err == f"paperterm: {ran.json['error']['message']}\n"


def test_a_misspelt_id_names_the_one_that_was_meant(paperterm: Run, front: Path) -> None:
    paperterm("import", front)
    id = paperterm("search", "新桥", "--json").json["hits"][0]["id"]
    assert f"Did you mean {id}?" in paperterm("show", id[:-1] + "q").err


@pytest.mark.parametrize(
    "passage",
    [
        ["--start", "0"],
        ["--block", "99"],
        ["--block", "-1"],
        ["--block", "0", "--start", "5", "--end", "5"],
        ["--block", "0", "--end", "9999"],
        ["--block", "0", "--start", "-1"],
        ["--block", "99999999999999999999"],
    ],
)
def test_a_passage_that_is_none_is_refused_and_nothing_is_kept(paperterm: Run, front: Path, passage: list[str]) -> None:
    paperterm("import", front)
    id = paperterm("search", "新桥", "--json").json["hits"][0]["id"]
    ran = paperterm("note", "add", id, "--text", "x", *passage, "--json")
    assert (ran.code, ran.json["error"]["code"]) == (2, "bad-passage")
    assert paperterm("note", "list", "--json").json["notes"] == []


def test_a_bad_query_is_answered_with_the_place_and_a_query_that_works(paperterm: Run, samples: Path) -> None:
    ran = paperterm("search", "(产改")
    assert (ran.code, ran.out) == (2, "")
    assert "character 1" in ran.err
    suggested = ran.err.partition("Try: ")[2].strip()
    assert paperterm("search", suggested).code == 0


def test_nothing_found_is_no_error(paperterm: Run, samples: Path) -> None:
    ran = paperterm("search", "没有这样的词呀", "--json")
    assert ran.code == 1
    assert ran.json == {"schema": 1, "query": "没有这样的词呀", "total": 0, "hits": []}
    assert ran.err == "Nothing in the library matches 没有这样的词呀\n"


def test_an_empty_library_says_how_to_fill_it(paperterm: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    paperterm("import", empty)
    ran = paperterm("issues", "--json")
    assert (ran.code, ran.json) == (1, {"schema": 1, "issues": []})
    assert "paperterm import FOLDER" in ran.err


def test_what_stands_behind_two_hyphens_is_no_option(paperterm: Run, samples: Path) -> None:
    ran = paperterm("search", "--", "没有这样的词呀", "--json")
    assert (ran.code, ran.out) == (1, "")


def test_options_of_all_commands_may_stand_before_the_command(paperterm: Run, samples: Path) -> None:
    library = samples / "library.sqlite"
    assert paperterm("--json", "--library", library, "issues").json["issues"]
    assert paperterm(f"--library={library}", "issues", "--json").json["issues"]


def test_the_help_lists_every_command(paperterm: Run) -> None:
    ran = paperterm("--help")
    assert (ran.code, ran.err) == (0, "")
    for command in COMMANDS:
        assert (f"  {command.name} " in ran.out) != command.hidden
        assert (command.title in ran.out) != command.hidden


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_explains_itself(paperterm: Run, command) -> None:  # type: ignore[no-untyped-def]
    ran = paperterm(*command.name.split(), "--help")
    assert (ran.code, ran.err) == (0, "")
    for argument in command.arguments:
        assert (argument.name if argument.is_option else argument.shown) in ran.out


@pytest.mark.parametrize("group", ["note", "bookmark"])
def test_a_group_of_commands_lists_its_own(paperterm: Run, group: str) -> None:
    ran = paperterm(group, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count(f"paperterm {group} ") == sum(c.name.startswith(f"{group} ") for c in COMMANDS)
