"""`issues` and `search`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from paperterm.actions.contract.values import BlockNumber, Count, Day, File, Id, Offset, Printed
from paperterm.model import Kind


class IssueArticle(TypedDict):
    """An article in the list of issues."""

    id: Id
    kind: Kind
    headline: str | None


class IssuePage(TypedDict):
    """A page of an issue with its articles in the order they are read."""

    page: int | None
    source: File
    articles: list[IssueArticle]


class Issue(TypedDict):
    """An issue; null where neither the page, a person nor a file's name says it."""

    paper: str | None
    date: Day | None
    number: int | None
    pages: list[IssuePage]


class Issues(TypedDict):
    """Every issue of the library."""

    issues: list[Issue]


class Match(TypedDict):
    """Where a word stands, in the blocks that `paperterm show ID --json` prints."""

    block: BlockNumber
    start: Offset
    end: Offset


class Hit(Printed):
    """An article that fits the query."""

    id: Id
    headline: str | None
    score: float
    snippet: str
    matches: list[Match]


class OfPaper(TypedDict):
    """How many articles a paper has."""

    paper: str | None
    count: Count


class OfYear(TypedDict):
    """How many articles a year has."""

    year: str | None
    count: Count


class OfMonth(TypedDict):
    """How many articles a month has."""

    month: str | None
    count: Count


class OfKind(TypedDict):
    """How many articles are of a kind."""

    kind: Kind
    count: Count


class Facets(TypedDict):
    """The articles that fit, counted by what they have in common (--facets)."""

    papers: list[OfPaper]
    years: list[OfYear]
    months: list[OfMonth]
    kinds: list[OfKind]


class Found(TypedDict):
    """How many articles fit, and the hits that were asked for."""

    query: str
    total: Count
    hits: list[Hit]
    facets: NotRequired[Facets]
