"""Nothing that a page or a file name holds steers a terminal."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run

STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""C0 but the line feed, DEL, C1, bidirectional marks."""
HOSTILE = (
    "大江日报\n2025年3月25日 星期二\n\n"
    "# 江边\x1b[31m新桥\u202e通车\x9b2J\n"
    "本报讯(记者张\x07三)昨日\x1b]0;标题\x07上午,\u2066新桥\u2069正式\x85通车,[red]两岸[/red]居民\x08高兴。\n"
)
NAME = "页\x1b[2J\u202e\x9b.txt"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / NAME
    path.write_text(HOSTILE, encoding="utf-8")
    return path


def commands(page: Path, id: str) -> list[list[str]]:
    return [
        ["parse", str(page)],
        ["issues"],
        ["show", id],
        ["search", "新桥"],
        ["search", "没有\x1b[31m\u202e"],
        ["note", "list"],
        ["bookmark", "list"],
        ["cite", id],
        *(["cite", id, "--format", form] for form in ("ris", "bibtex", "csl-json")),
        *(["export", "article", id, "--format", form] for form in ("markdown", "org", "text", "json")),
        *(["export", "notes", "--format", form] for form in ("markdown", "org", "text", "json", "annotations")),
        ["export", "issue", "\x1b[31m\u202e"],
        ["set", str(page), "--page", "2"],
        ["import", "--rebuild"],
        ["import", str(page.parent)],
        ["parse", str(page) + "\x1b[31m\u202e"],
        ["show", "\x1b[31m\u202e"],
        ["\x1b[31m\u202e"],
    ]


@pytest.mark.parametrize("as_json", [False, True], ids=["text", "json"])
def test_no_control_character_of_a_page_or_a_name_reaches_the_terminal(
    paperterm: Run, page: Path, as_json: bool
) -> None:
    (page.parent / ("画" + NAME)).write_bytes(b"\x89PNG\r\n\x1a\n")
    paperterm("import", page.parent)
    id = paperterm("search", "居民", "--json").json["hits"][0]["id"]
    paperterm("note", "add", id, "--text", "注\x1b[31m\u202e意\n第二行", "--tag", "标\x9b\u2066签")
    paperterm("bookmark", "add", id)
    for words in commands(page, id):
        ran = paperterm(*words, *(["--json"] if as_json else []))
        assert not STEERING.search(ran.out), words
        assert not STEERING.search(ran.err), words
        if as_json:
            json.loads(ran.out)


def test_markup_in_a_page_is_text(paperterm: Run, page: Path) -> None:
    paperterm("import", page)
    id = paperterm("search", "居民", "--json").json["hits"][0]["id"]
    assert "[red]两岸[/red]居民" in "".join(paperterm("show", id).out.split())


def test_what_is_left_out_does_not_hide_the_word_from_a_search(paperterm: Run, page: Path) -> None:
    paperterm("import", page)
    assert paperterm("search", "标题:新桥通车").code == 0


def test_the_name_of_a_page_comes_back_from_json_as_it_is(paperterm: Run, page: Path) -> None:
    paperterm("import", page)
    assert paperterm("search", "新桥", "--json").json["hits"][0]["source"] == str(page.resolve())


@pytest.mark.skipif(os.name != "posix", reason="file names are bytes on POSIX only")
def test_a_name_that_is_no_utf8_comes_back_from_json_as_it_is(paperterm: Run, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xb1\xb1\xbe\xa9.txt"))
    try:
        path.write_text(HOSTILE, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert paperterm("import", path).code == 0
    assert paperterm("search", "新桥", "--json").json["hits"][0]["source"] == str(path.resolve())
    assert paperterm("issues").code == 0
    assert paperterm("set", path, "--page", "2").code == 0
