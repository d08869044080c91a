"""Names for articles: stable, unique on their page, ASCII, short enough to type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from paperterm.model import Article, IssueFacts
from paperterm.text.romanise import initials, syllables

SLUG_LENGTH = 8


def page_prefix(issue: IssueFacts, text_sha: str) -> str:
    """`gongrenribao/2025-03-25/1` where paper and date are known (page 0 where its number is not), else `page-1a2b3c4d`."""
    if issue.paper and issue.date:
        return f"{syllables(issue.paper) or 'paper'}/{issue.date}/{issue.page or 0}"
    return f"page-{text_sha[:8]}"


def text_sha(text: str) -> str:
    """The sha256 of a page's text, in hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def name_articles(articles: Sequence[Article], prefix: str) -> tuple[Article, ...]:
    """The same articles with ids `prefix/slug`, the slug being the initials of the title's first words."""
    seen: dict[str, int] = {}
    named = []
    for article in articles:
        slug = initials(article.title, SLUG_LENGTH) or "article"
        seen[slug] = seen.get(slug, 0) + 1
        number = seen[slug]
        named.append(replace(article, id=f"{prefix}/{slug}" + (f"-{number}" if number > 1 else "")))
    return tuple(named)
