"""An article on its way out: with what is known of where it was printed, who says so, and what was kept on it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from paperterm.export.kept import Kept
from paperterm.library.records import StoredArticle
from paperterm.model import Article

UNKNOWN_PAPER, UNDATED = "未知报纸", "未标日期"
ASSUMED = "据文件名"
"""Beside a fact that only the names of file and folders tell."""


@dataclass(frozen=True, slots=True)
class Item:
    """`assumed` names the facts ("paper", "date", "page", "number") that neither the page nor a person states."""

    stored: StoredArticle
    assumed: frozenset[str] = frozenset()
    kept: tuple[Kept, ...] = ()

    @property
    def article(self) -> Article:
        return self.stored.article

    @property
    def id(self) -> str:
        return self.stored.head.id

    @property
    def source(self) -> str:
        """The name of the page's file, without its folders: they are this machine's."""
        return PurePath(self.stored.head.source).name

    @property
    def tags(self) -> tuple[str, ...]:
        """Of everything kept on it, each once."""
        return tuple(dict.fromkeys(tag for kept in self.kept for tag in kept.record.tags))


def where_kept(kept: Kept) -> str:
    """Where the article was printed that a record is on; "" where it is in the library no more."""
    return where(Item(kept.stored, kept.assumed)) if kept.stored else ""


def issue_name(paper: str | None, date: str | None) -> str:
    return f"{paper or UNKNOWN_PAPER} {date or UNDATED}"


def where(item: Item) -> str:
    """大江日报 2025-03-25（据文件名） 第1版: where it was printed, and what of that is only assumed."""
    head = item.stored.head
    return " ".join(
        (
            _said(head.paper, "paper", item) or UNKNOWN_PAPER,
            _said(head.date, "date", item) or UNDATED,
            *filter(None, (_said(f"第{head.page}版" if head.page is not None else None, "page", item),)),
        )
    )


def _said(value: str | None, name: str, item: Item) -> str:
    return f"{value}（{ASSUMED}）" if value and name in item.assumed else value or ""
