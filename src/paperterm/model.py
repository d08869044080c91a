"""What a newspaper is, to every part of paperterm: pages, articles, blocks. Standard library only.

All of it is immutable. A `Page` is what the parser makes of one page's text; nothing in here knows of files or databases.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal[
    "column",  # 栏目: a standing column name printed with one article
    "kicker",  # 肩题/引题: the smaller line above the headline
    "headline",  # 主题
    "deck",  # 副题: the smaller line below the headline
    "byline",  # a line that names reporters
    "heading",  # 小标题: a section heading inside the body
    "body",
    "credit",  # a photo credit, a source line, a closing dateline
    "digest",  # 阅读提示, 编者按
    "jump",  # 下转第3版, 上接第1版 on a line of its own
    "masthead",  # nameplate, date, issue number, publisher
    "furniture",  # page-level slogans, banners, editor lines, residue
]
Kind = Literal["story", "photo", "continuation"]

TITLE_ORNAMENTS = "【】[]■●▲▼◆□◎○★*#·。:|> \u3000"
"""What a printer sets around a headline; no part of its words."""
_BRACKETS = (("【", "】"), ("[", "]"))


def bare_title(text: str) -> str:
    """A line of a headline block without the ornaments around it. A bracket stays whose other half stands in its midst:
    【快讯】新桥通车."""
    bare = text.strip(TITLE_ORNAMENTS)
    if not bare:
        return ""
    head, _, tail = text.partition(bare)
    for opening, closing in _BRACKETS:
        if opening in head and bare.count(closing) > bare.count(opening):
            bare = opening + bare
        if closing in tail and bare.count(opening) > bare.count(closing):
            bare += closing
    return bare


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a headline line: `text` is the text of the source `lines` (1-based), joined in that order.

    The text holds no control, zero-width or bidirectional characters and no markup: it may be shown as it is.
    """

    role: Role
    text: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class IssueFacts:
    """What a page states about its issue; None where it states nothing. `date` is ISO 8601, `cn` like "11-0002"."""

    paper: str | None = None
    date: str | None = None
    number: int | None = None
    pages: int | None = None
    page: int | None = None
    cn: str | None = None


@dataclass(frozen=True, slots=True)
class Caution:
    """Something that looks wrong on a page: `code` is stable, `line` 1-based, `message` a sentence for people."""

    code: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article in reading order. `filed` is "MM-DD"; `jump_to` and `jump_from` are page numbers."""

    id: str
    kind: Kind
    blocks: tuple[Block, ...]
    byline: tuple[str, ...] = ()
    agency: str | None = None
    place: str | None = None
    filed: str | None = None
    jump_to: int | None = None
    jump_from: int | None = None

    @property
    def headline(self) -> str | None:
        return self._joined("headline")

    @property
    def kicker(self) -> str | None:
        return self._joined("kicker")

    @property
    def deck(self) -> str | None:
        return self._joined("deck")

    @property
    def column(self) -> str | None:
        return self._joined("column")

    @property
    def title(self) -> str:
        """What a list calls this article: its headline, else the first words it prints; never empty."""
        if self.headline:
            return self.headline
        for block in self.blocks:
            if block.role != "jump" and block.text.strip():
                text = block.text.strip()
                return text if len(text) <= 24 else text[:23] + "…"
        return "…"

    def _joined(self, role: Role) -> str | None:
        texts = [bare_title(block.text) for block in self.blocks if block.role == role]
        return " ".join(t for t in texts if t) or None


@dataclass(frozen=True, slots=True)
class Page:
    """One printed page: its articles in reading order, and what belongs to none."""

    issue: IssueFacts
    articles: tuple[Article, ...]
    furniture: tuple[Block, ...]
    warnings: tuple[Caution, ...] = ()
