from __future__ import annotations

import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from paperterm.text.clean import one_line, visible

ANY = st.text(st.characters(min_codepoint=0, max_codepoint=sys.maxunicode, exclude_categories=()))


def test_nothing_that_moves_the_cursor_or_hides_is_left_of_all_of_unicode():
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        shown = visible(character)
        category = unicodedata.category(character)
        if category == "Cs" or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
            assert shown == "\ufffd", hex(code)
        elif character == "\t":
            assert shown == " "
        elif category in ("Cc", "Cf") and character != "\n":
            assert shown == "", hex(code)
        elif category in ("Zl", "Zp"):
            assert shown == "\n"
        elif "VARIATION SELECTOR" in unicodedata.name(character, ""):
            assert shown == "", hex(code)


def test_everything_a_newspaper_prints_stays():
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if unicodedata.category(character)[0] in "LNPSM" and visible(character) != character:
            name = unicodedata.name(character)
            assert any(word in name for word in ("VARIATION SELECTOR", "FILLER", "GRAPHEME JOINER", "INHERENT")), name


def test_escape_sequences_lose_their_teeth():
    assert visible("\x1b]0;title\x07\x1b[31m红\x9b0m\u202e") == "]0;title[31m红0m"


@given(ANY)
def test_what_is_visible_can_be_encoded_and_is_left_alone_the_second_time(text):
    shown = visible(text)
    shown.encode("utf-8")
    assert visible(shown) == shown


@given(ANY)
def test_one_line_is_one_line(text):
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert line == line.strip()
    assert "  " not in line


def test_a_file_name_with_a_line_break_is_shown_on_one_line():
    assert one_line(" 01\r\n\t版.txt ") == "01 版.txt"
