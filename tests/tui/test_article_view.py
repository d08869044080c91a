"""The reader's pane, in a small app of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rich.console import RenderableType
from textual import events, on
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from paperterm.config import resources
from paperterm.model import Article, Block, Role
from paperterm.parse.jump_marks import jump_marks
from paperterm.text.cells import cell_width
from paperterm.tui.setting import SetLine
from paperterm.tui.widgets.article import ArticleView
from paperterm.tui.widgets.line_painter import paint
from paperterm.tui.widgets.marks import Mark, Passage
from paperterm.tui.widgets.text_cursor import Unit
from tests.tui.settling import painted

SEED = Path(__file__).parents[2] / "seeds" / "000_59ca8d034c031d9f.txt"
LINES = [line.strip() for line in SEED.read_text(encoding="utf-8").splitlines()]
KICKER = next(line for line in LINES if line.startswith("株洲整合"))
HEADLINE = LINES[LINES.index(KICKER) + 1]
BODY = [line for line in LINES[LINES.index(HEADLINE) :] if len(line) > 60][:12]


def article(*blocks: tuple[Role, str]) -> Article:
    return Article("a", "story", tuple(Block(role, text, (number,)) for number, (role, text) in enumerate(blocks, 1)))


def story() -> Article:
    body: list[tuple[Role, str]] = [("body", text) for text in BODY]
    return article(("kicker", KICKER), ("headline", HEADLINE), *body, ("jump", "(下转第3版)"))


FIRST = 2  # the block of the first body paragraph


class ReaderApp(App[None]):
    CSS_PATH = [str(resources("styles") / "article.tcss")]  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__()
        self.told: list[ArticleView.PlaceChanged | ArticleView.JumpActivated] = []

    def compose(self) -> ComposeResult:
        yield ArticleView()

    @on(ArticleView.PlaceChanged)
    @on(ArticleView.JumpActivated)
    def tell(self, event: ArticleView.PlaceChanged | ArticleView.JumpActivated) -> None:
        self.told.append(event)


def screen(view: ArticleView) -> list[str]:
    return [view.render_line(y).text for y in range(view.size.height)]


def unspaced(line: str) -> str:
    """A line without the cells that spread it to the measure; the bodies here have no spaces of their own."""
    return line.replace(" ", "")


def row_of(view: ArticleView, text: str) -> int:
    return next(y for y, line in enumerate(screen(view)) if text in line)


def under(view: ArticleView, component: str) -> str:
    """The text on the screen that has the background, and the attributes, of a component class."""
    wanted = view._overlay(component)
    return "".join(
        segment.text
        for y in range(view.size.height)
        for segment in view.render_line(y)
        if segment.style and segment.text.strip() and segment.style + wanted == segment.style
    )


async def drag(pilot: Pilot[None], start: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down(ArticleView, offset=start)
    await pilot.hover(ArticleView, offset=end)
    await pilot.mouse_up(ArticleView, offset=end)
    await pilot.pause()


@pytest.mark.parametrize("columns", [40, 57, 80, 120, 200])
async def test_the_article_is_there_and_no_line_is_wider_than_the_pane(columns: int) -> None:
    app = ReaderApp()
    async with app.run_test(size=(columns, 60)) as pilot:
        view = app.query_one(ArticleView)
        view.show(story())
        await pilot.pause()
        lines = screen(view)
        assert "".join("".join(lines).split()).startswith("".join((KICKER + HEADLINE + BODY[0]).split()))
        for line in lines:
            assert cell_width(line) == view.size.width
            assert cell_width(line.rstrip()) <= view.scrollable_content_region.width - 2


async def test_the_column_of_text_is_centred_and_forty_han_wide_at_most() -> None:
    app = ReaderApp()
    async with app.run_test(size=(200, 60)) as pilot:
        view = app.query_one(ArticleView)
        view.show(story())
        await pilot.pause()
        left = min(len(line) - len(line.lstrip()) for line in screen(view) if line.strip())
        assert left == (199 - 80) // 2
        assert max(cell_width(line.rstrip()) for line in screen(view)) <= left + 80


async def test_the_place_is_kept_by_text_over_every_resize() -> None:
    app = ReaderApp()
    async with app.run_test(size=(80, 20)) as pilot:
        view = app.query_one(ArticleView)
        view.show(story())
        await pilot.pause()
        view.go_to(FIRST + 3, 40)
        place = view.place
        block, offset = place
        for columns, rows in ((40, 20), (120, 30), (57, 10), (200, 20), (80, 20)):
            await pilot.resize_terminal(columns, rows)
            await pilot.pause()
            assert view.place == place
            assert view.setting is not None
            line = view.setting.lines[view.setting.line_of(*place)]
            assert line.block == block
            assert line.start <= offset
            if view.scroll_offset.y < view.max_scroll_y:
                assert BODY[3][line.start : line.end] in unspaced(screen(view)[0])
        assert BODY[3][offset : offset + 10] in unspaced(screen(view)[0])


async def test_an_article_opens_at_the_place_it_is_given() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 12)) as pilot:
        view = app.query_one(ArticleView)
        view.show(story(), (FIRST + 2, 0))
        await pilot.pause()
        assert BODY[2][:10] in unspaced(screen(view)[0])
        assert view.place == (FIRST + 2, 0)
        assert not app.told


async def test_scrolling_tells_the_place_and_the_share_read() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 12)) as pilot:
        view = app.query_one(ArticleView)
        view.show(story())
        await pilot.pause()
        assert 0 < view.share < 0.5
        view.scroll_to_end()
        await pilot.pause()
        (told,) = app.told
        assert isinstance(told, ArticleView.PlaceChanged)
        assert told.share == view.share == 1.0
        assert told.place == view.place > (FIRST, 0)
        view.scroll_to_start()
        assert view.place == (0, 0)


async def test_pages_and_half_pages_scroll_at_once_and_a_page_keeps_two_lines() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 12)) as pilot:
        view = app.query_one(ArticleView)
        view.show(story())
        await pilot.pause()
        bottom = screen(view)[-2:]
        view.scroll_pages(1)
        assert screen(view)[:2] == bottom
        view.scroll_half_pages(1)
        assert view.scroll_offset.y == 16
        view.scroll_lines(-3)
        assert view.scroll_offset.y == 13
        view.scroll_pages(-9)
        assert view.scroll_offset.y == 0


async def test_paragraphs_forward_and_back() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 12)) as pilot:
        view = app.query_one(ArticleView)
        view.show(story(), (FIRST, 0))
        await pilot.pause()
        view.scroll_paragraphs(2)
        assert view.place == (FIRST + 2, 0)
        view.scroll_lines(1)
        view.scroll_paragraphs(-1)
        assert view.place == (FIRST + 2, 0)
        view.scroll_paragraphs(-1)
        assert view.place == (FIRST + 1, 0)


async def test_going_to_the_middle_does_not_scroll_what_is_well_in_sight() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 20)) as pilot:
        view = app.query_one(ArticleView)
        view.show(story())
        await pilot.pause()
        view.go_to(FIRST, 5, middle=True)
        assert view.scroll_offset.y == 0
        view.go_to(FIRST + 5, 5, middle=True)
        assert BODY[5][:8] in screen(view)[10]


async def test_marks_lie_over_exactly_their_characters() -> None:
    app = ReaderApp()
    async with app.run_test(size=(50, 40)) as pilot:
        view = app.query_one(ArticleView)
        view.show(story(), marks=[Mark(FIRST, 20, 50, "hit"), Mark(FIRST, 30, 34, "current")])
        await pilot.pause()
        assert under(view, "current") == BODY[0][30:34]
        view.set_marks([Mark(FIRST, 20, 50, "hit"), Mark(99, 0, 3, "hit"), Mark(FIRST, 10_000, 10_001, "hit")])
        assert under(view, "hit") == BODY[0][20:50]
        assert under(view, "current") == ""


async def test_a_note_and_a_bookmark_have_a_sign_in_the_margin() -> None:
    app = ReaderApp()
    async with app.run_test(size=(50, 40)) as pilot:
        view = app.query_one(ArticleView)
        view.show(story(), marks=[Mark(FIRST, 60, 90, "note"), Mark(1, 0, 0, "bookmark")])
        await pilot.pause()
        assert [line[0] for line in screen(view) if line[0] != " "] == ["签", "注"]
        assert view.setting is not None
        assert screen(view)[view.setting.line_of(FIRST, 60)][0] == "注"


async def test_page_text_is_neither_markup_nor_an_escape() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 5)) as pilot:
        view = app.query_one(ArticleView)
        view.show(article(("body", "[red]甲[/red]\x1b[31m乙\u202e丙 [@click=app.quit]丁[/]")))
        await pilot.pause()
        assert screen(view)[1].strip() == "[red]甲[/red]\ufffd[31m乙\ufffd丙 [@click=app.quit]丁[/]"


async def test_only_the_lines_on_the_screen_are_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[object] = []

    def spy(*args: Any) -> Strip:
        painted.append(args[0])
        return paint(*args)

    monkeypatch.setattr("paperterm.tui.widgets.article_pane.paint", spy)
    app = ReaderApp()
    async with app.run_test(size=(60, 20)) as pilot:
        view = app.query_one(ArticleView)
        view.show(article(*(("body", text) for text in BODY * 40)))
        await pilot.pause()
        assert len(painted) == 20
        view.scroll_lines(1)
        await pilot.pause()
        assert len(painted) == 21


async def test_what_the_mouse_selects_is_copied_without_soft_breaks() -> None:
    app = ReaderApp()
    async with app.run_test(size=(50, 40)) as pilot:
        view = app.query_one(ArticleView)
        view.show(story())
        await pilot.pause()
        y = row_of(view, BODY[0][:6])
        left = 2
        await drag(pilot, (left + 4, y), (left + 4, y + 2))
        copied = app.screen.get_selected_text()
        assert copied is not None
        assert "\n" not in copied
        assert BODY[0].startswith(copied)
        assert len(copied) > 44
        assert view.selected() == Passage(FIRST, 0, len(copied), copied)


@pytest.mark.parametrize("start", [8, 9])
@pytest.mark.parametrize("end", [12, 13])
async def test_both_halves_of_a_han_are_that_han(start: int, end: int) -> None:
    app = ReaderApp()
    async with app.run_test(size=(50, 10)) as pilot:
        view = app.query_one(ArticleView)
        view.show(article(("body", "株洲整合资源力量")))
        await pilot.pause()
        await drag(pilot, (start, 1), (end, 1))
        assert app.screen.get_selected_text() == "洲整合"
        await drag(pilot, (end, 1), (start, 1))
        assert app.screen.get_selected_text() == "洲整合"


SPREAD = "株洲“产改”整合资源力量ab,队伍建设改革"
"""At 36 columns its first line lacks one, which stands before 整."""


async def test_a_spread_line_is_pointed_at_and_copied_by_its_characters() -> None:
    app = ReaderApp()
    async with app.run_test(size=(36, 10)) as pilot:
        view = app.query_one(ArticleView)
        view.show(article(("body", SPREAD)))
        await pilot.pause()
        row = row_of(view, "产改")
        assert screen(view)[row].strip() == "株洲“产改” 整合资源力量ab,"
        left = 2 + 4
        for x, char in ((left + 4, "“"), (left + 11, "整"), (left + 12, "整"), (left + 13, "合")):
            place = view._under(row, x)
            assert place is not None
            assert SPREAD[place[1]] == char
        await drag(pilot, (left + 5, row), (left + 13, row))
        assert app.screen.get_selected_text() == "产改”整合"
        view.select(0, 5, 7)
        assert view.selected() == Passage(0, 5, 7, "”整")


async def test_a_mark_covers_the_cells_within_it_and_none_beside_it() -> None:
    app = ReaderApp()
    async with app.run_test(size=(36, 10)) as pilot:
        view = app.query_one(ArticleView)
        view.show(article(("body", SPREAD)), marks=[Mark(0, 2, 8, "hit")])
        await pilot.pause()
        assert under(view, "hit") == "“产改” 整合"
        view.set_marks([Mark(0, 6, 8, "hit")])
        assert under(view, "hit") == "整合"
        view.set_marks([Mark(0, 2, 6, "hit")])
        assert under(view, "hit") == "“产改”"


async def test_the_text_cursor_goes_over_a_spread_line_character_by_character() -> None:
    app = ReaderApp()
    async with app.run_test(size=(36, 10)) as pilot:
        view = app.query_one(ArticleView)
        view.show(article(("body", SPREAD)))
        await pilot.pause()
        view.begin_selection()
        seen = []
        for _ in SPREAD:
            seen.append(under(view, "cursor"))
            view.move_cursor("char", 1)
        assert "".join(seen) == SPREAD


async def test_dragging_from_the_margin_begins_with_the_line() -> None:
    app = ReaderApp()
    async with app.run_test(size=(50, 40)) as pilot:
        view = app.query_one(ArticleView)
        view.show(story())
        await pilot.pause()
        y = row_of(view, BODY[0][:6])
        await drag(pilot, (0, y), (9, y))
        assert BODY[0].startswith(app.screen.get_selected_text() or "?")


async def test_a_selection_over_two_paragraphs_is_copied_as_two_and_its_passage_is_the_one_it_began_in() -> None:
    app = ReaderApp()
    async with app.run_test(size=(50, 40)) as pilot:
        view = app.query_one(ArticleView)
        view.show(story())
        await pilot.pause()
        first, second = row_of(view, BODY[0][:6]), row_of(view, BODY[1][:6])
        await drag(pilot, (6, first), (9, second))
        copied = app.screen.get_selected_text()
        assert copied is not None
        assert copied.split("\n")[0] == BODY[0]
        assert BODY[1].startswith(copied.split("\n")[1])
        passage = view.selected()
        assert passage == Passage(FIRST, 0, len(BODY[0]), BODY[0])
        await drag(pilot, (9, second), (6, first))
        passage = view.selected()
        assert passage is not None
        assert (passage.block, passage.start) == (FIRST + 1, 0)


async def test_a_selection_stays_on_its_words_over_a_resize() -> None:
    app = ReaderApp()
    async with app.run_test(size=(50, 40)) as pilot:
        view = app.query_one(ArticleView)
        view.show(story())
        await pilot.pause()
        view.select(FIRST, 30, 60)
        await pilot.resize_terminal(70, 40)
        await pilot.pause()
        assert view.selected() == Passage(FIRST, 30, 60, BODY[0][30:60])
        assert app.screen.get_selected_text() == BODY[0][30:60]


async def test_a_double_click_selects_a_word_and_a_triple_click_the_paragraph() -> None:
    app = ReaderApp()
    async with app.run_test(size=(80, 30)) as pilot:
        view = app.query_one(ArticleView)
        view.show(story())
        await pilot.pause()
        line = row_of(view, BODY[0][:6])
        text = screen(view)[line]
        x = cell_width(text[: text.index("数控")])
        await pilot.click(ArticleView, offset=(x, line), times=2)
        await app.workers.wait_for_complete()
        await pilot.pause()
        passage = view.selected()
        assert passage is not None
        assert passage.text.startswith("数控")
        assert len(passage.text) <= 4
        await pilot.click(ArticleView, offset=(x, line), times=3)
        await app.workers.wait_for_complete()
        await pilot.pause()
        passage = view.selected()
        assert passage is not None
        assert passage.text == BODY[0]


async def test_a_click_on_a_jump_line_says_so_and_elsewhere_does_not() -> None:
    app = ReaderApp()
    async with app.run_test(size=(80, 30)) as pilot:
        view = app.query_one(ArticleView)
        shown = article(("body", "文。"), ("jump", "(下转第3版)"))
        view.show(shown)
        await pilot.pause()
        await pilot.click(ArticleView, offset=(8, 0))
        await pilot.click(ArticleView, offset=(70, row_of(view, "下转")))
        await pilot.pause()
        (told,) = app.told
        assert isinstance(told, ArticleView.JumpActivated)
        assert (told.article, told.block, told.forward) == (shown, 1, None)


async def test_a_click_on_a_jump_mark_within_text_tells_its_way_and_selecting_over_it_does_not() -> None:
    app = ReaderApp()
    async with app.run_test(size=(80, 30)) as pilot:
        view = app.query_one(ArticleView)
        shown = article(("body", "(上接第1版)文章接着往下讲。(下转第5版)"))
        view.show(shown)
        view.set_jumps(list(jump_marks(shown.blocks)))
        await pilot.pause()
        row = row_of(view, "上接")
        left = len(screen(view)[row]) - len(screen(view)[row].lstrip())
        await pilot.click(ArticleView, offset=(left + 4, row))
        await pilot.click(ArticleView, offset=(left + 14, row))
        await pilot.click(ArticleView, offset=(left + 34, row))
        await drag(pilot, (left + 14, row), (left + 34, row))
        await pilot.pause()
        told = [event for event in app.told if isinstance(event, ArticleView.JumpActivated)]
        assert [(event.block, event.forward) for event in told] == [(0, False), (0, True)]


async def test_an_article_that_is_lengthened_keeps_place_marks_and_selection() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 10)) as pilot:
        view = app.query_one(ArticleView)
        view.show(story(), (FIRST + 2, 0), [Mark(FIRST + 2, 0, 4, "hit")])
        await pilot.pause()
        view.select(FIRST + 2, 3, 8)
        before, top = view.selected(), screen(view)
        longer = story()
        view.lengthen(replace(longer, blocks=(*longer.blocks, Block("body", "后文。", (9,)))))
        await pilot.pause()
        assert view.place == (FIRST + 2, 0)
        assert view.selected() == before
        assert screen(view) == top
        view.scroll_to_end()
        await pilot.pause()
        assert "后文。" in "".join(screen(view))


@pytest.fixture
def reading() -> Iterator[ReaderApp]:
    yield ReaderApp()


async def test_the_text_cursor_begins_at_the_first_visible_text(reading: ReaderApp) -> None:
    async with reading.run_test(size=(50, 20)) as pilot:
        view = reading.query_one(ArticleView)
        view.show(story(), (FIRST, 0))
        await pilot.pause()
        view.begin_selection()
        assert view.cursor == (FIRST, 0)
        assert view.selected() is None
        view.move_cursor("char", 2)
        view.begin_selection()
        assert view.cursor == (FIRST, 2)
        await pilot.pause()
        assert under(view, "cursor") == BODY[0][2]


async def test_a_passage_holds_the_characters_under_both_its_ends(reading: ReaderApp) -> None:
    async with reading.run_test(size=(50, 20)) as pilot:
        view = reading.query_one(ArticleView)
        view.show(story(), (FIRST, 0))
        await pilot.pause()
        view.begin_selection()
        view.move_cursor("char", 5)
        view.extend()
        assert view.selected() == Passage(FIRST, 5, 6, BODY[0][5])
        view.move_cursor("char", 2)
        assert view.selected() == Passage(FIRST, 5, 8, BODY[0][5:8])
        view.move_cursor("char", -4)
        assert view.selected() == Passage(FIRST, 3, 6, BODY[0][3:6])
        await pilot.pause()
        assert reading.screen.get_selected_text() == BODY[0][3:6]
        view.extend(False)
        assert view.selected() is None
        view.cancel_selection()
        assert view.cursor is None


async def test_an_extended_passage_stays_in_its_block(reading: ReaderApp) -> None:
    async with reading.run_test(size=(50, 20)) as pilot:
        view = reading.query_one(ArticleView)
        view.show(story(), (FIRST, 0))
        await pilot.pause()
        view.begin_selection()
        steps: list[tuple[Unit, int]] = [("line", 50), ("paragraph", 3), ("char", 5000), ("clause", 200)]
        for unit, step in steps:
            view.move_cursor(unit, step, extend=True)
            passage = view.selected()
            assert passage is not None
            assert (passage.block, passage.start) == (FIRST, 0)
        assert passage is not None
        assert passage.text == BODY[0]


async def test_without_extending_the_cursor_walks_through_all_blocks_and_stays_in_sight(reading: ReaderApp) -> None:
    async with reading.run_test(size=(50, 12)) as pilot:
        view = reading.query_one(ArticleView)
        view.show(story())
        await pilot.pause()
        view.begin_selection()
        visited = []
        for _ in range(FIRST + 3):
            visited.append(view.cursor)
            view.move_cursor("paragraph", 1)
        assert visited == [(block, 0) for block in range(FIRST + 3)]
        view.move_cursor("char", -1)
        assert view.cursor == (FIRST + 2, len(BODY[2]) - 1)
        assert view.setting is not None
        assert 0 <= view.setting.line_of(*view.cursor) - view.scroll_offset.y < 12


async def test_moving_by_lines_keeps_the_column_and_line_ends_are_reached(reading: ReaderApp) -> None:
    async with reading.run_test(size=(50, 20)) as pilot:
        view = reading.query_one(ArticleView)
        view.show(story(), (FIRST, 0))
        await pilot.pause()
        view.begin_selection()
        view.move_cursor("line_end")
        assert view.setting is not None
        line = view.setting.lines[view.setting.line_of(FIRST, 0)]
        assert view.cursor == (FIRST, line.end - 1)
        view.move_cursor("line", 2)
        view.move_cursor("line", -2)
        assert view.cursor == (FIRST, line.end - 1)
        view.move_cursor("line_start")
        assert view.cursor == (FIRST, 0)


async def test_moving_by_clauses_stops_behind_punctuation(reading: ReaderApp) -> None:
    async with reading.run_test(size=(50, 20)) as pilot:
        view = reading.query_one(ArticleView)
        view.show(article(("body", "株洲整合资源,工匠被看见。再说")))
        await pilot.pause()
        view.begin_selection()
        places = []
        for step in (1, 1, 1, -1, -1):
            view.move_cursor("clause", step)
            places.append(view.cursor)
        assert places == [(0, 7), (0, 13), (0, 14), (0, 13), (0, 7)]


async def test_a_key_repaints_only_the_lines_the_selection_changed_on(frames: list[set[int]]) -> None:
    app = ReaderApp()
    async with app.run_test(size=(50, 20)) as pilot:
        view = app.query_one(ArticleView)
        view.show(story(), (FIRST, 0))
        view.begin_selection()
        view.extend()
        await painted(pilot)
        for lines in ({0, 1}, {1, 2}):
            frames.clear()
            view.move_cursor("line", 1)
            await painted(pilot)
            assert frames == [lines]


async def test_a_line_that_stays_is_painted_once_however_far_the_selection_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    starts: list[int] = []

    def spy(line: SetLine, *rest: Any) -> Strip:
        starts.append(line.start)
        return paint(line, *rest)

    monkeypatch.setattr("paperterm.tui.widgets.article_pane.paint", spy)
    app = ReaderApp()
    async with app.run_test(size=(50, 20)) as pilot:
        view = app.query_one(ArticleView)
        view.show(story(), (FIRST, 0))
        view.begin_selection()
        view.extend()
        view.move_cursor("line", 3)
        await painted(pilot)
        starts.clear()
        view.move_cursor("line", 1)
        await painted(pilot)
        assert len(starts) == 2


async def test_a_line_scrolled_brings_one_new_line_to_paint_and_moves_no_scrollbar_whose_thumb_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    starts: list[int] = []

    def spy(line: SetLine, *rest: Any) -> Strip:
        starts.append(line.start)
        return paint(line, *rest)

    monkeypatch.setattr("paperterm.tui.widgets.article_pane.paint", spy)
    app = ReaderApp()
    async with app.run_test(size=(50, 20)) as pilot:
        view = app.query_one(ArticleView)
        view.show(article(*[("body", "株洲整合资源" * 100)] * 100))
        await painted(pilot)
        bar, drawn = view.vertical_scrollbar, ScrollBar.render
        bars: list[float] = []

        def render(bar: ScrollBar) -> RenderableType:
            bars.append(bar.position)
            return drawn(bar)

        monkeypatch.setattr(ScrollBar, "render", render)
        starts.clear()
        for _ in range(5):
            view.scroll_lines(1)
            await painted(pilot)
        assert len(starts) == 5
        assert len(bars) <= 1
        view.scroll_to_end()
        await painted(pilot)
        assert bars[-1] == bar.position == view.max_scroll_y


async def test_a_scrollbar_that_comes_to_be_shown_stands_where_its_view_does() -> None:
    app = ReaderApp()
    async with app.run_test(size=(50, 20)) as pilot:
        view = app.query_one(ArticleView)
        view.show(article(*[("body", "株洲整合资源" * 100)] * 100))
        await painted(pilot)
        view.show_vertical_scrollbar = False
        view.scroll_lines(70)
        view.show_vertical_scrollbar = True
        assert view.vertical_scrollbar.position == view.scroll_offset.y == 70


async def test_escape_in_textual_clears_the_passage_and_the_next_move_does_not_bring_it_back(
    reading: ReaderApp,
) -> None:
    async with reading.run_test(size=(50, 20)) as pilot:
        view = reading.query_one(ArticleView)
        view.show(story(), (FIRST, 0))
        await pilot.pause()
        view.begin_selection()
        view.move_cursor("char", 4, extend=True)
        reading.screen.clear_selection()
        await pilot.pause()
        view.move_cursor("char", 1)
        assert view.selected() is None


async def test_the_mouse_takes_over_from_the_text_cursor_and_the_keyboard_from_the_mouse(reading: ReaderApp) -> None:
    async with reading.run_test(size=(50, 20)) as pilot:
        view = reading.query_one(ArticleView)
        view.show(story(), (FIRST, 0))
        await pilot.pause()
        view.begin_selection()
        await drag(pilot, (6, 0), (11, 0))
        assert view.cursor is None
        passage = view.selected()
        assert passage == Passage(FIRST, 0, 3, BODY[0][:3])
        view.begin_selection()
        view.move_cursor("char", 1)
        assert view.selected() == Passage(FIRST, 0, 4, BODY[0][:4])


async def test_another_article_begins_without_the_old_ones_selection_marks_or_place(reading: ReaderApp) -> None:
    async with reading.run_test(size=(50, 20)) as pilot:
        view = reading.query_one(ArticleView)
        view.show(story(), (FIRST + 4, 0), [Mark(FIRST + 4, 0, 5, "hit")])
        await pilot.pause()
        view.select(FIRST + 4, 0, 5)
        view.show(article(("body", "甲乙丙丁。")))
        await pilot.pause()
        assert (view.selected(), view.place, view.scroll_offset.y) == (None, (0, 0), 0)
        assert under(view, "hit") == under(view, "selection") == ""
        view.show(None)
        await pilot.pause()
        assert not "".join(screen(view)).strip()
        assert view.share == 0.0


async def test_an_empty_article_takes_every_step() -> None:
    app = ReaderApp()
    async with app.run_test(size=(50, 20)) as pilot:
        view = app.query_one(ArticleView)
        for empty in (None, article(), article(("body", " "))):
            view.show(empty)
            await pilot.pause()
            view.begin_selection()
            view.move_cursor("line", 1, extend=True)
            view.go_to(3, 3, middle=True)
            view.scroll_paragraphs(1)
            view.scroll_pages(1)
            await drag(pilot, (3, 3), (9, 9))
            await pilot.click(ArticleView, offset=(3, 3), times=3)
            assert view.selected() is None


async def test_another_theme_repaints_in_its_colours() -> None:
    app = ReaderApp()
    async with app.run_test(size=(50, 20)) as pilot:
        view = app.query_one(ArticleView)
        view.show(story())
        await pilot.pause()
        dark = {segment.style for segment in view.render_line(1) if segment.style}
        app.theme = "textual-light"
        await pilot.pause()
        assert dark.isdisjoint({segment.style for segment in view.render_line(1) if segment.style})


def test_the_pane_has_no_keys_of_its_own() -> None:
    assert not list(ArticleView._merge_bindings().key_to_bindings)


async def test_the_wheel_scrolls() -> None:
    app = ReaderApp()
    async with app.run_test(size=(50, 20)) as pilot:
        view = app.query_one(ArticleView)
        view.show(story())
        await pilot.pause()
        await pilot._post_mouse_events([events.MouseScrollDown], ArticleView, offset=(5, 5))
        await pilot.pause()
        assert view.scroll_offset.y > 0
