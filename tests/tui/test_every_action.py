"""A walk over the table of actions: each is reached by keys alone in each pane where it applies, and each shows something or
says a sentence."""

from __future__ import annotations

import asyncio

import pytest
from textual.widgets import OptionList

from paperterm.actions.reader import ACTIONS, PANES, Pane, ReaderAction
from paperterm.config import resources
from tests.tui.conftest import PAGES, Reader, Start
from tests.tui.settling import LOOK_EVERY, PATIENCE

SEED = (resources("seeds") / "003_a95954def5aa8b4a.txt").read_text("utf-8")
LIBRARY = {
    "seed": SEED,
    **PAGES,
    **{f"d{day}": PAGES["earlier"].replace("24日 星期一", f"{day}日") for day in range(1, 9)},
}
LEAVES = ("app.quit",)
"""What ends the reader; it has tests of its own."""
UNSEEN = {"select.cancel", "tour.skip"}
"""What has something to do only while something is selected, or in the guided tour."""
HERE = {("issues", "pane.issues"), ("hits", "pane.hits"), ("notes", "pane.notes")}
"""What goes where one is."""


def look(r: Reader) -> str:
    """Everything that is seen: characters and styles."""
    update = r.app.screen._compositor.render_update(full=True, screen_stack=r.app._background_screens)
    return "\n".join(
        "".join(f"{segment.text}{segment.style}" for strip in strips for segment in strip)
        for strips in update.strips  # type: ignore[union-attr]
    )


async def in_pane(r: Reader, pane: Pane) -> None:
    """The pane with the keys, everything else as at the beginning, and something above and below where one is."""
    while r.app.screen is not r.screen:
        r.app.screen.dismiss(None)
        await r.pilot.pause()
    screen = r.screen
    screen.remove_class("-alone")
    screen.stop_comparing()
    screen.show_side("issues")
    screen.focus_article()
    screen.reading.cancel_selection()
    await r.settled()
    if pane == "raw":
        await r.press("r", "tab")
    elif pane != "article":
        await r.press({"issues": "i", "hits": "H", "notes": "apostrophe"}[pane])
        await r.settled()
        list_ = {"issues": screen.issues, "hits": screen.hits, "notes": screen.notes}[pane]
        list_.go(list_.length // 2)
    await r.settled()
    (screen.raw if pane == "raw" else screen.reading).scroll_lines(-1000)
    (screen.raw if pane == "raw" else screen.reading).scroll_lines(25)
    screen.say("")
    await r.settled()
    assert r.pane == pane


async def prepared(r: Reader) -> None:
    """A reader with hits, bookmarks and visited places."""
    await r.search("总体要求")
    await r.press("enter")
    await r.until(lambda: len(r.screen.reading.article.blocks) > 20)
    await r.search("工人 OR 江 OR 新桥 OR 本报讯")
    await r.press("escape")
    await r.settled()
    for _ in range(3):
        await r.press("5", "right_curly_bracket", "V", "b")
        await r.settled()


async def did_something(r: Reader, before: str) -> bool:
    """Does another screen than `before` come, or a sentence?"""
    end = asyncio.get_running_loop().time() + PATIENCE
    while look(r) == before and not r.message:
        if asyncio.get_running_loop().time() > end:
            return False
        await r.pilot.pause(LOOK_EVERY)
    return True


@pytest.mark.parametrize("pane", PANES)
async def test_every_action_shows_something_or_says_a_sentence(reader: Start, pane: Pane) -> None:
    async with reader(size=(110, 24), pages=LIBRARY) as r:
        await prepared(r)
        silent = []
        for action in ACTIONS:
            if pane not in action.panes or action.id in UNSEEN or action.id in LEAVES or (pane, action.id) in HERE:
                continue
            await in_pane(r, pane)
            before = look(r)
            await reach(r, action)
            if not await did_something(r, before):
                silent.append(action.id)
        assert silent == []


async def reach(r: Reader, action: ReaderAction) -> None:
    """Runs an action as a person without a mouse does: by its last key, or by its name in the palette."""
    if action.keys:
        await r.press(action.keys[-1])
        return
    await r.press("ctrl+p")
    await r.opened()
    await r.type(action.title)
    hits = r.app.screen.query_one(OptionList)
    await r.until(lambda: hits.option_count and action.title in str(hits.get_option_at_index(0).prompt))
    await r.press("enter")
    await r.until(lambda: r.app.screen is r.screen)
