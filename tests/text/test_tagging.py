"""Words with their parts of speech, by either tagger."""

from __future__ import annotations

import sys

import pytest

from paperterm.text import tagging

TEXT = "产业工人在北京说:“好!”"


@pytest.fixture(params=["rjieba", "jieba"])
def tagger(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch):
    if request.param == "jieba":
        monkeypatch.setitem(sys.modules, "rjieba", None)
    tagging._tagger.cache_clear()
    yield request.param
    tagging._tagger.cache_clear()


def test_a_text_is_tagged_whole_and_in_order(tagger):
    found = tagging.tagged(TEXT)
    assert "".join(word for word, _ in found) == TEXT
    assert ("产业工人", "n") in found and ("北京", "ns") in found


def test_an_empty_text_has_no_words(tagger):
    assert tagging.tagged("") == []


def test_nothing_is_written_to_the_screen(tagger, capfd):
    tagging.tagged(TEXT)
    captured = capfd.readouterr()
    assert captured.out == captured.err == ""
