"""The whole reader without a terminal, on pages of a test's own; and waiting until it shows what it should."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual.events import Key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from paperterm.actions.keys import key_name
from paperterm.actions.session import Session
from paperterm.actions.taking import take_in
from paperterm.config import Places
from paperterm.tui.app import PapertermApp
from paperterm.tui.look import PLAIN, Look
from paperterm.tui.open import opening
from paperterm.tui.screens.reader import ReaderScreen
from paperterm.tui.widgets.bars import KeyBar
from tests.tui.settling import PATIENCE, send, settled, until

FRONT = """大江日报
2025年3月25日 星期二 第3000期
第1版:要闻

# 江边新桥通车
本报讯(记者张三)昨日上午,横跨大江的新桥正式通车,两岸居民的出行时间将缩短一半。(下转第3版)

# 春耕忙
本报讯(记者李四)眼下正是春耕时节,各地抓紧备耕,农机手们清早就下了田。新桥一通,农机过江也快了。
"""
THIRD = """大江日报
2025年3月25日 星期二 第3000期
第3版:综合

# 江边新桥通车
(上接第1版)新桥全长三千米,双向六车道。大江两岸居民盼望多年,新桥通车后出行更便捷。

# 图书馆开放
本报讯(记者王五)市图书馆昨日重新开放,读者们一早就在门前排起了长队。
"""
EARLIER = """大江日报
2025年3月24日 星期一 第2999期
第1版:要闻

# 江上起雾
本报讯(记者赵六)昨日清晨,江面起了大雾,轮渡停航两小时。
"""
BARE = "# 渔民出海\n本报讯(记者赵六)天刚亮,渔民们就驾船出海,码头上一片忙碌。\n"
"""A page that prints neither paper nor date."""
PAGES = {"front": FRONT, "third": THIRD, "earlier": EARLIER}


class Reader:
    """The reader while it runs, and short ways to use it and look at it."""

    def __init__(self, app: PapertermApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot
        self.said: list[str] = []
        """All that the bottom line has said, also what something else took the place of at once."""

    @property
    def screen(self) -> ReaderScreen:
        return next(s for s in self.app.screen_stack if isinstance(s, ReaderScreen))

    @property
    def headline(self) -> str:
        """The article that is shown."""
        stored = self.screen.stored
        return stored.article.title if stored else ""

    async def shows(self, headline: str) -> None:
        """Waits until this article is shown."""
        await self.until(lambda: self.headline == headline)

    @property
    def message(self) -> str:
        """What the bottom line says."""
        return self.screen.query_one(KeyBar).message

    @property
    def pane(self) -> str:
        """The pane that has the keys."""
        return getattr(self.screen.focused, "pane", "")

    def text(self, widget: Widget) -> str:
        """The lines of a widget as they stand on the screen."""
        return "\n".join(widget.render_line(y).text.rstrip() for y in range(widget.size.height))

    def text_of(self, selector: str) -> str:
        """What a widget of the screen on top says."""
        return str(self.app.screen.query_one(selector).render())

    async def press(self, *keys: str) -> None:
        """Keys one after another, each when the one before it has had its effect."""
        for key in keys:
            await send(self.pilot, Key(key, key if len(key) == 1 else None))

    async def type(self, text: str) -> None:
        """Text into whatever has the keys."""
        await send(self.pilot, *(Key(key_name(char), char) for char in text))

    async def settled(self) -> None:
        """Waits until everything that was begun is done: what is shown comes to rest."""
        await settled(self.pilot)

    async def until(self, condition: Callable[[], Any]) -> None:
        """Waits until the condition holds; fails when it does not come to hold."""
        await until(self.pilot, condition, lambda: f"never came: {self.headline=} {self.message=}")

    async def opened(self, kind: type[Screen[Any]] = Screen) -> None:
        """Waits until a screen of this kind lies above the reader's and something in it takes keys."""
        await self.until(
            lambda: (
                self.app.screen is not self.screen
                and isinstance(self.app.screen, kind)
                and self.app.focused is not None
            )
        )

    async def kept(self) -> None:
        """Goes to the list of what is kept and waits until it was read."""
        await self.press("apostrophe")
        await self.until(lambda: self.pane == "notes")
        await self.settled()

    async def search(self, query: str) -> None:
        """Types a query and waits for its hits."""
        await self.press("slash")
        await self.until(lambda: getattr(self.app.focused, "id", "") == "query")
        await self.type(query)
        await self.until(lambda: not self.screen._searching and self.app.focused.value == query)  # type: ignore[union-attr]


@pytest.fixture
def frames(monkeypatch: pytest.MonkeyPatch) -> list[set[int]]:
    """The rows of the screen that were sent to the terminal, frame by frame."""
    found: list[set[int]] = []
    refresh, whole = Compositor.render_partial_update, Compositor.render_full_update

    def part(compositor: Compositor) -> ChopsUpdate | None:
        update = refresh(compositor)
        if update is not None:
            found.append({y for y, _, _ in update.spans})
        return update

    def all_rows(compositor: Compositor, simplify: bool = False) -> LayoutUpdate:
        found.append(set(range(compositor.size.height)))
        return whole(compositor, simplify)

    monkeypatch.setattr(Compositor, "render_partial_update", part)
    monkeypatch.setattr(Compositor, "render_full_update", all_rows)
    return found


Start = Callable[..., AbstractAsyncContextManager[Reader]]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    home = tmp_path / "home"
    return Places(home / "library.sqlite", home, home / "cache", home / "config.toml")


@pytest.fixture
def session(places: Places) -> Session:
    """A session beside the reader's own, as of another program."""
    return Session(places)


@pytest.fixture
def reader(places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Start:
    """Starts the reader as `paperterm` does, on a library of PAGES, or of the pages given; what it exports stays with the
    test, and what it says stays until it says something else."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(KeyBar, "SECONDS", 10 * PATIENCE)

    @asynccontextmanager
    async def start(
        size: tuple[int, int] = (120, 40),
        pages: dict[str, str] | None = None,
        look: Look = PLAIN,
        tour: bool = False,
    ) -> AsyncIterator[Reader]:
        session = Session(places, in_reader=True, tour=tour)
        if not places.library.exists():
            folder = tmp_path / "pages"
            folder.mkdir(exist_ok=True)
            for name, text in (PAGES if pages is None else pages).items():
                (folder / f"{name}.txt").write_text(text, encoding="utf-8")
            if pages != {}:
                take_in(session, [folder])
        app = PapertermApp(session, *opening(session), look=look)
        async with app.run_test(size=size) as pilot:
            found = Reader(app, pilot)
            say = KeyBar.say

            def noted(bar: KeyBar, message: str, error: bool = False) -> None:
                found.said.append(message)
                say(bar, message, error)

            monkeypatch.setattr(KeyBar, "say", noted)
            await found.until(lambda: found.screen.rows is not None and found.screen.kept_here is not None)
            await found.settled()
            yield found
        monkeypatch.setattr(KeyBar, "say", say)
        app.background.finish()
        session.notebook.close()
        session.reading.close()
        session.library.close()

    return start
