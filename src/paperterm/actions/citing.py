"""`cite`: references to articles, in the forms that word processors and reference managers read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from paperterm.actions.answer import Answer
from paperterm.actions.command import Argument, Command, Values
from paperterm.actions.gathering import with_facts
from paperterm.actions.named import all_named
from paperterm.actions.session import Session, failures
from paperterm.config.choices import CITATIONS

if TYPE_CHECKING:
    from paperterm.actions.contract.exported import Citation, Citations
    from paperterm.export.reference import Reference
    from paperterm.library.records import StoredArticle


def cite(session: Session, values: Values) -> Answer:
    from paperterm.export.styles import WRITERS

    style = values.get("format") or session.settings.citing.form
    with failures():
        stored = [session.library.article(id) for id in all_named(session, values["id"])]
        found = references(session, list({each.head.id: each for each in stored}.values()))
    data: Citations = {"format": style, "citations": [_form(each, style) for each in found]}
    text = WRITERS[style](found)
    talk = tuple(sentence for each in found if (sentence := doubt(each, style)))
    return Answer(data, talk=(*talk, *session.hint), content=text.encode("utf-8", "replace"))


def references(session: Session, stored: Sequence[StoredArticle]) -> list[Reference]:
    """The references to articles. Raises LibraryError."""
    from paperterm.export.reference import reference

    return [reference(item) for item in with_facts(session, stored, {})]


def citation(session: Session, stored: StoredArticle, style: str) -> tuple[str, Reference]:
    """The reference to one article as text, without the line feed at its end, and what it says and lacks. Raises Failure."""
    from paperterm.export.styles import WRITERS

    with failures():
        found = references(session, [stored])
    return WRITERS[style](found).rstrip("\n"), found[0]


def doubt(reference: Reference, style: str) -> str:
    """A sentence about what a reference lacks or only assumes; "" for nothing."""
    if not reference.doubts:
        return ""
    hint = " In a numbered list 佚名 may be left out." if _anonymous(reference, style) else ""
    return f"{reference.id}: {reference.doubts}. `paperterm set` states paper, date and page.{hint}"


def _anonymous(reference: Reference, style: str) -> bool:
    return style.startswith("gbt7714") and "author" in reference.missing


def _form(reference: Reference, style: str) -> Citation:
    from paperterm.export.csl import csl
    from paperterm.export.styles import WRITERS

    return {
        "id": reference.id,
        "citation": csl(reference) if style == "csl-json" else WRITERS[style]([reference]).rstrip("\n"),
        "missing": list(reference.missing),
        "assumed": sorted(reference.assumed),
    }


CITE = Command(
    "cite",
    "Cite articles",
    "Print references to articles; what is not known is said, and what is only assumed is marked. GB/T 7714-2025 took the "
    "place of -2015 on 2026-07-01; an article of a newspaper has the same form in both.",
    cite,
    (
        Argument("ID", "the articles' ids; - reads them from standard input", many="+", offers="articles"),
        Argument(
            "--format", f"the form; that of the settings, else {CITATIONS[0]}, where it is not said", choices=CITATIONS
        ),
    ),
)
