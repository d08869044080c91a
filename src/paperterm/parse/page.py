"""Placeholder while the stages are written: an article at every Markdown heading."""

from __future__ import annotations

from paperterm.model import Article, Block, IssueFacts, Page
from paperterm.parse.identity import name_articles, page_prefix, text_sha


def parse_page(text: str) -> Page:
    issue = IssueFacts()
    articles: list[Article] = []
    blocks: list[Block] = []
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if not line.strip():
            continue
        if line.startswith("#") and blocks:
            articles.append(Article("", "story", tuple(blocks)))
            blocks = []
        blocks.append(Block("headline" if line.startswith("#") else "body", line.strip("# "), (number,)))
    if blocks:
        articles.append(Article("", "story", tuple(blocks)))
    return Page(issue, name_articles(articles, page_prefix(issue, text_sha(text))), ())
