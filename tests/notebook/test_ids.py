"""Ids sort by time, are easily typed, and never come twice."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from paperterm.notebook.ids import ALPHABET, LENGTH, new_id, typed


def test_ids_rise_within_a_process() -> None:
    ids = [new_id() for _ in range(5000)]
    assert ids == sorted(set(ids))


def test_ids_rise_even_when_the_clock_goes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    before = new_id()
    monkeypatch.setattr(time, "time_ns", lambda: 0)
    assert before < new_id() < new_id()


def test_ids_are_sixteen_characters_of_crockfords_alphabet() -> None:
    assert len(new_id()) == LENGTH == 16
    assert set(new_id()) <= set(ALPHABET)


def test_threads_get_different_ids() -> None:
    with ThreadPoolExecutor(4) as pool:
        ids = list(pool.map(lambda _: new_id(), range(2000)))
    assert len(set(ids)) == 2000


def test_letters_that_are_misread_are_forgiven() -> None:
    assert typed(" 1O8Il ") == "10811"
