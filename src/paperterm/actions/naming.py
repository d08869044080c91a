"""`names`: the people, places and organisations of an article, each with the search that finds more of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from paperterm.actions.answer import FOUND, NOTHING, WRONG, Answer, Failure
from paperterm.actions.command import Argument, Command, Values
from paperterm.actions.named import all_named, several
from paperterm.actions.session import Session, failures
from paperterm.actions.styled import Line, headline

if TYPE_CHECKING:
    from paperterm.actions.contract.words import Name, Names
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
        articles = [session.library.article(id) for id in all_named(session, values["id"])]
        found = {stored: names_in(session, stored)[:limit] for stored in articles}
        hint = session.hint
    data: list[Names] = [{"id": stored.head.id, "names": [_form(one) for one in own]} for stored, own in found.items()]
    nothing = tuple(f"No names were found in {stored.head.title}." for stored, own in found.items() if not own)
    lines = (line for own in found.values() for line in _lines(own))
    if several(values["id"]):
        lines = (line for s, own in found.items() for line in (f"In {s.head.title}  {s.head.id}", *_lines(own)))
    code = FOUND if any(found.values()) else NOTHING
    return Answer({"articles": data} if several(values["id"]) else data[0], lines, nothing + hint, code)


def _form(one: Named) -> Name:
    entity = one.entity
    return {"name": entity.name, "sort": entity.sort, "count": entity.count, "role": entity.role, "query": one.query}


def _lines(found: list[Named]) -> Iterator[Line]:
    for sort, title in SORTS:
        of_sort = [one.entity for one in found if one.entity.sort == sort]
        if of_sort:
            yield headline(title)
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
        Argument(
            "ID",
            "the article's id, or the end of it where that is enough to tell it; - reads ids from standard input",
            many="+",
            offers="articles",
        ),
        Argument("--limit", "at most so many names", int, metavar="N"),
    ),
)
