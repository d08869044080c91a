"""From what stands in a library's rows to articles, pages and facts. A search, which reads none of them, does without it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from paperterm.library.facts import PageFacts, from_json
from paperterm.library.packing import unpack_form
from paperterm.library.records import ArticleHead, StoredArticle
from paperterm.model import Article, Block, Caution, Page
from paperterm.parse.form import article_from_form


def article(id: str, form: bytes | str) -> Article:
    """An article under the id that it has now."""
    return replace(article_from_form(unpack_form(form)), id=id)


def stored_article(head: ArticleHead, form: bytes | str, facts: str, sha256: str) -> StoredArticle:
    return StoredArticle(article(head.id, form), head, from_json(facts), sha256)


def page(printed: str, articles: Iterable[tuple[str, bytes | str]], remains: str) -> Page:
    """A page as it was parsed; its articles as ids and forms."""
    rest = json.loads(remains)
    furniture = tuple(Block(b["role"], b["text"], tuple(b["lines"])) for b in rest["furniture"])
    cautions = tuple(Caution(**c) for c in rest["warnings"])
    return Page(from_json(printed), tuple(article(*row) for row in articles), furniture, cautions)


def page_facts(stated: str | None, printed: str, assumed: str) -> PageFacts:
    return PageFacts(from_json(stated) if stated else None, from_json(printed), from_json(assumed))
