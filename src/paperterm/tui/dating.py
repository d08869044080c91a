"""Part of the reader's screen: the way to the calendar of a paper's issues, and from a day in it to its issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperterm.actions.answer import Failure
from paperterm.tui.language import t
from paperterm.tui.part import Part

if TYPE_CHECKING:
    from collections import Counter

    from paperterm.library.records import IssueHead
    from paperterm.tui.screens.issue_calendar import CalendarScreen, Issue


class Dating(Part):
    """The calendar."""

    async def action_calendar_open(self) -> None:
        from paperterm.tui.screens.issue_calendar import CalendarScreen

        paper, day = (self.stored.head.paper, self.stored.head.date) if self.stored else (None, None)
        if self.focused is self.issues and (under := self.issue_under_cursor):
            paper, day = under
        screen = CalendarScreen(paper, day)

        def done(issue: Issue | None) -> None:
            if issue is not None:
                self.run_worker(self._open_day(issue), group="open", exclusive=True)

        await self.app.push_screen(screen, done)
        self.run_worker(self._fill_calendar(screen), group="calendar", exclusive=True)

    async def _fill_calendar(self, screen: CalendarScreen) -> None:
        def work() -> tuple[list[IssueHead], Counter[Issue]]:
            from paperterm.actions.onward import read_by_issue

            return self.session.library.issues(), read_by_issue(self.session)

        try:
            issues, read = await self.background.read(work)
        except Failure as failure:
            screen.dismiss(None)
            self.fail(failure)
            return
        if screen.is_attached:
            screen.fill(issues, read)

    async def _open_day(self, issue: Issue) -> None:
        from paperterm.actions.onward import first_of

        try:
            id = await self.patiently(lambda: first_of(self.session.library, issue), t("Opening the issue …"))
        except Failure as failure:
            self.fail(failure)
            return
        if id is None:
            self.say(t("That issue has no articles."))
        else:
            self.open_article(id)
