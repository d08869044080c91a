"""Pages are imported while one reads: by processes of their own, and no longer than the reader is open."""

from __future__ import annotations

from pathlib import Path

from paperterm.actions.session import Session
from paperterm.config import Places
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
        await r.until(lambda: r.message.startswith("Reading pages:"))
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
