"""What a person states about pages: the options of `import`, and `set`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, cast

from paperterm.actions.answer import WRONG, Answer, Failure
from paperterm.actions.command import Argument, Command, Values
from paperterm.actions.named import all_named, several
from paperterm.actions.pages import page_named, refuse_samples
from paperterm.actions.session import Session, failures
from paperterm.model import IssueFacts

if TYPE_CHECKING:
    from paperterm.actions.contract.importing import Stated, StatedFacts
    from paperterm.notebook.log import Entry

LAST_PAGE = 999

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
    if page is not None and not 1 <= page <= LAST_PAGE:
        raise Failure("bad-page", f"--page {page}: a page's number is between 1 and 999.", WRONG)
    if paper is not None:
        paper = _name(paper)
        if not paper:
            raise Failure("bad-paper", "--paper takes the name of a paper.", WRONG)
    return IssueFacts(paper=paper, date=day, page=page)


def typed_facts(paper: str, day: str, page: str) -> IssueFacts:
    """What a person typed into three fields; an empty one states nothing. Dates and numbers are understood as in a query:
    2025年3月25日, 第三版. Raises Failure with a sentence on what cannot be read."""
    from paperterm.query.values import FieldValueError, dates, pages

    day, page = day.strip(), page.strip()
    first, number = None, None
    if day:
        try:
            first, last = dates(day)
        except FieldValueError:
            first, last = "", ""
        if not first or first != last:
            raise Failure("bad-date", f"{day}: no such day; write it like 2025-03-25.", WRONG)
    if page:
        try:
            number, end = pages(page)
        except FieldValueError:
            number, end = 0, 0
        if number != end or not 1 <= number <= LAST_PAGE:
            raise Failure("bad-page", f"{page}: a page's number is between 1 and 999.", WRONG)
    return IssueFacts(paper=_name(paper) or None, date=first, page=number)


def _name(paper: str) -> str:
    from paperterm.text.clean import one_line

    return one_line(paper).strip()


def state(session: Session, pages: Sequence[str], facts: IssueFacts) -> None:
    """State facts about pages, by sha256, in one change of the notebook and one of the library. Raises Failure."""
    with failures():
        refuse_samples(session)
        session.notebook.state_all(dict.fromkeys(pages, facts))
        stated = session.notebook.stated()
        with session.library.changes() as change:
            for sha256 in pages:
                change.state(sha256, stated[sha256])


def restate(session: Session, change: Entry) -> bool:
    """After a change of the notebook was taken back or made again: the library learns what is stated now about the pages
    that it spoke of. Whether it spoke of any. Raises Failure."""
    changed = change.records.get("pages", {}).values()
    pages = {record["sha256"] for pair in changed for record in pair if record and "sha256" in record}
    if not pages:
        return False
    with failures():
        stated = session.notebook.stated()
        known = pages & set(session.library.all_pages())
        with session.library.changes() as library:
            for sha256 in known:
                library.state(sha256, stated.get(sha256, IssueFacts()))
    return True


def set_(session: Session, values: Values) -> Answer:
    facts = stated_facts(values)
    if facts == IssueFacts():
        raise Failure(
            "nothing-stated", "Say what the page does not print: --paper NAME, --date YYYY-MM-DD or --page N.", WRONG
        )
    many = several(values["page_file"])
    if many and facts.page is not None:
        raise Failure("bad-page", f"--page {facts.page}: a number is that of one page; name one.", WRONG)
    with failures():
        refuse_samples(session)
        pages = {word: page_named(session, word) for word in all_named(session, values["page_file"], "page")}
    state(session, tuple(dict.fromkeys(pages.values())), facts)
    said = cast("StatedFacts", {key: value for key, value in asdict(facts).items() if value is not None})
    data: list[Stated] = [{"page": word, "sha256": sha256, "stated": said} for word, sha256 in pages.items()]
    of = f" of {len(pages)} pages" if many else ""
    lines = [f"Stated{of}: {', '.join(f'{key} {value}' for key, value in said.items())}."]
    return Answer({"pages": data} if many else data[0], lines)


SET = Command(
    "set",
    "State facts about pages",
    "State the paper, date or page number of pages that do not print them. The notebook keeps it.",
    set_,
    (
        Argument(
            "PAGE_FILE",
            "a page's file, or the id of an article on it; - reads them from standard input",
            many="+",
            metavar="PAGE",
            offers="files",
        ),
        *STATED,
    ),
)
