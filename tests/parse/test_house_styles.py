"""Whether a page sets its headlines in one line or in two."""

from __future__ import annotations

import pytest

from paperterm.parse.house_styles import HOUSE_STYLES, house_style


@pytest.mark.parametrize(
    ("states", "style"),
    [
        ("", 0),
        ("MMTBBTYBF", 0),
        ("PUBPUDBLNUB", 0),  # kicker, headline and deck are three things
        ("TUBTBTBTBTBTB", 1),
        ("TUBRRRR", 1),
        ("TUBTBTBTB", 2),
        ("TBPQUUDBTB", 2),
        ("TTBTBTB", 0),  # two on end that each open an article
        ("EUUBTB", 2),
    ],
)
def test_a_page_is_of_the_style_that_its_headlines_are_set_in(states: str, style: int) -> None:
    assert house_style(states) == HOUSE_STYLES[style]
