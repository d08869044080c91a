"""Every main screen is, cell for cell, what it was when somebody last looked at it; after a change that is meant to be seen,
`make goldens` draws them anew."""

from __future__ import annotations

import pytest
from rich.style import Style

from tests.golden.legend import GROUND, Legend, told
from tests.golden.screens import HERE, SIZES, Screen, draw, every, golden, legends, looks


@pytest.mark.parametrize(
    ("screen", "columns", "rows", "language"), every(), ids=lambda value: getattr(value, "name", value)
)
async def test_a_screen_is_as_it_was_seen(screen: Screen, columns: int, rows: int, language: str) -> None:
    for look, text in (await draw(screen, columns, rows, language, legends())).items():
        assert text == golden(screen, columns, look).read_text(encoding="utf-8"), f"{look}: make goldens"


def test_there_is_no_golden_of_a_screen_that_is_none() -> None:
    wanted = {
        golden(screen, columns, look).name for screen, columns, _, language in every() for _, look in looks(language)
    }
    assert {file.name for file in (HERE / "screens").iterdir()} == wanted


@pytest.mark.parametrize(
    ("screen", "columns", "rows", "language"), every(), ids=lambda value: getattr(value, "name", value)
)
def test_a_golden_has_a_letter_for_every_cell(screen: Screen, columns: int, rows: int, language: str) -> None:
    for theme, look in looks(language):
        lines = golden(screen, columns, look).read_text(encoding="utf-8").split("\n")
        assert len(lines) == 2 * rows + 2
        letters = {line.partition("  ")[0] for line in (HERE / f"{theme}.legend.txt").read_text().splitlines()}
        assert set("".join(lines[rows + 1 :])) <= letters
        assert max(map(len, lines[rows + 1 :])) <= columns


def test_letters_that_were_given_stay_and_new_styles_get_new_ones(tmp_path) -> None:
    file = tmp_path / "dark.legend.txt"
    first = Legend(file, "#000000")
    ground, bold = Style.parse("#ffffff on #000000"), Style.parse("bold #ffffff on #000000")
    assert [first.letter(ground, True), first.letter(bold, False)] == [GROUND, "a"]
    first.save()
    again = Legend(file, "#000000")
    assert again.letter(Style.parse("underline"), False) == "b"
    assert [again.letter(bold, True), again.letter(bold, False)] == [GROUND, "a"]


def test_a_style_is_told_in_words_and_of_a_blank_cell_only_what_is_seen() -> None:
    style = Style.parse("bold underline #ff0000 on #000000")
    assert told(style, blank=False) == "bold underline #ff0000 on #000000"
    assert told(style, blank=True) == "underline #ff0000 on #000000"
    assert told(Style.parse("bold #ff0000 on #000000"), blank=True) == "on #000000"


def test_the_goldens_are_of_the_widths_that_were_promised() -> None:
    assert [columns for columns, _ in SIZES] == [40, 80, 120, 200]
