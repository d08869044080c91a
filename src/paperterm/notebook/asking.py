"""What a query's fields ask of what one kept: tags, words of notes and of highlighted passages, what kind of thing it is."""

from __future__ import annotations

from paperterm.notebook.records import Bookmark, Highlight, Note, kind_of
from paperterm.notebook.values import same_tag
from paperterm.text.fold import searchable


def fits(record: Bookmark | Note | Highlight, field: str, value: str) -> bool:
    """Does the record have what the field asks for? `field` and `value` as in `Query.outside()`. Raises ValueError for a
    field that no record can answer."""
    match field:
        case "tag":
            return same_tag(value) in map(same_tag, record.tags)
        case "has":
            return kind_of(record) == value
        case "note":
            return isinstance(record, Note) and searchable(value) in searchable(record.text)
        case "highlight":
            return isinstance(record, Highlight) and searchable(value) in searchable(record.anchor.exact)
    raise ValueError(f"a record has no {field}")
