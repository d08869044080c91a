"""`show`: one article, or all parts of one that goes on on other pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from paperterm.actions.answer import Answer
from paperterm.actions.command import Argument, Command, Values
from paperterm.actions.finding import where
from paperterm.actions.session import Session, failures
from paperterm.library.records import StoredArticle


def show(session: Session, values: Values) -> Answer:
    with failures():
        stored = session.library.article(values["id"])
        data = _form(session, stored)
        if values.get("whole"):
            parts = session.jumps.whole(stored)
            data["parts"] = [_form(session, part) for part in parts]
        else:
            parts = [stored]
        before, behind = _elsewhere(session, parts[0], forward=False), _elsewhere(session, parts[-1], forward=True)
    return Answer(data, _print(parts, before, behind))


def _form(session: Session, stored: StoredArticle) -> dict[str, Any]:
    from paperterm.parse.form import article_form

    head = stored.head
    return article_form(stored.article) | {
        "paper": head.paper,
        "date": head.date,
        "page": head.page,
        "source": head.source,
        "continued_from": session.jumps.beginning(stored),
        "continues": session.jumps.continuation(stored),
    }


def _elsewhere(session: Session, stored: StoredArticle, forward: bool) -> str:
    """A line about where the article goes on, or where it began; "" where that is here."""
    jumps, article = session.jumps, stored.article
    id = jumps.continuation(stored) if forward else jumps.beginning(stored)
    if id is None:
        says = article.jump_to if forward else article.jump_from
        return "" if says is None else jumps.missing(stored, forward)
    head = session.library.head(id)
    page = f" 第{head.page}版" if head and head.page is not None else ""
    return f"Continued {'on' if forward else 'from'}{page}: {id}"


def _print(parts: list[StoredArticle], before: str, behind: str) -> Iterator[str]:
    """The parts of one article, each below the page it stands on."""
    for part in parts:
        if part is not parts[0]:
            yield ""
        yield where(part.head)
        if before and part is parts[0]:
            yield before
        yield ""
        yield from _set(part)
    if behind:
        yield ""
        yield behind


def _set(stored: StoredArticle) -> Iterator[str]:
    """The article as lines for a terminal of this width."""
    import shutil

    from paperterm.export.plain_text import NARROWEST, WIDEST, set_article

    measure = max(NARROWEST, min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns - 2))
    return set_article(stored.article, measure)


SHOW = Command(
    "show",
    "Show an article",
    "Print one article, set for reading, and say where it goes on and where it began.",
    show,
    (
        Argument("ID", "the article's id, or the end of it where that is enough to tell it", offers="articles"),
        Argument("--whole", "all of it, from its beginning through its continuations on other pages", bool),
    ),
)
