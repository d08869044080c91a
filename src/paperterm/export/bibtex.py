"""References for BibTeX and biblatex."""

from __future__ import annotations

import re
from collections.abc import Iterable

from paperterm.export.reference import Reference

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # \{ would count as a brace: BibTeX does not see the backslash
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "%$#&_"},
}
_SIGNS = re.compile("|".join(map(re.escape, _SPECIAL)))
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def bibtex(references: Iterable[Reference]) -> str:
    """@article, with the paper as its journal: classic BibTeX knows no newspapers."""
    return "\n".join(_entry(each, _classic(each)) for each in references)


def biblatex(references: Iterable[Reference]) -> str:
    """@article of the subtype newspaper (manual of biblatex, 2.1.1 and "entrysubtype")."""
    return "\n".join(_entry(each, _modern(each)) for each in references)


def _classic(reference: Reference) -> dict[str, str]:
    year, month, day = (*reference.day, "", "", "")[:3]
    return {
        **_common(reference),
        "journal": _quoted(reference.paper),
        "year": _quoted(year or reference.date),
        "month": _MONTHS[int(month) - 1] if month else "",
        "day": _quoted(int(day)) if day else "",
        "number": _quoted(reference.number),
        "pages": _quoted(reference.page),
        "language": "{chinese}",
        "note": _quoted(reference.doubts),
    }


def _modern(reference: Reference) -> dict[str, str]:
    return {
        **_common(reference),
        "entrysubtype": "{newspaper}",
        "journaltitle": _quoted(reference.paper),
        "date": _quoted("-".join(reference.day)),
        "year": "" if reference.day else _quoted(reference.date),
        "number": _quoted(reference.number),
        "pages": _quoted(reference.page),
        "langid": "{chinese}",
        "note": _quoted(reference.doubts),
    }


def _common(reference: Reference) -> dict[str, str]:
    names = " and ".join(_name(name) for name in reference.responsible)
    return {"author": f"{{{names}}}" if names else "", "title": f"{{{_quoted(reference.title)}}}"}


def _name(name: str) -> str:
    """A name as one: braces keep what looks like several parts, or several names, together."""
    return _quoted(name) if re.search(r"[\s,]", name) else _escaped(name)


def _quoted(value: str | int | None) -> str:
    return "" if value is None or value == "" else f"{{{_escaped(str(value))}}}"


def _escaped(text: str) -> str:
    return _SIGNS.sub(lambda sign: _SPECIAL[sign[0]], text)


def _entry(reference: Reference, fields: dict[str, str]) -> str:
    key = re.sub(r"[^0-9A-Za-z:-]", "", reference.id.replace("/", ":"))
    lines = [f"  {name} = {value}," for name, value in fields.items() if value]
    return "\n".join((f"@article{{{key},", *lines, "}", ""))
