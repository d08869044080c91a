"""Names of files made of titles: every system takes them, and they stay where they belong."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperterm.export.filenames import LONGEST, Names, file_name
from paperterm.text.clean import visible

TITLES = st.text(st.characters(codec=None), max_size=300)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("江边新桥通车", "江边新桥通车"),
        ("1/2 \\ 3", "1／2 ＼ 3"),
        ('他说:"好"?*', "他说：＂好＂？＊"),
        ("../../etc/passwd", "／..／etc／passwd"),
        (".hidden", "hidden"),
        ("...", "untitled"),
        ("", "untitled"),
        ("一\r\n二\t三", "一 二 三"),
        ("结尾. . ", "结尾"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("LPT1", "_LPT1"),
        ("-rf", "_-rf"),
        ("喜报😀", "喜报😀"),
        ("\u202e\x1b[31m题", "［31m题"),
        ("[[a|b]]#c^d", "［［a｜b］］＃c＾d"),
    ],
)
def test_a_title_as_a_name(title: str, name: str) -> None:
    assert file_name(title) == name


def test_two_hundred_han_are_cut_between_two_of_them() -> None:
    name = file_name("桥" * 200)
    assert set(name) == {"桥"}
    assert LONGEST - 3 < len(name.encode("utf-8")) <= LONGEST


@given(TITLES)
def test_every_name_is_one_part_of_a_path_and_can_be_written(title: str) -> None:
    name = file_name(title)
    assert name == Path(name).name
    assert name not in ("", ".", "..")
    assert len(name.encode("utf-8")) <= LONGEST + 1
    assert not set(name) & set('<>:"/\\|?*\x00\r\n')
    assert visible(name) == name
    assert not name.endswith((".", " "))


@given(st.lists(TITLES.map(file_name), max_size=20))
def test_every_file_has_a_name_of_its_own_whatever_the_case(paths: list[str]) -> None:
    names = Names()
    given = [names.own(path, ".md") for path in [*paths, *(path.upper() for path in paths)]]
    assert len({name.casefold() for name in given}) == len(given)
