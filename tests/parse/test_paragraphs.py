"""Lines become paragraphs."""

from __future__ import annotations

from paperterm.model import Block
from paperterm.parse import parse_page
from paperterm.parse.articles import Draft, Item
from paperterm.parse.lines import read_lines
from paperterm.parse.paragraphs import blocks
from paperterm.parse.surroundings import look_all

HEAD = "# 某市召开会议\n\n本报讯(记者张三)会议开得很好，大家都说了话，也听了别人的话。\n\n"


LONG = "会议强调，今年以来，各级工会围绕中心、服务大局，做了大量的工作，受到职工的欢迎，今后还"


def bodies(text: str) -> list[str]:
    return [b.text for b in running(text) if b.role == "body"][1:]


def running(text: str) -> list[Block]:
    (article,) = parse_page(HEAD + text).articles
    return [b for b in article.blocks if b.role != "headline"]


def test_a_sentence_cut_by_a_columns_end_is_one_paragraph():
    assert bodies(f"{LONG}要认真抓好各项工作的落\n\n实，取得更大的成效。") == [
        f"{LONG}要认真抓好各项工作的落实，取得更大的成效。"
    ]


def test_a_paragraph_in_three_pieces_keeps_its_lines():
    found = running(f"{LONG}要认真抓好落\n\n实，取得成效，{LONG}让每一位职工\n\n感到满意，也让家人放心。")
    assert found[-1].lines == (5, 7, 9)


def test_a_full_stop_ends_a_paragraph():
    assert len(bodies("会议强调，要认真抓好各项工作。\n\n与会者还参观了展览，听了介绍。")) == 2


def test_a_quotation_that_ends_ends_a_paragraph():
    assert len(bodies("他说：“要认真抓好各项工作。”\n\n与会者还参观了展览，听了介绍。")) == 2


def test_a_numbered_paragraph_begins_anew():
    assert len(bodies(f"{LONG}要办好以下几项，一项也不能少\n\n（一）认真抓好各项工作的落实。")) == 2


def test_an_announced_list_is_no_continuation():
    assert len(bodies("会议确定的任务有以下几项，请大家务必要办好：\n\n认真抓好各项工作的落实，不能马虎。")) == 2


def test_latin_words_keep_a_space_between_them():
    (paragraph,) = bodies(f"{LONG}宣读了这家公司的英文名称China\n\nRailway，今年成立已经三十年了。")
    assert "China Railway" in paragraph


def set_as_body(lines: list[str]) -> list[str]:
    """The paragraphs of lines that are all known to be running text."""
    draft = Draft(running=[Item(t, "B") for t in look_all(read_lines("\n".join(lines)))])
    return [block.text for block in blocks(draft)]


def test_verse_keeps_its_lines():
    verse = ["春天来了", "燕子衔泥飞过屋檐", "河水涨了，没过石阶", "渡船在远远的柳树边", "一声号子"]
    assert set_as_body(verse) == verse


def test_verse_of_even_lines_ends_each_where_one_pauses():
    verse = [
        "海风把码头吹得很轻，",
        "像一张晒干的渔网。",
        "谁把铁锚抛进黄昏，",
        "整个港口都在摇晃。",
        "我是缆桩上的绳痕，",
    ]
    assert set_as_body(verse) == verse


def test_a_list_of_names_keeps_its_lines():
    names = ["张三 李四 王五", "赵六 孙七", "周八 吴九 郑十 冯一", "陈二 褚三"]
    assert set_as_body(names) == names


def test_prose_printed_line_by_line_is_one_paragraph():
    prose = [
        "会议强调，要认真抓好工作",
        "的落实，要把工作做到职工",
        "的心里，让职工都感到满意",
        "，也让他们的家人放心。",
    ]
    assert set_as_body(prose) == ["".join(prose)]


def test_rows_of_a_table_stay_rows():
    rows = [
        "姓名 | 单位 | 工种以及从事这个工种的年数和名次",
        "张三 | 机床厂 | 车工，从事了二十多年，第一名",
        "李四 | 纺织厂 | 挡车工，从事了十多年，第二名",
    ]
    assert bodies("\n\n".join(rows)) == rows


def test_a_jump_mark_ends_its_paragraph():
    found = running("会议强调，要认真抓好各项工作的落实，让职工\n(下转第3版)")
    assert [b.role for b in found][-2:] == ["body", "jump"]


def test_title_parts_come_first_wherever_they_stand():
    lines = (
        "# 某市召开会议",
        "会议开得很好，大家都说了话，也听了别人的话，都觉得有收获。",
        "与会者还参观了展览，听了介绍，并同代表座谈，会议持续了两天时间。",
        "(记者 张三)",
        "# 甲市召开会议",
        "本报讯 某市总工会日前召开会议，研究部署下一阶段的工作任务，要求各级工会认真抓好落实。",
    )
    article, _ = parse_page("\n\n".join(lines)).articles
    assert [b.role for b in article.blocks] == ["headline", "byline", "body", "body"]
    assert article.byline == ("张三",)


def test_markup_torn_by_a_lines_end_is_not_joined():
    assert len(bodies(f"{LONG}要认真抓好落<!--\n\n-->实，取得更大的成效，{LONG}办好。")) == 2


def test_a_very_long_poem_is_set_all_the_same():
    lines = [f"第{n}行" + "诗" * (n % 7) for n in range(5000)]
    page = parse_page("\n".join(lines))
    assert sum(len(b.lines) for a in page.articles for b in a.blocks) + len(page.furniture) == 5000


def test_a_headline_of_bold_lines_is_one():
    lines = look_all(read_lines("**锚定目标不放松**\n\n**推动县域经济谋新篇**"))
    (headline,) = blocks(Draft(titles=[Item(t, state) for t, state in zip(lines, "TU", strict=True)]))
    assert (headline.role, headline.lines) == ("headline", (1, 3))
