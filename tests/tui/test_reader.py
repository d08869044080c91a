"""Reading: the first screen, from article to article, panes, help, palette."""

from __future__ import annotations

from typing import Any

import pytest
from textual.widgets import OptionList

from paperterm.actions.keys import key_name
from paperterm.actions.reader import ACTIONS
from paperterm.actions.session import Session
from paperterm.library import stored
from paperterm.model import Article
from paperterm.notebook import describe
from paperterm.text.cells import cell_width
from paperterm.tui.screens.help import HelpScreen
from paperterm.tui.screens.reader import ReaderScreen
from paperterm.tui.setting import Setting
from paperterm.tui.typography import Typography
from paperterm.tui.widgets import article_pane
from paperterm.tui.widgets.bars import KeyBar, PlaceBar
from paperterm.tui.widgets.rows import RowList
from tests.tui.conftest import FRONT, Start
from tests.tui.settling import painted

LEAVING = (
    "record.tag",
    "record.tag-all",
    "app.quit",
    "app.help",
    "article.names",
    "app.palette",
    "trends.open",
    "note.add",
    "note.edit",
    "note.export",
    "record.remove",
    "search.open",
    "search.here",
    "issue.filter",
    "list.seek",
    "calendar.open",
    "page.state",
)
"""Actions after which other keys apply."""


async def test_the_first_screen_shows_the_newest_issues_first_article(reader: Start) -> None:
    async with reader() as r:
        assert r.headline == "江边新桥通车"
        assert "横跨大江的新桥正式通车" in r.text(r.screen.reading)
        assert "大江日报 2025-03-25 第1版" in r.text(r.screen.query_one(PlaceBar))
        assert r.pane == "article"


async def test_a_key_that_scrolls_is_answered_with_one_frame_the_line_above_in_it(
    reader: Start, frames: list[set[int]]
) -> None:
    async with reader(size=(80, 12)) as r:
        await r.press("J")
        await r.shows("春耕忙")
        await r.press("K")
        await r.shows("江边新桥通车")
        await r.settled()
        before = r.text(r.screen.query_one(PlaceBar))
        frames.clear()
        await r.press("j")
        await painted(r.pilot)
        assert r.text(r.screen.query_one(PlaceBar)) != before
        assert frames == [set(range(11))]


@pytest.fixture
def texts_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the articles whose text was read from the library."""
    read: list[str] = []
    article_from_form = stored.article_from_form

    def spy(form: dict[str, Any]) -> Article:
        article = article_from_form(form)
        read.append(article.title)
        return article

    monkeypatch.setattr(stored, "article_from_form", spy)
    return read


async def test_before_the_first_paint_no_text_is_read_but_that_of_the_article_shown(
    reader: Start, texts_read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before: list[str] = []
    begin = ReaderScreen._begin

    def painted_first(screen: ReaderScreen) -> None:
        before.extend(texts_read)
        begin(screen)

    monkeypatch.setattr(ReaderScreen, "_begin", painted_first)
    async with reader() as r:
        assert before == [r.headline]


async def test_the_text_a_note_was_written_on_is_read_when_the_list_is_opened(
    reader: Start, session: Session, texts_read: list[str]
) -> None:
    async with reader():
        pass
    other = session.library.article(session.library.pages("大江日报", "2025-03-24")[0].articles[0].id)
    session.notebook.add_note(other.head.id, "别处", describe(other.article, other.sha256, None, None, None))
    texts_read.clear()
    async with reader() as r:
        await r.app.workers.wait_for_complete()
        assert other.article.title not in texts_read
        await r.press("apostrophe")
        await r.until(lambda: "别处" in r.text(r.screen.notes))
        assert other.article.title in texts_read


@pytest.mark.parametrize("columns", [60, 80, 140])
async def test_the_article_is_set_once_for_another_size_of_the_screen(
    reader: Start, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    measures: list[int] = []
    set_article = article_pane.set_article

    def spy(article: Article, measure: int, typography: Typography) -> Setting:
        measures.append(measure)
        return set_article(article, measure, typography)

    monkeypatch.setattr(article_pane, "set_article", spy)
    async with reader(size=(100, 30)) as r:
        assert len(set(measures)) == 1
        await r.app.workers.wait_for_complete()
        measures.clear()
        await r.pilot.resize_terminal(columns, 24)
        await painted(r.pilot)
        assert len(measures) == 1


async def test_the_list_shows_the_open_issue_and_marks_the_open_article(reader: Start) -> None:
    async with reader() as r:
        lines = r.text(r.screen.issues).splitlines()
        assert [line for line in lines if "›" in line] == [line for line in lines if "江边新桥通车" in line][:1]
        assert any("▸ 2025-03-24" in line for line in lines)


async def test_without_a_library_the_samples_are_open_and_say_how_to_import(reader: Start) -> None:
    async with reader(pages={}) as r:
        assert r.headline
        await r.until(lambda: "paperterm import FOLDER" in r.text(r.screen.issues))


async def test_an_article_is_opened_from_the_list(reader: Start) -> None:
    async with reader() as r:
        await r.press("i", "j", "enter")
        await r.shows("春耕忙")
        assert r.pane == "article"


async def test_an_issue_is_opened_and_closed_in_the_list(reader: Start) -> None:
    async with reader() as r:
        await r.press("i", "G")
        assert "江上起雾" not in r.text(r.screen.issues)
        await r.press("l")
        await r.until(lambda: "江上起雾" in r.text(r.screen.issues))
        await r.press("j", "h")
        await r.press("h")
        await r.until(lambda: "江上起雾" not in r.text(r.screen.issues))


async def test_next_and_previous_go_over_pages_and_issues_and_say_where_it_ends(reader: Start) -> None:
    async with reader() as r:
        for headline in ("春耕忙", "江边新桥通车", "图书馆开放", "江上起雾"):
            await r.press("J")
            await r.shows(headline)
        await r.press("J")
        await r.until(lambda: r.message == "This is the last article.")
        assert r.headline == "江上起雾"
        for headline in ("图书馆开放", "江边新桥通车", "春耕忙", "江边新桥通车"):
            await r.press("K")
            await r.shows(headline)
        await r.press("K")
        await r.until(lambda: r.message == "This is the first article.")


async def test_reading_goes_on_where_it_was_left(reader: Start) -> None:
    text = "。".join(f"第{number}段话说得不长也不短" for number in range(400))
    long = {"front": FRONT.replace("# 春耕忙\n", f"# 春耕忙\n{text}。\n\n")}
    async with reader(pages=long) as r:
        await r.press("J")
        await r.shows("春耕忙")
        await r.press("space", "space", "j")
        place = r.screen.reading.place
        top = r.text(r.screen.reading).splitlines()[0]
        await r.press("q")
    async with reader() as r:
        assert r.headline == "春耕忙"
        assert r.screen.reading.place == place > (0, 0)
        assert r.text(r.screen.reading).splitlines()[0] == top
        await r.until(lambda: "0%" not in r.text(r.screen.query_one(PlaceBar)).split())


async def test_a_wide_screen_shows_list_and_article_side_by_side(reader: Start) -> None:
    async with reader(size=(80, 24)) as r:
        assert r.screen.issues.region.right <= r.screen.reading.region.x
        assert r.screen.issues.size.width > 20
        assert r.screen.reading.size.width > 40


async def test_a_narrow_screen_shows_one_pane_at_a_time(reader: Start) -> None:
    async with reader(size=(50, 20)) as r:
        await r.until(lambda: r.screen.reading.size.width == 50)
        assert not r.screen.issues.size.width
        await r.press("h")
        await r.until(lambda: r.screen.issues.size.width == 50 and r.pane == "issues")
        assert not r.screen.reading.size.width
        await r.press("enter")
        await r.until(lambda: r.screen.reading.size.width == 50 and r.pane == "article")


async def test_the_footer_names_what_applies_in_the_pane_that_has_the_keys(reader: Start) -> None:
    async with reader() as r:
        keys = r.screen.query_one(KeyBar)
        await r.until(lambda: "f jump" in r.text(keys))
        assert "v select" in r.text(keys)
        await r.press("J")
        await r.until(lambda: r.headline == "春耕忙" and "f jump" not in r.text(keys))
        await r.press("i")
        await r.until(lambda: "↵ open" in r.text(keys))
        assert "v select" not in r.text(keys)
        await r.press("apostrophe")
        await r.until(lambda: "d remove" in r.text(keys))


@pytest.mark.parametrize("columns", [40, 50, 80, 120])
async def test_the_footer_names_help_and_the_way_out_on_every_screen(reader: Start, columns: int) -> None:
    async with reader(size=(columns, 20)) as r:
        assert "? help" in r.text(r.screen.query_one(KeyBar))
        assert "q quit" in r.text(r.screen.query_one(KeyBar))


async def test_a_key_named_in_the_footer_can_be_clicked(reader: Start) -> None:
    async with reader() as r:
        keys = r.screen.query_one(KeyBar)
        before = r.text(keys).partition("J next")[0]
        await r.pilot.click(KeyBar, offset=(cell_width(before) + 1, 0))
        await r.shows("春耕忙")


async def test_a_long_message_is_readable_to_its_end(reader: Start) -> None:
    async with reader(size=(50, 20)) as r:
        sentence = "The disk is full: the notebook keeps what it had; make some room, then try again."
        r.screen.say(sentence, error=True)
        keys = r.screen.query_one(KeyBar)
        await r.until(lambda: " ".join(r.text(keys).split()) == sentence)
        r.screen.say("")
        await r.until(lambda: keys.size.height == 1 and "q quit" in r.text(keys))


@pytest.mark.parametrize("columns", [40, 80, 120])
async def test_help_is_wrapped_and_not_cut(reader: Start, columns: int) -> None:
    async with reader(size=(columns, 30)) as r:
        await r.press("question_mark")
        await r.until(lambda: isinstance(r.app.screen, HelpScreen) and r.app.screen.query_one(RowList)._length)
        rows = r.app.screen.query_one(RowList)
        assert "One line down; moves the text cursor" in " ".join(r.text(rows).split())
        told = ""
        while True:
            told += r.text(rows)
            before = rows.scroll_offset.y
            await r.press("space")
            if rows.scroll_offset.y == before:
                break
        assert "…" not in told.replace("( … )", "")
        assert "Leave the reader." in told
        await r.press("q")
        await r.until(lambda: r.app.screen is r.screen)


async def test_help_moves_by_lines_and_pages(reader: Start) -> None:
    async with reader(size=(80, 20)) as r:
        await r.press("question_mark")
        await r.until(lambda: isinstance(r.app.screen, HelpScreen) and r.app.screen.query_one(RowList)._length)
        rows = r.app.screen.query_one(RowList)
        await r.press("j", "j", "k")
        assert rows.scroll_offset.y == 1
        await r.press("pagedown")
        assert rows.scroll_offset.y == rows.size.height
        await r.press("pageup")
        assert rows.scroll_offset.y == 1


async def test_the_palette_finds_a_command_by_its_name_and_runs_it(reader: Start) -> None:
    async with reader() as r:
        await r.press("ctrl+p")
        await r.opened()
        await r.type("next article")
        hits = r.app.screen.query_one(OptionList)
        await r.until(lambda: hits.option_count and "Next article" in str(hits.get_option_at_index(0).prompt))
        await r.press("enter")
        await r.shows("春耕忙")
        assert r.app.screen is r.screen


async def test_full_width_keys_do_what_their_narrow_ones_do(reader: Start) -> None:
    async with reader() as r:
        await r.press(key_name("Ｊ"))
        await r.shows("春耕忙")
        await r.press("fullwidth_question_mark")
        await r.opened(HelpScreen)


async def test_every_theme_comes_round(reader: Start) -> None:
    async with reader() as r:
        names = []
        for _ in range(5):
            names.append(r.app.theme)
            await r.press("T")
        assert len(set(names)) == 4
        assert names[0] == names[4]


async def test_every_key_can_be_pressed_in_an_empty_library(reader: Start) -> None:
    async with reader(pages={"empty": ""}) as r:
        assert "paperterm import FOLDER" in " ".join(r.text(r.screen.issues).split())
        for action in ACTIONS:
            if action.keys and action.id not in LEAVING:
                await r.press(action.keys[0])
        assert r.app.is_running
        assert r.app.screen is r.screen


async def test_page_text_is_shown_as_it_is_and_harms_nothing(reader: Start) -> None:
    page = "大江日报\n2025年3月25日 星期二\n\n# 江边[red]新桥[/red]\x1b[31m通车\u202e\n本报讯 昨日\x1b[2J上午,[bold]新桥[/]通车,[/nonsense]两岸高兴。\n"
    async with reader(pages={"[red]\x1b[2J": page}) as r:
        shown = r.text(r.screen.reading)
        assert "[red]新桥[/red]" in shown
        assert "[bold]新桥[/]" in "".join(shown.split())
        await r.search("新桥")
        await r.press("enter")
        await r.until(lambda: r.pane == "article")
        await r.press("b")
        await r.until(lambda: "Bookmarked" in r.message)
        await r.press("apostrophe")
        await r.until(lambda: "[red]新桥" in r.text(r.screen.notes))
        for widget in (r.screen.reading, r.screen.issues, r.screen.hits, r.screen.notes, r.screen.query_one(KeyBar)):
            assert not any(c < " " or "\x7f" <= c <= "\x9f" or c == "\u202e" for c in r.text(widget).replace("\n", ""))


async def test_control_q_leaves_from_the_reader(reader: Start) -> None:
    async with reader() as r:
        await r.press("ctrl+q")
        await r.until(lambda: not r.app.is_running or r.app._exit)


async def test_control_c_names_the_way_out(reader: Start) -> None:
    async with reader() as r:
        await r.press("ctrl+c")
        await r.until(lambda: r.message == "q leaves the reader.")
        assert r.app.is_running
