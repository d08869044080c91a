"""The raw page beside the article, and longer and shorter lines, by real keys."""

from __future__ import annotations

import pytest

from tests.terminal.conftest import OpenReader

FIRST = "产业工人有值得仰望的「星空」"
BESIDE = "11 │ "
"""The number of the line that the article begins with, and the sign of the block that is read."""


@pytest.mark.terminal
def test_the_raw_page_comes_and_goes_and_is_read_in(open_reader: OpenReader) -> None:
    reader = open_reader(120, 30)
    reader.wait(FIRST, "辽源日报")
    reader.press("r")
    reader.wait(BESIDE, "The page as it was read", gone=["辽源日报"])
    reader.press("Tab", "Space")
    reader.wait("连续10年举办", "32   连续10年", gone=[BESIDE])
    reader.press("r")
    reader.wait("v select", gone=["32   连续10年"])


@pytest.mark.terminal
def test_on_a_narrow_screen_the_raw_page_stands_alone(open_reader: OpenReader) -> None:
    reader = open_reader(50, 24)
    reader.wait(FIRST)
    reader.press("r")
    reader.wait(BESIDE)
    reader.press("r")
    reader.wait(FIRST, gone=[BESIDE])


@pytest.mark.terminal
def test_lines_are_made_shorter_and_longer_also_under_an_input_method(open_reader: OpenReader) -> None:
    reader = open_reader(120, 30)
    reader.wait(FIRST, "辽源日报")
    for key, han in (("-", 35), ("－", 33), ("＋", 35), ("=", 37)):
        reader.press(key)
        reader.wait(f"Lines of {han} han.")
