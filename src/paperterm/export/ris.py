"""References in the RIS format, type NEWS: for EndNote, Zotero, NoteExpress and others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paperterm.export.reference import Reference


def ris(references: Iterable[Reference]) -> str:
    """One record each. No value holds a line feed, so none can begin a field."""
    return "\n".join("\n".join(f"{tag}  - {value}" for tag, value in _fields(each)) + "\n" for each in references)


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield "ID", reference.id
    yield from (("AU", name) for name in reference.responsible)
    yield "TI", reference.title
    if reference.paper:
        yield "T2", reference.paper
    if reference.day:
        yield "PY", reference.day[0]
        yield "DA", "/".join((*reference.day, "", "", "")[:3]) + "/"
    elif reference.date:
        yield "DA", f"///{reference.date}"
    if reference.page is not None:
        yield "SP", str(reference.page)
    if reference.number is not None:
        yield "IS", str(reference.number)
    yield "LA", "zh"
    if reference.doubts:
        yield "N1", reference.doubts
    yield "ER", ""
