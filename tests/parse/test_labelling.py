"""One state for every line of a page."""

from __future__ import annotations

from paperterm.parse import parse_page
from paperterm.parse.habits import habits
from paperterm.parse.labelling import label
from paperterm.parse.lines import read_lines
from paperterm.parse.surroundings import look_all

BODY = "某市总工会日前召开会议，研究部署下一阶段的工作任务，要求各级工会认真抓好落实，取得更大成效。"

MORE = "会议指出，今年以来，全市共建立职工之家三十二个，吸收会员四千余人，为职工办了许多实事。"


def states(*lines: str) -> str:
    traits = look_all(read_lines("\n\n".join(lines)))
    return label(traits, habits(traits))


def test_a_page_without_lines_has_no_states():
    assert states("") == ""


def test_headline_byline_and_text_are_told_apart():
    assert states("# 推动企业高质量发展", "本报记者 张三", BODY, MORE) == "TYBB"


def test_a_dateline_belongs_to_the_text():
    assert states("# 推动企业高质量发展", "本报讯(记者张三)" + BODY, MORE) == "TBB"


def test_a_bare_headline_is_known_by_the_dateline_behind_it():
    assert states("推动企业高质量发展", "本报讯(记者张三)" + BODY, MORE) == "TBB"


def test_a_second_headline_opens_a_second_article():
    assert states("# 甲市召开会议", "本报讯 " + BODY, "# 乙市举行比赛", "本报讯 " + BODY) == "TBTB"


def test_section_headings_are_no_headlines():
    assert (
        states("# 一份长长的意见", "新华社北京3月1日电 " + BODY, "一、总体要求", BODY, "二、主要任务", BODY) == "TBHBHB"
    )


def test_the_masthead_is_no_article():
    assert (
        states("某某日报", "2025年3月25日 星期二", "第22104期 今日八版", "# 甲市召开会议", "本报讯 " + BODY) == "MMMTB"
    )


def test_editor_lines_are_furniture():
    assert states("# 甲市召开会议", "本报讯 " + BODY, "责编:张三 版式:李四") == "TBF"


def test_jump_lines_are_jumps():
    assert states("# 甲市召开会议", "本报讯 " + BODY, "(下转第3版)", "# 乙市举行比赛", "本报讯 " + BODY) == "TBJTB"
    assert states("# 甲市召开会议", "(上接第1版)", BODY) == "TKB"


def test_a_digest_stands_before_the_text():
    assert (
        states(
            "# 甲市召开会议",
            "阅读提示",
            "会议讨论了职工之家建设、困难职工帮扶和技能培训三件事。",
            "本报记者 张三",
            BODY,
        )
        == "TGGYB"
    )


def test_a_copy_of_a_line_is_furniture():
    assert states("# 甲市召开会议", "本报讯 " + BODY, MORE, MORE) == "TBBF"


def test_a_copy_of_a_part_of_a_line_is_furniture():
    assert states("# 甲市召开会议", "本报讯 " + BODY, MORE, MORE[: len(MORE) // 2]) == "TBBF"


def test_no_sentence_of_a_text_is_left_out_of_the_articles() -> None:
    told = [f"第{n}段说的是第{n}件事，和别的都不一样。" for n in range(1, 20)]
    page = parse_page("\n\n".join(["# 大事记", "本报讯 下面一件一件地说。", *told]))
    assert [block.text for block in page.furniture] == []
    assert sum(block.text in told for article in page.articles for block in article.blocks) == len(told)
