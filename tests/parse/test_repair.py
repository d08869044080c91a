"""What OCR tore apart is put together again."""

from __future__ import annotations

from paperterm.model import Article
from paperterm.parse import parse_page

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


def test_a_text_goes_to_the_headline_it_speaks_of():
    pottery, railway = articles(
        *("老手艺有了新课堂", "# 青瓷小镇窑火旺"),
        *("钢轨上的三十年", "# 高原铁路养路工", *RAILWAY),
        *("本报记者 张三", *POTTERY[1:]),
    )
    assert pottery.headline == "青瓷小镇窑火旺" and "老窑工" in body(pottery) and pottery.byline == ("张三",)
    assert railway.headline == "高原铁路养路工" and "老马" in body(railway) and "窑" not in body(railway)


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
        "编者按：青瓷小镇的窑火",
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
        "本报记者 王五",
        "海洋里的珊瑚正在变白，潜水员一次次下潜。",
        "珊瑚礁需要保护。",
    )
    assert len(found) == 2
    assert found[1].headline is None and found[1].byline == ("王五",)


def test_a_slogan_before_another_story_goes_back_to_the_story_it_is_quoted_in():
    slogan = "聚焦传统手艺 守护古镇窑火"
    quoted = "镇里开展“聚焦传统手艺、守护古镇窑火”活动，人人参加。"
    pottery, railway = articles("# 青瓷小镇窑火旺", *POTTERY, quoted, slogan, "# 高原铁路养路工", *RAILWAY)
    assert pottery.column == slogan
    assert railway.headline == "高原铁路养路工"


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
    assert [a.headline for a in found] == [f"第{n}号题目在这里" for n in range(250)]
