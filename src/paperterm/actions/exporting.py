"""`export`: articles and what one kept, as files for other programs."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paperterm.actions.answer import FOUND, NOTHING, WRONG, Answer, Failure
from paperterm.actions.command import Argument, Command, Values
from paperterm.actions.finding import query_text
from paperterm.actions.gathering import ids_named, issue_named, items, kept, with_facts
from paperterm.actions.session import Session, failures
from paperterm.export.forms import DEFAULT, FORMS, Form, of_articles, of_notes

if TYPE_CHECKING:
    from paperterm.actions.files import Written
    from paperterm.export.items import Item
    from paperterm.export.kept import Kept
    from paperterm.export.rendering import Wish

WIDTH = 80
"""Cells of a line of plain text where --width does not say."""
WIDTHS = range(20, 1001)


# -- commands


def export_articles(session: Session, values: Values) -> Answer:
    with failures():
        found = items(session, ids_named(values["id"]))
        title = found[0].article.title if len(found) == 1 else f"{len(found)} articles"
        return _deliver(session, found, title, values)


def export_issue(session: Session, values: Values) -> Answer:
    from paperterm.export.items import issue_name

    with failures():
        head, ids = issue_named(session, " ".join(values["issue"]))
        return _deliver(session, items(session, ids), issue_name(head.paper, head.date), values)


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
        return _deliver(session, items(session, [hit.head.id for hit in results.hits]), text, values)


def export_notes(session: Session, values: Values) -> Answer:
    with failures():
        form = _form(values, of_notes())
        records = kept(session)
        notices = tuple(session.notebook.notices)
        if not records:
            return Answer({"total": 0, "files": []}, (), (*notices, "There is nothing to export yet."), NOTHING)
        wish = _wish(session, form, "Notes", values)
        folder = _folder(values)
        if folder is not None and form.id == "markdown":
            return _told(form, len(records), _vault(session, records, wish, folder, values), notices)
        return _one_file(form, len(records), _content_of_notes(records, wish), "Notes", values, notices)


# -- where it goes


def _deliver(session: Session, found: Sequence[Item], title: str, values: Values) -> Answer:
    """Articles to a folder, a file or standard output."""
    from paperterm.actions.files import write_folder
    from paperterm.export import rendering

    form = _form(values, of_articles())
    wish = _wish(session, form, title, values)
    talk = (*session.notebook.notices, *session.hint)
    folder = _folder(values)
    if folder is not None and form.folder:
        files = list(rendering.article_folder(found, wish))
        return _told(form, len(found), write_folder(folder, files, bool(values.get("force"))), talk)
    return _one_file(form, len(found), lambda: rendering.articles(found, wish), title, values, talk)


def _one_file(
    form: Form, total: int, content: Callable[[], bytes], title: str, values: Values, talk: tuple[str, ...]
) -> Answer:
    """One file: in the folder that --output names, under its title; or where --output says; or on standard output."""
    from paperterm.actions.files import write_file, write_folder
    from paperterm.export.filenames import file_name

    folder, force = _folder(values), bool(values.get("force"))
    if folder is not None:
        return _told(form, total, write_folder(folder, [(file_name(title) + form.ending, content())], force), talk)
    output = values.get("output")
    if output and output != "-":
        return _told(form, total, write_file(Path(output), content(), force), talk)
    if not form.text and (values.get("json") or sys.stdout is None or sys.stdout.isatty()):
        raise Failure("no-text", f"{form.title} is no text: name a file with --output.", WRONG)
    data = content()
    return Answer(_Printed(form, total, data), talk=talk, content=data)


class _Printed(dict[str, Any]):
    """What --json prints of an export: its form, how many articles or records it holds, and under the form's name the text,
    or JSON as it is."""

    def __init__(self, form: Form, total: int, data: bytes) -> None:
        super().__init__(format=form.id, total=total)
        if form.text:
            text = data.decode("utf-8-sig")
            self[form.id] = json.loads(text) if form.id in ("json", "annotations") else text


def _told(form: Form, total: int, written: Written, talk: tuple[str, ...]) -> Answer:
    files = [
        {"path": str(path), "state": state}
        for state in ("new", "replaced", "unchanged")
        for path in getattr(written, state)
    ]
    lines = (
        [f"Written to {files[0]['path']}"] if len(files) == 1 and not written.unchanged else [f"{written.sentence}."]
    )
    return Answer({"format": form.id, "total": total, "files": files}, lines, talk, FOUND)


def _folder(values: Values) -> Path | None:
    """The folder that --output names: one that is there, or a name that ends as a folder's does."""
    output = values.get("output")
    if not output or output == "-":
        return None
    path = Path(output).expanduser()
    return path if path.is_dir() or output.endswith(("/", os.sep)) else None


# -- how it looks


def _form(values: Values, allowed: Sequence[str]) -> Form:
    """The form that --format names, else the one that the file's name ends like; Markdown where it says nothing. Raises
    Failure where it ends like none."""
    name = values.get("format")
    if name is None:
        ending = "" if _folder(values) else Path(values.get("output") or "").suffix.lower()
        if not ending:
            return FORMS[DEFAULT]
        endings = {FORMS[id].ending: id for id in allowed}
        if ending not in endings:
            hint = f"choose one of {' '.join(endings)}, or say --format"
            raise Failure("bad-format", f"{values['output']}: nothing that can be written here ends so; {hint}.", WRONG)
        name = endings[ending]
    return FORMS[name]


def _wish(session: Session, form: Form, title: str, values: Values) -> Wish:
    from paperterm.export.rendering import Wish

    width = values.get("width")
    if width is not None and width not in WIDTHS:
        raise Failure("bad-width", f"--width {width}: a line has {WIDTHS[0]} to {WIDTHS[-1]} cells.", WRONG)
    chosen = values.get("template")
    if chosen and not form.template:
        able = [each.id for each in FORMS.values() if each.template]
        raise Failure("bad-template", f"A template goes with --format {', '.join(able)}.", WRONG)
    template = _template(Path(chosen)) if chosen else None
    return Wish(form.id, title, width or WIDTH, datetime.now(UTC), session.library.raw, template)


def _template(path: Path) -> Any:
    from paperterm.export.template import Broken, parsed

    try:
        return parsed(path.read_text("utf-8-sig"), str(path))
    except UnicodeDecodeError as error:
        raise Failure("bad-template", f"{path}: a template is text in UTF-8, and this is not.", WRONG) from error
    except Broken as error:
        raise Failure("bad-template", str(error), WRONG) from error


# -- notes


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
        form = _form({"output": str(path)}, of_notes())
        write_file(path, _content_of_notes(kept(session, which), _wish(session, form, "Notes", {}))(), force=False)


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
