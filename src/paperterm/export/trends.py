"""How often something was written of, period by period: as a table, CSV, and a chart in SVG or in characters. Pure.

A period is a month ("2025-03") or a year ("2025"). Counts are of articles; beside each stands how many articles the library
has of that period at all, since a paper that is there for one week of a month says little of the month.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import cycle
from typing import Literal
from xml.sax.saxutils import escape

from paperterm.text.cells import cell_width
from paperterm.text.clean import one_line, visible

By = Literal["month", "year"]

EIGHTHS = " ▏▎▍▌▋▊▉"
FULL = "█"
BAR = 30
"""Cells of the longest bar, where there is room."""
COLOURS = ("#a8322d", "#2f5d8a", "#5d7a2f", "#8a5d2f", "#6b3f8a", "#2f8a7d")
"""Of the lines in a picture, told apart also by those who see few colours, since their strokes differ."""
STROKES = ("none", "6 3", "2 2", "8 3 2 3", "1 4", "12 4")
DEFUSED = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the beginning of a formula."""


@dataclass(frozen=True, slots=True)
class Count:
    """One query in one period, of one paper (None: of papers that are not known) or of all ("")."""

    query: str
    paper: str | None
    period: str
    count: int
    total: int  # articles of the period and paper, whatever they say

    @property
    def share(self) -> float | None:
        """The part of all articles, 0 to 1; None where there are none."""
        return self.count / self.total if self.total else None


@dataclass(frozen=True, slots=True)
class Trends:
    """`periods` follow one another without a gap. `papers` are those counted apart, ("",) where none are. `undated` says for
    each query how many articles have no date, and so are in no period."""

    by: By
    queries: tuple[str, ...]
    papers: tuple[str | None, ...]
    periods: tuple[str, ...]
    counts: Mapping[tuple[str, str | None, str], int]
    totals: Mapping[tuple[str | None, str], int]
    undated: tuple[int, ...]

    def count(self, query: str, paper: str | None, period: str) -> Count:
        count, total = self.counts.get((query, paper, period), 0), self.totals.get((paper, period), 0)
        return Count(query, paper, period, count, total)

    def rows(self) -> Iterator[Count]:
        """Every cell: by paper, then period, then query."""
        for paper in self.papers:
            for period in self.periods:
                for query in self.queries:
                    yield self.count(query, paper, period)

    @property
    def found(self) -> int:
        return sum(self.counts.values()) + sum(self.undated)


def periods(first: str, last: str) -> tuple[str, ...]:
    """Every month or year from the first to the last: ("2024-12", "2025-01")."""
    if len(first) == 4:
        return tuple(f"{year:04}" for year in range(int(first), int(last) + 1))
    begin, end = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    return tuple(f"{number // 12:04}-{number % 12 + 1:02}" for number in range(begin, end + 1))


def named(paper: str | None, unknown: str) -> str:
    """The paper's name on one line; `unknown` for one that is not known."""
    return unknown if paper is None else one_line(paper)


def as_csv(trends: Trends, unknown: str) -> bytes:
    """A row for every period, paper and query; with a mark that makes spreadsheets read it as UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["period", "paper", "query", "articles", "of", "share"])
    for row in trends.rows():
        share = "" if row.share is None else f"{row.share:.6f}"
        paper = named(row.paper, unknown)
        writer.writerow([row.period, _defused(paper), _defused(one_line(row.query)), row.count, row.total, share])
    return out.getvalue().encode("utf-8-sig")


def chart(trends: Trends, columns: int, unknown: str, shares: bool) -> Iterator[str]:
    """A line with a bar for every period and query, no wider than `columns` cells where they are enough for the words. The
    bars of one chart have one scale: articles, or with `shares` their part of all articles of the period."""
    width = max((cell_width(one_line(query)) for query in trends.queries), default=0)
    most = max((_height(row, shares) for row in trends.rows()), default=0.0)
    room = max(5, min(BAR, columns - width - len("2025-03    12345  100.0 %") - 2))
    for paper in trends.papers:
        if paper != "":
            yield named(paper, unknown)
        for period in trends.periods:
            for number, query in enumerate(trends.queries):
                row = trends.count(query, paper, period)
                name = one_line(query) + " " * (width - cell_width(one_line(query)))
                head = period if number == 0 else " " * len(period)
                share = "" if row.share is None else f"{row.share:6.1%}".replace("%", " %")
                line = f"{head}  {name}  {row.count:5} {share:>8}  {bar(_height(row, shares), most, room)}"
                yield line.rstrip() if row.total else f"{head}  {name}      ·"


def bar(value: float, most: float, cells: int) -> str:
    """A bar in eighths of a cell; anything above nothing is seen."""
    if not most or not value:
        return ""
    eighths = max(1, round(value / most * cells * 8))
    return FULL * (eighths // 8) + EIGHTHS[eighths % 8].strip()


def svg(trends: Trends, unknown: str, shares: bool) -> str:
    """A picture: a line for every query and paper over the periods, with axes and a legend. Text stays text."""
    width, height, left, top, bottom = 960, 420, 64, 24, 56
    series = [(query, paper) for paper in trends.papers for query in trends.queries]
    lines = [
        [_height(trends.count(query, paper, period), shares) for period in trends.periods] for query, paper in series
    ]
    most = max((value for line in lines for value in line), default=0.0) or 1.0
    legend = 22 * len(series)
    span = max(1, len(trends.periods) - 1)

    def x(index: int) -> float:
        return left + (width - left - 24) * index / span

    def y(value: float) -> float:
        return top + (height - top - bottom) * (1 - value / most)

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height + legend}" font-family="sans-serif" font-size="13">',
        f"<title>{_text(' · '.join(trends.queries))}</title>",
        f'<rect width="{width}" height="{height + legend}" fill="#ffffff"/>',
    ]
    for step in range(5):
        value = most * step / 4
        told = f"{value:.1%}" if shares else f"{value:g}"
        out.append(f'<line x1="{left}" x2="{width - 24}" y1="{y(value):.1f}" y2="{y(value):.1f}" stroke="#dddddd"/>')
        out.append(f'<text x="{left - 8}" y="{y(value) + 4:.1f}" text-anchor="end">{told}</text>')
    every = max(1, -(-len(trends.periods) // 12))
    for index, period in enumerate(trends.periods):
        if index % every == 0:
            out.append(
                f'<text x="{x(index):.1f}" y="{height - bottom + 22}" text-anchor="middle">{_text(period)}</text>'
            )
    for (query, paper), line, colour, stroke, row in zip(
        series, lines, cycle(COLOURS), cycle(STROKES), range(len(series)), strict=False
    ):
        points = " ".join(f"{x(index):.1f},{y(value):.1f}" for index, value in enumerate(line))
        style = f'stroke="{colour}" stroke-width="2" stroke-dasharray="{stroke}" fill="none"'
        out.append(f'<polyline points="{points}" {style}/>')
        if len(line) == 1:
            out.append(f'<circle cx="{x(0):.1f}" cy="{y(line[0]):.1f}" r="4" fill="{colour}"/>')
        below = height + 22 * row
        out.append(f'<line x1="{left}" x2="{left + 36}" y1="{below - 4}" y2="{below - 4}" {style}/>')
        of = "" if paper == "" else f"  {named(paper, unknown)}"
        out.append(f'<text x="{left + 46}" y="{below}">{_text(query + of)}</text>')
    out.append("</svg>")
    return "\n".join(out) + "\n"


def _height(row: Count, shares: bool) -> float:
    return float(row.share or 0.0) if shares else float(row.count)


def _text(text: str) -> str:
    return escape(visible(text))


def _defused(cell: str) -> str:
    return f"'{cell}" if cell.startswith(DEFUSED) else cell
