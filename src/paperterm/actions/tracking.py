"""`history` and `saved`: what was read, and queries kept under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperterm.actions.answer import FOUND, NOTHING, WRONG, Answer, Failure
from paperterm.actions.command import Argument, Command, Values
from paperterm.actions.session import Session, failures
from paperterm.actions.styled import Line

if TYPE_CHECKING:
    from paperterm.actions.contract.kept import SavedSearch
    from paperterm.actions.contract.kept import Visit as VisitForm
    from paperterm.notebook.reading import Visit
    from paperterm.notebook.records import Search


def history(session: Session, values: Values) -> Answer:
    limit = values.get("limit") or session.settings.history.length
    if limit < 1:
        raise Failure("bad-limit", f"--limit {limit}: at least 1 article can be listed.", WRONG)
    with failures():
        visits = [_visit(session, visit) for visit in session.reading.history(limit)]
    lines = map(_visited, visits)
    talk = (*session.reading.notices, *(() if visits else ("Nothing was read yet.",)))
    return Answer({"history": visits}, lines, talk, FOUND if visits else NOTHING)


def _visited(visit: VisitForm) -> Line:
    when = f"{visit['read_at'][:16].replace('T', ' ')}  {visit['share']:>4.0%}  "
    return ((when, "quiet"), (visit["headline"] or visit["id"], "headline"))


def _visit(session: Session, visit: Visit) -> VisitForm:
    head = session.library.head(visit.article)
    return {
        "id": head.id if head else visit.article,
        "headline": head.title if head else None,
        "read_at": visit.moment.astimezone().isoformat(timespec="seconds"),
        "share": round(visit.share, 3),
    }


def save(session: Session, values: Values) -> Answer:
    from paperterm.query import parse_query

    with failures():
        parse_query(values["query"])  # what cannot be searched for is not worth keeping
        search = session.notebook.save_search(values["name"], values["query"])
    return Answer(_form(search), (_line(search),), trouble=tuple(session.notebook.notices))


def list_saved(session: Session, values: Values) -> Answer:
    with failures():
        searches = session.notebook.searches()
    talk = (*session.notebook.notices, *(() if searches else ("There are no saved searches yet.",)))
    data = {"searches": [_form(search) for search in searches]}
    return Answer(data, map(_line, searches), talk, FOUND if searches else NOTHING)


def remove(session: Session, values: Values) -> Answer:
    from paperterm.notebook.values import same_tag

    with failures():
        named = [s for s in session.notebook.searches() if same_tag(s.name) == same_tag(values["name"])]
        search = session.notebook.remove("search", named[0].id if named else values["name"])
    line = f"Removed the saved search {values['name']}. `paperterm notebook undo` brings it back."
    return Answer({"id": search.id}, (line,), trouble=tuple(session.notebook.notices))


def _form(search: Search) -> SavedSearch:
    return {
        "id": search.id,
        "name": search.name,
        "query": search.query,
        "created": search.created,
        "changed": search.changed,
    }


def _line(search: Search) -> str:
    return f"{search.name}: {search.query}"


COMMANDS = (
    Command(
        "history",
        "List what was read",
        "List the articles that were read last, and how far.",
        history,
        (Argument("--limit", "how many; 20 where it is not said", int, metavar="N"),),
    ),
    Command(
        "saved add",
        "Save a search",
        "Keep a query under a name; the reader lists it above the issues.",
        save,
        (Argument("NAME", "its name"), Argument("QUERY", "the query, as one word", dashes=True)),
    ),
    Command("saved list", "List the saved searches", "List the saved searches by name.", list_saved),
    Command(
        "saved remove",
        "Remove a saved search",
        "Remove one saved search.",
        remove,
        (Argument("NAME", "its name or id"),),
    ),
)
