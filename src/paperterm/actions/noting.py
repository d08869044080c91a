"""`bookmark` and `note`: what a person keeps. A command that ends well has its change safely on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from paperterm.actions.answer import FOUND, NOTHING, WRONG, Answer, Failure
from paperterm.actions.command import Argument, Command, Values
from paperterm.actions.session import Session, failures
from paperterm.model import Article

if TYPE_CHECKING:
    from paperterm.notebook.records import Anchor, Bookmark, Note

TAG = Argument("--tag", "a tag; may be given more than once", many="append", metavar="T")
PASSAGE = (
    Argument("--block", "the block of the passage, counted from 0 as `show ID --json` prints them", int, metavar="N"),
    Argument("--start", "where the passage begins, in characters of the block's text", int, metavar="N"),
    Argument("--end", "where the passage ends", int, metavar="N"),
)
ARTICLE = Argument("ID", "the article's id")


def passage(article: Article, values: Values) -> tuple[int | None, int | None, int | None]:
    """The passage that --block, --start and --end name; all None for the whole article. Raises Failure."""
    block, start, end = values.get("block"), values.get("start"), values.get("end")
    if block is None:
        if start is not None or end is not None:
            raise Failure("bad-passage", "--start and --end need --block.", WRONG)
        return None, None, None
    if not 0 <= block < len(article.blocks):
        raise Failure("bad-passage", f"--block {block}: the article has blocks 0 to {len(article.blocks) - 1}.", WRONG)
    length = len(article.blocks[block].text)
    start = 0 if start is None else start
    end = length if end is None else end
    if not 0 <= start < end <= length:
        raise Failure("bad-passage", f"--start {start} --end {end}: block {block} has characters 0 to {length}.", WRONG)
    return block, start, end


def anchored(session: Session, values: Values) -> tuple[str, Anchor]:
    """The article's present id and the anchor of the passage named. Raises Failure."""
    from paperterm.notebook.anchors import describe

    stored = session.library.article(values["id"])
    return stored.head.id, describe(stored.article, stored.sha256, *passage(stored.article, values))


def bookmark_form(session: Session, record: Bookmark) -> dict[str, Any]:
    return {"id": record.id, **_placed(session, record), "created": record.created, "changed": record.changed}


def note_form(session: Session, record: Note) -> dict[str, Any]:
    return {
        "id": record.id,
        "text": record.text,
        **_placed(session, record),
        "created": record.created,
        "changed": record.changed,
    }


def _placed(session: Session, record: Bookmark | Note) -> dict[str, Any]:
    article, placement = session.located(record.article, record.anchor)
    return {
        "article": article.id if article else record.article,
        "headline": article.headline if article else None,
        "quote": record.anchor.exact,
        "tags": list(record.tags),
        "state": placement.state,
        "block": placement.block,
        "start": placement.start,
        "end": placement.end,
    }


def _lines(form: dict[str, Any]) -> Iterator[str]:
    tags = "".join(f" #{tag}" for tag in form["tags"])
    state = "" if form["state"] == "placed" else f" ({form['state']})"
    yield f"{form['id']}  {form['headline'] or form['article']}{state}{tags}"
    if form["quote"]:
        yield f"  「{form['quote']}」"
    for line in form.get("text", "").split("\n") if form.get("text") else ():
        yield f"  {line}"


def add_bookmark(session: Session, values: Values) -> Answer:
    with failures():
        id, anchor = anchored(session, values)
        form = bookmark_form(session, session.notebook.add_bookmark(id, anchor, values.get("tag") or ()))
    return Answer(form, _lines(form))


def list_bookmarks(session: Session, values: Values) -> Answer:
    with failures():
        forms = [bookmark_form(session, record) for record in session.notebook.bookmarks()]
    return _listed("bookmarks", forms, "There are no bookmarks yet.", session)


def remove_bookmark(session: Session, values: Values) -> Answer:
    with failures():
        form = bookmark_form(session, cast("Bookmark", session.notebook.remove("bookmark", values["id"])))
    return Answer(form, (f"Removed the bookmark {form['id']}.",))


def add_note(session: Session, values: Values) -> Answer:
    with failures():
        id, anchor = anchored(session, values)
        form = note_form(session, session.notebook.add_note(id, values["text"], anchor, values.get("tag") or ()))
    return Answer(form, _lines(form))


def list_notes(session: Session, values: Values) -> Answer:
    with failures():
        forms = [note_form(session, record) for record in session.notebook.notes()]
    return _listed("notes", forms, "There are no notes yet.", session)


def edit_note(session: Session, values: Values) -> Answer:
    if values.get("text") is None and values.get("tag") is None:
        raise Failure("nothing-changed", "Say what to change: --text T or --tag T.", WRONG)
    with failures():
        form = note_form(session, session.notebook.edit_note(values["id"], values.get("text"), values.get("tag")))
    return Answer(form, _lines(form))


def remove_note(session: Session, values: Values) -> Answer:
    with failures():
        form = note_form(session, cast("Note", session.notebook.remove("note", values["id"])))
    return Answer(form, (f"Removed the note {form['id']}.",))


def _listed(name: str, forms: list[dict[str, Any]], nothing: str, session: Session) -> Answer:
    talk = tuple(session.notebook.notices) + (() if forms else (nothing,))
    return Answer({name: forms}, (line for form in forms for line in _lines(form)), talk, FOUND if forms else NOTHING)


TEXT = Argument("--text", "what the note says", metavar="T")
RECORD = Argument("ID", "its id, or the beginning of it where that is enough to tell it")

COMMANDS = (
    Command(
        "bookmark add", "Add a bookmark", "Mark an article, or a passage of it.", add_bookmark, (ARTICLE, *PASSAGE, TAG)
    ),
    Command("bookmark list", "List the bookmarks", "List all bookmarks and where they stand now.", list_bookmarks),
    Command("bookmark remove", "Remove a bookmark", "Remove one bookmark.", remove_bookmark, (RECORD,)),
    Command(
        "note add",
        "Add a note",
        "Write a note on an article, or on a passage of it.",
        add_note,
        (ARTICLE, Argument("--text", TEXT.help, required=True, metavar="T"), *PASSAGE, TAG),
    ),
    Command("note list", "List the notes", "List all notes and where they stand now.", list_notes),
    Command(
        "note edit",
        "Change a note",
        "Change a note's text, or its tags (all of them are given anew).",
        edit_note,
        (RECORD, TEXT, TAG),
    ),
    Command("note remove", "Remove a note", "Remove one note.", remove_note, (RECORD,)),
)
