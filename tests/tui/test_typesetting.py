"""How articles are set, changed while one reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperterm.text.linebreak import LEVELS
from paperterm.tui.typography import LEAST_HAN, MOST_HAN, USUAL, Typography
from paperterm.tui.widgets.article_pane import ArticlePane
from tests.tui.conftest import Reader, Start

LONG = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))[3].read_text(encoding="utf-8")


def han(r: Reader) -> int:
    """The measure, in han."""
    assert r.screen.reading.setting is not None
    return r.screen.reading.setting.measure // 2


async def run(r: Reader, command: str) -> None:
    """A command from the palette."""
    await r.press("ctrl+p")
    await r.opened()
    await r.type(command)
    await r.until(lambda: command in str(r.app.screen.query("OptionList").last().get_option_at_index(0).prompt))
    await r.press("enter")
    await r.until(lambda: r.app.screen is r.screen)


async def test_plus_and_minus_change_the_measure_and_equals_brings_the_usual_one_back(reader: Start) -> None:
    async with reader(size=(200, 30)) as r:
        assert han(r) == 40
        await r.press("minus", "minus")
        assert (han(r), r.message) == (36, "Lines of 36 han.")
        await r.press("plus", "plus", "plus")
        assert (han(r), r.message) == (42, "Lines of 42 han.")
        await r.press("equals_sign")
        assert (han(r), r.message) == (40, "Lines of 40 han.")


async def test_lines_are_no_longer_than_the_pane_has_room_and_say_so(reader: Start) -> None:
    async with reader(size=(80, 30)) as r:
        before = han(r)
        await r.press("plus")
        assert (han(r), r.message) == (before, "There is no room for longer lines.")
        await r.press("minus")
        assert han(r) == before - 2
        await r.press("plus")
        assert han(r) == before


async def test_the_measure_has_a_least_and_a_most(reader: Start) -> None:
    async with reader(size=(200, 30)) as r:
        await r.press("z")
        await r.press(*["plus"] * 20)
        assert (han(r), r.message) == (MOST_HAN, f"Lines are never longer than {MOST_HAN} han.")
        await r.press(*["minus"] * 40)
        assert (han(r), r.message) == (LEAST_HAN, f"Lines are never shorter than {LEAST_HAN} han.")


async def test_the_place_stays_whatever_is_changed(reader: Start) -> None:
    async with reader(size=(120, 20), pages={"page": LONG}) as r:
        await r.press("space", "space", "j")
        block, offset = r.screen.reading.place
        for key in ("minus", "minus", "minus", "plus", "equals_sign"):
            await r.press(key)
            assert r.screen.reading.place == (block, offset)
            top = r.screen.reading.setting.lines[r.screen.reading.scroll_offset.y]
            assert top.block == block
            assert top.start <= offset < top.end


async def test_every_article_is_set_so_from_then_on_and_the_previews_too(reader: Start) -> None:
    async with reader() as r:
        await r.press("minus")
        measure = han(r)
        await r.press("J")
        await r.shows("春耕忙")
        assert han(r) == measure
        assert {pane.typography.measure for pane in r.app.screen.query(ArticlePane)} == {measure}


async def test_commands_of_the_palette_change_the_rest(reader: Start) -> None:
    async with reader(pages={"page": LONG}) as r:
        assert any(line.gaps for line in r.screen.reading.setting.lines)
        await run(r, "Justify")
        await r.until(lambda: r.message == "Lines end as they fall.")
        assert not any(line.gaps for line in r.screen.reading.setting.lines)
        await run(r, "Hanging marks")
        await r.until(lambda: r.screen.typography.hanging)
        assert any(line.left + line.width > 2 * han(r) for line in r.screen.reading.setting.lines)
        await run(r, "Indent")
        await r.until(lambda: r.screen.typography.indent == 0)
        assert all(line.left == 0 for line in r.screen.reading.setting.lines if line.role == "body")
        for level in (*LEVELS[2:], *LEVELS[:2]):
            await run(r, "Line rules")
            await r.until(lambda level=level: r.screen.typography.rules == level)
        assert r.message == "Rules for the ends of lines: basic."


@pytest.mark.parametrize("steps", [-3, 0, 2])
def test_a_step_goes_on_from_the_measure_that_is_shown(steps: int) -> None:
    assert Typography(measure=50).stepped(30, steps).measure == 30 + 2 * steps
    assert USUAL.stepped(MOST_HAN, 1).measure == MOST_HAN
    assert USUAL.stepped(LEAST_HAN, -1).measure == LEAST_HAN
