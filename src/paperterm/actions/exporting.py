"""`export`: articles and what one kept, as files for other programs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from paperterm.actions.answer import NOTHING, WRONG, Answer, Failure
from paperterm.actions.command import Argument, Command, Values
from paperterm.actions.delivering import WIDTH, deliver, folder_named, form_wanted, one_file, told, wish_of
from paperterm.actions.finding import query_text
from paperterm.actions.gathering import issue_named, items, kept, with_facts
from paperterm.actions.named import all_named
from paperterm.actions.session import Session, failures
from paperterm.export.forms import FORMS, of_articles, of_notes

if TYPE_CHECKING:
    from paperterm.actions.files import Written
    from paperterm.export.kept import Kept
    from paperterm.export.rendering import Wish


def export_articles(session: Session, values: Values) -> Answer:
    with failures():
        found = items(session, all_named(session, values["id"]))
        title = found[0].article.title if len(found) == 1 else f"{len(found)} articles"
        return deliver(session, found, title, values)


def export_issue(session: Session, values: Values) -> Answer:
    from paperterm.export.items import issue_name

    with failures():
        head, ids = issue_named(session, " ".join(values["issue"]))
        return deliver(session, items(session, ids), issue_name(head.paper, head.date), values)


def export_search(session: Session, values: Values) -> Answer:
    from paperterm.query import parse_query

    limit = values.get("limit")
    if limit is not None and limit < 1:
        raise Failure("bad-limit", "--limit takes a number of articles, 1 or more.", WRONG)
    text = query_text(values["query"])
    with failures():
        query = parse_query(text)
        results = session.library.search(query, limit, session.outside(query))
        if not results.hits:
            return Answer({"total": 0, "files": []}, (), (f"Nothing in the library matches {text}",), NOTHING)
        return deliver(session, items(session, [hit.head.id for hit in results.hits]), text, values)


def export_notes(session: Session, values: Values) -> Answer:
    with failures():
        form = form_wanted(values, of_notes())
        records = kept(session)
        notices = tuple(session.notebook.notices)
        if not records:
            return Answer({"total": 0, "files": []}, (), (*notices, "There is nothing to export yet."), NOTHING)
        wish = wish_of(session, form, "Notes", values)
        folder = folder_named(values)
        if folder is not None and form.id == "markdown":
            return told(form, len(records), _vault(session, records, wish, folder, values), notices)
        return one_file(form, len(records), _content_of_notes(records, wish), "Notes", values, notices)


def _content_of_notes(records: Sequence[Kept], wish: Wish) -> Callable[[], bytes]:
    from paperterm.export import rendering

    return lambda: rendering.records(records, wish)


def _vault(session: Session, records: Iterable[Kept], wish: Wish, folder: Path, values: Values) -> Written:
    """Every note a file, and every article that one is on."""
    from paperterm.actions.files import write_folder
    from paperterm.export import rendering
    from paperterm.export.notes import by_article

    groups = by_article(records)
    stored = [each.stored for group in groups.values() if (each := group[0]).stored]
    found = with_facts(session, [one for one in stored if one], groups)
    orphans = [each for group in groups.values() for each in group if each.stored is None]
    files = list(rendering.article_folder(found, wish, orphans))
    return write_folder(folder, files, bool(values.get("force")))


def write_notes(session: Session, which: Collection[tuple[str, str]], path: Path) -> None:
    """Write notes to a file, in the form that its name ends like. Never over another file. Raises Failure."""
    from paperterm.actions.files import write_file

    with failures():
        write_file(path, notes_in_form(session, which, path), force=False)


def notes_in_form(session: Session, which: Collection[tuple[str, str]], path: Path) -> bytes:
    """Notes in the form that the name of a file ends like. Raises Failure."""
    with failures():
        form = form_wanted({"output": str(path)}, of_notes())
        return _content_of_notes(kept(session, which), wish_of(session, form, "Notes", {}))()


def note_endings() -> list[str]:
    """How the names of files of notes may end."""
    return [FORMS[id].ending for id in of_notes()]


def new_name() -> str:
    """notes-2025-03-25.md, notes-2025-03-25-1.md, …: the first that no file in the working folder has."""
    day = datetime.now(UTC).astimezone().date().isoformat()
    names = (f"notes-{day}{f'-{number}' if number else ''}.md" for number in count())
    return next(name for name in names if not Path(name).exists())


OUTPUT = Argument(
    "--output",
    "the file or folder to write; a folder ends with a slash, or is there already; - is standard output",
    metavar="PATH",
    offers="files",
)
FORCE = Argument("--force", "replace files that are there and differ", bool)
WIDTH_OPTION = Argument("--width", f"the cells of a line of plain text; {WIDTH} where it is not said", int, metavar="N")


def _format(allowed: Sequence[str]) -> Argument:
    return Argument(
        "--format",
        "the form; where it is not said what the file's name ends like, else Markdown",
        choices=tuple(allowed),
    )


ARTICLE_OPTIONS = (
    _format(of_articles()),
    OUTPUT,
    FORCE,
    WIDTH_OPTION,
    Argument(
        "--template",
        "a file of $names that says how an article looks; an unknown name lists them",
        metavar="FILE",
        offers="files",
    ),
)

COMMANDS = (
    Command(
        "export article",
        "Export articles",
        "Write articles, with what you kept on them, in the form of another program.",
        export_articles,
        (
            Argument("ID", "the articles' ids; - reads them from standard input", many="+", offers="articles"),
            *ARTICLE_OPTIONS,
        ),
    ),
    Command(
        "export issue",
        "Export an issue",
        "Write all articles of one issue.",
        export_issue,
        (
            Argument("ISSUE", "paper and date, as 工人日报/2025-03-25; one of them where that is enough", many="+"),
            *ARTICLE_OPTIONS,
        ),
    ),
    Command(
        "export search",
        "Export what a search finds",
        "Write all articles that a query finds, the best first.",
        export_search,
        (
            Argument("QUERY", "what to look for, as in `paperterm search`", many="+", dashes=True),
            Argument("--limit", "at most so many articles", int, metavar="N"),
            *ARTICLE_OPTIONS,
        ),
    ),
    Command(
        "export notes",
        "Export the notes",
        "Write notes, bookmarks and highlights. JSON can be taken in again with `paperterm notebook merge`.",
        export_notes,
        (_format(of_notes()), OUTPUT, FORCE, WIDTH_OPTION),
    ),
)
