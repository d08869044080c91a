"""Which issues and articles a query leaves of the list of issues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from paperterm.actions.onward import issue_of, read_by_issue
from paperterm.actions.session import Session
from paperterm.library.records import IssueHead
from paperterm.query import And, Document, Field, Matcher, Node, Not, Or, parse_query

MOST = 2_000
"""Articles that a filter leaves at most, the newest: more than anybody goes through in a list."""


class Sifted(NamedTuple):
    """The issues that are left, with how many articles of each; the ids of the articles that are left, None for all of
    these issues; and how many articles fit, where they are more."""

    issues: list[IssueHead]
    articles: frozenset[str] | None = None
    total: int = 0


def sifted(session: Session, issues: Sequence[IssueHead], text: str, stop: Callable[[], bool]) -> Sifted:
    """What fits a query. Raises QueryError and what searching raises."""
    query = parse_query(text)
    if _of_issues(query.root):
        fits = Matcher(query).fits
        return Sifted([head for head in issues if fits(_document(head))])
    found = session.search(query, MOST, stop, "newest")
    counts = Counter(issue_of(hit.head) for hit in found.hits)
    left = [replace(head, articles=counts[issue_of(head)]) for head in issues if counts[issue_of(head)]]
    return Sifted(left, frozenset(hit.head.id for hit in found.hits), found.total)


def with_unread(session: Session, issues: Sequence[IssueHead]) -> list[IssueHead]:
    """The issues that hold articles which were not read, with how many those are."""
    read = read_by_issue(session)
    left = (replace(head, articles=head.articles - read[issue_of(head)]) for head in issues)
    return [head for head in left if head.articles > 0]


def _of_issues(node: Node) -> bool:
    """Does the query ask only for what all articles of an issue share?"""
    match node:
        case Field():
            return node.name in ("paper", "date")
        case Not():
            return _of_issues(node.part)
        case And() | Or():
            return all(map(_of_issues, node.parts))
        case _:
            return False


def _document(head: IssueHead) -> Document:
    return Document("", None, "", head.paper, head.date, None, None, "", (), ())
