"""What the notebook holds. Immutable; the written forms are the fields of the TinyDB records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal

UNDATED = "1970-01-01T00:00:00.000+00:00"
"""`created` of a record that was written by hand without one."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where in an article a record belongs, told in several ways, so that one still holds after the text was parsed anew
    (selectors of the W3C Web Annotation Data Model). All of it describes the article as it was when the record was made.

    `block` is None for the whole article; then `exact` is empty and `paragraph` is that of the article's longest block.
    """

    source: str  # sha256 of the page file's bytes, hexadecimal
    block: int | None = None
    start: int | None = None  # characters of the block's text
    end: int | None = None
    exact: str = ""
    prefix: str = ""  # up to 32 characters before the quote, over block borders
    suffix: str = ""  # up to 32 after it
    position: int | None = None  # where the quote begins, in normalised characters of the whole article
    paragraph: str = ""  # hash of the block's normalised text
    offset: int | None = None  # where the quote begins, in normalised characters of the block


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an anchor stands in an article now. `block`, `start`, `end` are None for a whole article and an orphan."""

    state: Literal["placed", "uncertain", "orphan"]
    block: int | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Bookmark:
    """`created` and `changed` are ISO 8601 in UTC."""

    id: str
    article: str
    anchor: Anchor
    tags: tuple[str, ...]
    created: str
    changed: str


@dataclass(frozen=True, slots=True)
class Note:
    """`text` may hold line feeds and tabs, no other control characters. `created` and `changed` are ISO 8601 in UTC."""

    id: str
    article: str
    text: str
    anchor: Anchor
    tags: tuple[str, ...]
    created: str
    changed: str


@dataclass(frozen=True, slots=True)
class Highlight:
    """A coloured passage; `colour` is one of COLOURS. `created` and `changed` are ISO 8601 in UTC."""

    id: str
    article: str
    colour: str
    anchor: Anchor
    tags: tuple[str, ...]
    created: str
    changed: str


@dataclass(frozen=True, slots=True)
class Search:
    """A query kept under a name. `created` and `changed` are ISO 8601 in UTC."""

    id: str
    name: str
    query: str
    created: str
    changed: str


Record = Bookmark | Note | Highlight | Search

COLOURS = ("yellow", "green", "blue", "pink", "purple")
"""Of highlights; the first is the one that is taken where none is named."""


class Unreadable(ValueError):  # noqa: N818 - it says what the record is
    """A record that somebody else wrote and that cannot be understood; it is kept in the file as it is."""


def form(record: Record) -> dict[str, Any]:
    """The fields of a record as they are stored."""
    written = asdict(record)
    if "tags" in written:
        written["tags"] = list(written["tags"])
    return written


def bookmark_from(key: str, written: object) -> Bookmark:
    """The inverse of `form`; what a hand-written record leaves out is filled in. Raises Unreadable."""
    return Bookmark(**_common(key, _mapping(written)))


def note_from(key: str, written: object) -> Note:
    """As `bookmark_from`."""
    record = _mapping(written)
    return Note(text=_string(record, "text"), **_common(key, record))


def highlight_from(key: str, written: object) -> Highlight:
    """As `bookmark_from`. A colour we do not know is kept and shown as the first one."""
    record = _mapping(written)
    return Highlight(colour=_string(record, "colour", COLOURS[0]), **_common(key, record))


def search_from(key: str, written: object) -> Search:
    """As `bookmark_from`."""
    record = _mapping(written)
    query = _string(record, "query")
    return Search(name=_string(record, "name", query), query=query, **_identity(key, record))


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record: the table it is in and how it is read from there."""

    name: str
    table: str
    read: Callable[[str, object], Record]


KINDS = {
    kind.name: kind
    for kind in (
        Kind("bookmark", "bookmarks", bookmark_from),
        Kind("note", "notes", note_from),
        Kind("highlight", "highlights", highlight_from),
        Kind("search", "searches", search_from),
    )
}


def kind_of(record: Record) -> str:
    """The name of a record's kind, as in KINDS."""
    return type(record).__name__.lower()


def _common(key: str, record: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **_identity(key, record),
        "article": _string(record, "article"),
        "anchor": _anchor(record.get("anchor")),
        "tags": tuple(tag for tag in _list(record.get("tags")) if isinstance(tag, str)),
    }


def _identity(key: str, record: Mapping[str, Any]) -> dict[str, Any]:
    created = _string(record, "created", UNDATED)
    return {
        "id": _string(record, "id", f"record-{key}"),
        "created": created,
        "changed": _string(record, "changed", created),
    }


_TEXTS = frozenset({"source", "exact", "prefix", "suffix", "paragraph"})
_SELECTORS = tuple((field.name, str if field.name in _TEXTS else int) for field in fields(Anchor))


def _anchor(written: object) -> Anchor:
    """The selectors that can be understood; none of them is needed for the record to be shown."""
    if not isinstance(written, dict):
        return Anchor("")
    known = {name: written[name] for name, kind in _SELECTORS if type(written.get(name)) is kind}
    return Anchor(**{"source": "", **known})


def _mapping(written: object) -> Mapping[str, Any]:
    if not isinstance(written, dict):
        raise Unreadable("a record has to be an object")
    return written


def _list(written: object) -> list[object]:
    return written if isinstance(written, list) else []


def _string(record: Mapping[str, Any], name: str, default: str | None = None) -> str:
    value = record.get(name, default)
    if not isinstance(value, str):
        raise Unreadable(f"{name} has to be a string")
    return value
