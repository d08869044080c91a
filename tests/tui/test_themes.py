"""The colours of the reader: text can be read in every theme, also where there are none."""

from __future__ import annotations

from typing import Any

import pytest
from rich.color import Color as RichColor
from rich.style import Style
from textual.widget import Widget

from paperterm.config.settings import THEMES
from paperterm.tui.look import Look
from paperterm.tui.themes import THEMES as DECLARED
from paperterm.tui.themes import after
from paperterm.tui.widgets.article_pane import ArticlePane
from paperterm.tui.widgets.bars import KeyBar, PlaceBar
from paperterm.tui.widgets.component_style import overlay
from paperterm.tui.widgets.rows import RowList
from tests.tui.conftest import Reader, Start

LEAST = 4.5
"""WCAG 2.1, 1.4.3 (AA): luminance of text and background."""
OVER_TEXT = ("yellow", "green", "blue", "pink", "purple", "note", "hit", "current", "selection")
"""What lies over the text of an article; the text keeps its colour where these have none."""
UNSURE_PALETTE = {
    "black": (0, 0, 0), "red": (205, 0, 0), "green": (0, 205, 0), "yellow": (205, 205, 0), "blue": (0, 0, 238),
    "magenta": (205, 0, 205), "cyan": (0, 205, 205), "white": (229, 229, 229), "bright_black": (127, 127, 127),
    "bright_red": (255, 0, 0), "bright_green": (0, 255, 0), "bright_yellow": (255, 255, 0),
    "bright_blue": (92, 92, 255), "bright_magenta": (255, 0, 255), "bright_cyan": (0, 255, 255),
    "bright_white": (255, 255, 255),
}  # fmt: skip
"""xterm's sixteen colours: the terminal's own are nobody's to know."""


def luminance(colour: tuple[int, int, int]) -> float:
    """Relative luminance of sRGB, as WCAG 2.1 defines it."""
    linear = [c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: tuple[int, int, int], second: tuple[int, int, int]) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def painted(style: Style) -> float:
    """The contrast of text in this style."""
    assert style.color is not None
    assert style.bgcolor is not None
    return contrast(tuple(style.color.get_truecolor()), tuple(style.bgcolor.get_truecolor()))


def component_styles(widget: Widget) -> dict[str, Style]:
    return {name: widget.get_component_rich_style(name) for name in sorted(widget._get_component_classes())}


def texts(r: Reader) -> dict[str, Style]:
    """Every style that text has on the first screen, by the name of its class."""
    screen = r.screen
    found = {}
    for widget in (screen.query_one(ArticlePane), screen.query_one(RowList)):
        found |= component_styles(widget)
    for bar in (screen.query_one(PlaceBar), screen.query_one(KeyBar)):
        found |= component_styles(bar)
    article = screen.query_one(ArticlePane)
    for name in OVER_TEXT:
        found[f"over {name}"] = article.rich_style + overlay(article, f"article--{name}")
    rows = screen.query_one(RowList)
    cursor = overlay(rows, "rows--cursor")
    for name in ("title", "issue", "paper", "meta", "snippet", "hit"):
        found[f"cursor on {name}"] = rows.get_component_rich_style(f"rows--{name}") + cursor
    return found


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


def test_the_themes_are_those_that_the_settings_name() -> None:
    assert tuple(theme.name for theme in DECLARED) == THEMES


def test_one_theme_follows_another_until_all_were_there() -> None:
    names = [THEMES[0]]
    while (following := after(names[-1])) not in names:
        names.append(following)
    assert sorted(names) == sorted(THEMES)


@pytest.mark.parametrize("theme", [theme.name for theme in DECLARED if not theme.ansi])
async def test_text_has_the_contrast_that_wcag_asks_for(theme: str, reader: Start) -> None:
    async with reader(look=Look(theme)) as r:
        for list_has_keys in (False, True):
            if list_has_keys:
                await r.press("i")
            low = {name: round(painted(style), 2) for name, style in texts(r).items() if painted(style) < LEAST}
            assert low == {}


def xterm(colour: RichColor, otherwise: tuple[int, int, int]) -> tuple[int, int, int]:
    if colour.is_default or colour.number is None:
        return otherwise
    return list(UNSURE_PALETTE.values())[colour.number]


@pytest.mark.parametrize(("ink", "paper"), [((229, 229, 229), (0, 0, 0)), ((0, 0, 0), (255, 255, 255))])
async def test_with_the_terminals_colours_text_is_readable_on_black_and_on_white(
    ink: Any, paper: Any, reader: Start
) -> None:
    async with reader(look=Look("terminal")) as r:
        low = {}
        for name, style in texts(r).items():
            pair = xterm(style.color or RichColor.default(), ink), xterm(style.bgcolor or RichColor.default(), paper)
            if not style.dim and contrast(*pair) < LEAST - 0.1:  # 4.48 is the most that one colour has on both
                low[name] = round(contrast(*pair), 2)
        assert low == {}


async def test_with_the_terminals_colours_only_its_own_are_sent(reader: Start) -> None:
    async with reader(look=Look("terminal")) as r:
        for style in texts(r).values():
            for colour in (style.color, style.bgcolor):
                assert colour is None or colour.is_default or (colour.number is not None and colour.number < 16)


async def test_without_colours_what_lies_over_text_can_still_be_told_apart(
    reader: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reader(look=Look("terminal", colourless=True)) as r:
        article, rows = r.screen.query_one(ArticlePane), r.screen.query_one(RowList)
        over = {
            name: style
            for name in (*OVER_TEXT, "cursor")
            if (style := overlay(article, f"article--{name}")) is not None
        }
        assert all(style.underline or style.reverse for style in over.values())
        attributes = [
            (s.bold, s.underline, s.reverse) for s in map(over.get, ("hit", "current", "selection", "cursor")) if s
        ]
        assert len(set(attributes)) == 4
        assert overlay(rows, "rows--cursor").underline
        await r.press("i")
        assert overlay(rows, "rows--cursor").reverse


async def test_a_theme_chosen_by_key_is_there_the_next_time(reader: Start, session: Any) -> None:
    async with reader() as r:
        await r.press("T", "T")
        await r.until(lambda: "sepia" in r.message)
    from paperterm.tui.look import look

    assert look(session).theme == "sepia"
    assert look(session, theme="light").theme == "light"
