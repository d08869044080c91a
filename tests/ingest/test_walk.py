"""Folders give their pages in the order people count, and nothing from outside."""

import os
from pathlib import Path

import pytest

from paperterm.ingest.walk import pages


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "papers"
    for name in ["b/第10版.txt", "b/第2版.TXT", "a.md", "notes.doc", ".hidden.txt", ".git/x.txt", "b/c/deep.Md"]:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("正文")
    return root


def walk(*paths: Path) -> tuple[list[Path], list[tuple[Path, str]]]:
    problems: list[tuple[Path, str]] = []
    return list(pages(paths, lambda path, sentence: problems.append((path, sentence)))), problems


def test_text_and_markdown_are_found_in_natural_order_without_hidden_ones(folder: Path) -> None:
    found, problems = walk(folder)
    assert [str(p.relative_to(folder)) for p in found] == ["a.md", "b/c/deep.Md", "b/第2版.TXT", "b/第10版.txt"]
    assert problems == []


def test_a_file_named_directly_is_taken_whatever_its_ending(folder: Path) -> None:
    assert walk(folder / "notes.doc", folder / ".hidden.txt")[0] == [folder / "notes.doc", folder / ".hidden.txt"]


def test_each_file_comes_once(folder: Path) -> None:
    (folder / "again.md").symlink_to(folder / "a.md")
    found, _ = walk(folder, folder / "a.md", folder / "b")
    assert len(found) == 4


def test_a_link_that_leads_out_of_the_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "secret"
    outside.mkdir()
    (outside / "diary.txt").write_text("日记")
    (folder / "way").symlink_to(outside)
    (folder / "diary.txt").symlink_to(outside / "diary.txt")
    assert not any("diary" in p.name for p in walk(folder)[0])


def test_a_link_that_a_person_names_is_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    assert len(walk(tmp_path / "link")[0]) == 4


def test_links_in_a_circle_end(folder: Path) -> None:
    (folder / "b" / "up").symlink_to(folder)
    (folder / "self").symlink_to("self")
    (folder / "b" / "c" / "above").symlink_to(folder / "b")
    found, problems = walk(folder)
    assert len(found) == 4
    assert problems == []


def test_a_link_to_nothing_is_reported(folder: Path) -> None:
    (folder / "lost.txt").symlink_to(folder / "nowhere.txt")
    found, problems = walk(folder)
    assert len(found) == 4
    assert [(p.name, "leads to nothing" in s) for p, s in problems] == [("lost.txt", True)]


def test_what_is_missing_is_reported_and_the_rest_goes_on(folder: Path) -> None:
    found, problems = walk(folder / "gone", folder)
    assert len(found) == 4
    assert problems[0][0] == folder / "gone"
    assert "no such file" in problems[0][1]


def test_a_folder_without_pages_is_reported(tmp_path: Path) -> None:
    (tmp_path / "scan.jpg").write_bytes(b"\xff\xd8\xff")
    found, problems = walk(tmp_path)
    assert found == []
    assert "no page" in problems[0][1]


def test_a_folder_that_may_not_be_opened_is_reported(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def guarded(path: Path) -> object:
        if Path(path).name == "c":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    found, problems = walk(folder)
    assert len(found) == 3
    assert [(p.name, "permissions" in s) for p, s in problems] == [("c", True)]


def test_a_very_deep_folder_is_walked(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 900)
    here = tmp_path
    for part in deep.relative_to(tmp_path).parts:
        here = here / part
        here.mkdir()
    (deep / "1.txt").write_text("正文")
    assert walk(tmp_path)[0] == [deep / "1.txt"]
