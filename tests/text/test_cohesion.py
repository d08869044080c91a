"""How well one character follows another over the place where a line was cut."""

from __future__ import annotations

import pytest

from paperterm.text.cohesion import TABLE, cohesion, used


@pytest.mark.parametrize("word", ["工人", "改革", "心理", "葡萄", "沈阳"])
def test_the_characters_of_a_word_belong_together(word):
    assert cohesion(*word) >= 1.0


@pytest.mark.parametrize("pair", ["葡的", "技的", "报通", "会工"])
def test_characters_that_no_word_joins_do_not(pair):
    assert cohesion(*pair) <= 0.1


@pytest.mark.parametrize(("left", "right"), [("", "人"), ("a", "人"), ("人", "，"), ("龘", "人")])
def test_what_is_no_han_or_too_rare_tells_nothing(left, right):
    assert cohesion(left, right) == 0.0


def test_the_table_is_what_its_maker_makes():
    from paperterm.text.tables.make_tables import cohesion as lines

    assert TABLE.read_text("utf-8").splitlines() == lines()


def test_a_text_uses_a_pair_that_it_has_more_often_than_by_chance():
    text = "陶窑里的火，陶窑外的人，窑工烧陶。" + "的人在这里，那里的人不在。" * 3
    assert used(text, "陶", "窑")
    assert not used(text, "火", "人")
    assert not used("", "陶", "窑")
