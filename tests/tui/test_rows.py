"""The virtual list and the search bar's input line."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from textual import on
from textual.app import App, ComposeResult

from paperterm.config import resources
from paperterm.text.cells import cell_width
from paperterm.tui.widgets.query_input import QueryInput
from paperterm.tui.widgets.rows import Row, RowList, around_hit
from tests.tui.settling import painted

TITLE = "株洲整合资源力量,让工匠的价值既被看见更被制度托举"


@dataclass
class Titles:
    """A source of any length that remembers what it was asked for."""

    length: int
    asked: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return self.length

    def row(self, index: int) -> Row:
        self.asked.append(index)
        return Row(((f"{index} {TITLE}", "rows--title"),), tail=(("1版", "rows--meta"),))


@dataclass
class Fixed:
    rows: list[Row]

    def __len__(self) -> int:
        return len(self.rows)

    def row(self, index: int) -> Row:
        return self.rows[index]


class ListApp(App[None]):
    CSS_PATH = [str(resources("styles") / "rows.tcss")]  # noqa: RUF012

    def __init__(self, row_height: int = 1) -> None:
        super().__init__()
        self.row_height = row_height
        self.told: list[tuple[str, int]] = []

    def compose(self) -> ComposeResult:
        yield RowList(row_height=self.row_height, placeholder="没有找到。")

    @on(RowList.Highlighted)
    def highlighted(self, event: RowList.Highlighted) -> None:
        self.told.append(("highlighted", event.index))

    @on(RowList.Chosen)
    def chosen(self, event: RowList.Chosen) -> None:
        self.told.append(("chosen", event.index))


def screen(rows: RowList) -> list[str]:
    return [rows.render_line(y).text for y in range(rows.size.height)]


async def test_of_a_million_rows_only_those_on_the_screen_are_asked_for() -> None:
    app, source = ListApp(), Titles(1_000_000)
    async with app.run_test(size=(60, 20)) as pilot:
        rows = app.query_one(RowList)
        rows.set_source(source)
        await pilot.pause()
        assert set(source.asked) == set(range(20))
        source.asked.clear()
        rows.end()
        await pilot.pause()
        assert set(source.asked) == set(range(999_980, 1_000_000))
        assert screen(rows)[-1].lstrip().startswith("999999 ")


async def test_a_cursor_key_repaints_the_two_rows_that_changed(frames: list[set[int]]) -> None:
    app = ListApp()
    async with app.run_test(size=(60, 20)) as pilot:
        rows = app.query_one(RowList)
        rows.set_source(Titles(1_000_000), 4)
        await painted(pilot)
        frames.clear()
        rows.move(1)
        await painted(pilot)
        assert frames == [{4, 5}]


async def test_a_row_scrolled_asks_for_the_new_row_alone() -> None:
    app, source = ListApp(), Titles(1_000_000)
    async with app.run_test(size=(60, 20)) as pilot:
        rows = app.query_one(RowList)
        rows.set_source(source, 500_019)
        await painted(pilot)
        source.asked.clear()
        rows.move(1)
        await painted(pilot)
        assert set(source.asked) == {500_019, 500_020}  # the first loses the cursor


async def test_the_cursor_row_is_painted_differently_and_only_that() -> None:
    app = ListApp()
    async with app.run_test(size=(60, 5)) as pilot:
        rows = app.query_one(RowList)
        rows.set_source(Titles(5), 2)
        await pilot.pause()
        styles = [next(iter(rows.render_line(y))).style for y in range(5)]
        backgrounds = [style.bgcolor for style in styles if style]
        assert len(set(backgrounds)) == 2
        assert backgrounds.count(backgrounds[2]) == 1


async def test_moving_stops_at_both_ends_and_tells_where_the_cursor_is() -> None:
    app = ListApp()
    async with app.run_test(size=(60, 10)) as pilot:
        rows = app.query_one(RowList)
        rows.set_source(Titles(30))
        await pilot.pause()
        assert app.told == []
        rows.move(-1)
        rows.page(1)
        rows.end()
        rows.move(1)
        rows.home()
        rows.go(17)
        rows.activate()
        await pilot.pause()
        assert app.told == [("highlighted", n) for n in (9, 29, 0, 17)] + [("chosen", 17)]


async def test_the_cursor_stays_in_sight() -> None:
    app = ListApp(row_height=3)
    async with app.run_test(size=(60, 10)) as pilot:
        rows = app.query_one(RowList)
        rows.set_source(Titles(100), 50)
        for index in (57, 37, 0, 99):
            rows.go(index)
            await pilot.pause()
            top = rows.cursor * 3 - rows.scroll_offset.y
            assert 0 <= top <= 7


async def test_the_cursor_is_in_sight_again_after_the_screen_shrinks() -> None:
    app = ListApp()
    async with app.run_test(size=(60, 30)) as pilot:
        rows = app.query_one(RowList)
        rows.set_source(Titles(100), 25)
        await pilot.pause()
        await pilot.resize_terminal(60, 8)
        await pilot.pause()
        assert 0 <= rows.cursor - rows.scroll_offset.y < 8


@pytest.mark.parametrize("columns", [12, 40, 80, 200])
async def test_a_row_is_as_wide_as_the_pane_and_leaves_two_cells_at_the_right(columns: int) -> None:
    app = ListApp()
    async with app.run_test(size=(columns, 5)) as pilot:
        rows = app.query_one(RowList)
        rows.set_source(Titles(50))
        await pilot.pause()
        for text in screen(rows):
            assert cell_width(text) == rows.scrollable_content_region.width
            assert text.endswith("  ")


async def test_a_title_too_long_is_cut_between_han_and_its_tail_stays() -> None:
    app = ListApp()
    async with app.run_test(size=(30, 5)) as pilot:
        rows = app.query_one(RowList)
        rows.set_source(Titles(50))
        await pilot.pause()
        line = screen(rows)[0]
        assert line.strip().endswith("1版")
        assert line.strip().removesuffix("1版").rstrip().endswith("…")


async def test_depth_indents_and_markers_tell_open_from_closed() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 5)) as pilot:
        rows = app.query_one(RowList)
        branch, leaf = (("工人日报", "rows--paper"),), (("要闻", ""),)
        rows.set_source(Fixed([Row(branch, 0, "open"), Row(leaf, 2), Row(branch, 0, "closed")]))
        await pilot.pause()
        assert [line.rstrip() for line in screen(rows)[:3]] == [" ▾ 工人日报", "     要闻", " ▸ 工人日报"]


async def test_a_row_of_three_lines_shows_them_below_one_another() -> None:
    app = ListApp(row_height=3)
    async with app.run_test(size=(40, 9)) as pilot:
        rows = app.query_one(RowList)
        more = ((("推进", ""), ("产改", "rows--hit")), (("工人日报", "rows--meta"),))
        rows.set_source(Fixed([Row(((TITLE[:6], "rows--title"),), more=more), Row((("乙", ""),))]))
        await pilot.pause()
        assert [line.strip() for line in screen(rows)] == [TITLE[:6], "推进产改", "工人日报", "乙", "", "", "", "", ""]


def test_a_hit_that_would_be_cut_off_is_moved_into_sight() -> None:
    cells = (("前" * 40, "rows--snippet"), ("产改", "rows--hit"), ("后" * 40, "rows--snippet"))
    moved = around_hit(cells, 40)
    before = moved[0][0]
    assert before.startswith("…前")
    assert cell_width(before) <= 14
    assert moved[1:] == cells[1:]
    assert around_hit(cells, 100) == cells


async def test_page_text_in_a_row_is_neither_markup_nor_an_escape() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 5)) as pilot:
        rows = app.query_one(RowList)
        rows.set_source(Fixed([Row((("[red]甲[/red]\x1b[31m乙\n丙\u202e", ""),))]))
        await pilot.pause()
        assert screen(rows)[0].strip() == "[red]甲[/red]\ufffd[31m乙 丙\ufffd"


async def test_an_empty_list_says_so_and_chooses_nothing() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 5)) as pilot:
        rows = app.query_one(RowList)
        rows.set_source(Titles(0))
        rows.move(1)
        rows.activate()
        await pilot.pause()
        assert rows.cursor == -1
        assert "没有找到。" in "".join(screen(rows))
        assert app.told == []


async def test_a_click_moves_the_cursor_and_chooses() -> None:
    app = ListApp(row_height=2)
    async with app.run_test(size=(40, 10)) as pilot:
        rows = app.query_one(RowList)
        rows.set_source(Titles(50))
        rows.go(20)
        await pilot.pause()
        first = rows.scroll_offset.y // 2
        app.told.clear()
        await pilot.click(RowList, offset=(5, 5))
        await pilot.pause()
        assert app.told == [("highlighted", first + 2), ("chosen", first + 2)]


async def test_after_a_reload_with_fewer_rows_the_cursor_is_on_one_of_them() -> None:
    app, source = ListApp(), Titles(50)
    async with app.run_test(size=(40, 10)) as pilot:
        rows = app.query_one(RowList)
        rows.set_source(source, 40)
        source.length = 3
        rows.reload()
        await pilot.pause()
        assert rows.cursor == 2
        assert screen(rows)[0].lstrip().startswith("0 ")


def test_the_list_has_no_keys_of_its_own() -> None:
    assert not list(RowList._merge_bindings().key_to_bindings)


async def test_the_terminal_cursor_stands_on_the_caret_of_the_search_bar() -> None:
    class Bar(App[None]):
        def compose(self) -> ComposeResult:
            yield QueryInput()

    app = Bar()
    async with app.run_test(size=(40, 5)) as pilot:
        bar = app.query_one(QueryInput)
        await pilot.press("产", "改")
        await pilot.pause()
        x, y = bar.content_region.offset
        assert app.cursor_position == (x + 4, y)
        await pilot.press("left")
        await pilot.pause()
        assert app.cursor_position == (x + 2, y)
        await pilot.press("end", *("工" * 40))
        await pilot.pause()
        assert x <= app.cursor_position.x < bar.content_region.right
