"""Which days of a paper are in the library; from here one goes to one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from paperterm.actions.finding import UNKNOWN_PAPER
from paperterm.actions.keys import pressed
from paperterm.library.records import IssueHead
from paperterm.text.calendar import weekday
from paperterm.tui.bindings import as_in_lists
from paperterm.tui.issue_calendar import Day, days_of, further, in_year, next_issue, typed
from paperterm.tui.language import t, tn
from paperterm.tui.setting import shown
from paperterm.tui.widgets.calendar_grid import CalendarGrid

Issue = tuple[str | None, str | None]
MOST_TYPED = len("2025-03-25")


def keys(*names: str) -> str:
    """The names under which these keys arrive."""
    return ",".join(each for name in names for each in pressed(name))


class CalendarScreen(Screen[Issue | None]):
    """Ends with the paper and date of the issue that is wanted, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False),
        *as_in_lists("app.quit", "calendar.open", run="quit"),
        Binding(f"enter,{keys('space')}", "open", "Open", show=False),
        Binding(f"right,{keys('l')}", "move(1)", "Day on", show=False),
        Binding(f"left,{keys('h')}", "move(-1)", "Day back", show=False),
        Binding(f"down,{keys('j')}", "move(7)", "Week on", show=False),
        Binding(f"up,{keys('k')}", "move(-7)", "Week back", show=False),
        Binding(f"pagedown,{keys('right_curly_bracket')}", "year(1)", "Year on", show=False),
        Binding(f"pageup,{keys('left_curly_bracket')}", "year(-1)", "Year back", show=False),
        Binding(keys("n", "J"), "issue(1)", "Next issue", show=False),
        Binding(keys("N", "K"), "issue(-1)", "Issue before", show=False),
        Binding("tab", "paper(1)", "Next paper", show=False),
        Binding("shift+tab", "paper(-1)", "Paper before", show=False),
        Binding("backspace", "rub_out", "Rub out", show=False),
    ]

    def __init__(self, paper: str | None, day: str | None) -> None:
        """The calendar begins with this paper and this day (ISO 8601), where they are known."""
        super().__init__()
        self._paper = paper
        self._day = date.fromisoformat(day) if day else None
        self._papers: dict[str | None, dict[date, Day]] = {}
        self._typed = ""

    def compose(self) -> ComposeResult:
        yield Static(t("Reading the list of issues …"), id="calendar-paper", markup=False)
        yield CalendarGrid(id="calendar-grid")
        yield Static("", id="calendar-told", markup=False)
        yield Static("", id="calendar-keys", markup=False)

    @property
    def grid(self) -> CalendarGrid:
        return self.query_one(CalendarGrid)

    @property
    def days(self) -> Mapping[date, Day]:
        """The days of the paper that is shown."""
        return self._papers.get(self._paper, {})

    def on_mount(self) -> None:
        words = (
            ("← → ↑ ↓", t("day")), ("↵", t("open")), ("q", t("leave")), ("n N", t("issue")),
            ("PgUp PgDn", t("year")), ("tab", t("paper")), ("2025-03-25", t("go to it")),
        )  # fmt: skip
        self.query_one("#calendar-keys", Static).update("  ".join(f"{key} {word}" for key, word in words))
        self.grid.focus()

    def fill(self, issues: Sequence[IssueHead], read: Mapping[Issue, int]) -> None:
        """The issues of all papers, by paper; `read` says how many articles of an issue were read."""
        papers = {paper: days_of(heads, read) for paper, heads in groupby(issues, key=lambda head: head.paper)}
        self._papers = {paper: days for paper, days in papers.items() if days}
        if not self._papers:
            self.query_one("#calendar-paper", Static).update(t("No issue in the library has a date."))
            return
        if self._paper not in self._papers:
            self._paper, self._day = next(iter(self._papers)), None
        self._show(self._day or max(self.days))

    def _show(self, day: date) -> None:
        self.grid.show(self.days, day)

    @on(CalendarGrid.Moved)
    def _moved(self) -> None:
        day, days = self.grid.day, self.days
        in_the_year = [issue for one, issue in days.items() if one.year == day.year]
        parts = [shown(self._paper or UNKNOWN_PAPER), str(day.year)]
        parts.append(tn("{count} issue", "{count} issues", len(in_the_year)))
        if unread := sum(issue.unread > 0 for issue in in_the_year):
            parts.append(t("{count} with unread articles", count=unread))
        self.query_one("#calendar-paper", Static).update("   ".join(parts))
        issue = days.get(day)
        told = [f"{day.isoformat()} {weekday(day)}"]
        if issue is None:
            told.append(t("no issue in the library"))
        else:
            told.append(tn("{count} article", "{count} articles", issue.articles))
            told.append(t("{count} unread", count=issue.unread))
        if self._typed:
            told.insert(0, t("Go to {date}", date=self._typed))
        self.query_one("#calendar-told", Static).update("   ".join(told))

    # -- keys

    def on_key(self, event: events.Key) -> None:
        """What is typed of a date."""
        char = event.character or ""
        sign = str(int(char)) if len(char) == 1 and char.isdecimal() else "-" if char in ("-", "－") else ""
        if sign and self.days:
            event.stop()
            self._typed = (self._typed + sign)[:MOST_TYPED]
            self._go_to_typed()

    def _go_to_typed(self) -> None:
        day = typed(self._typed, self.days)
        self.grid.go(day or self.grid.day)

    def action_rub_out(self) -> None:
        self._typed = self._typed[:-1]
        self._go_to_typed()

    def _go(self, day: date | None) -> None:
        self._typed = ""
        if day is not None and self.days:
            self.grid.go(day)

    def action_move(self, step: int) -> None:
        self._go(further(self.grid.day, step))

    def action_year(self, step: int) -> None:
        self._go(in_year(self.grid.day, step))

    def action_issue(self, step: int) -> None:
        self._go(next_issue(self.grid.day, self.days, step))

    def action_paper(self, step: int) -> None:
        papers = list(self._papers)
        if papers:
            self._paper = papers[(papers.index(self._paper) + step) % len(papers)]
            day = self.grid.day
            self._typed = ""
            self._show(day if any(one.year == day.year for one in self.days) else max(self.days))

    @on(CalendarGrid.Chosen)
    def action_open(self) -> None:
        day = self.grid.day
        if day in self.days:
            self.dismiss((self._paper, day.isoformat()))
        elif self.days:
            self._typed = ""
            near = min(self.days, key=lambda one: (abs((one - day).days), one))
            told = t("No issue of that day is in the library; the nearest is of {date}.", date=near.isoformat())
            self.query_one("#calendar-told", Static).update(told)

    def action_leave(self) -> None:
        if self._typed:
            self._typed = ""
            self._go_to_typed()
        else:
            self.dismiss(None)

    def action_quit(self) -> None:
        self.dismiss(None)
