"""A library in a temporary folder, and made-up pages for it."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from paperterm.library.sqlite import SqliteLibrary
from paperterm.library.writing import Outcome
from paperterm.model import Article, Block, IssueFacts, Page

KNOWN = IssueFacts(paper="工人日报", date="2025-03-25", page=1)
NOTHING = IssueFacts()

Story = tuple[str | None, str]
"""Headline and body; each line of the body is a paragraph."""


class Shelf:
    """A library and short ways to fill it and look into it."""

    def __init__(self, library: SqliteLibrary) -> None:
        self.library = library

    def add(
        self,
        path: str,
        *stories: Story,
        printed: IssueFacts = KNOWN,
        assumed: IssueFacts = NOTHING,
        stated: IssueFacts | None = None,
    ) -> Outcome:
        """Adds a page whose bytes are made of its stories, as if it had been read from `path`."""
        text = self.text(*stories)
        page = Page(printed, tuple(map(_article, stories)), ())
        return self.library.add(Path(path), self.sha(*stories), len(text), 1, text, page, assumed, stated)

    def text(self, *stories: Story) -> str:
        return "\n\n".join(f"# {headline}\n\n{body}" for headline, body in stories)

    def sha(self, *stories: Story) -> str:
        return sha256(self.text(*stories).encode()).hexdigest()

    def ids(self) -> list[str]:
        """Every id that the lists show, in their order."""
        heads = [page for issue in self.library.issues() for page in self.library.pages(issue.paper, issue.date)]
        return [article.id for page in heads for article in page.articles]

    def body(self, id: str) -> str:
        return "\n".join(b.text for b in self.library.article(id).article.blocks if b.role == "body")


def _article(story: Story) -> Article:
    headline, body = story
    blocks = [Block("headline", headline, (1,))] if headline else []
    blocks += [Block("body", line, (2,)) for line in body.splitlines()]
    return Article("", "story", tuple(blocks))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[SqliteLibrary]:
    opened = SqliteLibrary(tmp_path / "library.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def shelf(library: SqliteLibrary) -> Shelf:
    return Shelf(library)


@pytest.fixture
def shelf_of() -> type[Shelf]:
    """For a library that a test opens itself."""
    return Shelf
