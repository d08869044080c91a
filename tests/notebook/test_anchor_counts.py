"""Notes on pages that are laid out anew, misread, corrected and rearranged: how many are found again, and none wrong.

`make bench` counts more of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from tests.anchoring.kinds import FOUND, TRAPS, Trial
from tests.anchoring.measure import Counts, measured, wilson
from tests.anchoring.traced import Traced, heirs
from tests.anchoring.trials import quotes, true_spots


@pytest.mark.parametrize("name", FOUND)
def test_notes_are_found_again_and_none_is_claimed_to_be_elsewhere(name: str) -> None:
    kind, target = FOUND[name]
    counts = measured(name, kind, 200)
    assert counts.wrong == 0
    assert counts.right >= (target - 0.02) * counts.asked


@pytest.mark.parametrize("name", TRAPS)
def test_no_trap_makes_a_wrong_claim(name: str) -> None:
    counts = measured(name, TRAPS[name], 200)
    assert (counts.asked, counts.wrong) == (200, 0)


def unchanged(_text: str, page: list[Traced], chance: Random) -> Iterator[Trial]:
    assert heirs(page, page) == list(range(len(page)))
    for quote in quotes(page, chance, 20):
        yield Trial(quote, page, quote.article, true_spots(page, quote)[0], same=1.0)


def test_the_truth_of_an_unchanged_page_is_what_stands_there() -> None:
    assert measured("unchanged", unchanged, 300) == Counts(asked=300, right=300, claimed=300)


def test_the_interval_of_a_share_is_wilsons() -> None:
    assert wilson(0, 5000) == pytest.approx((0.0, 0.000768), abs=1e-6)
    assert wilson(990, 1000) == pytest.approx((0.98168, 0.99456), abs=1e-4)
