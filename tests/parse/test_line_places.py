"""From a character of a block to its line on the page, and back."""

from __future__ import annotations

from paperterm.model import Block
from paperterm.parse.line_places import LinePlaces
from paperterm.parse.lines import read_lines

PAGE = "标题。 正文从这里\n\n开始，第二行 有空格，\n第三行。\n"
WHOLE = Block("body", "正文从这里开始，第二行 有空格，第三行。", (1, 3, 4))


def test_a_character_is_on_the_line_that_prints_it():
    places = LinePlaces(read_lines(PAGE))
    for word, line in (("正文", 1), ("这里", 1), ("开始", 3), ("空格", 3), ("第三", 4)):
        assert places.line_at(WHOLE, WHOLE.text.index(word)) == line


def test_a_line_begins_where_its_first_character_stands():
    places = LinePlaces(read_lines(PAGE))
    assert [WHOLE.text[places.offset_at(WHOLE, line) :][:2] for line in WHOLE.lines] == ["正文", "开始", "第三"]


def test_without_the_lines_a_place_is_on_the_first():
    assert LinePlaces(()).line_at(WHOLE, 12) == 1
