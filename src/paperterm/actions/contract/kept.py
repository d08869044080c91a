"""`bookmark`, `note`, `highlight`, `saved` and `history`."""

from __future__ import annotations

from typing import Literal, TypedDict

from paperterm.actions.contract.values import BlockNumber, Id, Moment, Offset, RecordId


class Bookmark(TypedDict):
    """A bookmark with the place where it stands now: `block`, `start` and `end` are null for a whole article and an orphan."""

    id: RecordId
    article: Id
    headline: str | None
    quote: str
    tags: list[str]
    state: Literal["placed", "uncertain", "orphan"]
    block: BlockNumber | None
    start: Offset | None
    end: Offset | None
    created: Moment
    changed: Moment


class Note(Bookmark):
    """A note with the place where it stands now."""

    text: str


class Highlight(Bookmark):
    """A highlight with the place where it stands now."""

    colour: str


class Bookmarks(TypedDict):
    """All bookmarks that were asked for, or those just added to several articles."""

    bookmarks: list[Bookmark]


class Notes(TypedDict):
    """All notes that were asked for."""

    notes: list[Note]


class Highlights(TypedDict):
    """All highlights that were asked for."""

    highlights: list[Highlight]


class SavedSearch(TypedDict):
    """A query under a name."""

    id: RecordId
    name: str
    query: str
    created: Moment
    changed: Moment


class SavedSearches(TypedDict):
    """The saved searches by name."""

    searches: list[SavedSearch]


class Removed(TypedDict):
    """The id of what was removed."""

    id: RecordId


class Visit(TypedDict):
    """An article that was read, when, and how far: from 0 to 1."""

    id: Id
    headline: str | None
    read_at: Moment
    share: float


class History(TypedDict):
    """What was read last, the newest first."""

    history: list[Visit]
