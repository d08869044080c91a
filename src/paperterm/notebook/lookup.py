"""Records by the beginning of their ids, as people type them."""

from __future__ import annotations

from collections.abc import Collection

from paperterm.notebook.errors import UnknownRecord
from paperterm.notebook.ids import typed

NEAR = 3


def find_id(kind: str, id: str, known: Collection[str]) -> str:
    """The one of `known` that is `id` or, alone among them, begins with it. Raises UnknownRecord with those near it."""
    for form in dict.fromkeys((id.strip(), typed(id))):
        if form in known:
            return form
        beginning = sorted(each for each in known if form and each.startswith(form))
        if len(beginning) == 1:
            return beginning[0]
        if beginning:
            raise UnknownRecord(kind, id, beginning[:NEAR], ambiguous=True)
    from difflib import get_close_matches  # 2 ms that only a mistake pays

    raise UnknownRecord(kind, id, get_close_matches(typed(id), known, n=NEAR))
