"""`export`: from the library and the notebook to files, and back."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run

Program = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def id(paperterm: Run, front: Path) -> str:
    """An article of a library of two, with a note on it."""
    paperterm("import", front)
    found = str(paperterm("search", "新桥", "--json").json["hits"][0]["id"])
    paperterm("note", "add", found, "--text", "去年也是", "--block", "1", "--start", "0", "--end", "4", "--tag", "桥")
    return found


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_an_article_with_its_note_on_standard_output(paperterm: Run, id: str) -> None:
    ran = paperterm("export", "article", id)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith('---\ntitle: "江边新桥通车"\n')
    assert "去年也是\n\nnote · " in ran.out


def test_ids_come_from_standard_input(program: Program, id: str) -> None:
    ran = program("export", "article", "-", "--format", "csv", input=f"{id}\ncgm\n".encode())
    rows = list(csv.DictReader(io.StringIO(ran.stdout.decode("utf-8-sig"), newline="")))
    assert [row["headline"] for row in rows] == ["江边新桥通车", "春耕忙"]


def test_nothing_on_standard_input_is_said(program: Program, id: str) -> None:
    ran = program("export", "article", "-", input=b"")
    assert ran.returncode == 1
    assert b"standard input" in ran.stderr


def test_an_issue_as_a_folder_for_obsidian(paperterm: Run, id: str, tmp_path: Path) -> None:
    ran = paperterm("export", "issue", "大江日报/2025-03-25", "--output", f"{tmp_path}/vault/")
    assert (ran.code, ran.out) == (0, "3 files written.\n")
    note, *articles = files(tmp_path / "vault")
    assert articles == ["大江日报/2025-03-25/01 春耕忙 cgm.md", "大江日报/2025-03-25/01 江边新桥通车 jbxqtc.md"]
    text = (tmp_path / "vault" / note).read_text("utf-8")
    link = text.split("[[")[1].split("|")[0]
    path, _, paragraph = link.partition("#")
    assert f" {paragraph}\n" in (tmp_path / "vault" / f"{path}.md").read_text("utf-8")


def test_exporting_again_changes_only_what_changed(paperterm: Run, id: str, tmp_path: Path) -> None:
    words = ("export", "issue", "2025-03-25", "--output", f"{tmp_path}/vault/")
    paperterm(*words)
    assert paperterm(*words).out == "0 files written, 3 as they were.\n"
    record = paperterm("note", "list", "--json").json["notes"][0]["id"]
    paperterm("note", "edit", record, "--text", "今年也是")
    refused = paperterm(*words)
    assert (refused.code, "--force" in refused.err) == (1, True)
    ran = paperterm(*words, "--force", "--json")
    states = [file["state"] for file in ran.json["files"]]
    assert sorted(states) == ["replaced", "replaced", "unchanged"]


@pytest.mark.parametrize("word", ["大江日报/2025-03-25", "dajiangribao/2025-03-25", "2025-03-25", "大江日报"])
def test_an_issue_is_named_by_paper_and_date(paperterm: Run, id: str, word: str) -> None:
    ran = paperterm("export", "issue", word, "--format", "json")
    assert [article["headline"] for article in json.loads(ran.out)["articles"]] == ["江边新桥通车", "春耕忙"]


def test_an_issue_that_is_not_there_or_not_the_only_one(paperterm: Run, id: str, bare: Path) -> None:
    missing = paperterm("export", "issue", "大江日报/1999-01-01")
    assert (missing.code, "There are: 大江日报/2025-03-25" in missing.err) == (1, True)
    paperterm("import", bare, "--paper", "大江日报")
    several = paperterm("export", "issue", "大江日报")
    assert (several.code, "未标日期" in several.err) == (2, True)
    assert paperterm("export", "issue", "大江日报/未标日期").code == 0


def test_a_search_as_a_book(paperterm: Run, id: str, tmp_path: Path) -> None:
    path = tmp_path / "桥.epub"
    assert paperterm("export", "search", "新桥 OR 春耕", "--output", path).code == 0
    assert path.read_bytes()[:2] == b"PK"
    nothing = paperterm("export", "search", "没有的词", "--output", path, "--json")
    assert (nothing.code, nothing.json["total"]) == (1, 0)


def test_a_book_goes_to_no_screen_but_through_a_pipe(paperterm: Run, program: Program, id: str) -> None:
    told = paperterm("export", "issue", "2025-03-25", "--format", "epub", "--json")
    assert (told.code, told.json["error"]["code"]) == (2, "no-text")
    assert program("export", "issue", "2025-03-25", "--format", "epub").stdout[:2] == b"PK"


def test_json_holds_the_text_under_the_name_of_its_form(paperterm: Run, id: str) -> None:
    found = paperterm("export", "article", id, "--json").json
    assert (found["format"], found["total"], found["markdown"][:4]) == ("markdown", 1, "---\n")
    found = paperterm("export", "notes", "--format", "json", "--json").json
    assert found["json"]["notes"]["1"]["text"] == "去年也是"


def test_pages_in_json_are_imported_again_with_the_same_ids(
    paperterm: Run, id: str, front: Path, tmp_path: Path
) -> None:
    paperterm("export", "issue", "2025-03-25", "--format", "json", "--output", f"{tmp_path}/json/")
    assert files(tmp_path / "json") == ["大江日报/2025-03-25/01.page.json"]
    before = paperterm("issues", "--json").json["issues"]
    other = ("--library", tmp_path / "other.sqlite")
    assert paperterm("import", tmp_path / "json", *other).code == 0
    after = paperterm("issues", "--json", *other).json["issues"]
    for issue in (*before, *after):
        for page in issue["pages"]:
            del page["source"]
    assert after == before
    assert [note["state"] for note in paperterm("note", "list", "--json", *other).json["notes"]] == ["placed"]


def test_an_issue_of_several_pages_in_one_file_says_how_to_import_it(paperterm: Run, id: str, bare: Path) -> None:
    paperterm("import", bare)
    path = bare.with_name("all.json")
    paperterm("export", "search", "新桥 OR 渔民", "--output", path)
    ran = paperterm("import", path)
    assert (ran.code, "--output FOLDER/" in ran.err) == (1, True)


@pytest.mark.parametrize("damage", [lambda text: text[:-40], lambda text: text.replace('"schema": 1', '"schema": 9')])
def test_a_damaged_or_newer_export_is_refused_with_a_sentence(
    paperterm: Run, id: str, tmp_path: Path, damage: Callable[[str], str]
) -> None:
    path = tmp_path / "01.page.json"
    paperterm("export", "article", id, "--format", "json", "--output", path)
    path.write_text(damage(path.read_text("utf-8")), "utf-8")
    ran = paperterm("import", path)
    assert (ran.code, "export" in ran.err) == (1, True)


def test_notes_in_json_are_merged_into_another_notebook(paperterm: Run, id: str, tmp_path: Path) -> None:
    path = tmp_path / "notes.json"
    paperterm("export", "notes", "--output", path)
    other = ("--notebook", tmp_path / "other")
    assert paperterm("notebook", "merge", path, *other, "--json").json["added"] == 1
    assert paperterm("notebook", "merge", path, *other, "--json").json["added"] == 0
    assert paperterm("note", "list", "--json", *other).json == paperterm("note", "list", "--json").json


def test_notes_as_a_folder_come_with_their_articles(paperterm: Run, id: str, tmp_path: Path) -> None:
    paperterm("export", "notes", "--output", f"{tmp_path}/vault/")
    assert [name.split("/")[0] for name in files(tmp_path / "vault")] == ["Notes", "大江日报"]


def test_a_note_whose_page_is_gone_is_exported_too(paperterm: Run, id: str, front: Path, tmp_path: Path) -> None:
    paperterm("forget", front)
    ran = paperterm("export", "notes")
    assert (ran.code, "the text is gone" in ran.out) == (0, True)
    paperterm("export", "notes", "--output", f"{tmp_path}/vault/")
    assert [name.split("/")[0] for name in files(tmp_path / "vault")] == ["Notes"]
    for form in ("org", "json", "annotations", "csv", "text"):
        assert "去年也是" in paperterm("export", "notes", "--format", form).out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("export", "article", "jbxqtc", "--format", "docx"), "usage", "markdown, org"),
        (("export", "notes", "--format", "epub"), "usage", "markdown, org"),
        (
            ("export", "article", "jbxqtc", "--output", "a.docx"),
            "bad-format",
            "a.docx: nothing that can be written here",
        ),
        (("export", "notes", "--output", "a.epub"), "bad-format", ".md .org .json"),
        (("export", "article", "jbxqtc", "--format", "text", "--width", "5"), "bad-width", "20 to 1000"),
        (("export", "search", "桥", "--limit", "0"), "bad-limit", "1 or more"),
        (("export", "search", "("), "bad-query", ""),
        (("export", "article", "jbxqtc", "--format", "csv", "--template", "x"), "bad-template", "markdown, org, text"),
        (("cite", "jbxqtc", "--format", "apa"), "usage", "gbt7714-2025"),
    ],
)
def test_wrong_use_is_said(paperterm: Run, id: str, words: tuple[str, ...], code: str, said: str) -> None:
    ran = paperterm(*words, "--json")
    assert (ran.code, ran.json["error"]["code"]) == (2, code)
    assert said in ran.err


def test_a_template_is_a_file_of_names(paperterm: Run, id: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_text("$title, $where\n", "utf-8")
    words = ("export", "issue", "2025-03-25", "--format", "text", "--template", path)
    assert paperterm(*words).out == "江边新桥通车, 大江日报 2025-03-25 第1版\n春耕忙, 大江日报 2025-03-25 第1版\n"
    path.write_text("$title\n$nobody\n", "utf-8")
    ran = paperterm(*words)
    assert (ran.code, f"{path}, line 2: " in ran.err) == (2, True)
    path.write_bytes(b"\xff\xfe\xff")
    assert (paperterm(*words).code, paperterm(*words[:-1], tmp_path / "none").code) == (2, 1)


def test_an_unwritable_target_is_a_sentence(paperterm: Run, id: str, tmp_path: Path) -> None:
    for target in (tmp_path / "no" / "a.md", "/proc/a.md"):
        ran = paperterm("export", "article", id, "--output", target, "--json")
        assert (ran.code, ran.json["error"]["code"]) == (1, "system")
    assert not (tmp_path / "no").exists()


def test_a_title_that_is_no_name_becomes_one(paperterm: Run, front: Path, tmp_path: Path) -> None:
    title = "“../一/二\\三:四*五?”<六>|😀" + "长" * 200
    front.write_text(front.read_text("utf-8").replace("江边新桥通车", title), "utf-8")
    paperterm("import", front)
    ran = paperterm("export", "issue", "2025-03-25", "--output", f"{tmp_path}/vault/", "--json")
    paths = [Path(file["path"]) for file in ran.json["files"]]
    assert any("长长长" in path.name for path in paths)
    for path in paths:
        assert path.parent == (tmp_path / "vault" / "大江日报" / "2025-03-25").resolve()
        assert len(os.fsencode(path.name)) <= 200


def test_a_fact_that_only_the_names_tell_is_said_to_be_assumed(paperterm: Run, bare: Path) -> None:
    page = bare.parent / "渔业日报" / "2024-05-01" / "03.txt"
    page.parent.mkdir(parents=True)
    bare.rename(page)
    paperterm("import", page)
    ran = paperterm("export", "article", "ymch")
    assert 'assumed: ["date", "page", "paper"]' in ran.out
    assert "渔业日报（据文件名） 2024-05-01（据文件名） 第3版（据文件名）" in ran.out
    paperterm("note", "add", "ymch", "--text", "鱼")
    assert "渔业日报（据文件名）" in paperterm("export", "notes").out
    cited = paperterm("cite", "ymch")
    assert cited.out == "赵六. 渔民出海[N]. [渔业日报], [2024-05-01]([3]).\n"
    assert "date, page, paper assumed" in cited.err
    paperterm("set", page, "--paper", "渔业日报", "--date", "2024-05-01", "--page", "3")
    sure = paperterm("cite", "ymch")
    assert (sure.out, sure.err) == ("赵六. 渔民出海[N]. 渔业日报, 2024-05-01(3).\n", "")
