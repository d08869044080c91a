"""The written form of a parsed page: what `paperterm parse --json` prints and what the library stores."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, TypedDict, cast

from paperterm.model import Article, Block, Caution, IssueFacts, Kind, Page, Role


class BlockForm(TypedDict):
    """A paragraph or a line of a headline: the text of these lines of the file (counted from 1), joined in their order."""

    role: Role
    text: str
    lines: list[int]


class ArticleForm(TypedDict):
    """An article in the order it is read; `filed` is MM-DD, `jump_to` and `jump_from` are pages (下转, 上接)."""

    id: str
    kind: Kind
    column: str | None
    kicker: str | None
    headline: str | None
    deck: str | None
    byline: list[str]
    agency: str | None
    place: str | None
    filed: str | None
    jump_to: int | None
    jump_from: int | None
    blocks: list[BlockForm]


class PageForm(TypedDict):
    """One page. Lossless: every line of the file that is not blank stands in a block, with its number."""

    issue: Annotated[dict[str, Any], IssueFacts]
    articles: list[ArticleForm]
    furniture: list[BlockForm]
    warnings: list[Annotated[dict[str, Any], Caution]]


def block_form(block: Block) -> BlockForm:
    return {"role": block.role, "text": block.text, "lines": list(block.lines)}


def article_form(article: Article) -> ArticleForm:
    """One article as a JSON object, its headline fields joined from its blocks."""
    return {
        "id": article.id,
        "kind": article.kind,
        "column": article.column,
        "kicker": article.kicker,
        "headline": article.headline,
        "deck": article.deck,
        "byline": list(article.byline),
        "agency": article.agency,
        "place": article.place,
        "filed": article.filed,
        "jump_to": article.jump_to,
        "jump_from": article.jump_from,
        "blocks": [block_form(b) for b in article.blocks],
    }


def page_form(page: Page) -> PageForm:
    """A page as a JSON object."""
    return {
        "issue": asdict(page.issue),
        "articles": [article_form(a) for a in page.articles],
        "furniture": [block_form(b) for b in page.furniture],
        "warnings": [asdict(w) for w in page.warnings],
    }


def article_from_form(form: dict[str, Any]) -> Article:
    """The inverse of `article_form`."""
    return Article(
        id=form["id"],
        kind=cast(Kind, form["kind"]),
        blocks=tuple(Block(cast(Role, b["role"]), b["text"], tuple(b["lines"])) for b in form["blocks"]),
        byline=tuple(form["byline"]),
        agency=form["agency"],
        place=form["place"],
        filed=form["filed"],
        jump_to=form["jump_to"],
        jump_from=form["jump_from"],
    )
