"""`suggest`, `related`, `names` and `trends`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from paperterm.actions.contract.values import Count, File, Id, Printed
from paperterm.actions.suggesting import Why
from paperterm.export.trends import By
from paperterm.parse.entities import Role, Sort


class Completion(TypedDict):
    """A word of the library, in how many articles it stands, and the query that it makes."""

    word: str
    count: Count
    query: str
    why: Why


class Suggested(TypedDict):
    """What the last word of the text may become."""

    text: str
    completions: list[Completion]


class RelatedArticle(Printed):
    """An article that shares rare words with another; the score is the share of what both say, from 0 to 1."""

    id: Id
    headline: str | None
    score: float
    shared: list[str]


class Related(TypedDict):
    """The article asked for, and those that share most with it."""

    id: Id
    related: list[RelatedArticle]


class RelatedTogether(TypedDict):
    """The same for several articles, or those that standard input names."""

    articles: list[Related]


class Name(TypedDict):
    """A name, how often it stands in the article, and the query that finds more of it."""

    name: str
    sort: Sort
    count: Count
    role: Role | None
    query: str


class Names(TypedDict):
    """The names of one article, the most telling first."""

    id: Id
    names: list[Name]


class NamesTogether(TypedDict):
    """The same for several articles, or those that standard input names."""

    articles: list[Names]


class Period(TypedDict):
    """How many of the articles of a month or a year fit a query; `paper` is null for all papers, and for none known."""

    period: str
    paper: str | None
    query: str
    articles: Count
    of: Count
    share: float | None


class Trends(TypedDict):
    """Counts by periods; `undated` are the articles that fit and are in none. `path` is the file written (--output)."""

    by: By
    queries: list[str]
    trends: list[Period]
    undated: dict[str, int]
    path: NotRequired[File]
