"""Settings, languages and colours as they show in a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.terminal.conftest import PAPERTERM, OpenReader
from tests.terminal.raw import RawTerminal
from tests.terminal.tmux import Tmux

FIRST = "产业工人有值得仰望的「星空」"
COLOUR = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-7]|4[0-7]|9[0-7]|10[0-7]|38|48)(?:;[0-9;]*)?m")
"""Setting a colour; 39 and 49 ask for the terminal's own."""
ASKING = b"\x1b[6n"
"""Asking where the cursor stands."""
TRUE_COLOUR = re.compile(rb"\x1b\[(?:[0-9;]*;)?[34]8;[0-9;]*m")

OpenWith = Callable[..., RawTerminal]


@pytest.fixture
def settings(home: Path) -> Path:
    home.mkdir()
    return home / "config.toml"


@pytest.fixture
def open_with(home: Path) -> Iterator[OpenWith]:
    """Runs the reader in a pseudo-terminal, in an environment with these variables, too."""
    with ExitStack() as stack:

        def start(*words: str, answers: dict[bytes, bytes] | None = None, **environment: str) -> RawTerminal:
            variables = {"PAPERTERM_HOME": str(home), **environment}
            return stack.enter_context(RawTerminal([*PAPERTERM, *words], variables, answers=answers))

        yield start


@pytest.mark.terminal
def test_a_key_given_to_an_action_works_in_all_its_forms_and_is_told(settings: Path, open_reader: OpenReader) -> None:
    settings.write_text('[keys]\n"bookmark.toggle" = "B"\n"search.open" = "ctrl+g"\n', encoding="utf-8")
    reader = open_reader()
    reader.wait(FIRST, "B bookmark", "^G search")
    reader.press("Ｂ")
    reader.wait("Bookmarked")
    reader.press("b")
    reader.press("B")
    reader.wait("Bookmark taken away")
    reader.press("C-g")
    reader.wait("标题:", "-without")


@pytest.mark.terminal
def test_the_reader_starts_with_bad_settings_and_says_what_is_wrong(settings: Path, open_reader: OpenReader) -> None:
    settings.write_text('[look]\ntheem = "sepia"\n', encoding="utf-8")
    reader = open_reader()
    reader.wait(FIRST, "config.toml, line 2: There is no setting theem in [look]. Did you mean theme?")


@pytest.mark.terminal
def test_the_reader_starts_with_settings_that_are_no_toml(settings: Path, open_reader: OpenReader) -> None:
    settings.write_bytes(b"[look\n\xff")
    reader = open_reader()
    reader.wait(FIRST, "config.toml, line 2:", "not UTF-8")


@pytest.mark.terminal
def test_the_first_hint_goes_with_a_key_and_does_not_come_again(open_reader: OpenReader) -> None:
    reader = open_reader()
    reader.wait(FIRST, "Welcome.", "Any key takes this away.")
    reader.press("j")
    reader.wait(FIRST, gone=["Welcome."])
    reader.press("q")
    assert reader.wait_ended() == 0
    again = open_reader()
    again.wait(FIRST, "q quit")
    assert "Welcome." not in again.wait_still()


@pytest.mark.terminal
@pytest.mark.parametrize(
    ("words", "locale", "shown"),
    [
        ((), "zh_CN.UTF-8", "/ 检索"),
        ((), "zh_TW.UTF-8", "/ 檢索"),
        (("--lang", "zh-Hant"), "zh_CN.UTF-8", "/ 檢索"),
        (("--lang", "en"), "zh_CN.UTF-8", "/ search"),
    ],
)
def test_the_reader_speaks_the_language_of_the_locale_or_the_one_asked_for(
    words: tuple[str, ...], locale: str, shown: str, home: Path
) -> None:
    variables = {"PAPERTERM_HOME": str(home), "LC_ALL": locale}
    with Tmux([*PAPERTERM, *words], variables, 120, 40) as reader:
        reader.wait(FIRST, shown)


@pytest.mark.terminal
def test_the_language_of_the_settings_goes_before_the_locale(settings: Path, open_reader: OpenReader) -> None:
    settings.write_text('[look]\nlanguage = "zh-Hans"\n', encoding="utf-8")
    open_reader(80, 24).wait(FIRST, "/ 检索", "q 退出")


@pytest.mark.terminal
def test_with_no_color_no_colour_is_sent(open_with: OpenWith) -> None:
    terminal = open_with(NO_COLOR="1")
    terminal.wait("产业工人有值得仰望的")
    terminal.type("/")
    terminal.wait("标题:")
    terminal.type("工匠")
    terminal.wait("articles")
    terminal.wait_quiet()
    assert COLOUR.findall(bytes(terminal.raw)) == []
    assert b"\x1b[7m" in terminal.raw or b";7m" in terminal.raw or b"\x1b[7;" in terminal.raw


@pytest.mark.terminal
def test_the_terminals_own_theme_sends_none_but_its_sixteen_colours(open_with: OpenWith) -> None:
    terminal = open_with("--theme", "terminal")
    terminal.wait("产业工人有值得仰望的")
    terminal.type("/")
    terminal.wait("标题:")
    terminal.type("工匠")
    terminal.wait("articles")
    terminal.wait_quiet()
    assert TRUE_COLOUR.findall(bytes(terminal.raw)) == []
    assert COLOUR.findall(bytes(terminal.raw))


@pytest.mark.terminal
def test_a_terminal_that_draws_ambiguous_characters_wide_is_told_of_once(open_with: OpenWith) -> None:
    wide = {ASKING: b"\x1b[2;3R"}
    terminal = open_with(answers=wide)
    terminal.wait("two cells wide")
    terminal.type("q")
    assert terminal.wait_ended() == 0
    again = open_with(answers=wide)
    again.wait("产业工人有值得仰望的")
    again.wait_sent(ASKING)
    again.wait_quiet(0.5)
    assert "two cells wide" not in again.text()
    again.type("?")
    again.wait("This terminal")


@pytest.mark.terminal
def test_of_a_terminal_that_draws_them_narrow_nothing_is_said(open_with: OpenWith) -> None:
    terminal = open_with(answers={ASKING: b"\x1b[2;2R"})
    terminal.wait("产业工人有值得仰望的")
    terminal.wait_sent(ASKING)
    terminal.wait_quiet(0.5)
    assert "cells wide" not in terminal.text()


@pytest.mark.terminal
def test_asking_for_the_width_leaves_nothing_on_the_screen(open_reader: OpenReader) -> None:
    """tmux answers; the character that was printed for it is painted over."""
    reader = open_reader()
    reader.wait(FIRST, "Welcome.")  # which comes after it was asked
    reader.wait_until(lambda screen: not screen.split("\n")[1].startswith("…"), "painted over what was printed")
