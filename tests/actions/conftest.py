"""A session on a home of its own, with made-up pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from paperterm.actions.session import Session
from paperterm.actions.taking import take_in
from paperterm.config import Places

FRONT = """大江日报
2025年3月25日 星期二 第3000期
第1版:要闻

# 江边新桥通车
本报讯(记者张三)昨日上午,横跨大江的新桥正式通车,两岸居民的出行时间将缩短一半。(下转第3版)

# 春耕忙
本报讯(记者李四)眼下正是春耕时节,各地抓紧备耕,农机手们清早就下了田。
"""
THIRD = """大江日报
2025年3月25日 星期二 第3000期
第3版:综合

# 江边新桥通车
(上接第1版)新桥全长三千米,双向六车道。大江两岸居民盼望多年,新桥通车后出行更便捷。

# 图书馆开放
本报讯(记者王五)市图书馆昨日重新开放,读者们一早就在门前排起了长队。
"""
BARE = "# 渔民出海\n本报讯(记者赵六)天刚亮,渔民们就驾船出海,码头上一片忙碌。(下转第2版)\n"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    home = tmp_path / "home"
    session = Session(Places(home / "library.sqlite", home, home / "cache"))
    yield session
    session.library.close()


@pytest.fixture
def take(session: Session, tmp_path: Path) -> Callable[..., None]:
    """Imports pages, given as name=text."""

    def take(**pages: str) -> None:
        for name, text in pages.items():
            path = tmp_path / f"{name}.txt"
            path.write_text(text, encoding="utf-8")
            take_in(session, [path])

    return take


@pytest.fixture
def id_of(session: Session) -> Callable[..., str]:
    """The id of the article with this headline, on this page of the issue."""

    def find(headline: str, page: int | None = None) -> str:
        heads = [
            article
            for issue in session.library.issues()
            for sheet in session.library.pages(issue.paper, issue.date)
            for article in sheet.articles
        ]
        return next(h.id for h in heads if h.headline == headline and page in (None, h.page))

    return find
