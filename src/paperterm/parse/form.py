"""The written form of a parsed page: what `paperterm parse --json` prints and what the library stores."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, cast

from paperterm.model import Article, Block, Kind, Page, Role


def block_form(block: Block) -> dict[str, Any]:
    return {"role": block.role, "text": block.text, "lines": list(block.lines)}


def article_form(article: Article) -> dict[str, Any]:
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


def page_form(page: Page) -> dict[str, Any]:
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
