"""Over a slow line keys come in bursts: each is for what the one before it made of the screen."""

from __future__ import annotations

import pytest

from tests.terminal.conftest import Ask, OpenReader


@pytest.mark.terminal
def test_what_is_typed_right_behind_the_slash_arrives(open_reader: OpenReader) -> None:
    reader = open_reader()
    reader.wait("产业工人有值得仰望的「星空」", "辽源日报")
    reader.type("/产业工人")
    reader.wait("8 articles")


@pytest.mark.terminal
def test_what_is_typed_right_before_saving_a_note_is_saved(open_reader: OpenReader, ask: Ask) -> None:
    reader = open_reader()
    reader.wait("辽源日报")
    reader.press("a")
    reader.wait("^S save")
    reader.type("先写这一句\t标签甲 标签乙\x13")
    reader.wait("Note written.")
    notes = [(note["text"], note["tags"]) for note in ask("note", "list")["notes"]]
    assert notes == [("先写这一句", ["标签甲", "标签乙"])]


@pytest.mark.terminal
def test_keys_right_behind_the_change_to_the_list_are_the_lists(open_reader: OpenReader) -> None:
    reader = open_reader()
    reader.wait("辽源日报")
    reader.type("ijl")
    reader.wait_article("金融助企稳岗扩岗力度加大", rows=3)


@pytest.mark.terminal
def test_what_is_typed_right_behind_the_key_for_a_note_is_its_text(open_reader: OpenReader, ask: Ask) -> None:
    reader = open_reader()
    reader.wait("辽源日报")
    reader.type("a一口气写完\x13")
    reader.wait("Note written.")
    assert [note["text"] for note in ask("note", "list")["notes"]] == ["一口气写完"]
