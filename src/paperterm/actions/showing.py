"""`show`: articles, each alone or with all its parts on other pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, cast

from paperterm.actions.answer import Answer
from paperterm.actions.command import Argument, Command, Values
from paperterm.actions.finding import where
from paperterm.actions.named import all_named, several
from paperterm.actions.session import Session, failures
from paperterm.actions.styled import Line, headline, quiet
from paperterm.library.records import StoredArticle

if TYPE_CHECKING:
    from paperterm.actions.contract.articles import Shown, ShownAlone


def show(session: Session, values: Values) -> Answer:
    whole = bool(values.get("whole"))
    with failures():
        found = [_parts(session, id, whole) for id in all_named(session, values["id"])]
        data = [_alone(session, stored, parts, whole) for stored, parts in found]
        lines = _one_below_another([_print(session, parts) for _, parts in found])
    return Answer({"articles": data} if several(values["id"]) else data[0], lines)


def _parts(session: Session, id: str, whole: bool) -> tuple[StoredArticle, list[StoredArticle]]:
    """An article, and what is printed of it."""
    stored = session.library.article(id)
    return stored, session.jumps.whole(stored) if whole else [stored]


def _alone(session: Session, stored: StoredArticle, parts: list[StoredArticle], whole: bool) -> ShownAlone:
    data = cast("ShownAlone", _form(session, stored))
    if whole:
        data["parts"] = [_form(session, part) for part in parts]
    return data


def _form(session: Session, stored: StoredArticle) -> Shown:
    from paperterm.parse.form import article_form

    head = stored.head
    return {
        **article_form(stored.article),
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


def _one_below_another(printed: Iterable[Iterable[Line]]) -> Iterator[Line]:
    for number, lines in enumerate(printed):
        if number:
            yield from ("", quiet("─" * _measure()), "")
        yield from lines


def _print(session: Session, parts: list[StoredArticle]) -> list[Line]:
    """The parts of one article, each below the page it stands on."""
    before, behind = _elsewhere(session, parts[0], forward=False), _elsewhere(session, parts[-1], forward=True)
    lines: list[Line] = []
    for number, part in enumerate(parts):
        lines += [""] if number else []
        lines.append(quiet(where(part.head)))
        lines += [quiet(before)] if before and not number else []
        lines += ["", *_set(part)]
    return [*lines, "", quiet(behind)] if behind else lines


def _set(stored: StoredArticle) -> Iterator[Line]:
    """The article as lines for a terminal of this width."""
    from paperterm.export.plain_text import set_lines

    for role, text in set_lines(stored.article, _measure()):
        yield headline(text) if role in ("headline", "heading") else text


def _measure() -> int:
    """Cells of a line."""
    import shutil

    from paperterm.export.plain_text import NARROWEST, WIDEST

    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns - 2))


SHOW = Command(
    "show",
    "Show articles",
    "Print articles, set for reading, and say where each goes on and where it began.",
    show,
    (
        Argument(
            "ID",
            "the articles' ids, or the ends of them where that is enough to tell them; - reads ids from standard input",
            many="+",
            offers="articles",
        ),
        Argument("--whole", "all of each, from its beginning through its continuations on other pages", bool),
    ),
)
