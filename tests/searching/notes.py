"""Made-up notes on made-up pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from random import Random

from paperterm.model import Article
from paperterm.notebook import Note
from paperterm.notebook.anchors import describe
from paperterm.notebook.ids import ALPHABET, LENGTH
from paperterm.parse.identity import name_articles, page_prefix
from tests.searching.pages import Printed
from tests.searching.prose import Prose

NOTED = 0.1
"""Of the articles."""
TAGS = ("工会", "产改", "待查", "论文", "引用", "todo")
BEGUN = datetime(2020, 1, 1, tzinfo=UTC)


def notes(pages: Iterable[Printed], seed: int = 1) -> Iterator[Note]:
    """A note on a passage of every tenth article or so; the same pages and seed give the same notes."""
    for number, printed in enumerate(pages):
        rng = Random(f"{seed}/{number}")
        sha = sha256(printed.text.encode()).hexdigest()
        for article in name_articles(printed.page.articles, page_prefix(printed.page.issue, sha)):
            if rng.random() < NOTED:
                yield _note(rng, article, sha)


def _note(rng: Random, article: Article, sha: str) -> Note:
    block = rng.choice([at for at, block in enumerate(article.blocks) if block.role == "body"])
    length = len(article.blocks[block].text)
    start = rng.randrange(length)
    anchor = describe(article, sha, block, start, min(length, start + rng.randint(4, 40)))
    moment = (BEGUN + timedelta(seconds=rng.randrange(200_000_000))).isoformat(timespec="milliseconds")
    tags = tuple(rng.sample(TAGS, rng.randrange(3)))
    id = "".join(rng.choices(ALPHABET, k=LENGTH))
    text = Prose(rng, "simplified").paragraph(rng.randint(10, 80))
    return Note(id, article.id, text, anchor, tags, moment, moment)
