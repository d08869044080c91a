"""What OCR tore apart is put together again."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from paperterm.model import Article
from paperterm.parse import parse_page
from paperterm.parse.articles import Draft, drafts
from paperterm.parse.lines import read_lines
from paperterm.parse.repair import mend
from paperterm.parse.surroundings import look_all

POTTERY = [
    "本报讯(记者张三)青瓷小镇的窑火今年烧得更旺，全镇有陶瓷作坊三百家，学徒六百名。",
    "青瓷小镇把陶瓷作坊当作课堂，老窑工带着学徒拉坯、修坯、上釉，一件一件地教。",
    "镇里说，窑火不能断，陶瓷手艺要一代一代传下去，青瓷小镇才有明天。",
]
RAILWAY = [
    "本报讯(记者李四)高原铁路的养路工清晨出发，沿着钢轨检查道钉，一天走二十公里。",
    "海拔四千米的高原铁路上，养路工老马干了三十年，钢轨的每个接头他都摸过。",
    "老马说，钢轨安稳，高原铁路上的旅客才安稳，养路工就心安。",
]


def articles(*lines: str) -> list[Article]:
    return list(parse_page("\n\n".join(lines)).articles)


def body(article: Article) -> str:
    return "".join(b.text for b in article.blocks if b.role == "body")


def drafted(*lines: tuple[str, str]) -> list[Draft]:
    """The drafts that lines with these states make."""
    traits = look_all(read_lines("\n\n".join(text for _, text in lines)))
    return drafts(traits, "".join(state for state, _ in lines))[0]


def mended(*lines: tuple[str, str]) -> list[tuple[str, str]]:
    """Headline and text of the articles that are made of them."""
    joined = "".join
    return [
        (joined(t.text for t in draft.titles), joined(t.text for t in draft.body)) for draft in mend(drafted(*lines))
    ]


def test_a_text_goes_to_the_headline_it_speaks_of():
    pottery, railway = articles(
        *("老手艺有了新课堂", "# 青瓷小镇窑火旺"),
        *("钢轨上的三十年", "# 高原铁路养路工", *RAILWAY),
        *("本报记者 张三", *POTTERY[1:]),
    )
    assert pottery.headline == "青瓷小镇窑火旺" and "老窑工" in body(pottery) and pottery.byline == ("张三",)
    assert str(railway.headline).endswith("高原铁路养路工") and "老马" in body(railway) and "窑" not in body(railway)


def test_the_end_of_an_article_goes_to_a_headline_without_text():
    railway, pottery = articles(
        "# 高原铁路养路工", *RAILWAY, "的青瓷小镇里，" + POTTERY[1], POTTERY[2], "# 青瓷小镇窑火旺"
    )
    assert "窑" not in body(railway)
    assert "老窑工" in body(pottery) and "窑火不能断" in body(pottery)


def test_a_displaced_opening_goes_back_to_its_front():
    pottery, railway = articles(
        "# 青瓷小镇窑火旺",
        "，学徒六百名。",
        *POTTERY[1:],
        "# 高原铁路养路工",
        *RAILWAY,
        "编者按：青瓷小镇的窑火烧了八百年，今天起本报讲它的故事。",
        "本报记者 张三",
        POTTERY[0].removeprefix("本报讯(记者张三)"),
    )
    roles = [b.role for b in pottery.blocks]
    assert roles[:3] == ["headline", "digest", "byline"]
    assert body(pottery).startswith("青瓷小镇的窑火今年烧得更旺")
    assert "窑" not in body(railway)


def test_a_text_that_fits_no_headline_stays_alone():
    found = articles(
        "# 高原铁路养路工",
        *RAILWAY,
        "(下转第3版)",
        "本报讯(记者王五)海洋里的珊瑚正在变白，潜水员一次次下潜。",
        "珊瑚礁需要保护。",
    )
    assert len(found) == 2
    assert found[1].headline is None and found[1].byline == ("王五",)


# What else stands on the page.
ELSEWHERE = (
    *("# 珊瑚礁迎来新苗", "本报讯(记者王五)潜水员昨日在海湾种下八百株珊瑚苗，白化的珊瑚礁有了新的颜色，鱼群回来了。"),
    "海洋站的潜水员每月下潜两次，给珊瑚苗量身高，数一数鱼群，再把数字报给渔民。",
    *(
        "# 社区图书馆夜里亮灯",
        "本报讯(记者赵六)社区图书馆从本月起开到夜里十点，借书的居民排起了长队，读书会也多了三场。",
    ),
    "居民老陈下班后来图书馆借书，他说灯亮着，心里就踏实，读书会他一场也没有落下。",
)
# One paragraph of each story that a column's end cuts in two, in the midst of a sentence.
POTTERY_TOP, POTTERY_REST = (
    POTTERY[1] + "课堂就设在窑火旁，青瓷小镇的学徒白天拉坯，夜",
    "里守窑，一年才能出师。" + POTTERY[2],
)
RAILWAY_TOP, RAILWAY_REST = (
    RAILWAY[1] + "养路工的高原铁路日记写了十本，每一根钢轨的病",
    "害都记在上面，从不落下。" + RAILWAY[2],
)
POTTERY_BODY = POTTERY[0] + POTTERY_TOP + POTTERY_REST
RAILWAY_BODY = RAILWAY[0] + RAILWAY_TOP + RAILWAY_REST


def test_two_stories_whose_columns_were_read_in_turn_are_told_apart():
    pottery, railway, *_ = articles(
        *("# 青瓷小镇窑火旺", POTTERY[0], POTTERY_TOP),
        *("# 高原铁路养路工", RAILWAY[0], RAILWAY_TOP),
        *(POTTERY_REST, RAILWAY_REST),
        *ELSEWHERE,
    )
    assert body(pottery) == POTTERY_BODY
    assert body(railway) == RAILWAY_BODY


def test_a_column_read_behind_the_article_that_follows_goes_back():
    pottery, railway, *_ = articles(
        *("# 青瓷小镇窑火旺", POTTERY[0], POTTERY_TOP),
        *("# 高原铁路养路工", *RAILWAY),
        POTTERY_REST,
        *ELSEWHERE,
    )
    assert body(pottery) == POTTERY_BODY
    assert body(railway) == "".join(RAILWAY)


def test_a_headline_read_in_the_midst_of_its_text_gets_the_part_above_it():
    railway, pottery = articles(
        *("# 高原铁路养路工", *RAILWAY), POTTERY[0], POTTERY_TOP, "# 青瓷小镇窑火旺", POTTERY_REST
    )
    assert body(pottery) == POTTERY_BODY
    assert body(railway) == "".join(RAILWAY)


def test_a_headline_read_behind_its_text_gets_it():
    pottery, railway = articles(*POTTERY, "# 青瓷小镇窑火旺", "# 高原铁路养路工", *RAILWAY)
    assert (pottery.headline, railway.headline) == ("青瓷小镇窑火旺", "高原铁路养路工")
    assert body(pottery) == "".join(POTTERY)


def test_two_headlines_read_one_upon_the_other_get_a_text_each():
    pottery, railway = articles("# 青瓷小镇窑火旺", "# 高原铁路养路工", *POTTERY, *RAILWAY)
    assert (pottery.headline, railway.headline) == ("青瓷小镇窑火旺", "高原铁路养路工")
    assert body(pottery) == "".join(POTTERY) and body(railway) == "".join(RAILWAY)


def test_a_story_goes_on_behind_a_photo_read_in_its_midst():
    pottery, photo = articles(
        *("# 青瓷小镇窑火旺", POTTERY[0], POTTERY_TOP),
        *("# 春到湿地", "近日，白鹭在湿地公园的浅水里觅食。 王五摄"),
        POTTERY_REST,
    )
    assert body(pottery) == POTTERY_BODY
    assert photo.headline == "春到湿地" and "窑" not in body(photo)


def test_a_text_with_a_dateline_of_its_own_is_never_the_rest_of_another():
    more = "本报讯(记者王五)青瓷小镇的陶瓷作坊昨日迎来一批学徒，老窑工教他们拉坯、上釉，窑火通明。"
    found = articles("# 青瓷小镇窑火旺", *POTTERY, "(下转第3版)", more, "# 高原铁路养路工", *RAILWAY)
    assert [body(a) for a in found] == ["".join(POTTERY), more, "".join(RAILWAY)]


def test_a_continuation_stays_by_itself():
    rest = "(上接第1版)青瓷小镇的老窑工带着学徒拉坯、上釉，陶瓷作坊的窑火不能断。"
    found = articles("# 青瓷小镇窑火旺", *POTTERY, "# 高原铁路养路工", "# 某地举行比赛", *RAILWAY, rest)
    assert found[-1].kind == "continuation" and body(found[-1]) == rest


def test_a_page_with_nothing_torn_stays_as_it_is():
    paragraph = "青瓷小镇的老窑工也来到高原铁路，给养路工们讲陶瓷作坊的故事，讲了一整天。"
    pottery, railway = articles("# 青瓷小镇窑火旺", *POTTERY, "# 高原铁路养路工", *RAILWAY, paragraph)
    assert body(pottery) == "".join(POTTERY)
    assert body(railway) == "".join([*RAILWAY, paragraph])


@settings(max_examples=60, deadline=None)
@given(
    st.permutations(
        [
            "# 青瓷小镇窑火旺",
            "## 高原铁路养路工",
            "本报记者 张三",
            "近日，白鹭觅食。 王五摄",
            "(上接第1版)",
            "，学徒六百名",
            *POTTERY,
            *RAILWAY,
        ]
    )
)
def test_no_line_is_lost_or_doubled_however_a_page_is_shuffled(lines):
    page = parse_page("\n\n".join(lines))
    numbers = [n for article in page.articles for block in article.blocks for n in block.lines]
    numbers += [n for block in page.furniture for n in block.lines]
    assert sorted(set(numbers)) == list(range(1, 2 * len(lines), 2))
    assert page == parse_page("\n\n".join(lines))


def test_a_slogan_before_another_story_goes_back_to_the_story_it_is_quoted_in():
    slogan = "聚焦传统手艺 守护古镇窑火"
    quoted = "镇里开展“聚焦传统手艺、守护古镇窑火”活动，人人参加。"
    pottery = ("T", "青瓷小镇窑火旺"), *(("B", text) for text in (*POTTERY, quoted))
    railway = ("P", slogan), ("U", "高原铁路养路工"), *(("B", text) for text in RAILWAY)
    one, two = mend(drafted(*pottery, *railway))
    assert [item.text for item in one.columns] == [slogan]
    assert [item.text for item in two.titles] == ["高原铁路养路工"]


def test_headlines_without_any_text_join_the_block_behind_them():
    (article,) = articles("# 高原铁路上的三十年——", "# 养路工老马的故事", *RAILWAY)
    assert article.kicker == "高原铁路上的三十年——" and article.headline == "养路工老马的故事"


def test_a_page_of_more_articles_than_a_newspaper_has_stays_in_its_order():
    found = articles(
        *(
            line
            for n in range(250)
            for line in (f"# 第{n}号题目在这里", f"本报讯 第{n}条消息的正文写在这里，写了一句话。")
        )
    )
    assert [a.headline for a in found][:240] == [f"第{n}号题目在这里" for n in range(240)]


CAPTION = "9月21日，村民在晒场上翻晒新收的稻谷。今年以来，该县粮食生产喜获丰收。"


def test_a_photos_title_may_stand_between_caption_and_credit():
    pottery, photo, railway = articles(
        *("# 青瓷小镇窑火旺", *POTTERY), *(CAPTION, "# 晒场金黄", "本报记者 王五 摄"), *("# 高原铁路养路工", *RAILWAY)
    )
    assert photo.headline == "晒场金黄" and photo.kind == "photo" and photo.byline == ("王五",)
    assert body(photo) == CAPTION and body(pottery) == "".join(POTTERY) and body(railway) == "".join(RAILWAY)


def test_the_end_of_a_text_is_no_caption_of_the_photo_below_it():
    pottery, photo = articles(
        *("# 青瓷小镇窑火旺", *POTTERY), *("# 晒场金黄", "村民在晒场上翻晒稻谷。", "本报记者 王五 摄")
    )
    assert body(pottery) == "".join(POTTERY)
    assert photo.headline == "晒场金黄" and body(photo) == "村民在晒场上翻晒稻谷。"


BRIEFS = (
    "▲青瓷小镇的陶瓷作坊本月赶制茶碗四万只，已经分送各乡供销社。",
    "▲高原铁路的养路工上周换下旧枕木三百根，钢轨全部检查一遍。",
    "▲社区图书馆为居民修补旧书二百本。",
)


def test_news_in_brief_behind_bullets_stays_by_itself():
    pottery = ("T", "青瓷小镇窑火旺"), ("B", POTTERY[0]), ("B", POTTERY[1] + "老窑工说，")
    railway = ("T", "高原铁路养路工"), ("B", RAILWAY[0]), ("B", RAILWAY[1])
    found = mended(*pottery, *railway, *(("b", brief) for brief in BRIEFS))
    assert found[2:] == [("", brief) for brief in BRIEFS]


def test_headlines_that_are_all_the_news_get_no_text():
    titles = ["● 珊瑚礁迎来新苗", "● 社区图书馆夜里亮灯", "● 青瓷小镇开窑"]
    found = mended(*(("T", title) for title in titles), *(("b", text) for text in POTTERY), ("T", "高原铁路"))
    assert [found[n] for n in range(3)] == [(title, "") for title in titles]


def test_what_the_editors_say_above_a_headline_belongs_to_it():
    first, second = articles(
        *("编者按：青瓷小镇的窑火烧了八百年，今天起本报讲它的故事。", "# 青瓷小镇窑火旺", *POTTERY),
        *("# 高原铁路养路工", *RAILWAY),
    )
    assert first.headline == "青瓷小镇窑火旺" and "digest" in [b.role for b in first.blocks]
    assert second.headline == "高原铁路养路工"
