"""`bookmark`, `note`, `highlight`: what a person keeps. A command that ends well has its change safely on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from paperterm.actions.answer import FOUND, NOTHING, WRONG, Answer, Failure
from paperterm.actions.command import Argument, Command, Run, Values
from paperterm.actions.named import INPUT, all_named, several
from paperterm.actions.session import Session, failures
from paperterm.actions.styled import Line
from paperterm.model import Article

if TYPE_CHECKING:
    from paperterm.notebook.records import Anchor, Bookmark, Highlight, Note, Record

TAG = Argument("--tag", "a tag; may be given more than once", many="append", metavar="T")
PASSAGE = (
    Argument("--block", "the block of the passage, counted from 0 as `show ID --json` prints them", int, metavar="N"),
    Argument("--start", "where the passage begins, in characters of the block's text", int, metavar="N"),
    Argument("--end", "where the passage ends", int, metavar="N"),
)
ARTICLE = Argument("ID", "the article's id", offers="articles")


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


def anchored(session: Session, id: str, values: Values) -> tuple[str, Anchor]:
    """The article's present id and the anchor of the passage named. Raises Failure."""
    from paperterm.notebook.anchors import describe

    stored = session.library.article(id)
    return stored.head.id, describe(stored.article, stored.sha256, *passage(stored.article, values))


def form(session: Session, record: Bookmark | Note | Highlight) -> dict[str, Any]:
    """A record as --json prints it, with the place where it stands now."""
    own = {name: getattr(record, name) for name in ("text", "colour") if hasattr(record, name)}
    return {
        "id": record.id,
        **own,
        **_placed(session, record),
        "created": record.created,
        "changed": record.changed,
    }


def _placed(session: Session, record: Bookmark | Note | Highlight) -> dict[str, Any]:
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


def _lines(form: dict[str, Any]) -> Iterator[Line]:
    tags = "".join(f" #{tag}" for tag in form["tags"])
    state = "" if form["state"] == "placed" else f" ({form['state']})"
    colour = f" [{form['colour']}]" if "colour" in form else ""
    yield (
        (f"{form['id']}  ", "quiet"),
        (form["headline"] or form["article"], "headline"),
        (f"{colour}{state}{tags}", "plain"),
    )
    if form["quote"]:
        yield f"  「{form['quote']}」"
    for line in form.get("text", "").split("\n") if form.get("text") else ():
        yield f"  {line}"


def add_bookmark(session: Session, values: Values) -> Answer:
    if several(values["id"]) and any(values.get(name) is not None for name in ("block", "start", "end")):
        raise Failure("bad-passage", "--block, --start and --end name a passage of one article.", WRONG)
    with failures():
        # All ids are looked up before the first bookmark is set; each that is set stays, and is not set twice.
        places = [anchored(session, id, values) for id in all_named(session, values["id"])]
        set_ = [session.notebook.add_bookmark(id, anchor, values.get("tag") or ()) for id, anchor in places]
        if not several(values["id"]):
            return _one(session, set_[0])
        forms = [form(session, bookmark) for bookmark in set_]
    lines = (line for each in forms for line in _lines(each))
    return Answer({"bookmarks": forms}, lines, trouble=tuple(session.notebook.notices))


def add_note(session: Session, values: Values) -> Answer:
    with failures():
        id, anchor = anchored(session, values["id"], values)
        return _one(session, session.notebook.add_note(id, _text(session, values), anchor, values.get("tag") or ()))


def add_highlight(session: Session, values: Values) -> Answer:
    from paperterm.notebook.records import COLOURS

    with failures():
        id, anchor = anchored(session, values["id"], values)
        colour = values.get("colour") or COLOURS[0]
        return _one(session, session.notebook.add_highlight(id, anchor, colour, values.get("tag") or ()))


def edit_note(session: Session, values: Values) -> Answer:
    if values.get("text") is None and values.get("tag") is None:
        raise Failure("nothing-changed", "Say what to change: --text T or --tag T.", WRONG)
    with failures():
        text = None if values.get("text") is None else _text(session, values)
        return _one(session, session.notebook.edit_note(values["id"], text, values.get("tag")))


def _text(session: Session, values: Values) -> str:
    """The text of a note. Raises Failure."""
    return session.input_text.removesuffix("\n") if values["text"] == INPUT else values["text"]


def edit_bookmark(session: Session, values: Values) -> Answer:
    if not values.get("tag") and not values.get("untag"):
        raise Failure("nothing-changed", "Say what to change: --tag T gives a tag, --untag T takes one.", WRONG)
    with failures():
        notebook = session.notebook
        notebook.retag([("bookmark", values["id"])], values.get("tag") or (), values.get("untag") or ())
        return _one(session, notebook.record("bookmark", values["id"]))


def edit_highlight(session: Session, values: Values) -> Answer:
    if not any(values.get(name) for name in ("tag", "untag", "colour")):
        raise Failure(
            "nothing-changed", "Say what to change: --colour C, --tag T gives a tag, --untag T takes one.", WRONG
        )
    with failures():
        notebook = session.notebook
        if values.get("colour"):
            notebook.recolour(values["id"], values["colour"])
        if values.get("tag") or values.get("untag"):
            notebook.retag([("highlight", values["id"])], values.get("tag") or (), values.get("untag") or ())
        return _one(session, notebook.record("highlight", values["id"]))


def _lister(kind: str, plural: str) -> Run:
    def list_(session: Session, values: Values) -> Answer:
        from paperterm.notebook.values import same_tag

        wanted = {same_tag(tag) for tag in values.get("tag") or ()}
        with failures():
            forms = [
                form(session, cast("Bookmark | Note | Highlight", record))
                for record in session.notebook.records(kind)
                if wanted <= {same_tag(tag) for tag in getattr(record, "tags", ())}
            ]
        nothing = f"There are no {plural} with {'these tags' if len(wanted) > 1 else 'this tag'}." if wanted else ""
        talk = (*session.notebook.notices, *(() if forms else (nothing or f"There are no {plural} yet.",)))
        lines = (line for form in forms for line in _lines(form))
        return Answer({plural: forms}, lines, talk, FOUND if forms else NOTHING)

    return list_


def _remover(kind: str) -> Run:
    def remove(session: Session, values: Values) -> Answer:
        with failures():
            shown = form(session, cast("Bookmark | Note | Highlight", session.notebook.remove(kind, values["id"])))
        return Answer(
            shown,
            (f"Removed the {kind} {shown['id']}. `paperterm notebook undo` brings it back.",),
            trouble=tuple(session.notebook.notices),
        )

    return remove


def _one(session: Session, record: Record) -> Answer:
    shown = form(session, cast("Bookmark | Note | Highlight", record))
    return Answer(shown, _lines(shown), trouble=tuple(session.notebook.notices))


TEXT = Argument("--text", "what the note says; - reads it from standard input", metavar="T")
RECORD = Argument("ID", "its id, or the beginning of it where that is enough to tell it")

WANTED = Argument("--tag", "only those with this tag; may be given more than once", many="append", metavar="T")
UNTAG = Argument("--untag", "a tag to take away; may be given more than once", many="append", metavar="T")
COLOUR = Argument("--colour", "yellow, green, blue, pink or purple", metavar="C")

COMMANDS = (
    Command(
        "bookmark add",
        "Add bookmarks",
        "Mark articles, or a passage of one.",
        add_bookmark,
        (
            Argument("ID", "the articles' ids; - reads them from standard input", many="+", offers="articles"),
            *PASSAGE,
            TAG,
        ),
    ),
    Command(
        "bookmark list",
        "List the bookmarks",
        "List all bookmarks and where they stand now.",
        _lister("bookmark", "bookmarks"),
        (WANTED,),
    ),
    Command(
        "bookmark edit", "Tag a bookmark", "Give tags to a bookmark, or take some.", edit_bookmark, (RECORD, TAG, UNTAG)
    ),
    Command("bookmark remove", "Remove a bookmark", "Remove one bookmark.", _remover("bookmark"), (RECORD,)),
    Command(
        "note add",
        "Add a note",
        "Write a note on an article, or on a passage of it.",
        add_note,
        (ARTICLE, Argument("--text", TEXT.help, required=True, metavar="T"), *PASSAGE, TAG),
    ),
    Command(
        "note list", "List the notes", "List all notes and where they stand now.", _lister("note", "notes"), (WANTED,)
    ),
    Command(
        "note edit",
        "Change a note",
        "Change a note's text, or its tags (all of them are given anew).",
        edit_note,
        (RECORD, TEXT, TAG),
    ),
    Command("note remove", "Remove a note", "Remove one note.", _remover("note"), (RECORD,)),
    Command(
        "highlight add",
        "Highlight a passage",
        "Highlight a passage of an article, or all of it.",
        add_highlight,
        (ARTICLE, *PASSAGE, COLOUR, TAG),
    ),
    Command(
        "highlight list",
        "List the highlights",
        "List all highlights and where they stand now.",
        _lister("highlight", "highlights"),
        (WANTED,),
    ),
    Command(
        "highlight edit",
        "Change a highlight",
        "Give a highlight another colour or tags, or take some.",
        edit_highlight,
        (RECORD, COLOUR, TAG, UNTAG),
    ),
    Command("highlight remove", "Remove a highlight", "Remove one highlight.", _remover("highlight"), (RECORD,)),
)
