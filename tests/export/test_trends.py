"""Counts over time as table and picture: the axis has no gaps, the bars one scale, and no text is taken for anything else."""

from __future__ import annotations

import csv
import io
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperterm.export.trends import Trends, as_csv, bar, chart, periods, svg
from paperterm.text.cells import cell_width

SVG = "{http://www.w3.org/2000/svg}"


def trends(*queries: str, papers: tuple[str | None, ...] = ("",)) -> Trends:
    span = ("2024-12", "2025-01", "2025-02")
    counts = {(query, paper, "2024-12"): 1 + number for number, query in enumerate(queries) for paper in papers}
    counts |= {(query, paper, "2025-02"): 4 for query in queries for paper in papers}
    totals = {(paper, period): 8 for paper in papers for period in ("2024-12", "2025-02")}
    return Trends("month", queries, papers, span, counts, totals, (0,) * len(queries))


def test_months_follow_one_another_over_the_turn_of_the_year() -> None:
    assert periods("2024-11", "2025-02") == ("2024-11", "2024-12", "2025-01", "2025-02")
    assert periods("1999", "2001") == ("1999", "2000", "2001")


def test_a_share_is_of_all_articles_of_the_period() -> None:
    rows = {row.period: row for row in trends("产改").rows()}
    assert rows["2025-02"].share == 0.5
    assert rows["2025-01"].share is None


def test_csv_is_read_back_as_it_was_with_a_mark_for_spreadsheets() -> None:
    content = as_csv(trends("产改", "工匠"), "未知报纸")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert [row["articles"] for row in rows] == ["1", "2", "0", "0", "4", "4"]
    assert rows[0] == {
        "period": "2024-12",
        "paper": "",
        "query": "产改",
        "articles": "1",
        "of": "8",
        "share": "0.125000",
    }


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_csv_holds_no_formula(sign: str) -> None:
    rows = list(csv.reader(io.StringIO(as_csv(trends(f"{sign}1+1", papers=(f"{sign}报",)), "").decode("utf-8-sig"))))
    assert all(not cell.startswith(sign) for row in rows for cell in row)


def test_the_bars_of_one_chart_have_one_scale() -> None:
    lines = list(chart(trends("产改", "工匠"), 80, "", shares=False))
    lengths = [line.count("█") for line in lines]
    assert lengths[4:] == [30, 30]  # 4 articles
    assert lengths[:2] == [7, 15]  # 1 and 2: 7 whole cells and a half
    assert "·" in lines[2]  # no articles at all


@given(st.floats(0, 1e6), st.floats(0.001, 1e6), st.integers(5, 60))
def test_a_bar_has_room_and_shows_whatever_there_is(value: float, most: float, cells: int) -> None:
    drawn = bar(min(value, most), most, cells)
    assert cell_width(drawn) <= cells
    assert bool(drawn) == (value > 0)


@given(st.lists(st.text(max_size=12), min_size=1, max_size=5, unique=True), st.integers(60, 200))
def test_a_chart_is_no_wider_than_the_terminal_and_shows_no_controls(queries: list[str], columns: int) -> None:
    for line in chart(trends(*queries), columns, "", shares=True):
        assert "\x1b" not in line
        assert "\n" not in line
        assert cell_width(line) <= columns


@given(st.lists(st.text(max_size=12), min_size=1, max_size=5, unique=True), st.booleans())
def test_a_picture_is_xml_whatever_the_queries_are(queries: list[str], shares: bool) -> None:
    tree = ElementTree.fromstring(svg(trends(*queries, papers=("甲<报", None)), "未知报纸", shares))
    assert len(tree.findall(f"{SVG}polyline")) == 2 * len(queries)
    assert not list(tree.iter(f"{SVG}script"))


def test_a_picture_names_its_lines_and_periods() -> None:
    tree = ElementTree.fromstring(svg(trends("产改", "<b>&"), "", shares=False))
    told = [element.text for element in tree.iter(f"{SVG}text")]
    assert {"产改", "<b>&", "2024-12", "2025-02", "4"} <= set(told)
