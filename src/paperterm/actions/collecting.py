"""`import` and `set`: pages into the library, and what a person states about them."""

from __future__ import annotations

import os.path
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from paperterm.actions.answer import FOUND, NOTHING, WRONG, Answer, Failure
from paperterm.actions.command import Argument, Command, Values
from paperterm.actions.session import Session, failures
from paperterm.model import IssueFacts

if TYPE_CHECKING:
    from paperterm.library.account import Progress, Summary

STATED = (
    Argument("--paper", "the paper's name", metavar="NAME"),
    Argument("--date", "the issue's date", metavar="YYYY-MM-DD"),
    Argument("--page", "the page's number", int, metavar="N"),
)


def stated_facts(values: Values) -> IssueFacts:
    """--paper, --date and --page. Raises Failure for a date that is none and a page below 1."""
    day, page, paper = values.get("date"), values.get("page"), values.get("paper")
    if day is not None:
        try:
            day = date.fromisoformat(day).isoformat()
        except ValueError:
            raise Failure("bad-date", f"--date {day}: no such day; write it like 2025-03-25.", WRONG) from None
    if page is not None and not 1 <= page <= 999:
        raise Failure("bad-page", f"--page {page}: a page's number is between 1 and 999.", WRONG)
    if paper is not None:
        from paperterm.text.clean import one_line

        paper = one_line(paper).strip()
        if not paper:
            raise Failure("bad-paper", "--paper takes the name of a paper.", WRONG)
    return IssueFacts(paper=paper, date=day, page=page)


def take_in(
    session: Session,
    paths: Iterable[Path],
    facts: IssueFacts = IssueFacts(),  # noqa: B008 - immutable
    progress: Callable[[Progress], None] | None = None,
    rebuild: bool = False,
) -> Summary:
    """Import the pages under `paths`; what is stated about them is kept in the notebook. Raises LibraryError,
    NotebookError."""
    from paperterm.library.importing import import_paths

    library = session.writable_library()
    try:
        summary = import_paths(library, paths, session.notebook.stated(), facts, progress, rebuild)
        session.notebook.state_all(summary.stated)
    finally:
        library.close()
    return summary


def import_(session: Session, values: Values) -> Answer:
    paths = [Path(word) for word in values["path"] if word]
    if not paths and not values.get("rebuild"):
        raise Failure("no-path", "Name the files or folders to import: paperterm import FOLDER", WRONG)
    with failures():
        summary = take_in(session, paths, stated_facts(values), values.get("progress"), bool(values.get("rebuild")))
    problems = [{"path": str(p.path), "problem": p.sentence} for p in summary.skipped]
    data = {
        "pages": summary.pages,
        "articles": summary.articles,
        "added": summary.added,
        "changed": summary.changed,
        "unchanged": summary.unchanged,
        "skipped": problems,
        "warnings": summary.warnings,
        "library": str(session.places.library),
    }
    counts = f"{summary.added} added, {summary.changed} changed, {summary.unchanged} unchanged"
    lines = [f"{_count(summary.pages, 'page')} with {_count(summary.articles, 'new article')}: {counts}."]
    if summary.warnings:
        lines.append(
            f"{_count(summary.warnings, 'place')} looked wrong; `paperterm parse PAGE` names the lines of a page."
        )
    talk = tuple(f"Not read: {p['path']}: {p['problem']}" for p in problems)
    return Answer(data, lines, talk, NOTHING if problems or not summary.pages else FOUND)


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def set_(session: Session, values: Values) -> Answer:
    facts = stated_facts(values)
    if facts == IssueFacts():
        raise Failure(
            "nothing-stated", "Say what the page does not print: --paper NAME, --date YYYY-MM-DD or --page N.", WRONG
        )
    with failures():
        if session.on_samples:
            raise Failure(
                "samples",
                "The sample pages cannot be changed. Import pages of your own first: paperterm import FOLDER",
                WRONG,
            )
        sha256 = _page_sha(session, values["page_file"])
        session.notebook.state(sha256, facts)
        session.library.state(sha256, session.notebook.stated()[sha256])
    said = {key: value for key, value in asdict(facts).items() if value is not None}
    lines = [f"Stated: {', '.join(f'{key} {value}' for key, value in said.items())}."]
    return Answer({"page": values["page_file"], "sha256": sha256, "stated": said}, lines)


def _page_sha(session: Session, word: str) -> str:
    """The page that a word names: a page file, an article's id, or the page's sha256 or its beginning."""
    from paperterm.library.engine import UnknownId

    found = session.library.page_by_source(Path(word))
    if found:
        return found
    hexadecimal = len(word) >= 8 and all(c in "0123456789abcdef" for c in word)
    if hexadecimal:
        matching = [sha for sha in session.library.all_pages() if sha.startswith(word)]
        if len(matching) == 1:
            return matching[0]
    try:
        return session.library.article(word).sha256
    except UnknownId as error:
        hint = " It exists, but was never imported." if os.path.exists(word) else ""  # noqa: PTH110 - Path may raise
        raise Failure(
            "unknown-page", f"{word} is no page of the library: name its file, or an article on it.{hint}", NOTHING
        ) from error


IMPORT = Command(
    "import",
    "Import pages",
    "Read files and folders of OCR'd pages (text, Markdown, HTML, hOCR, ALTO, PDF) into the library; only what is new or changed is parsed.",
    import_,
    (
        Argument("PATH", "page files and folders of them", many="*"),
        *STATED,
        Argument("--rebuild", "parse every page in the library anew", bool),
    ),
)
SET = Command(
    "set",
    "State facts about a page",
    "State the paper, date or page number of a page that does not print them. The notebook keeps it.",
    set_,
    (Argument("PAGE_FILE", "the page's file, or the id of an article on it", metavar="PAGE"), *STATED),
)
