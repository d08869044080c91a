"""Pages are imported while one reads: by processes of their own, and no longer than the reader is open."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from paperterm.actions.session import Session, failures
from paperterm.actions.taking import take_in
from paperterm.cli import read as cli_read
from paperterm.config import Places
from paperterm.library import indexing
from paperterm.tui import open as opening
from tests.tui.conftest import Start


def pages(folder: Path, count: int, more: str = "") -> Path:
    folder.mkdir()
    for number in range(count):
        text = f"# 第{number}条消息\n\n本报讯(记者甲)第{number}页的正文写到这里。\n\n{more}"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


async def test_many_pages_are_imported_behind_the_screen(reader: Start, tmp_path: Path) -> None:
    folder = pages(tmp_path / "more", 40)
    async with reader() as r:
        r.screen.refresh_library([folder])
        await r.until(lambda: r.message == "40 pages, 40 of them new.")
        (folder / "7.txt").write_bytes(b"")
        r.screen.refresh_library([folder])
        await r.until(lambda: r.message.startswith("Not read:"))


async def test_leaving_ends_the_import(reader: Start, session: Session, tmp_path: Path) -> None:
    folder = pages(tmp_path / "more", 200, "第一段写到这里。" * 3_000)
    async with reader() as r:
        r.screen.refresh_library([folder])
        await r.until(lambda: any(sentence.startswith("Reading pages:") for sentence in r.said))
        r.screen.stop_refreshing()
        await r.app.workers.wait_for_complete()
        assert len(session.library.all_pages()) < 200
    session.library.close()


def test_a_damaged_library_of_an_opened_folder_is_begun_anew(places: Places, tmp_path: Path) -> None:
    folder = pages(tmp_path / "more", 2)
    session = Session(places, in_reader=True)
    session.opened = opening._library_of(session, [folder])
    opening._take_first(session, [folder])
    session.opened.write_bytes(b"nonsense" * 1_000)
    assert opening._damaged(session)
    opening._take_first(session, [folder])
    assert not opening._damaged(session)
    session.library.close()


async def test_an_index_that_is_gone_is_made_anew_behind_the_search(
    reader: Start, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "WORTH", 0)
    async with reader() as r:
        folder = places.library.with_name("library.index")
        r.screen.session.library.index()
        await r.search("新桥")
        assert not r.screen.session.library.index_fault
        found = r.screen.found
        shutil.rmtree(folder)
    async with reader() as r:
        await r.search("新桥")
        assert r.screen.found is not None
        assert found is not None
        assert [hit.head.id for hit in r.screen.found.hits] == [hit.head.id for hit in found.hits]
        await r.until(lambda: any("is made anew" in sentence for sentence in r.said))
        await r.until(lambda: folder.is_dir() and not r.screen.session.library.index_fault)


def test_the_reader_begins_a_damaged_library_anew_and_opens(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = pages(tmp_path / "more", 30, "正文还有许多。" * 900)
    session = Session(places)
    take_in(session, [folder], jobs=1)
    session.library.close()
    size = places.library.stat().st_size
    with places.library.open("r+b") as file:
        file.seek(size // 4)
        file.write(b"\xa5" * (size // 2))
    opened: list[int] = []

    def open_reader(session: Session, paths: object, theme: object, language: object) -> int:
        with failures():
            opened.append(len(session.library.issues()))
            for sha256 in session.library.all_pages():
                session.library.page(sha256)
        assert any("was damaged" in notice for notice in session.taken_notices())
        session.library.close()
        return 0

    monkeypatch.setattr("paperterm.tui.open.open_reader", open_reader)
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(f"sys.{name}.isatty", lambda: True, raising=False)
    assert cli_read.read(places) == 0
    assert opened[-1] == 1
    assert len(list(places.library.parent.glob("library.bad-*.sqlite"))) == 1
