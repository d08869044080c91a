"""References as CSL-JSON, type article-newspaper: for citeproc, Pandoc and Zotero."""

from __future__ import annotations

from typing import Any

from paperterm.export.reference import Reference


def csl(reference: Reference) -> dict[str, Any]:
    """One item. Names are literal: which part of a name is the surname is not printed. An assumed date is `circa`."""
    found: dict[str, Any] = {
        "id": reference.id,
        "type": "article-newspaper",
        "title": reference.title,
        "language": "zh",
    }
    if reference.responsible:
        found["author"] = [{"literal": name} for name in reference.responsible]
    if reference.paper:
        found["container-title"] = reference.paper
    if reference.day:
        issued: dict[str, Any] = {"date-parts": [[int(part) for part in reference.day]]}
        found["issued"] = issued | ({"circa": True} if "date" in reference.assumed else {})
    elif reference.date:
        found["issued"] = {"raw": reference.date}
    if reference.page is not None:
        found["page"] = str(reference.page)
    if reference.number is not None:
        found["number"] = str(reference.number)
    if reference.doubts:
        found["note"] = reference.doubts
    return found
