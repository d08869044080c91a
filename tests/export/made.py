"""Articles and records made up for the tests, with everything that an export can hold."""

from __future__ import annotations

from datetime import UTC, datetime

from paperterm.export.items import Item
from paperterm.export.kept import Kept
from paperterm.export.rendering import Wish
from paperterm.library.records import ArticleHead, StoredArticle
from paperterm.model import Article, Block, IssueFacts, Role
from paperterm.notebook.anchors import describe, place
from paperterm.notebook.records import Bookmark, Highlight, Note

MADE = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
RAW = "大江日报\n2025年3月25日\n\n# 江边新桥通车\n本报讯(记者张三)……\n"


def stored(
    *blocks: tuple[Role, str],
    id: str = "dajiangribao/2025-03-25/1/jbxqtc",
    paper: str | None = "大江日报",
    date: str | None = "2025-03-25",
    page: int | None = 1,
    number: int | None = 3000,
    byline: tuple[str, ...] = (),
    agency: str | None = None,
    sha256: str = "ab" * 32,
) -> StoredArticle:
    article = Article(
        id,
        "story",
        tuple(Block(role, text, (line,)) for line, (role, text) in enumerate(blocks, 1)),
        byline=byline,
        agency=agency,
    )
    head = ArticleHead(id, "story", article.title, article.headline, paper, date, page, 0, "/papers/大江日报/front.txt")
    return StoredArticle(article, head, IssueFacts(paper, date, number, None, page), sha256)


BRIDGE = stored(
    ("kicker", "两岸往来一刻钟"),
    ("headline", "江边新桥通车"),
    ("deck", "市民步行过江"),
    ("body", "本报讯(记者张三 李四)昨日上午,横跨大江的新桥正式通车,两岸居民的出行时间将缩短一半。"),
    ("heading", "一、建设"),
    ("body", "新桥全长三千米,双向六车道,“建了四年”。"),
    ("body", "新桥全长三千米,双向六车道,“建了四年”。"),
    ("credit", "王五 摄"),
    byline=("张三", "李四", "王五"),
    agency="本报",
)
FISHERS = stored(
    ("headline", "渔民出海"),
    ("body", "天刚亮,渔民们就驾船出海。"),
    id="page-8f418403/ymch",
    paper="大江日报",
    date=None,
    page=None,
    number=None,
    sha256="cd" * 32,
)


def note(on: StoredArticle, id: str, text: str, block: int, start: int, end: int, *tags: str) -> Kept:
    anchor = describe(on.article, on.sha256, block, start, end)
    moment = "2025-03-26T08:00:00.000+00:00"
    return Kept(Note(id, on.head.id, text, anchor, tags, moment, moment), on, place(anchor, on.article))


NOTE = note(BRIDGE, "1m8exxxc2z6mp9a7", "去年也是\n*这个*时候", 3, 17, 21, "农 事", "桥")
MOMENT = "2025-03-27T08:00:00.000+00:00"
WHOLE = describe(BRIDGE.article, BRIDGE.sha256, None, None, None)
PASSAGE = describe(BRIDGE.article, BRIDGE.sha256, 5, 0, 7)
BOOKMARK = Kept(
    Bookmark("1m8exxxh5p0hta5b", BRIDGE.head.id, WHOLE, (), MOMENT, MOMENT), BRIDGE, place(WHOLE, BRIDGE.article)
)
HIGHLIGHT = Kept(
    Highlight("1m8exxxqp5r3qggr", BRIDGE.head.id, "green", PASSAGE, ("桥",), MOMENT, MOMENT),
    BRIDGE,
    place(PASSAGE, BRIDGE.article),
)
KEPT = (NOTE, BOOKMARK, HIGHLIGHT)
ITEMS = (Item(BRIDGE, frozenset(), KEPT), Item(FISHERS, frozenset({"paper"})))


def wish(form: str, title: str = "大江日报 2025-03-25", measure: int = 40) -> Wish:
    return Wish(form, title, measure, MADE, lambda sha256: RAW)
