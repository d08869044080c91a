"""What looks wrong on a page is said, with its line."""

from __future__ import annotations

from paperterm.parse import parse_page

TEXT = "某市总工会日前召开会议，研究部署下一阶段的工作任务，要求各级工会认真抓好落实。"
MORE = "会议指出，今年以来全市共建立职工之家三十二个，吸收会员四千余人，办了许多实事。"


def cautions(*lines: str) -> list[tuple[str, int]]:
    return [(c.code, c.line) for c in parse_page("\n".join(lines)).warnings]


def test_a_sound_page_has_none():
    assert cautions("# 某市召开会议", "本报讯(记者张三)" + TEXT, MORE) == []


def test_a_missing_section_is_named_before_the_next():
    page = parse_page(
        "\n".join(
            [
                "# 一份意见",
                "新华社北京3月1日电 " + TEXT,
                "一、总体要求",
                MORE,
                "二、主要任务",
                TEXT + MORE,
                "四、组织领导",
                MORE + TEXT,
            ]
        )
    )
    assert [(c.code, c.line) for c in page.warnings] == [("missing-section", 7)]
    assert "3" in page.warnings[0].message


def test_a_line_printed_twice_is_named():
    assert ("doubled-line", 3) in cautions("# 某市召开会议", "本报讯 " + TEXT, "本报讯 " + TEXT)


def test_a_text_without_headline_is_named():
    assert cautions("本报讯 " + TEXT, MORE) == [("no-headline", 1)]


def test_a_headline_without_text_is_named():
    assert ("no-text", 3) in cautions("# 甲市召开会议", "本报讯 " + TEXT, "# 乙市举行比赛")


def test_a_lost_opening_is_named():
    assert cautions("# 某市召开会议", "，并提出了要求。" + TEXT, MORE) == [("lost-opening", 2)]


def test_cautions_stand_in_the_order_of_their_lines():
    lines = [
        line
        for _, line in cautions(
            "本报讯 " + TEXT, MORE, MORE, "# 甲市召开会议", "# 乙市举行比赛", "，并提出了要求。" + TEXT
        )
    ]
    assert lines == sorted(lines)
