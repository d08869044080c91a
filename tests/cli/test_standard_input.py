"""Where ids or files are named, - stands for those on standard input, one a line."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.examples import SECOND, STEEL, filled

Program = Callable[..., subprocess.CompletedProcess[bytes]]
IDS = f"\ufeff{STEEL}\n\n  {SECOND}  \n{STEEL}\n".encode()


def test_show_prints_each(program: Program, filled_home: Path) -> None:
    ran = program("show", "-", "--json", input=IDS)
    assert [article["id"] for article in json.loads(ran.stdout)["articles"]] == [STEEL, SECOND]
    lines = program("show", "-", input=IDS, environment={"COLUMNS": "60"}).stdout.decode().splitlines()
    assert lines.count("─" * 58) == 1


@pytest.mark.parametrize(("command", "key"), [("related", "related"), ("names", "names")])
def test_each_is_told_of_by_itself(program: Program, filled_home: Path, command: str, key: str) -> None:
    ran = program(command, "-", "--limit", "1", "--json", input=IDS)
    assert [(each["id"], len(each[key])) for each in json.loads(ran.stdout)["articles"]] == [(STEEL, 1), (SECOND, 1)]


def test_one_id_on_standard_input_is_a_list_as_well(program: Program, filled_home: Path) -> None:
    assert len(json.loads(program("show", "-", "--json", input=STEEL.encode()).stdout)["articles"]) == 1


def test_cite_and_export_take_them(program: Program, filled_home: Path) -> None:
    assert program("cite", "-", input=IDS).stdout.count(b"[N].") == 2
    exported = json.loads(program("export", "article", "-", "--json", input=IDS).stdout)
    assert exported["total"] == 2


def test_each_is_bookmarked_once(program: Program, filled_home: Path) -> None:
    ran = program("bookmark", "add", "-", "--json", input=IDS)
    assert [record["article"] for record in json.loads(ran.stdout)["bookmarks"]] == [STEEL, SECOND]
    assert len(json.loads(program("bookmark", "list", "--json").stdout)["bookmarks"]) == 2


def test_one_unknown_id_and_none_is_bookmarked(program: Program, filled_home: Path) -> None:
    ran = program("bookmark", "add", "-", input=f"{SECOND}\nno-such-id\n".encode())
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert len(json.loads(program("bookmark", "list", "--json").stdout)["bookmarks"]) == 1


def test_pages_are_forgotten_by_files_or_ids(program: Program, filled_home: Path) -> None:
    (page,) = filled(["SEEDS/001_18f89fe1571bc1b6.txt"], filled_home.parent)
    ran = program("forget", "-", "--json", input=f"{page}\n{STEEL}\n".encode())
    assert len(json.loads(ran.stdout)["forgotten"]) == 2


def test_what_is_stated_of_many_pages_is_one_change(program: Program, filled_home: Path) -> None:
    pages = filled(["SEEDS/001_18f89fe1571bc1b6.txt", "SEEDS/002_b90605e88ef8a5c8.txt"], filled_home.parent)
    ran = program("set", "-", "--paper", "劳动报", "--json", input="\n".join(pages).encode())
    assert [page["page"] for page in json.loads(ran.stdout)["pages"]] == pages
    assert "劳动报" in program("issues").stdout.decode()
    assert len(json.loads(program("notebook", "undo", "--json").stdout)["records"]) == 2


def test_a_number_is_that_of_one_page(paperterm: Run, filled_home: Path) -> None:
    ran = paperterm("set", STEEL, SECOND, "--page", "3", "--json")
    assert (ran.code, ran.json["error"]["code"]) == (2, "bad-page")


def test_the_text_of_a_note_may_come_from_there(program: Program, filled_home: Path) -> None:
    ran = program("note", "add", STEEL, "--text", "-", "--json", input="一行\n- 两行\n".encode())
    assert json.loads(ran.stdout)["text"] == "一行\n- 两行"


@pytest.mark.parametrize(
    "command", ["show", "cite", "export article", "bookmark add", "forget", "related", "names", "set"]
)
def test_nothing_there_is_told(program: Program, filled_home: Path, command: str) -> None:
    ran = program(*command.split(), "-", *(["--paper", "x"] if command == "set" else []), input=b"\n")
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert b"nothing on standard input" in ran.stderr


def test_a_page_is_not_imported_from_there_and_the_sentence_says_why(paperterm: Run, filled_home: Path) -> None:
    ran = paperterm("import", "-")
    assert (ran.code, ran.out) == (2, "")
    assert "save it and import the file" in ran.err


def test_a_search_can_be_piped_into_the_next_command(program: Program, filled_home: Path) -> None:
    found = json.loads(program("search", "产改", "--json").stdout)
    ids = "\n".join(hit["id"] for hit in found["hits"])
    assert len(json.loads(program("cite", "-", "--json", input=ids.encode()).stdout)["citations"]) == found["total"]
