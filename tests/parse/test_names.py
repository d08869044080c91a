"""Names of people out of bylines."""

from __future__ import annotations

import pytest

from paperterm.parse.names import names, names_and_place


@pytest.mark.parametrize(
    ("byline", "people"),
    [
        ("本报记者 张三 李四", ["张三", "李四"]),
        ("本报记者 张三 本报通讯员 李四", ["张三", "李四"]),
        ("■本报记者张三丰", ["张三丰"]),
        ("□通讯员 张三", ["张三"]),
        ("記者 張三、李四", ["張三", "李四"]),
        ("特约通讯员:王小五", ["王小五"]),
        ("文/张三 图/李四", ["张三", "李四"]),
        ("采写/新京报记者 张三", ["张三"]),
        ("新华社发(张三摄)", ["张三"]),
        ("本报驻肯尼亚记者 张三", ["张三"]),
        ("文/本报记者 张三 图/受访者提供", ["张三"]),
        ("制图：张三", ["张三"]),
        ("石滩站 张三 摄", ["张三"]),
        ("新华社记者 张三 摄", ["张三"]),
        ("视觉中国 供图", []),
        ("资料图片", []),
        ("本报评论员", []),
        ("王 鑫 李 明", ["王鑫", "李明"]),
        ("张三丰 王 鑫", ["张三丰", "王鑫"]),
        ("张三 张三", ["张三"]),
    ],
)
def test_names_are_taken_in_order_without_the_words_around_them(byline, people):
    assert names(byline) == people


@pytest.mark.parametrize(
    ("glued", "people"),
    [
        ("白芷苏叶", ["白芷", "苏叶"]),
        ("张小三李四", ["张小三", "李四"]),
        ("张小三李小四王五", ["张小三", "李小四", "王五"]),
        ("欧阳修远", ["欧阳修远"]),
        ("司马光诸葛亮", ["司马光", "诸葛亮"]),
        ("欧阳明", ["欧阳明"]),
    ],
)
def test_names_set_without_a_space_are_taken_apart(glued, people):
    assert names("本报记者 " + glued) == people


@pytest.mark.parametrize("name", ["阿不都·热合曼", "约翰·史密斯", "买买提·艾力", "J.Smith"])
def test_foreign_names_stay_whole(name):
    assert names("本报记者 " + name) == [name]


@pytest.mark.parametrize(
    ("text", "wired", "expected"),
    [
        ("张三香港", True, (["张三"], "香港")),
        ("张三丰香港", True, (["张三丰"], "香港")),
        ("張三／台北", False, (["張三"], "台北")),
        ("张三 北京", False, (["张三"], "北京")),
        ("张三、李四", False, (["张三", "李四"], None)),
        ("张三", True, (["张三"], None)),
        ("张三李四", False, (["张三", "李四"], None)),
        ("欧阳修远", False, (["欧阳修远"], None)),
    ],
)
def test_a_place_behind_the_names_is_no_name(text, wired, expected):
    assert names_and_place(text, wired) == expected
