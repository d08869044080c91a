"""How often something was written of, over time: bars to move along, each a way to its articles."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Input, Static

from paperterm.actions.answer import Failure
from paperterm.actions.keys import pressed
from paperterm.actions.session import Session
from paperterm.actions.trending import trends_of
from paperterm.export.trends import By, Trends
from paperterm.tui.background import Background
from paperterm.tui.language import t
from paperterm.tui.setting import shown
from paperterm.tui.widgets.query_input import QueryInput
from paperterm.tui.widgets.trend_chart import MOST_QUERIES, TrendChart

if TYPE_CHECKING:
    from textual.worker import WorkType

BETWEEN = ";；"
"""What stands between two queries."""
SIGN = "■ "


def keys(*names: str) -> str:
    """The names under which these keys arrive."""
    return ",".join(each for name in names for each in pressed(name))


class TrendsScreen(Screen[str | None]):
    """Ends with the query whose articles are wanted, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"escape,ctrl+q,{keys('q', 't')}", "leave", "Leave", show=False),
        Binding(keys("enter"), "open", "Open", show=False),
        Binding(f"right,{keys('l')}", "move(1)", "Later", show=False),
        Binding(f"left,{keys('h')}", "move(-1)", "Earlier", show=False),
        Binding("pagedown,space", "page(1)", "A screen later", show=False),
        Binding("pageup", "page(-1)", "A screen earlier", show=False),
        Binding(f"home,{keys('g')}", "move(-100000)", "First", show=False),
        Binding(f"end,{keys('G')}", "move(100000)", "Last", show=False),
        Binding(keys("percent_sign", "s"), "share", "Share", show=False),
        Binding(keys("y"), "by", "Months or years", show=False),
        Binding(keys("slash"), "edit", "Other queries", show=False),
    ]

    def __init__(self, session: Session, background: Background, queries: str) -> None:
        """`queries` are shown first, with ; between them."""
        super().__init__()
        self._session, self._background, self._queries = session, background, queries
        self._by: By | None = None
        self._shares = False
        self._stop: threading.Event | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(id="trend-bar"):
            yield Static("/ ", markup=False, id="trend-sign")
            yield QueryInput(self._queries, id="trend-queries", placeholder=t("产改; 工匠"), select_on_focus=False)
        yield Static("", markup=False, id="trend-legend")
        yield TrendChart(id="trend-chart")
        yield Static("", markup=False, id="trend-told")
        yield Static("", markup=False, id="trend-keys")

    @property
    def chart(self) -> TrendChart:
        return self.query_one(TrendChart)

    def on_mount(self) -> None:
        self._tell_keys()
        if self._queries.strip():
            self.chart.focus()
            self._count()
        else:
            self.action_edit()

    def on_unmount(self) -> None:
        if self._stop:
            self._stop.set()

    # -- counting

    def _asked(self) -> list[str]:
        text = self.query_one(QueryInput).value
        for sign in BETWEEN:
            text = text.replace(sign, "\n")
        return [query.strip() for query in text.split("\n") if query.strip()]

    def _count(self) -> None:
        """Count anew, behind the screen; what was being counted is given up."""
        if self._stop:
            self._stop.set()
        self._stop = threading.Event()
        asked = self._asked()
        if len(asked) > MOST_QUERIES:
            self._tell(t("At most {count} queries stand side by side.", count=MOST_QUERIES))
        elif asked:
            self._tell(t("Counting…"))
            count: WorkType[None] = partial(self._counted, asked, self._stop)
            self.run_worker(count, group="count", exclusive=True)

    async def _counted(self, asked: list[str], stop: threading.Event) -> None:
        try:
            trends = await self._background.read(lambda: trends_of(self._session, asked, self._by, stop=stop.is_set))
        except Failure as failure:
            if not stop.is_set():
                self._tell(failure.message)
            return
        if not stop.is_set():
            self._show(trends)

    def _show(self, trends: Trends) -> None:
        from rich.text import Text

        self.chart.show(trends, self._shares)
        legend = Text()
        for number, query in enumerate(trends.queries):
            style = self.chart.get_component_rich_style(f"trend--bar-{number}", partial=True)
            legend.append(SIGN, style)
            legend.append(shown(query) + "   ")
        self.query_one("#trend-legend", Static).update(legend)
        if not trends.found:
            self._tell(t("Nothing matches {query}", query="; ".join(trends.queries)))
        elif not trends.periods:
            self._tell(t("What was found has no date: {count} articles.", count=sum(trends.undated)))

    @on(TrendChart.Moved)
    def _moved(self) -> None:
        counts = self.chart.counts()
        if not counts:
            return
        told = "   ".join(
            f"{shown(row.query)} {row.count}" + (f" ({row.share:.1%})" if row.share is not None else "")
            for row in counts
        )
        of = t("of {count} articles", count=counts[0].total)
        self._tell(f"{counts[0].period}   {told}   {of}")

    def _tell(self, sentence: str) -> None:
        self.query_one("#trend-told", Static).update(shown(sentence))

    def _tell_keys(self) -> None:
        words = (
            ("← →", t("move")), ("↵", t("articles")), ("%", t("count") if self._shares else t("share")),
            ("y", t("months or years")), ("/", t("queries")), ("q", t("leave")),
        )  # fmt: skip
        self.query_one("#trend-keys", Static).update("  ".join(f"{key} {word}" for key, word in words))

    # -- keys

    def action_move(self, step: int) -> None:
        self.chart.move(step)

    def action_page(self, step: int) -> None:
        self.chart.page(step)

    def action_share(self) -> None:
        self._shares = not self._shares
        self._tell_keys()
        if self.chart.trends:
            self._show(self.chart.trends)

    def action_by(self) -> None:
        if self.chart.trends:
            self._by = "month" if self.chart.trends.by == "year" else "year"
            self._count()

    def action_edit(self) -> None:
        self.query_one(QueryInput).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._asked():
            self.chart.focus()
            self._count()

    @on(TrendChart.Chosen)
    def action_open(self) -> None:
        """To the articles of the period: those of all queries."""
        trends, period = self.chart.trends, self.chart.period
        if trends is None or period is None or not any(row.count for row in self.chart.counts()):
            return
        either = (
            trends.queries[0] if len(trends.queries) == 1 else " OR ".join(f"({query})" for query in trends.queries)
        )
        self.dismiss(
            f"({either}) 日期:{period}" if len(trends.queries) > 1 or " " in either else f"{either} 日期:{period}"
        )

    def action_leave(self) -> None:
        if self.focused is self.query_one(QueryInput) and self.chart.trends:
            self.chart.focus()
        else:
            self.dismiss(None)
