"""`trends`: how many articles fit a query, month by month or year by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from paperterm.actions.answer import FOUND, NOTHING, Answer, Failure
from paperterm.actions.command import Argument, Command, Values
from paperterm.actions.finding import UNKNOWN_PAPER
from paperterm.actions.session import Session, failures

if TYPE_CHECKING:
    from paperterm.actions.contract.words import Period
    from paperterm.actions.contract.words import Trends as TrendsForm
    from paperterm.export.trends import By, Trends

YEARS_FROM = 48
"""Months from which on years are counted, where it is not said which."""
MONTH, YEAR = len("2025-03"), len("2025")


def trends_of(
    session: Session,
    queries: Sequence[str],
    by: By | None = None,
    apart: bool = False,
    stop: Callable[[], bool] | None = None,
) -> Trends:
    """The counts of the queries; `apart`: each paper by itself. Raises QueryError, LibraryError, NotebookError."""
    from paperterm.export.trends import Trends, periods
    from paperterm.query import parse_query

    asked = tuple(dict.fromkeys(queries))
    found = {}
    for text in asked:
        query = parse_query(text)
        found[text] = session.library.facets(query, session.outside(query), stop).cells
    months = sorted({month for cells in found.values() for _, month in cells if month})
    if by is None:
        by = "year" if months and len(periods(months[0], months[-1])) >= YEARS_FROM else "month"
    length = MONTH if by == "month" else YEAR
    span = periods(months[0][:length], months[-1][:length]) if months else ()
    counts: Counter[tuple[str, str | None, str]] = Counter()
    for text, cells in found.items():
        for (paper, month), count in cells.items():
            if month:
                counts[text, paper if apart else "", month[:length]] += count
    totals: Counter[tuple[str | None, str]] = Counter()
    for issue in session.library.issues():
        if issue.date:
            totals[issue.paper if apart else "", issue.date[:length]] += issue.articles
    papers: tuple[str | None, ...] = ("",)
    if apart:
        known = {paper for cells in found.values() for paper, month in cells if month}
        papers = tuple(sorted(known, key=lambda paper: (paper is None, paper or "")))
    undated = tuple(sum(n for (_, month), n in found[text].items() if month is None) for text in asked)
    return Trends(by, asked, papers, span, counts, totals, undated)


def trends(session: Session, values: Values) -> Answer:
    from paperterm.export.trends import as_csv, chart, svg

    form, output = values.get("format") or "chart", values.get("output")
    shares = bool(values.get("share"))
    with failures():
        found = trends_of(
            session, [query.strip() for query in values["query"]], values.get("by"), bool(values.get("papers"))
        )
        hint = session.hint
        if output and form == "chart":
            form = _form_of(Path(output))
    if form == "csv":
        content = as_csv(found, UNKNOWN_PAPER)
    elif form == "svg":
        content = svg(found, UNKNOWN_PAPER, shares).encode()
    else:
        content = b""
    talk = (*_undated(found), *hint)
    code = FOUND if found.found else NOTHING
    if not found.found:
        talk = (f"Nothing in the library matches {' or '.join(found.queries)}", *talk)
    if output:
        from paperterm.actions.files import write_file

        with failures():
            written = write_file(Path(output), content, bool(values.get("force")))
        return Answer({**_data(found), "path": str(Path(output).absolute())}, (), (written.sentence, *talk), code)
    if content:
        return Answer(_data(found), content.decode("utf-8-sig").splitlines(), talk, code)
    import shutil

    return Answer(
        _data(found), chart(found, shutil.get_terminal_size((80, 24)).columns, UNKNOWN_PAPER, shares), talk, code
    )


def _form_of(path: Path) -> str:
    """The form that a file's name asks for. Raises Failure."""
    form = path.suffix.lower().removeprefix(".")
    if form not in ("csv", "svg"):
        raise Failure("unknown-format", f"{path}: say what to write with --format csv or --format svg.", 2)
    return form


def _undated(found: Trends) -> tuple[str, ...]:
    return tuple(
        f"{count} that match {query} have no date, and are in no {found.by}."
        for query, count in zip(found.queries, found.undated, strict=True)
        if count
    )


def _data(found: Trends) -> TrendsForm:
    rows: list[Period] = [
        {
            "period": row.period,
            "paper": row.paper if row.paper != "" else None,
            "query": row.query,
            "articles": row.count,
            "of": row.total,
            "share": None if row.share is None else round(row.share, 6),
        }
        for row in found.rows()
    ]
    undated = dict(zip(found.queries, found.undated, strict=True))
    return {"by": found.by, "queries": list(found.queries), "trends": rows, "undated": undated}


TRENDS = Command(
    "trends",
    "Count over time",
    "Count the articles that fit each QUERY, month by month or year by year, beside how many there are. A query of several "
    "words goes in quotation marks.",
    trends,
    (
        Argument("QUERY", "what to count; several are set side by side", many="+", dashes=True),
        Argument("--by", "the periods; years where there are many months", choices=("month", "year")),
        Argument("--papers", "each paper by itself", bool),
        Argument("--share", "bars and lines show the share of all articles, not their number", bool),
        Argument("--format", "how it is written; a chart where it is not said", choices=("chart", "csv", "svg")),
        Argument("--output", "the file to write, as .csv or .svg", metavar="FILE", offers="files"),
        Argument("--force", "replace the file if it is there", bool),
    ),
)
