"""What an export holds: articles by id, by issue, by a query; with what is known of them, and what was kept on them."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, cast

from paperterm.actions.answer import NOTHING, WRONG, Failure
from paperterm.actions.session import Session

if TYPE_CHECKING:
    from paperterm.export.items import Item
    from paperterm.export.kept import Kept
    from paperterm.library.records import IssueHead, StoredArticle
    from paperterm.notebook.records import Bookmark, Highlight, Note

ANCHORED = ("bookmark", "note", "highlight")
CHOICES = 5
"""Issues that a sentence offers."""


def ids_named(words: Iterable[str]) -> list[str]:
    """The ids that the words of a command name; - stands for those on standard input, one a line."""
    found: list[str] = []
    for word in words:
        if word != "-":
            found.append(word)
        elif sys.stdin is not None:
            text = sys.stdin.buffer.read().decode("utf-8-sig", "replace")
            found += [line.strip() for line in text.splitlines() if line.strip()]
    if not found:
        raise Failure("nothing-named", "No article was named: there was nothing on standard input.", NOTHING)
    return list(dict.fromkeys(found))


def kept(session: Session, which: Collection[tuple[str, str]] | None = None) -> list[Kept]:
    """Records (kind, id), in the order given, without those that are no more; None for all notes, bookmarks and highlights,
    the oldest first. Raises NotebookError, LibraryError."""
    from paperterm.export.kept import Kept

    notebook = session.notebook
    all_records = [record for kind in ANCHORED for record in notebook.records(kind)]
    if which is None:
        records = sorted(all_records, key=lambda record: (record.created, record.id))
    else:
        known = {(kind, r.id): r for kind in ANCHORED for r in notebook.records(kind)}
        records = [known[each] for each in which if each in known]
    articles: dict[str, StoredArticle] = {}
    found = []
    for record in cast("list[Bookmark | Note | Highlight]", records):
        article, placement = session.located(record.article, record.anchor)
        if article and article.id not in articles:
            articles[article.id] = session.library.article(article.id)
        found.append(Kept(record, articles[article.id] if article else None, placement))
    return found


def items(session: Session, ids: Iterable[str]) -> list[Item]:
    """The articles of these ids, each once, with what was kept on them. Raises UnknownId, LibraryError, NotebookError."""
    stored = [session.library.article(id) for id in ids]
    by_article: dict[str, list[Kept]] = {}
    for record in kept(session):
        by_article.setdefault(record.article, []).append(record)
    return with_facts(session, {each.head.id: each for each in stored}.values(), by_article)


def with_facts(session: Session, stored: Iterable[StoredArticle], by_article: dict[str, list[Kept]]) -> list[Item]:
    """Articles, each with the facts of its issue that are only assumed, and with its records."""
    from paperterm.export.items import Item

    assumed: dict[str, frozenset[str]] = {}
    found = []
    for each in stored:
        if each.sha256 not in assumed:
            assumed[each.sha256] = only_assumed(session, each)
        found.append(Item(each, assumed[each.sha256], tuple(by_article.get(each.head.id, ()))))
    return found


def only_assumed(session: Session, stored: StoredArticle) -> frozenset[str]:
    """The facts of a page's issue that count and that neither a person nor the page states."""
    from dataclasses import replace

    from paperterm.library.facts import PageFacts

    facts = session.library.facts(stored.sha256)
    said = PageFacts(facts.stated, facts.printed, replace(facts.assumed, **_nothing())).effective
    names = ("paper", "date", "page", "number")
    return frozenset(
        name
        for name in names
        if getattr(stored.facts, name) is not None and getattr(said, name) != getattr(stored.facts, name)
    )


def _nothing() -> dict[str, None]:
    return dict.fromkeys(("paper", "date", "number", "pages", "page", "cn"))


def issue_named(session: Session, word: str) -> tuple[IssueHead, list[str]]:
    """The issue that a word names, with the ids of its articles: its paper and date, as 工人日报/2025-03-25 or as its ids begin;
    a date or a paper alone where it has but one. Raises Failure."""
    from paperterm.export.items import UNDATED, UNKNOWN_PAPER

    wanted = "/".join(word.strip().strip("/").split())
    issues = session.library.issues()
    found: list[IssueHead] = []
    for head in issues:
        paper, date = head.paper or UNKNOWN_PAPER, head.date or UNDATED
        if wanted in (f"{paper}/{date}", paper, date):
            found.append(head)
    if not found and "/" in wanted:
        found = [head for head in issues if any(id.startswith(f"{wanted}/") for id in _ids(session, head))]
    if len(found) != 1:
        raise Failure(*_unfound(word, found or issues, bool(found)))
    return found[0], _ids(session, found[0])


def _unfound(word: str, heads: list[IssueHead], several: bool) -> tuple[str, str, int]:
    from paperterm.export.items import UNDATED, UNKNOWN_PAPER

    names = [f"{head.paper or UNKNOWN_PAPER}/{head.date or UNDATED}" for head in heads[:CHOICES]]
    choice = ", ".join(names) + (" …" if len(heads) > CHOICES else "")
    if several:
        return "ambiguous-issue", f"{word} names {len(heads)} issues: {choice}.", WRONG
    hint = f" There are: {choice}." if names else " Nothing is in the library."
    return "unknown-issue", f"No issue is called {word!r}.{hint} `paperterm issues` lists all.", NOTHING


def _ids(session: Session, head: IssueHead) -> list[str]:
    return [article.id for page in session.library.pages(head.paper, head.date) for article in page.articles]
