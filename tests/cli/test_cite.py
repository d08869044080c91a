"""`cite`: references on standard output, what is not certain in them on standard error."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run

GBT = "张三. 江边新桥通车[N]. 大江日报, 2025-03-25(1).\n"


@pytest.fixture(autouse=True)
def library(paperterm: Run, front: Path, bare: Path) -> None:
    paperterm("import", front, bare)


@pytest.mark.parametrize("words", [(), ("--format", "gbt7714-2025"), ("--format", "gbt7714-2015")])
def test_the_national_standard(paperterm: Run, words: tuple[str, ...]) -> None:
    ran = paperterm("cite", "jbxqtc", *words)
    assert (ran.code, ran.out, ran.err) == (0, GBT, "")


def test_several_articles_each_once(paperterm: Run) -> None:
    ran = paperterm("cite", "jbxqtc", "cgm", "jbxqtc")
    assert ran.out.split("\n") == [GBT.strip(), "李四. 春耕忙[N]. 大江日报, 2025-03-25(1).", ""]


def test_ids_from_a_search(program: Callable[..., subprocess.CompletedProcess[bytes]]) -> None:
    ran = program("cite", "-", "--format", "ris", input=b"jbxqtc\n\ncgm\n")
    assert ran.stdout.count(b"TY  - NEWS") == 2


def test_what_is_not_known_is_said_on_standard_error(paperterm: Run) -> None:
    ran = paperterm("cite", "ymch")
    assert ran.out == "赵六. 渔民出海[N]. [报纸名不详], [出版日期不详].\n"
    assert "paper, date, page not known" in ran.err
    assert "paperterm set" in ran.err


def test_json_says_what_is_missing_and_what_is_assumed(paperterm: Run) -> None:
    found = paperterm("cite", "jbxqtc", "ymch", "--json").json
    assert (found["schema"], found["format"]) == (1, "gbt7714-2025")
    assert found["citations"][0] == {
        "id": "dajiangribao/2025-03-25/1/jbxqtc",
        "citation": GBT.strip(),
        "missing": [],
        "assumed": [],
    }
    assert found["citations"][1]["missing"] == ["paper", "date", "page"]


def test_json_holds_csl_json_as_it_is(paperterm: Run) -> None:
    printed = json.loads(paperterm("cite", "jbxqtc", "--format", "csl-json").out)
    data = paperterm("cite", "jbxqtc", "--format", "csl-json", "--json").json
    assert [each["citation"] for each in data["citations"]] == printed


def test_an_id_that_is_not_known_prints_nothing(paperterm: Run) -> None:
    ran = paperterm("cite", "jbxqtc", "nobody")
    assert (ran.code, ran.out, "nobody" in ran.err) == (1, "", True)
