"""`parse` and `show`."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired, TypedDict

from paperterm.actions.contract.values import Day, File, Id
from paperterm.model import IssueFacts
from paperterm.parse.explain import Explanation
from paperterm.parse.form import ArticleForm, PageForm


class Parsed(PageForm):
    """A page, and what the names of its file and folders say of its issue. Lossless: every line of the file that is not blank
    stands in a block, with its number."""

    issue_assumed: Annotated[dict[str, Any], IssueFacts]


class Explained(TypedDict):
    """Why each line got its role and its article (--explain)."""

    lines: list[Annotated[dict[str, Any], Explanation]]


class Shown(ArticleForm):
    """An article, where it was printed, and the ids of the articles it continues and goes on in."""

    paper: str | None
    date: Day | None
    page: int | None
    source: File
    continued_from: Id | None
    continues: Id | None


class ShownAlone(Shown):
    """One article; with --whole also all parts of it, in the order they are read."""

    parts: NotRequired[list[Shown]]


class ShownTogether(TypedDict):
    """Several articles, or those that standard input names."""

    articles: list[ShownAlone]
