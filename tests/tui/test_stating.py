"""Stating what a page does not print, from the reader."""

from __future__ import annotations

import pytest

from paperterm.actions.answer import Failure
from paperterm.actions.session import Session
from paperterm.actions.stating import typed_facts
from paperterm.model import IssueFacts
from paperterm.tui.screens.facts import FactsScreen
from tests.tui.conftest import BARE, FRONT, Reader, Start

LONG = "# 渔民出海\n" + "\n\n".join(f"第{n}段:天刚亮,渔民们就驾船出海,码头上一片忙碌。" for n in range(80)) + "\n"


async def form(r: Reader) -> None:
    await r.press("e")
    await r.opened(FactsScreen)


async def fill(r: Reader, *values: str) -> None:
    """Types into the fields one after another, beginning with the first."""
    for value in values:
        await r.press("ctrl+a", "ctrl+k")
        await r.type(value)
        await r.press("down")


async def test_what_is_stated_is_kept_and_shown_and_can_be_undone(reader: Start, session: Session) -> None:
    async with reader(pages={"bare": BARE}) as r:
        await form(r)
        assert "not known" in r.text_of(".facts-origin")
        await fill(r, "海城日报", "2025年3月25日", "第三版")
        await r.press("enter")
        await r.until(lambda: "海城日报 2025-03-25 第3版" in r.text(r.screen.query_one("#place")))
        await r.until(lambda: "海城日报" in r.text(r.screen.issues))
        sha256 = r.screen.stored.sha256
        assert session.notebook.stated()[sha256] == IssueFacts(paper="海城日报", date="2025-03-25", page=3)
        await r.press("u")
        await r.until(lambda: "未知报纸" in r.text(r.screen.query_one("#place")))
        await r.press("ctrl+r")
        await r.until(lambda: "海城日报 2025-03-25 第3版" in r.text(r.screen.query_one("#place")))


async def test_the_article_keeps_its_place(reader: Start) -> None:
    async with reader(size=(80, 16), pages={"bare": LONG}) as r:
        await r.press("space", "space", "j")
        place, line = r.screen.reading.place, r.text(r.screen.reading).splitlines()[0]
        await form(r)
        await fill(r, "海城日报")
        await r.press("enter")
        await r.until(lambda: "海城日报" in r.text(r.screen.query_one("#place")))
        assert r.screen.reading.place == place
        assert r.text(r.screen.reading).splitlines()[0] == line


async def test_the_form_holds_what_is_known_and_says_from_whom(reader: Start) -> None:
    async with reader() as r:
        await form(r)
        values = [field.value for field in r.app.screen.query("QueryInput")]
        assert values == ["大江日报", "2025-03-25", "1"]
        assert [str(one.render()) for one in r.app.screen.query(".facts-origin")] == ["printed"] * 3
        await r.press("enter")
        await r.until(lambda: "Nothing was changed" in r.text_of("#facts-keys"))
        await r.press("escape")
        await r.until(lambda: r.app.screen is r.screen)


@pytest.mark.parametrize(
    ("day", "told"), [("2025-13-01", "no such day"), ("2025-03", "no such day"), ("昨天", "no such day")]
)
async def test_what_cannot_be_read_is_told_and_can_be_mended(reader: Start, day: str, told: str) -> None:
    async with reader(pages={"bare": BARE}) as r:
        await form(r)
        await fill(r, "海城日报", day)
        await r.press("enter")
        await r.until(lambda: told in r.text_of("#facts-keys"))
        assert [field.value for field in r.app.screen.query("QueryInput")][:2] == ["海城日报", day]


async def test_in_the_list_the_page_under_the_cursor_is_stated(reader: Start) -> None:
    async with reader(pages={"front": FRONT, "bare": BARE}) as r:
        await r.press("i", "G", "l")
        await r.until(lambda: "▾ 未标日期" in r.text(r.screen.issues) or "▾ 未知报纸" in r.text(r.screen.issues))
        await r.press("G", "l")
        await r.until(lambda: "渔民出海" in r.text(r.screen.issues))
        await r.press("G")
        await form(r)
        await fill(r, "海城日报")
        await r.press("enter")
        await r.until(lambda: "海城日报" in r.text(r.screen.issues))
        assert r.headline == "江边新桥通车"


async def test_on_a_paper_the_key_says_where_to_put_the_cursor(reader: Start) -> None:
    async with reader() as r:
        await r.press("i", "g", "e")
        await r.until(lambda: "Put the cursor on an article or a page" in r.message)


async def test_the_sample_pages_are_not_changed(reader: Start) -> None:
    async with reader(pages={}) as r:
        await r.press("e")
        await r.until(lambda: "The sample pages stay as they are" in r.message)


@pytest.mark.parametrize("page", ["0", "1000", "2..4", "前"])
def test_a_pages_number_is_one_between_1_and_999(page: str) -> None:
    with pytest.raises(Failure, match="between 1 and 999"):
        typed_facts("", "", page)


def test_empty_fields_state_nothing() -> None:
    assert typed_facts(" ", "", "") == IssueFacts()
