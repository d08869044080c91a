"""Keys as they arrive from keyboards and input methods."""

from __future__ import annotations

import re

import pytest

from paperterm.actions.keys import label
from paperterm.actions.reader import ACTIONS
from tests.terminal.conftest import OpenRaw, OpenReader

KITTY = re.compile(rb"\x1b\[[>=][0-9;]*u")
"""Asking the terminal for the kitty keyboard protocol, which loses what an input method commits."""


@pytest.mark.terminal
@pytest.mark.parametrize("key", ["/", "／", "、"])
def test_the_search_bar_opens_whatever_the_input_method_makes_of_the_slash(key: str, open_reader: OpenReader) -> None:
    reader = open_reader()
    reader.wait("产业工人有值得仰望的「星空」", "辽源日报")
    reader.press(key)
    reader.wait("标题:", "-without")


@pytest.mark.terminal
@pytest.mark.parametrize("key", ["?", "？"])
def test_help_opens_whatever_the_input_method_makes_of_the_question_mark(key: str, open_reader: OpenReader) -> None:
    reader = open_reader()
    reader.wait("产业工人有值得仰望的「星空」", "辽源日报")
    reader.press(key)
    reader.wait("In the article", "closes this")
    reader.press(key)
    reader.wait(gone=["closes this"])


@pytest.mark.terminal
def test_full_width_letters_are_keys_too(open_reader: OpenReader) -> None:
    reader = open_reader()
    reader.wait("产业工人有值得仰望的「星空」", "辽源日报")
    reader.press("Ｊ")
    reader.wait_article("金融助企稳岗扩岗力度加大", rows=3)
    reader.press("ｂ")
    reader.wait("Bookmarked")
    reader.press("ｑ")
    assert reader.wait_ended() == 0


def within(screen: str) -> str:
    """What stands in the window, without the scroll bar and what is beside it."""
    return "\n".join(re.findall("│(.*?) *[▁▂▃▄▅▆▇█]?│", screen))


@pytest.mark.terminal
@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 40)])
def test_help_lists_every_key_of_the_article(columns: int, rows: int, open_reader: OpenReader) -> None:
    reader = open_reader(columns, rows)
    reader.wait("产业工人有值得仰望的「星空」", "辽源日报")
    reader.press("?")
    read = page = within(reader.wait("In the article"))
    while "Leave the reader." not in page:
        before = page
        reader.press("NPage")
        reader.wait_until(lambda screen, before=before: within(screen) != before, "moved on")
        page = within(reader.wait_still())
        read += page
    expected = {
        (label(action.keys[0]) if action.keys else "^P", action.help[:16])
        for action in ACTIONS
        if "article" in action.panes
    }
    missing = {(key, text) for key, text in expected if not re.search(rf"{re.escape(key)} .*{re.escape(text)}", read)}
    assert missing == set()


@pytest.mark.terminal
def test_a_long_commit_of_an_input_method_arrives_whole(open_raw: OpenRaw) -> None:
    terminal = open_raw()
    terminal.wait("产业工人有值得仰望的")
    terminal.wait_quiet()
    terminal.type("/")
    terminal.wait("标题:")
    terminal.wait_quiet()
    before = len(terminal.raw)
    commit = "深化产业工人队伍建设改革"
    assert len(commit) == 12
    terminal.type(commit)
    terminal.wait(commit, before)


@pytest.mark.terminal
def test_the_terminal_is_never_asked_for_the_kitty_keyboard_protocol(open_raw: OpenRaw) -> None:
    terminal = open_raw()
    terminal.wait("产业工人有值得仰望的")
    terminal.wait_quiet()
    terminal.type("q")
    assert terminal.wait_ended() == 0
    assert KITTY.findall(bytes(terminal.raw)) == []
    assert terminal.raw.count(b"\x1b[?1049h") == terminal.raw.count(b"\x1b[?1049l") == 1
