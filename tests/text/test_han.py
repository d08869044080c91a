"""One character, or none."""

from __future__ import annotations

import pytest

from paperterm.text.han import is_han


@pytest.mark.parametrize("character", ["一", "报", "㐀", "鿿"])
def test_ideographs_are_han(character):
    assert is_han(character)


@pytest.mark.parametrize("character", ["", "a", "1", "。", "〇", "の", "\u33ff", "\ua000", "\uff0c"])
def test_nothing_else_is(character):
    assert not is_han(character)
