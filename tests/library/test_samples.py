"""The sample pages as a library: built once, never in the user's way."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperterm import config
from paperterm.library import samples
from paperterm.library.engine import LibraryError
from paperterm.library.samples import sample_library
from paperterm.model import IssueFacts
from paperterm.query import parse_query


def test_the_samples_are_the_shipped_pages(tmp_path: Path) -> None:
    library = sample_library(tmp_path)
    shown = {p.source for i in library.issues() for p in library.pages(i.paper, i.date)}
    assert shown == {str(path) for path in config.resources("seeds").glob("*.txt")}
    assert library.first() is not None
    assert library.search(parse_query("产业工人")).total >= 5
    library.close()


def test_they_are_built_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sample_library(tmp_path).close()
    monkeypatch.setattr(samples, "_import", lambda *_: pytest.fail("built again"))
    sample_library(tmp_path).close()
    assert len(list(tmp_path.iterdir())) == 1


def test_they_are_built_anew_when_the_program_changed_and_the_old_ones_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample_library(tmp_path).close()
    (old,) = tmp_path.iterdir()
    monkeypatch.setattr(samples, "_key", lambda seeds: "another")
    sample_library(tmp_path).close()
    assert [path.name for path in tmp_path.iterdir()] == ["samples-another.sqlite"] != [old.name]


def test_damaged_ones_are_built_anew(tmp_path: Path) -> None:
    sample_library(tmp_path).close()
    (built,) = tmp_path.iterdir()
    built.write_bytes(b"damaged")
    library = sample_library(tmp_path)
    assert library.first() is not None
    library.close()


def test_they_cannot_be_changed(tmp_path: Path) -> None:
    library = sample_library(tmp_path)
    with pytest.raises(LibraryError, match="read-only"):
        library.state(library.all_pages()[0], IssueFacts(paper="工人日报"))
    library.close()


def test_without_a_cache_folder_they_are_held_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    library = sample_library(tmp_path / "file")
    first = library.first()
    assert first is not None
    assert library.article(first).article.blocks
    assert library.read_only
    library.close()
