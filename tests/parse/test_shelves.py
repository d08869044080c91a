"""What stands below a column's name, as its forms tell."""

from __future__ import annotations

from paperterm.parse.kinds import classes
from paperterm.parse.lines import read_lines
from paperterm.parse.shelves import shelf
from paperterm.parse.surroundings import look_all

BRIEF = "县里的第三座水厂昨日通水，城东两万户居民用上了山泉水，水价不变，夜里也不再停水了，老人们说这水泡茶最香。"
LETTER = "编辑同志：我们村口的路灯坏了三个月，夜里放学的孩子要摸黑过桥，请报社替我们问一问，什么时候能有人来修。"


def below(*lines: str) -> list[str]:
    traits = look_all(read_lines("\n\n".join(("读者来信", *lines))))
    return shelf(traits, classes(traits), 0)


def test_several_of_a_kind_are_told() -> None:
    found = below("路灯什么时候亮", LETTER, "桥栏杆谁来修", LETTER, "水井该加盖", LETTER)
    assert found == ["letter below", "letter, letter below", "three letter below"]


def test_one_article_with_nothing_behind_it_is_told() -> None:
    assert below("水厂通水", BRIEF * 5) == ["text below", "text, nothing below"]


def test_news_in_brief_is_told_by_its_length() -> None:
    assert below("水厂通水", BRIEF, "路灯亮了", BRIEF) == ["brief below", "brief, brief below"]


def test_a_page_that_ends_is_told() -> None:
    assert below() == ["no text below"]
