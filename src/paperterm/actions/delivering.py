"""Where an export goes and how it looks, by the options of the command: a folder, a file, standard output."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paperterm.actions.answer import FOUND, WRONG, Answer, Failure
from paperterm.actions.command import Values
from paperterm.actions.session import Session
from paperterm.export.forms import DEFAULT, FORMS, Form, of_articles

if TYPE_CHECKING:
    from paperterm.actions.contract.values import Written as WrittenForm
    from paperterm.actions.files import Written
    from paperterm.export.items import Item
    from paperterm.export.rendering import Wish

WIDTH = 80
"""Cells of a line of plain text where --width does not say."""
WIDTHS = range(20, 1001)


def deliver(session: Session, found: Sequence[Item], title: str, values: Values) -> Answer:
    """Articles to a folder, a file or standard output."""
    from paperterm.actions.files import write_folder
    from paperterm.export import rendering

    form = form_wanted(values, of_articles())
    wish = wish_of(session, form, title, values)
    talk = (*session.notebook.notices, *session.hint)
    folder = folder_named(values)
    if folder is not None and form.folder:
        files = list(rendering.article_folder(found, wish))
        return told(form, len(found), write_folder(folder, files, bool(values.get("force"))), talk)
    return one_file(form, len(found), lambda: rendering.articles(found, wish), title, values, talk)


def one_file(
    form: Form, total: int, content: Callable[[], bytes], title: str, values: Values, talk: tuple[str, ...]
) -> Answer:
    """One file: in the folder that --output names, under its title; or where --output says; or on standard output."""
    from paperterm.actions.files import write_file, write_folder
    from paperterm.export.filenames import file_name

    folder, force = folder_named(values), bool(values.get("force"))
    if folder is not None:
        return told(form, total, write_folder(folder, [(file_name(title) + form.ending, content())], force), talk)
    output = values.get("output")
    if output and output != "-":
        return told(form, total, write_file(Path(output), content(), force), talk)
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


def told(form: Form, total: int, written: Written, talk: tuple[str, ...]) -> Answer:
    files: list[WrittenForm] = [
        {"path": str(path), "state": state}
        for state in ("new", "replaced", "unchanged")
        for path in getattr(written, state)
    ]
    lines = (
        [f"Written to {files[0]['path']}"] if len(files) == 1 and not written.unchanged else [f"{written.sentence}."]
    )
    return Answer({"format": form.id, "total": total, "files": files}, lines, talk, FOUND)


def folder_named(values: Values) -> Path | None:
    """The folder that --output names: one that is there, or a name that ends as a folder's does."""
    output = values.get("output")
    if not output or output == "-":
        return None
    path = Path(output).expanduser()
    return path if path.is_dir() or output.endswith(("/", os.sep)) else None


def form_wanted(values: Values, allowed: Sequence[str]) -> Form:
    """The form that --format names, else the one that the file's name ends like; Markdown where it says nothing. Raises
    Failure where it ends like none."""
    name = values.get("format")
    if name is None:
        ending = "" if folder_named(values) else Path(values.get("output") or "").suffix.lower()
        if not ending:
            return FORMS[DEFAULT]
        endings = {FORMS[id].ending: id for id in allowed}
        if ending not in endings:
            hint = f"choose one of {' '.join(endings)}, or say --format"
            raise Failure("bad-format", f"{values['output']}: nothing that can be written here ends so; {hint}.", WRONG)
        name = endings[ending]
    return FORMS[name]


def wish_of(session: Session, form: Form, title: str, values: Values) -> Wish:
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
