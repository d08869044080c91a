"""`names`: the people, places and organisations of an article, each with the search that finds more of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Any

from paperterm.actions.answer import FOUND, NOTHING, WRONG, Answer, Failure
from paperterm.actions.command import Argument, Command, Values
from paperterm.actions.session import Session, failures

if TYPE_CHECKING:
    from paperterm.library.records import StoredArticle
    from paperterm.library.sqlite import SqliteLibrary
    from paperterm.parse.entities import Entity, Sort

SORTS: tuple[tuple[Sort, str], ...] = (("person", "People"), ("place", "Places"), ("organisation", "Organisations"))


@dataclass(frozen=True, slots=True)
class Named:
    """A name and the query that looks for it."""

    entity: Entity
    query: str


def names_in(session: Session, stored: StoredArticle) -> list[Named]:
    """The names of an article, the most telling first. The first time takes a second, while what tells words apart is loaded:
    ask in a thread. Raises LibraryError."""
    from paperterm.parse.entities import entities
    from paperterm.query.unfinished import Unfinished, completed
    from paperterm.text.tagging import tagged

    found = entities(stored.article, tagged, _rarity(session.library))
    nothing = Unfinished(0, "", "")
    return [
        Named(entity, completed("", nothing, entity.name, "by" if entity.role == "reporter" else ""))
        for entity in found
    ]


def _rarity(library: SqliteLibrary) -> Callable[[str], float]:
    """How telling a name is, by the articles it stands in, as far as the library's words are counted."""
    counted = library.words.counted()
    articles = counted.articles if counted else 0

    def rarity(name: str) -> float:
        holders = library.words.counts([name]).get(name, 1) if articles else 1
        return log(2 + articles / max(1, holders))

    return rarity


def names(session: Session, values: Values) -> Answer:
    limit = values.get("limit")
    if limit is not None and limit < 1:
        raise Failure("bad-limit", "--limit takes a number of names, 1 or more.", WRONG)
    with failures():
        stored = session.library.article(values["id"])
        found = names_in(session, stored)[:limit]
        hint = session.hint
    data = {"id": stored.head.id, "names": [_form(one) for one in found]}
    nothing = () if found else (f"No names were found in {stored.head.title}.",)
    return Answer(data, _lines(found), nothing + hint, FOUND if found else NOTHING)


def _form(one: Named) -> dict[str, Any]:
    entity = one.entity
    return {"name": entity.name, "sort": entity.sort, "count": entity.count, "role": entity.role, "query": one.query}


def _lines(found: list[Named]) -> Iterator[str]:
    for sort, title in SORTS:
        of_sort = [one.entity for one in found if one.entity.sort == sort]
        if of_sort:
            yield title
        for entity in of_sort:
            role = f"  {entity.role}" if entity.role else ""
            yield f"  {entity.name}  {entity.count}×{role}"


NAMES = Command(
    "names",
    "Names of an article",
    "List the people, places and organisations that an article speaks of, the most telling first; with --json each with the "
    "query that finds more of it.",
    names,
    (
        Argument("ID", "the article's id, or the end of it where that is enough to tell it", offers="articles"),
        Argument("--limit", "at most so many names", int, metavar="N"),
    ),
)
