from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from paperterm.text.numerals import number

TRADITIONAL = OpenCC("s2t").convert
DIGITS = "零一二三四五六七八九"


def section(value, lead):
    """A number below 10,000 in words; `lead`: larger units stand before it."""
    out, gap = "", lead and value < 1000
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // unit % 10
        if digit:
            out += ("零" if gap else "") + DIGITS[digit] + sign
            gap = False
        elif out:
            gap = True
    return out


def in_words(value):
    out = ""
    for unit, sign in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part = value // unit % 10**4
        if part:
            out += section(part, bool(out)) + sign
    return out or "零"


@given(st.integers(0, 10**12 - 1))
def test_every_number_in_words_is_read_back_in_both_scripts(value):
    words = in_words(value)
    assert number(words) == value
    assert number(TRADITIONAL(words)) == value


@given(st.integers(0, 10**9))
def test_every_number_in_digits_is_read_back(value):
    plain = str(value)
    assert number(plain) == number(plain.translate(str.maketrans("0123456789", "０１２３４５６７８９"))) == value
    assert number(f"{value:,}") == value
    assert number("".join("〇一二三四五六七八九"[int(d)] for d in plain)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("十一", 11),
        ("廿六", 26),
        ("卅", 30),
        ("二〇二五", 2025),
        ("二○二五", 2025),
        ("一萬二千", 12000),
        ("一万二", 12000),
        ("一百二", 120),
        ("一百零二", 102),
        ("两千", 2000),
        ("壹佰贰拾叁", 123),
        ("3000万", 30_000_000),
        (" ２２１０４ ", 22104),
    ],
)
def test_newspaper_numbers(text, value):
    assert number(text) == value


@pytest.mark.parametrize(
    "text", ["", "第三", "三版", "12.5", "-3", "万", "百", "亿万", "1,23", "十十", "九九九万百", "²", "٣", "9" * 25]
)
def test_what_is_no_whole_number_is_none(text):
    assert number(text) is None


@given(st.text(alphabet="零〇一二十百千万亿廿12,两", max_size=12))
def test_any_string_of_numerals_is_a_number_or_none(text):
    value = number(text)
    assert value is None or value >= 0
