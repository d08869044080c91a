"""What a person kept, with the place where it stands now."""

from __future__ import annotations

from dataclasses import dataclass

from paperterm.library.records import StoredArticle
from paperterm.notebook.records import Bookmark, Highlight, Note, Placement, kind_of


@dataclass(frozen=True, slots=True)
class Kept:
    """One record. `stored` is None where the article is in the library no more; then the place is an orphan. `assumed` names
    the facts of the article's issue that neither its page nor a person states."""

    record: Bookmark | Note | Highlight
    stored: StoredArticle | None
    placement: Placement
    assumed: frozenset[str] = frozenset()

    @property
    def kind(self) -> str:
        return kind_of(self.record)

    @property
    def article(self) -> str:
        """The id that the article has now, or had."""
        return self.stored.head.id if self.stored else self.record.article

    @property
    def headline(self) -> str:
        return self.stored.article.title if self.stored else self.record.article

    @property
    def quote(self) -> str:
        return self.record.anchor.exact

    @property
    def text(self) -> str:
        """Empty but for a note."""
        return self.record.text if isinstance(self.record, Note) else ""

    @property
    def colour(self) -> str:
        """Empty but for a highlight."""
        return self.record.colour if isinstance(self.record, Highlight) else ""
