"""`forget`: pages out of the library. What was written about them stays in the notebook."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from paperterm.actions.answer import FOUND, NOTHING, WRONG, Answer, Failure
from paperterm.actions.command import Argument, Command, Values
from paperterm.actions.named import all_named
from paperterm.actions.pages import page_named, refuse_samples
from paperterm.actions.session import Session, failures

if TYPE_CHECKING:
    from paperterm.actions.contract.importing import Forgot, Forgotten


def forget(session: Session, values: Values) -> Answer:
    words = [word for word in values["page_file"] if word]
    if not words and not values.get("missing"):
        raise Failure(
            "no-page",
            "Name the pages to forget: paperterm forget PAGE; or those whose files are gone: --missing",
            WRONG,
        )
    with failures():
        refuse_samples(session)
        pages = [page_named(session, word) for word in (all_named(session, words, "page") if words else ())]
        gone, left = _missing(session) if values.get("missing") else ([], [])
        pages = list(dict.fromkeys([*pages, *gone]))
        removed = [_form(session, sha256) for sha256 in pages]
        kept = _records_on(session, {id for page in removed for id in page["articles"]})
        with session.library.changes() as change:
            for sha256 in pages:
                change.forget(sha256)
            change.leave(left)
    data: Forgot = {"forgotten": removed, "left": [str(path) for path in left], "notes": kept}
    talk = []
    if kept:
        talk.append(
            f"What you kept on them ({kept} notes, bookmarks and highlights) stays in the notebook, as orphans."
        )
    if not removed and not left:
        talk.append("Nothing to forget: every page still has a file.")
    lines = [*map(_line, removed), *(f"Left: {path} is gone; its page has another file." for path in left)]
    return Answer(data, lines, tuple(talk), FOUND if removed or left else NOTHING)


def _missing(session: Session) -> tuple[list[str], list[Path]]:
    """The pages all of whose files are gone, and the gone files of the others."""
    from paperterm.library.paths import is_gone

    gone: dict[str, list[Path]] = {}
    standing = set()
    for path, known in session.library.known_files().items():
        if is_gone(path):
            gone.setdefault(known.sha256, []).append(Path(os.fsdecode(path)))
        else:
            standing.add(known.sha256)
    left = [path for sha256 in standing for path in gone.pop(sha256, [])]
    return list(gone), left


def _form(session: Session, sha256: str) -> Forgotten:
    facts = session.library.facts(sha256).effective
    return {
        "sha256": sha256,
        "paper": facts.paper,
        "date": facts.date,
        "page": facts.page,
        "sources": [str(path) for path in session.library.sources(sha256)],
        "articles": [article.id for article in session.library.page(sha256).articles],
    }


def _records_on(session: Session, ids: set[str]) -> int:
    """How many records of the notebook are on these articles."""
    notebook = session.notebook
    on = [record.article for kept in (notebook.bookmarks(), notebook.notes(), notebook.highlights()) for record in kept]
    return sum((session.current_id(article) or article) in ids for article in on)


def _line(page: Forgotten) -> str:
    issue = [page["paper"], page["date"], f"page {page['page']}" if page["page"] else None]
    known = ", ".join(filter(None, issue)) or page["sha256"][:8]
    articles = len(page["articles"])
    where = f": {page['sources'][0]}" if page["sources"] else ""
    return f"Forgot {known} ({articles} article{'' if articles == 1 else 's'}){where}"


FORGET = Command(
    "forget",
    "Forget pages",
    "Remove pages from the library; their files are left alone and can be imported again. What you kept on them stays in the notebook.",
    forget,
    (
        Argument(
            "PAGE_FILE",
            "a page's file, or the id of an article on it; - reads them from standard input",
            many="*",
            metavar="PAGE",
            offers="files",
        ),
        Argument("--missing", "all pages whose files are gone", bool),
    ),
)
