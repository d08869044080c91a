"""Saved searches beside the issues, and what counts as read."""

from __future__ import annotations

from paperterm.actions.session import Session
from paperterm.tui.issue_rows import SearchNode
from paperterm.tui.screens.line import LineScreen
from tests.tui.conftest import Reader, Start


def saved(r: Reader) -> list[str]:
    """The names of the saved searches in the list of issues."""
    assert r.screen.rows
    return [node.search.name for node in r.screen.rows.nodes if isinstance(node, SearchNode)]


async def test_a_search_is_saved_opened_again_and_removed(reader: Start, session: Session) -> None:
    async with reader() as r:
        await r.search("新桥")
        await r.press("ctrl+s")
        await r.opened(LineScreen)
        await r.press("enter")
        await r.until(lambda: saved(r) == ["新桥"])
        assert [(s.name, s.query) for s in session.notebook.searches()] == [("新桥", "新桥")]
        await r.press("escape")
        await r.search("图书馆")
        await r.press("escape", "i", "g", "enter")
        await r.until(lambda: r.pane == "hits" and r.screen.hits.length == 3)
        await r.press("i", "g", "d")
        await r.until(lambda: saved(r) == [])
        await r.press("u")
        await r.until(lambda: saved(r) == ["新桥"])


async def test_saved_searches_are_there_at_the_start_and_come_from_elsewhere(reader: Start, session: Session) -> None:
    session.notebook.save_search("过江", "新桥 OR 轮渡")
    async with reader() as r:
        await r.until(lambda: saved(r) == ["过江"])
        at = r.screen.issues.cursor
        session.notebook.save_search("读书", "图书馆")
        r.screen._look_again()
        await r.until(lambda: saved(r) == ["读书", "过江"])
        assert r.screen.issues.cursor == at + 1


async def test_an_article_is_marked_unread_and_stays_so_until_it_is_opened_again(
    reader: Start, session: Session
) -> None:
    async with reader() as r:
        stored = r.screen.stored
        assert stored
        id = stored.head.id
        await r.until(lambda: id in session.reading.read_ids())
        await r.press("U")
        await r.until(lambda: r.message.startswith("Marked as unread") and id not in session.reading.read_ids())
        await r.press("J")
        await r.shows("春耕忙")
        assert id not in session.reading.read_ids()
        assert r.screen.rows
        assert id not in r.screen.rows.read
        await r.press("K")
        await r.shows("江边新桥通车")
        await r.until(lambda: id in session.reading.read_ids())


async def test_an_article_is_marked_in_the_list(reader: Start, session: Session) -> None:
    async with reader() as r:
        await r.press("i", "j", "U")
        await r.until(lambda: r.message.startswith("Marked as read: 春耕忙"))
        await r.until(lambda: len(session.reading.read_ids()) == 2)
