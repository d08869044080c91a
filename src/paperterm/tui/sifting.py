"""Part of the reader's screen: leaving only some issues and articles in the list of issues."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from paperterm.actions.session import failures
from paperterm.library.records import IssueHead
from paperterm.tui.bindings import told
from paperterm.tui.language import t
from paperterm.tui.part import Part

if TYPE_CHECKING:  # the first screen has no filter
    from textual.widgets import Input

    from paperterm.actions.sifting import Sifted
    from paperterm.tui.widgets.issue_filter_bar import IssueFilterBar
    from paperterm.tui.widgets.search_bar import SearchBar


class Sifting(Part):
    """The filter of the list of issues."""

    issue_query = ""
    only_unread = False
    _sifting: threading.Event | None = None
    """Set when the list is wanted otherwise."""

    @property
    def sifts(self) -> bool:
        """Are there issues that the list may leave out?"""
        return self.only_unread or bool(self.issue_query.strip())

    def sift(self, issues: Sequence[IssueHead]) -> Sifted:
        """What is left of the issues. Not for the interface's thread. Raises Failure for a query that cannot be read."""
        from paperterm.actions.sifting import Sifted, sifted, with_unread

        if self._sifting is not None:
            self._sifting.set()
        self._sifting = stop = threading.Event()
        left = Sifted(list(issues))
        with failures():
            if query := self.issue_query.strip():
                left = sifted(self.session, issues, query, stop.is_set)
            if self.only_unread and left.articles is None:
                left = left._replace(issues=with_unread(self.session, left.issues))
            elif self.only_unread and left.articles is not None:
                left = left._replace(articles=left.articles - self.session.reading.read_ids())
        return left

    def tell_sifted(self, text: str) -> None:
        """Say in the filter's bar how much is left."""
        for bar in self._issue_bars():
            bar.count(text)

    def _issue_bars(self) -> list[IssueFilterBar]:
        if not self.query("#issue-filter"):
            return []
        from paperterm.tui.widgets.issue_filter_bar import IssueFilterBar

        return list(self.query(IssueFilterBar))

    def action_issue_unread(self) -> None:
        self.only_unread = not self.only_unread
        self.say(
            told("Only what is unread is listed; {issue_unread} lists everything.")
            if self.only_unread
            else t("Everything is listed.")
        )
        self.load_issues()

    async def action_issue_filter(self) -> None:
        # The bar is there when this returns: what is typed at once goes into it.
        from paperterm.tui.widgets.issue_filter_bar import IssueFilterBar

        if not self._issue_bars():
            await self.mount(IssueFilterBar(id="issue-filter"), before="#panes")
        self._issue_bars()[0].open()

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input.id == "issue-query" and event.value != self.issue_query:
            self.issue_query = event.value
            self.load_issues()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.input.id == "issue-query":
            self.focus_side("issues")

    def on_search_bar_moved(self, event: SearchBar.Moved) -> None:
        if event.bar.id == "issue-filter":
            self.issues.move(event.step)

    def on_search_bar_left(self, event: SearchBar.Left) -> None:
        if event.bar.id != "issue-filter":
            return
        if event.shut:
            event.bar.clear()
            event.bar.close()
            self.issue_query = ""
            self.load_issues()
        self.focus_side("issues")
