"""What an export holds: articles by id, by issue, by a query; with what is known of them, and what was kept on them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, cast

from paperterm.actions.answer import NOTHING, WRONG, Failure
from paperterm.actions.session import Session
from paperterm.notebook.records import kind_of

if TYPE_CHECKING:
    from paperterm.export.items import Item
    from paperterm.export.kept import Kept
    from paperterm.library.records import IssueHead, StoredArticle
    from paperterm.notebook.records import Bookmark, Highlight, Note

ANCHORED = ("bookmark", "note", "highlight")
CHOICES = 5
"""Issues that a sentence offers."""


def kept(session: Session, which: Collection[tuple[str, str]] | None = None) -> list[Kept]:
    """Records (kind, id), in the order given, without those that are no more; None for all notes, bookmarks and highlights,
    the oldest first. Raises NotebookError, LibraryError."""
    records = _records(session)
    if which is not None:
        known = {(kind_of(record), record.id): record for record in records}
        records = [known[each] for each in which if each in known]
    return _placed(session, records)


def items(session: Session, ids: Iterable[str]) -> list[Item]:
    """The articles of these ids, each once, with what was kept on them. Raises UnknownId, LibraryError, NotebookError."""
    stored = {each.head.id: each for each in map(session.library.article, ids)}
    pages = {each.sha256 for each in stored.values()}
    now = {id: session.current_id(id) for id in {record.article for record in _records(session)}}
    # To find a record's place takes a while: only those are looked for that are on one of the articles or were on its page.
    near = [record for record in _records(session) if now[record.article] in stored or record.anchor.source in pages]
    by_article: dict[str, list[Kept]] = {}
    for each in _placed(session, near):
        by_article.setdefault(each.article, []).append(each)
    return with_facts(session, stored.values(), by_article)


def _records(session: Session) -> list[Bookmark | Note | Highlight]:
    """All that has a place, the oldest first."""
    found = [record for kind in ANCHORED for record in session.notebook.records(kind)]
    return cast("list[Bookmark | Note | Highlight]", sorted(found, key=lambda record: (record.created, record.id)))


def _placed(session: Session, records: Iterable[Bookmark | Note | Highlight]) -> list[Kept]:
    """Records with the articles that they are on now and their places there."""
    from paperterm.export.kept import Kept

    articles: dict[str, StoredArticle] = {}
    assumed = _Assumed(session)
    found = []
    for record in records:
        article, placement = session.located(record.article, record.anchor)
        if article and article.id not in articles:
            articles[article.id] = session.library.article(article.id)
        stored = articles[article.id] if article else None
        found.append(Kept(record, stored, placement, assumed.of(stored) if stored else frozenset()))
    return found


def with_facts(session: Session, stored: Iterable[StoredArticle], by_article: dict[str, list[Kept]]) -> list[Item]:
    """Articles, each with the facts of its issue that are only assumed, and with its records."""
    from paperterm.export.items import Item

    assumed = _Assumed(session)
    return [Item(each, assumed.of(each), tuple(by_article.get(each.head.id, ()))) for each in stored]


class _Assumed:
    """Which facts of a page are only assumed: asked once a page."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[str, frozenset[str]] = {}

    def of(self, stored: StoredArticle) -> frozenset[str]:
        if stored.sha256 not in self._known:
            self._known[stored.sha256] = only_assumed(self._session, stored)
        return self._known[stored.sha256]


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
