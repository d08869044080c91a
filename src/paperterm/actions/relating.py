"""`related`: the articles that share rare words with one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from paperterm.actions.answer import FOUND, NOTHING, WRONG, Answer, Failure
from paperterm.actions.command import Argument, Command, Values
from paperterm.actions.finding import where
from paperterm.actions.session import Session, failures

if TYPE_CHECKING:
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
        stored = session.library.article(values["id"])
        found = related_to(session, stored, limit or LIMIT)
        hint = session.hint
    data = {"id": stored.head.id, "related": [_form(one) for one in found]}
    nothing = () if found else (f"No article shares rare words with {stored.head.title}.",)
    return Answer(data, _lines(found), nothing + hint, FOUND if found else NOTHING)


def _form(one: Related) -> dict[str, Any]:
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


def _lines(found: list[Related]) -> Iterator[str]:
    for one in found:
        yield one.hit.head.title
        yield f"  {where(one.hit.head)}  {one.hit.head.id}"
        yield f"  shares {'、'.join(one.shared)}"


RELATED = Command(
    "related",
    "Related articles",
    "List the articles that share rare words with one, those that share most first.",
    related,
    (
        Argument("ID", "the article's id, or the end of it where that is enough to tell it", offers="articles"),
        Argument("--limit", f"at most so many articles ({LIMIT})", int, metavar="N"),
    ),
)
