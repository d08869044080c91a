"""What looks wrong on a page, for people to check: each caution names its line and says why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from paperterm.model import Article, Block, Caution
from paperterm.parse import patterns as form
from paperterm.parse.articles import Item
from paperterm.text.fold import fold
from paperterm.text.numerals import number


def cautions(articles: Sequence[Article], rest: Iterable[Item]) -> tuple[Caution, ...]:
    found: list[Caution] = []
    for article in articles:
        found += _missing_numbers(article.blocks)
        found += _torn(article)
    for item in rest:
        if item.traits.doubled:
            found.append(
                Caution("doubled-line", item.number, "The line before it says the same; this copy was left out.")
            )
    return tuple(sorted(found, key=lambda c: c.line))


def _missing_numbers(blocks: Sequence[Block]) -> list[Caution]:
    """Section headings 一、二、四、: the third is missing."""
    found: list[Caution] = []
    last = 0
    for block in blocks:
        if block.role != "heading":
            continue
        match = form.ORDINAL.match(fold(block.text))
        value = number(match["one"]) if match and match["one"] else None
        if value is None:
            continue
        if last and value > last + 1:
            missing = "、".join(str(n) for n in range(last + 1, value))
            found.append(
                Caution("missing-section", block.lines[0], f"Section {missing} is missing before this heading.")
            )
        last = value
    return found


def _torn(article: Article) -> list[Caution]:
    titled = article.headline is not None
    body = [b for b in article.blocks if b.role == "body"]
    if not titled and article.kind == "story":
        return [Caution("no-headline", article.blocks[0].lines[0], "This text has no headline on the page.")]
    if titled and not body:
        return [Caution("no-text", article.blocks[0].lines[0], "This headline has no text on the page.")]
    if body and article.kind == "story" and form.MID_START.match(fold(body[0].text)):
        return [Caution("lost-opening", body[0].lines[0], "This text begins in the middle of a sentence.")]
    return []
