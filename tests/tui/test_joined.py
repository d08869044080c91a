"""An article with its continuations, as one."""

from __future__ import annotations

from paperterm.library.records import ArticleHead, StoredArticle
from paperterm.model import Article, Block, IssueFacts
from paperterm.tui.joined import Joined


def part(id: str, page: int | None, *texts: str) -> StoredArticle:
    article = Article(id, "story", tuple(Block("body", text, (1,)) for text in texts))
    return StoredArticle(article, ArticleHead(id, "story", id, None, "报", "2025-01-01", page, 0, ""), IssueFacts(), "")


ONE, TWO, THREE = part("one", 1, "甲", "乙"), part("two", 2, "丙"), part("three", None, "丁", "戊")


def test_one_part_is_the_article_itself() -> None:
    assert Joined((ONE,)).article is ONE.article


def test_the_parts_follow_one_another_below_rules_with_their_pages() -> None:
    texts = [block.text for block in Joined((ONE, TWO, THREE)).article.blocks]
    assert texts == ["甲", "乙", "─── 第2版 ───", "丙", "──────", "丁", "戊"]


def test_every_block_knows_its_part_and_its_number_there() -> None:
    whole = Joined((ONE, TWO, THREE))
    found = [(stored.head.id, own) for stored, own in map(whole.part_at, range(7))]
    assert found == [("one", 0), ("one", 1), ("two", None), ("two", 0), ("three", None), ("three", 0), ("three", 1)]


def test_a_part_knows_where_it_begins() -> None:
    whole = Joined((ONE, TWO, THREE))
    assert [whole.start_of(id) for id in ("one", "two", "three", "four")] == [0, 3, 5, None]
