"""Every normalised character knows where it came from."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from paperterm.notebook.normalise import after, normalise, normalise_blocks, paragraph_hash

texts = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]), st.sampled_from("產业，。 \n\u3000Ａa①㎏ﬁßé\u0301\u0308がイ゙…“”")
    ),
    max_size=40,
)


@given(texts)
@example("e\u0301\u0323x")
@example("\u0301")
def test_the_map_leads_back_into_the_text_and_never_backwards(text: str) -> None:
    normal = normalise(text)
    assert len(normal.text) == len(normal.places)
    assert list(normal.places) == sorted(normal.places)
    assert all(0 <= place < len(text) for place in normal.places)


@given(texts, st.data())
def test_the_passage_that_a_part_leads_back_to_normalises_to_that_part(text: str, data: st.DataObject) -> None:
    normal = normalise(text)
    # A character may become several; a part begins and ends where one of the text's own characters does.
    borders = [
        0,
        *(i for i in range(1, len(normal.text)) if normal.places[i] != normal.places[i - 1]),
        len(normal.text),
    ]
    start = data.draw(st.sampled_from(borders))
    end = data.draw(st.sampled_from(borders))
    if start < end:
        passage = text[normal.places[start] : after(text, normal.places[end - 1])]
        assert normalise(passage).text == normal.text[start:end]


@given(texts)
def test_normalising_again_changes_nothing(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@given(texts)
def test_nothing_of_white_space_and_punctuation_is_left(text: str) -> None:
    assert not [c for c in normalise(text).text if unicodedata.category(c)[0] in "PZC"]


@given(st.lists(texts, max_size=5))
def test_blocks_stand_one_behind_another(blocks: list[str]) -> None:
    whole = normalise_blocks(tuple(blocks))
    for block, start in zip(whole.blocks, whole.starts, strict=True):
        assert whole.text[start : start + len(block.text)] == block.text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("產 業，\n工人。", "產業工人"),
        ("ＡＢＣ１２３", "abc123"),
        ("“技能”——人才……", "「技能」人才"),
        ("caf\u00e9", "CAFE\u0301"),
        ("零\u200b宽", "零宽"),
    ],
)
def test_forms_that_ocr_and_wrapping_mix_up_are_one(one: str, other: str) -> None:
    assert normalise(one).text == normalise(other).text


def test_a_paragraph_is_named_by_its_words_and_nothing_by_none() -> None:
    assert paragraph_hash(normalise("产业，工人").text) == paragraph_hash(normalise("产业\n工人。").text) != ""
    assert paragraph_hash("") == ""
