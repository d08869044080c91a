"""`related`: the articles that share rare words with one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from paperterm.actions.answer import FOUND, NOTHING, WRONG, Answer, Failure
from paperterm.actions.command import Argument, Command, Values
from paperterm.actions.finding import where
from paperterm.actions.named import all_named, several
from paperterm.actions.session import Session, failures
from paperterm.actions.styled import Line, headline, quiet

if TYPE_CHECKING:
    from paperterm.actions.contract.words import Related as RelatedForm
    from paperterm.actions.contract.words import RelatedArticle
    from paperterm.library.records import StoredArticle
    from paperterm.library.related import Related

LIMIT = 20
"""Articles that are listed where nobody says how many."""


def related_to(
    session: Session, stored: StoredArticle, limit: int = LIMIT, stop: Callable[[], bool] | None = None
) -> list[Related]:
    """The articles that share rare words with this one; its own parts on other pages are none. Raises LibraryError."""
    parts = [part.head.id for part in session.jumps.whole(stored)]
    return session.library.related(stored.head.id, limit, parts, stop)


def related(session: Session, values: Values) -> Answer:
    limit = values.get("limit")
    if limit is not None and limit < 1:
        raise Failure("bad-limit", "--limit takes a number of articles, 1 or more.", WRONG)
    with failures():
        articles = [session.library.article(id) for id in all_named(session, values["id"])]
        found = {stored: related_to(session, stored, limit or LIMIT) for stored in articles}
        hint = session.hint
    data: list[RelatedForm] = [
        {"id": stored.head.id, "related": [_form(one) for one in others]} for stored, others in found.items()
    ]
    nothing = tuple(f"No article shares rare words with {s.head.title}." for s, others in found.items() if not others)
    lines = (line for others in found.values() for line in _lines(others))
    if several(values["id"]):
        lines = (line for stored, others in found.items() for line in (_title(stored), *_lines(others)))
    code = FOUND if any(found.values()) else NOTHING
    return Answer({"articles": data} if several(values["id"]) else data[0], lines, nothing + hint, code)


def _title(stored: StoredArticle) -> Line:
    return f"With {stored.head.title}  {stored.head.id}"


def _form(one: Related) -> RelatedArticle:
    head = one.hit.head
    return {
        "id": head.id,
        "headline": head.headline,
        "paper": head.paper,
        "date": head.date,
        "page": head.page,
        "source": head.source,
        "score": one.hit.score,
        "shared": list(one.shared),
    }


def _lines(found: list[Related]) -> Iterator[Line]:
    for one in found:
        yield headline(one.hit.head.title)
        yield quiet(f"  {where(one.hit.head)}  {one.hit.head.id}")
        yield f"  shares {'、'.join(one.shared)}"


RELATED = Command(
    "related",
    "Related articles",
    "List the articles that share rare words with one, or with each of several, those that share most first.",
    related,
    (
        Argument(
            "ID",
            "the article's id, or the end of it where that is enough to tell it; - reads ids from standard input",
            many="+",
            offers="articles",
        ),
        Argument("--limit", f"at most so many articles ({LIMIT})", int, metavar="N"),
    ),
)
