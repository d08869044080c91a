"""Captions without a title, and what of a short line's wording its text repeats."""

from __future__ import annotations

import pytest

from paperterm.parse import echoes
from paperterm.parse.lines import read_lines
from paperterm.parse.scenes import scene
from paperterm.parse.surroundings import look_all
from paperterm.parse.traits import Traits

TEXT = "渡口的老船工摆渡三十年，每天迎着江风把两岸的孩子送进学堂，汛期里也没有误过一次课，乡亲们都说这条船比钟还准，船工自己却只说水熟了路就不远。"


def seen(*lines: str) -> list[Traits]:
    return look_all(read_lines("\n\n".join(lines)))


@pytest.mark.parametrize("caption", ["5月6日，茶农在山坡上采春茶。", "昨天上午，学生在操场上放风筝。"])
def test_a_day_and_who_does_what_where_is_a_scene(caption):
    assert "scene" in scene(seen(caption), 0)


def test_a_scene_behind_a_whole_text_is_no_part_of_it():
    assert "scene behind a whole text" in scene(seen("话说到这里就完了。", "5月6日，茶农在山坡上采春茶。"), 1)
    assert scene(seen("话说到这里，", "5月6日，茶农在山坡上采春茶。"), 1) == ["scene"]


def test_a_scene_may_be_signed_on_its_own_line():
    page = seen("话说到这里就完了。", "5月6日，茶农在山坡上采春茶。本报记者 张三 摄")
    assert "scene behind a whole text, signed" in scene(page, 1)


def test_what_belongs_to_no_article_may_stand_between_a_text_and_a_scene():
    page = seen("话说到这里就完了。", "![](images/1.jpg)", "5月6日，茶农在山坡上采春茶。")
    assert "scene behind a whole text" in scene(page, 2)


def test_who_stands_where_is_told_of_a_picture():
    assert "tells who stands where" in scene(seen("老船工（右）教徒弟掌舵。"), 0)
    assert "a picture's number" in scene(seen("图②：老船工教徒弟掌舵。"), 0)


@pytest.mark.parametrize(
    "text", ["5月6日，记者在山坡上看到茶农采茶。", "茶农在山坡上采春茶。", "5月6日，茶农在山坡上采"]
)
def test_what_is_reported_or_undated_or_open_is_no_scene(text):
    assert scene(seen(text), 0) == []


def test_a_headline_returns_in_its_text_and_a_slogan_does_not():
    assert echoes.below(seen("老船工摆渡三十年", TEXT), 0) == "half"
    assert echoes.below(seen("节约每一度电", TEXT), 0) == "none"


def test_without_a_text_there_is_nothing_to_compare():
    assert echoes.below(seen("老船工摆渡三十年"), 0) == "nothing to compare"
    assert echoes.above(seen("老船工摆渡三十年", TEXT), 0) == "nothing to compare"
