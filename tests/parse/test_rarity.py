"""How rare a han is in newspapers."""

from __future__ import annotations

from itertools import pairwise

from paperterm.parse.rarity import RARE, RAREST, rarities, rarity_of, uncommon


def test_a_han_is_the_rarer_the_fewer_paragraphs_have_it() -> None:
    assert all(rarity_of(one) < rarity_of(two) for one, two in pairwise("的工铁窑"))
    assert set(rarities().values()) <= set(range(RAREST + 1))


def test_a_han_of_no_table_is_among_the_rarest_and_what_is_no_han_is_none() -> None:
    assert "\u4dae" not in rarities() and rarity_of("\u4dae") == RAREST
    assert [rarity_of(char) for char in "a7，。😀"] == [0] * 5


def test_what_every_text_has_is_left_out() -> None:
    assert uncommon("窑火的 abc，12。窑") == {"窑", "火"}
    assert all(rarity_of(han) >= RARE for han in uncommon("".join(rarities())))
