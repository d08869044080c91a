"""Upright bars over a time axis: one group for each period, one bar for each query. A cursor stands on a period."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from paperterm.export.trends import Count, Trends
from paperterm.text.cells import cell_width

EIGHTHS = " ▁▂▃▄▅▆▇█"
MOST_QUERIES = 4
"""Bars in a group that can be told apart."""
SCALE = 8
"""Cells at the left for the numbers of the scale."""
AXIS = 2
"""Lines at the bottom: the axis with its periods, and a free one."""


class TrendChart(Widget, can_focus=True):
    """Shows Trends; its keys are the screen's."""

    DEFAULT_CSS = "TrendChart { height: 1fr; }"
    COMPONENT_CLASSES = {  # noqa: RUF012
        *(f"trend--bar-{number}" for number in range(MOST_QUERIES)),
        "trend--axis",
        "trend--cursor",
    }

    class Moved(Message):
        """The cursor stands on another period."""

    class Chosen(Message):
        """The period under the cursor was clicked once more."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._trends: Trends | None = None
        self._shares = False
        self._cursor = 0
        self._first = 0  # the leftmost period that is shown

    # -- what is shown

    @property
    def trends(self) -> Trends | None:
        return self._trends

    @property
    def period(self) -> str | None:
        """The period under the cursor."""
        return self._trends.periods[self._cursor] if self._trends and self._trends.periods else None

    def counts(self) -> list[Count]:
        """What the bars under the cursor stand for."""
        if self._trends is None or self.period is None:
            return []
        return [self._trends.count(query, "", self.period) for query in self._trends.queries]

    def show(self, trends: Trends, shares: bool) -> None:
        """Show these, the cursor on the period where it was, else on the last one that has anything."""
        old = self.period
        self._trends, self._shares = trends, shares
        if old in trends.periods:
            self._cursor = trends.periods.index(old)
        else:
            full = [
                n for n, p in enumerate(trends.periods) if any(trends.count(q, "", p).count for q in trends.queries)
            ]
            self._cursor = full[-1] if full else 0
        self._follow()
        self.post_message(self.Moved())

    def move(self, step: int) -> None:
        """The cursor to another period, so many further."""
        if self._trends and self._trends.periods:
            self._cursor = max(0, min(len(self._trends.periods) - 1, self._cursor + step))
            self._follow()
            self.post_message(self.Moved())

    def page(self, step: int) -> None:
        self.move(step * self._shown)

    # -- layout

    @property
    def _group(self) -> int:
        """Cells of a period: its bars, and room to the next; wider where there is room for all."""
        assert self._trends
        least = min(len(self._trends.queries), MOST_QUERIES) + 1
        room = max(1, self.size.width - SCALE)
        return max(least, min(8, room // max(1, len(self._trends.periods))))

    @property
    def _shown(self) -> int:
        """Periods that have room."""
        return max(1, (self.size.width - SCALE) // self._group) if self._trends else 1

    def _follow(self) -> None:
        """Bring the cursor's period into sight."""
        if self._trends:
            last = max(0, len(self._trends.periods) - self._shown)
            self._first = max(self._cursor - self._shown + 1, min(self._first, self._cursor, last))
        self.refresh()

    def on_resize(self) -> None:
        self._follow()

    # -- painting

    def render_line(self, y: int) -> Strip:
        width, plain = self.size.width, self.rich_style
        trends, height = self._trends, self.size.height - AXIS
        if trends is None or not trends.periods or height < 1:
            return Strip.blank(width, plain)
        seen = range(self._first, min(len(trends.periods), self._first + self._shown))
        if y >= height:
            return self._axis(seen, y - height)
        most = max((self._value(query, n) for n in range(len(trends.periods)) for query in trends.queries), default=0.0)
        told = self._told(most) if y == 0 and most else "0" if y == height - 1 else ""
        segments = [Segment(f"{told:>{SCALE - 1}} ", self.get_component_rich_style("trend--axis"))]
        below = (height - 1 - y) * 8  # eighths of a cell that lie under this line
        for number in seen:
            ground = self.get_component_rich_style("trend--cursor") if number == self._cursor else plain
            for place, query in enumerate(trends.queries[:MOST_QUERIES]):
                value = self._value(query, number)
                eighths = max(1, round(value / most * height * 8)) if value else 0
                colour = self.get_component_rich_style(f"trend--bar-{place}", partial=True)
                block = EIGHTHS[max(0, min(8, eighths - below))]
                segments.append(Segment(block * self._bar, ground + Style(color=colour.color, bold=colour.bold)))
            rest = self._group - self._bar * min(len(trends.queries), MOST_QUERIES)
            segments.append(Segment(" " * rest, plain))
        return Strip(segments).adjust_cell_length(width, plain)

    @property
    def _bar(self) -> int:
        """Cells of one bar."""
        assert self._trends
        return max(1, (self._group - 1) // min(len(self._trends.queries), MOST_QUERIES))

    def _value(self, query: str, number: int) -> float:
        assert self._trends
        count = self._trends.count(query, "", self._trends.periods[number])
        return (count.share or 0.0) if self._shares else float(count.count)

    def _told(self, value: float) -> str:
        return f"{value:.1%}" if self._shares else f"{value:g}"

    def _axis(self, seen: range, line: int) -> Strip:
        """The periods below the bars, as many as have room; a year where it begins."""
        assert self._trends
        style, text, end = self.get_component_rich_style("trend--axis"), " " * SCALE, 0
        if line == 0:
            for number in seen:
                at = SCALE + (number - seen.start) * self._group
                period = self._trends.periods[number]
                if at >= end and (number == seen.start or self._trends.by == "year" or period.endswith(("-01", "-07"))):
                    text = text.ljust(at) + period
                    end = at + cell_width(period) + 1
        return Strip([Segment(text, style)]).adjust_cell_length(self.size.width, self.rich_style)

    def on_click(self, event: events.Click) -> None:
        if self._trends is None or event.x < SCALE:
            return
        number = self._first + (event.x - SCALE) // self._group
        if number == self._cursor:
            self.post_message(self.Chosen())
        else:
            self.move(number - self._cursor)
