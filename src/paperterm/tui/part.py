"""What the parts of the reader's screen may rely on: the screen itself, as far as they use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

if TYPE_CHECKING:
    from paperterm.actions.answer import Failure
    from paperterm.actions.reader import Pane
    from paperterm.actions.session import Session
    from paperterm.library.records import StoredArticle
    from paperterm.tui.background import Background
    from paperterm.tui.panes import HitsPane, IssuesPane, NotesPane, ReadingPane

    class Part(Screen[None]):
        """A part of ReaderScreen, mixed into it."""

        session: Session
        background: Background
        stored: StoredArticle | None

        @property
        def reading(self) -> ReadingPane: ...
        @property
        def issues(self) -> IssuesPane: ...
        @property
        def hits(self) -> HitsPane: ...
        @property
        def notes(self) -> NotesPane: ...

        def say(self, message: str, error: bool = False) -> None: ...
        def fail(self, failure: Failure) -> None: ...
        def open_article(self, id: str, place: tuple[int, int] | None = None, focus: bool = True) -> None: ...
        def load_issues(self) -> None: ...
        def refresh_marks(self) -> None: ...
        def tell_far(self) -> None: ...
        def show_side(self, pane: Pane) -> None: ...
        def focus_side(self, pane: Pane) -> None: ...
        def focus_article(self) -> None: ...

else:
    Part = Screen  # a part handles messages of its own, so Textual has to see it
