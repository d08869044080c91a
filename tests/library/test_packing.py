"""What is packed comes out as it was, whatever it is."""

from __future__ import annotations

import zlib
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperterm.library.packing import is_sound, pack_article, pack_text, searched, unpack_form, unpack_text
from paperterm.model import Article, Block, Kind, Role
from paperterm.parse import parse_page
from paperterm.parse.form import article_form, article_from_form
from paperterm.text.fold import searchable

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
CHARACTERS = st.characters(exclude_categories=())  # surrogates too
TEXT = st.text(CHARACTERS, max_size=40)
MAYBE = st.none() | TEXT.filter(bool)
BLOCKS = st.builds(Block, st.sampled_from(get_args(Role)), TEXT, st.lists(st.integers(1, 9999), max_size=4).map(tuple))
ARTICLES = st.builds(
    Article,
    st.just(""),
    st.sampled_from(get_args(Kind)),
    st.lists(BLOCKS, max_size=6).map(tuple),
    byline=st.lists(TEXT, max_size=3).map(tuple),
    agency=MAYBE,
    place=MAYBE,
    filed=MAYBE,
    jump_to=st.none() | st.integers(1, 99),
    jump_from=st.none() | st.integers(1, 99),
)


@given(TEXT)
def test_any_text_comes_out_as_it_was(text: str) -> None:
    assert unpack_text(pack_text(text)) == text


@given(ARTICLES)
def test_any_article_comes_out_as_it_was(article: Article) -> None:
    assert article_from_form(unpack_form(pack_article(article))) == article


@given(ARTICLES)
def test_its_form_says_what_a_search_looks_at(article: Article) -> None:
    form, plain = unpack_form(pack_article(article)), article_form(article)
    assert (form["blocks"], form["byline"], form["column"]) == (plain["blocks"], plain["byline"], plain["column"])
    assert searched(form) == "\n".join(searchable(block.text) for block in article.blocks)


def test_every_character_that_is_one_takes_the_short_way() -> None:
    everything = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x110000)]))
    assert pack_text(everything)[:1] == b"g"
    assert unpack_text(pack_text(everything)) == everything


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_a_page_takes_less_than_half_of_its_file(seed: Path) -> None:
    text = seed.read_text("utf-8")
    assert len(pack_text(text)) < seed.stat().st_size / 2
    for article in parse_page(text).articles:
        assert article_from_form(unpack_form(pack_article(article))) == replace(article, id="")


@given(st.binary(max_size=60))
def test_bytes_that_nobody_packed_are_refused(data: bytes) -> None:
    try:
        text = unpack_text(data)
    except (zlib.error, ValueError):
        return
    assert isinstance(text, str)


@given(ARTICLES, st.integers(0))
def test_any_flipped_bit_of_an_article_is_noticed(article: Article, bit: int) -> None:
    packed = bytearray(pack_article(article))
    assert is_sound(bytes(packed))
    packed[bit // 8 % len(packed)] ^= 1 << bit % 8
    assert not is_sound(bytes(packed))
