"""`export`: what one kept, as a file for other programs."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from paperterm.actions.answer import FOUND, NOTHING, Answer, Failure
from paperterm.actions.command import Argument, Command, Values
from paperterm.actions.finding import where
from paperterm.actions.session import Session, failures

if TYPE_CHECKING:
    from paperterm.export.notes import Kept
    from paperterm.notebook.records import Bookmark, Highlight, Note

MOST_NAMES = 1_000
"""Files of one day that get names of their own."""


def kept(session: Session, which: Collection[tuple[str, str]] | None = None) -> list[Kept]:
    """Records (kind, id) for an export, in the order given, without those that are no more; None for all notes, bookmarks
    and highlights, the oldest first. Raises NotebookError, LibraryError."""
    notebook = session.notebook
    if which is None:
        found: list[Bookmark | Note | Highlight] = [*notebook.bookmarks(), *notebook.notes(), *notebook.highlights()]
        records = sorted(found, key=lambda record: (record.created, record.id))
    else:
        known = {(kind, r.id): r for kind in ("bookmark", "note", "highlight") for r in notebook.records(kind)}
        records = [cast("Bookmark | Note | Highlight", known[each]) for each in which if each in known]
    return [_kept(session, record) for record in records]


def _kept(session: Session, record: Bookmark | Note | Highlight) -> Kept:
    from paperterm.export.notes import Kept
    from paperterm.notebook.records import kind_of

    article, placement = session.located(record.article, record.anchor)
    head = session.library.head(article.id) if article else None
    return Kept(
        id=record.id,
        kind=kind_of(record),
        article=head.id if head else record.article,
        headline=head.title if head else record.article,
        where=where(head) if head else "",
        quote=record.anchor.exact,
        text=getattr(record, "text", ""),
        colour=getattr(record, "colour", ""),
        tags=record.tags,
        created=record.created,
        state=placement.state,
    )


def write_notes(session: Session, which: Collection[tuple[str, str]] | None, path: Path | None = None) -> Path:
    """Write Markdown to `path`, else to a new file in the working folder. Never over another file. Raises Failure and
    OSError."""
    from paperterm.export.notes import markdown

    content = "\n".join(markdown(kept(session, which))) + "\n"
    day = datetime.now(UTC).astimezone().date().isoformat()
    names = [path] if path else [Path(f"notes-{day}{f'-{n}' if n else ''}.md") for n in range(MOST_NAMES)]
    for name in names:
        try:
            with name.open("x", encoding="utf-8", errors="replace", newline="\n") as file:
                file.write(content)
        except FileExistsError:
            continue
        return name.absolute()
    raise Failure("exists", f"{names[-1]} exists already; name another file, or move that one away.")


def export_notes(session: Session, values: Values) -> Answer:
    with failures():
        if values.get("output"):
            path = write_notes(session, None, Path(values["output"]))
            return Answer({"path": str(path)}, (f"Written to {path}",), tuple(session.notebook.notices))
        from paperterm.export.notes import markdown

        records = kept(session)
        lines = list(markdown(records)) if records else []
    talk = (*session.notebook.notices, *(() if records else ("There is nothing to export yet.",)))
    return Answer({"markdown": "\n".join(lines)}, lines, talk, FOUND if records else NOTHING)


EXPORT_NOTES = Command(
    "export notes",
    "Export the notes",
    "Print notes, bookmarks and highlights as Markdown, or write them to a new file.",
    export_notes,
    (Argument("--output", "the file to write; it must not exist yet", metavar="FILE", offers="files"),),
)
