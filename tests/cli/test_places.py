"""What a place in an answer means, and that it keeps meaning it: matches, notes, bookmarks, ids."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from paperterm.config import resources
from paperterm.text.fold import fold
from tests.cli.conftest import Ran, Run

SEEDS = sorted(resources("seeds").glob("*.txt"))


def sources(ran: Ran) -> set[str]:
    return {Path(hit["source"]).name for hit in ran.json["hits"]}


def test_a_word_of_all_sample_pages_is_found_on_all(paperterm: Run, samples: Path) -> None:
    assert sources(paperterm("search", "产业工人", "--json")) == {page.name for page in SEEDS}


def test_a_word_of_four_sample_pages_is_found_on_the_four_that_print_it(paperterm: Run, samples: Path) -> None:
    printing = {page.name for page in SEEDS if "产改" in page.read_text(encoding="utf-8")}
    assert sources(paperterm("search", "产改", "--json")) == printing
    assert len(printing) == 4


@pytest.mark.parametrize("query", ["产业工人", "产改", "技能人才", "记者", "工会", "2025", "队伍建设改革"])
def test_every_match_is_where_the_word_stands_in_what_show_prints(paperterm: Run, samples: Path, query: str) -> None:
    hits = paperterm("search", query, "--json").json["hits"]
    assert hits
    for hit in hits:
        blocks = paperterm("show", hit["id"], "--json").json["blocks"]
        found = [blocks[m["block"]]["text"][m["start"] : m["end"]] for m in hit["matches"]]
        assert [fold("".join(text.split())) for text in found] == [fold(query)] * len(found), hit["id"]
        everywhere = sum(fold(block["text"]).count(fold(query)) for block in blocks)
        assert len(found) >= everywhere, hit["id"]


def test_the_snippet_holds_what_was_found(paperterm: Run, samples: Path) -> None:
    for hit in paperterm("search", "产改", "--json").json["hits"]:
        assert "产改" in hit["snippet"]


def test_a_query_may_begin_with_a_hyphen(paperterm: Run, front: Path, bare: Path) -> None:
    paperterm("import", front, bare)
    without = paperterm("search", "本报讯", "-新桥", "--json").json
    assert without["query"] == "本报讯 -新桥"
    headlines = {hit["headline"] for hit in without["hits"]}
    assert headlines == {"春耕忙", "渔民出海"}
    assert paperterm("search", "-新桥", "--json").json["total"] == 2
    assert paperterm("search", "--", "本报讯", "-新桥").code == 0


def test_a_value_may_begin_with_a_hyphen(paperterm: Run, front: Path) -> None:
    paperterm("import", front)
    id = paperterm("search", "新桥", "--json").json["hits"][0]["id"]
    assert paperterm("note", "add", id, "--text", "-重要", "--tag", "-1", "--json").json["text"] == "-重要"


def test_a_command_that_succeeded_has_its_change_on_the_disk(
    paperterm: Run, front: Path, program: Callable[..., subprocess.CompletedProcess[bytes]]
) -> None:
    paperterm("import", front)
    id = paperterm("search", "新桥", "--json").json["hits"][0]["id"]
    paperterm("note", "add", id, "--text", "给别的程序看")
    paperterm("bookmark", "add", id)
    elsewhere = json.loads(program("note", "list", "--json").stdout)
    assert [note["text"] for note in elsewhere["notes"]] == ["给别的程序看"]
    assert len(json.loads(program("bookmark", "list", "--json").stdout)["bookmarks"]) == 1


def test_notes_and_bookmarks_stay_in_their_place_when_all_pages_are_parsed_anew(paperterm: Run, samples: Path) -> None:
    before: dict[str, dict[str, int]] = {}
    for hit in paperterm("search", "产业工人", "--json").json["hits"]:
        match = hit["matches"][0]
        passage = [word for key, value in match.items() for word in (f"--{key}", str(value))]
        note = paperterm("note", "add", hit["id"], "--text", "记", *passage, "--json").json
        bookmark = paperterm("bookmark", "add", hit["id"], *passage, "--json").json
        before |= {note["id"]: match, bookmark["id"]: match}
    assert paperterm("import", "--rebuild").code == 0
    after = (
        paperterm("note", "list", "--json").json["notes"] + paperterm("bookmark", "list", "--json").json["bookmarks"]
    )
    assert {record["state"] for record in after} == {"placed"}
    assert {record["quote"] for record in after} == {"产业工人"}
    assert {record["id"]: {key: record[key] for key in ("block", "start", "end")} for record in after} == before


def test_a_note_finds_its_passage_again_on_the_corrected_page(paperterm: Run, front: Path) -> None:
    paperterm("import", front)
    hit = paperterm("search", "春耕时节", "--json").json["hits"][0]
    match = hit["matches"][0]
    passage = [word for key, value in match.items() for word in (f"--{key}", str(value))]
    paperterm("note", "add", hit["id"], "--text", "记", *passage)
    text = front.read_text(encoding="utf-8")
    front.write_text(text.replace("眼下正是", "本报获悉,眼下正是"), encoding="utf-8")
    paperterm("import", front)
    note = paperterm("note", "list", "--json").json["notes"][0]
    blocks = paperterm("show", note["article"], "--json").json["blocks"]
    assert note["state"] == "placed"
    assert blocks[note["block"]]["text"][note["start"] : note["end"]] == "春耕时节"


def test_old_ids_keep_working_when_a_page_gets_paper_and_date(paperterm: Run, bare: Path) -> None:
    paperterm("import", bare)
    old = paperterm("search", "渔民", "--json").json["hits"][0]["id"]
    note = paperterm("note", "add", old, "--text", "早先写的", "--json").json
    assert paperterm("set", bare, "--paper", "海城日报", "--date", "2025-03-25", "--page", "2").code == 0
    shown = paperterm("show", old, "--json").json
    assert (shown["paper"], shown["date"], shown["page"]) == ("海城日报", "2025-03-25", 2)
    assert shown["id"] != old
    listed = paperterm("note", "list", "--json").json["notes"]
    assert [(n["id"], n["article"], n["state"]) for n in listed] == [(note["id"], shown["id"], "placed")]
    assert paperterm("bookmark", "add", old, "--json").json["article"] == shown["id"]
    assert paperterm("search", "渔民", "有:笔记", "--json").json["total"] == 1


def test_what_was_stated_outlives_the_library(paperterm: Run, bare: Path, home: Path) -> None:
    paperterm("import", bare)
    paperterm("set", bare, "--paper", "海城日报", "--date", "2025-03-25")
    for file in home.glob("library.sqlite*"):
        file.unlink()
    paperterm("import", bare)
    issue = paperterm("issues", "--json").json["issues"][0]
    assert (issue["paper"], issue["date"]) == ("海城日报", "2025-03-25")


def test_the_end_of_an_id_is_enough(paperterm: Run, samples: Path) -> None:
    id = paperterm("search", "产改", "--json").json["hits"][0]["id"]
    assert paperterm("show", id.partition("/")[2], "--json").json["id"] == id
