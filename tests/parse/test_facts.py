"""What an article says about itself."""

from __future__ import annotations

import pytest

from paperterm.model import Article, Block
from paperterm.parse import parse_page
from paperterm.parse.jump_marks import JumpMark, jump_marks

TEXT = "某市总工会日前召开会议，研究部署下一阶段的工作任务，要求各级工会认真抓好落实。"


def article(*lines: str) -> Article:
    (found,) = parse_page("\n\n".join(("# 某市召开会议讨论工作", *lines))).articles
    return found


@pytest.mark.parametrize(
    ("opening", "agency", "place", "filed", "byline"),
    [
        ("本报讯(记者张三 李四 通讯员王五)", "本报", None, None, ("张三", "李四", "王五")),
        ("本报讯（张三 李四）", "本报", None, None, ("张三", "李四")),
        ("本报讯 记者张三报道：", "本报", None, None, ("张三",)),
        ("本报讯 记者张三 通讯员李四 ", "本报", None, None, ("张三", "李四")),
        ("本报讯（特派记者 张三）", "本报", None, None, ("张三",)),
        ("本报布鲁塞尔9月18日电（驻比利时记者张三）", "本报", "布鲁塞尔", "09-18", ("张三",)),
        ("本报记者张三报道：", "本报", None, None, ("张三",)),
        ("本报北京3月24日电 (记者张三)", "本报", "北京", "03-24", ("张三",)),
        ("本报合肥18日电 ", "本报", "合肥", None, ()),
        ("新华社北京10月19日电 ", "新华社", "北京", "10-19", ()),
        ("新华社北京２０２５年３月２４日电 ", "新华社", "北京", "03-24", ()),
        ("新华社联合国十月十九日电 ", "新华社", "联合国", "10-19", ()),
        ("据新华社北京电 ", "新华社", "北京", None, ()),
        ("【新华社重庆十四日电】", "新华社", "重庆", None, ()),
        ("【本報訊】記者張三報道 ", "本報", None, None, ("張三",)),
        ("【本報記者張三香港七日電】", "本報", "香港", None, ("張三",)),
        ("【明報專訊】", "明報", None, None, ()),
        ("香港文匯報訊（記者張三 北京報道）", "香港文匯報", "北京", None, ("張三",)),
        ("【記者張三／台北報導】", None, "台北", None, ("張三",)),
        ("〔記者張三／嘉義報導〕", None, "嘉義", None, ("張三",)),
        ("【特訊】", None, None, None, ()),
        ("中新社3月8日電 ", "中新社", None, "03-08", ()),
        ("（记者 张三）", None, None, None, ("张三",)),
    ],
)
def test_a_dateline_tells_agency_place_day_and_names(opening, agency, place, filed, byline):
    found = article(opening + TEXT)
    assert (found.agency, found.place, found.filed, found.byline) == (agency, place, filed, byline)


def test_a_day_alone_is_of_the_pages_month():
    page = parse_page("2024年10月23日 星期三\n\n# 某市召开会议\n\n本报合肥18日电 " + TEXT)
    assert page.articles[0].filed == "10-18"


@pytest.mark.parametrize(
    ("closing", "agency", "place", "filed", "byline"),
    [
        ("(新华社北京10月21日电)", "新华社", "北京", "10-21", ()),
        ("（据新华社北京电 记者张三、李四）", "新华社", "北京", None, ("张三", "李四")),
        ("(本报记者 张三)", "本报", None, None, ("张三",)),
    ],
)
def test_an_article_may_be_signed_at_its_end(closing, agency, place, filed, byline):
    found = article(TEXT, "会议还听取了各方面的意见。", closing)
    assert (found.agency, found.place, found.filed, found.byline) == (agency, place, filed, byline)


def test_names_behind_the_last_sentence_sign_it():
    assert article(
        TEXT, "会议还听取了各方面的意见，作出了决定，与会者纷纷表示要抓好落实，不负众望。（记者 张三）"
    ).byline == ("张三",)


def test_a_byline_names_its_house():
    found = article("新华社记者 张三 李四", TEXT)
    assert found.agency == "新华社" and found.byline == ("张三", "李四")


@pytest.mark.parametrize(
    ("mark", "page"),
    [
        ("(下转第3版)", 3),
        ("(下转第三版)", 3),
        ("下转A3版", 3),
        ("转2版", 2),
        ("下转第４版", 4),
        ("（下轉第十二版）", 12),
        ("紧接第二版", 2),
        ("（文转第三版）", 3),
        ("(下转第3、4版)", 3),
        ("（紧转第3版）", 3),
        ("（全文见第3版）", 3),
    ],
)
def test_a_mark_at_the_end_says_where_it_goes_on(mark, page):
    found = article(TEXT, mark)
    assert (found.jump_to, found.jump_from, found.kind) == (page, None, "story")


@pytest.mark.parametrize(
    ("mark", "page"),
    [
        ("(上接第1版)", 1),
        ("◀ 上接 A01 版", 1),
        ("(上接A1版)", 1),
        ("【上接第一版】", 1),
        ("紧接第二版", 2),
        ("（接第1版）", 1),
        ("（接1版）", 1),
        ("（文接第一版）", 1),
        ("《老旧电梯换新记》上接第1版", 1),
        ("（上接第1版《老旧电梯换新记》）", 1),
    ],
)
def test_a_mark_at_the_beginning_says_where_it_comes_from(mark, page):
    found = article(mark, TEXT)
    assert (found.jump_to, found.jump_from, found.kind) == (None, page, "continuation")


@pytest.mark.parametrize(
    "mark", ["(下转第3版)", "（文转第三版）", "（紧转第3版）", "(下转第3、4版)", "（全文见第3版）"]
)
def test_a_mark_within_the_last_line_counts(mark):
    assert article(TEXT + "要让每一位职工" + mark).jump_to == 3


@pytest.mark.parametrize("mark", ["(上接第1版)", "（接1版）", "（文接第一版）", "《老旧电梯换新记》上接第1版"])
def test_a_mark_before_the_first_word_counts(mark):
    assert article(mark + "位职工都满意。" + TEXT).jump_from == 1


@pytest.mark.parametrize("pointer", ["(相关报道见第5版)", "(《条例》全文见第3版)", "(详见第4版)"])
def test_a_pointer_is_no_jump(pointer):
    assert article(TEXT + pointer).jump_to is None


def test_a_mark_says_where_it_stands_which_way_it_points_and_which_headline_it_names():
    blocks = [
        Block("headline", "难题这样解", (1,)),
        Block("body", "《换新记》上接第1版 费用由居民分摊。", (2,)),
        Block("body", "每天上下楼。(下转第5版)", (3,)),
        Block("jump", "（文转第六版）", (4,)),
    ]
    assert list(jump_marks(blocks)) == [
        JumpMark(1, 0, 11, 1, False, "换新记"),
        JumpMark(2, 6, 13, 5, True),
        JumpMark(3, 0, 7, 6, True),
    ]


def test_a_short_text_with_a_credit_is_a_photo():
    (found,) = parse_page(
        "### 爱心体检\n\n4月6日，医护人员为一名快递员测量血压。当日，某市开展免费体检活动。 本报通讯员 张三 摄"
    ).articles
    assert (found.kind, found.agency, found.byline) == ("photo", "本报", ("张三",))


def test_a_news_item_with_a_credited_photo_stays_a_story():
    assert article("本报讯(记者张三)" + TEXT, "李四 摄").kind == "story"


def test_a_brief_may_be_signed_behind_its_last_sentence():
    assert article("候车座椅今增六十个。(田甜)").byline == ("田甜",)
