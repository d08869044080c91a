"""Of a saved web page its article is read, and nothing of the site around it; no HTML does harm."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperterm.ingest.decode import Unreadable
from paperterm.ingest.forms import to_text
from paperterm.ingest.imprint import is_imprint
from paperterm.parse import parse_page
from paperterm.text.clean import visible

FIXTURES = Path(__file__).parent / "fixtures"
HTML = Path("page.html")
BODY = "昨天，海州市第二中学的操场上举行了一场特别的运动会，一百多名老人和孩子一起参加了比赛。"


def read(name: str) -> str:
    return to_text((FIXTURES / name).read_bytes(), FIXTURES / name)


def page_of(inside: str, head: str = "") -> str:
    return to_text(f"<!DOCTYPE html><html><head>{head}</head><body>{inside}</body></html>".encode(), HTML)


def test_headings_paragraphs_and_facts_of_the_article_are_kept_in_order() -> None:
    lines = [line for line in read("site.html").split("\n") if line]
    assert lines[:5] == [
        "海州日报 2024年05月17日",
        "### 海州机械厂百名青工下班不下课",
        "# 以技能点亮车间夜校",
        "## ——海州市职工素质提升一线见闻",
        "作者：周启明 何素云",
    ]
    assert lines[5].startswith("5月16日晚七点")
    assert "#### 课程由职工来点" in lines


def test_rows_of_a_table_stay_lines_one_below_another() -> None:
    assert "课程 | 课时\n数控编程 | 24\n精密测量 | 16\n" in read("site.html")


@pytest.mark.parametrize(
    "boilerplate",
    ["首页", "论坛", "时政", "版面导航", "脚本", "color", "上一篇", "吞吐量", "排行", "版权", "ICP"],
)
def test_nothing_of_the_site_around_the_article_is_kept(boilerplate: str) -> None:
    assert boilerplate in (FIXTURES / "site.html").read_text("utf-8")
    assert boilerplate not in read("site.html")


def test_the_parser_reads_paper_date_and_author_of_a_site() -> None:
    page = parse_page(read("site.html"))
    assert (page.issue.paper, page.issue.date) == ("海州日报", "2024-05-17")
    assert page.articles[0].byline == ("周启明", "何素云")


def test_headlines_that_founders_system_states_are_used_though_the_page_hides_them() -> None:
    text = read("founder_gbk.html")
    assert "### 三年建设见成效\n\n# 老码头换了新模样\n\n## 海州港改造工程完工\n" in text
    assert text.startswith("海州日报 2011年03月08日 第03版\n")
    assert text.count("老码头换了新模样") == 1
    assert "版权" not in text


@pytest.mark.parametrize("declared,encoding", [("gb2312", "gb18030"), ("big5", "big5"), ("GBK", "gbk")])
def test_the_declared_encoding_is_honoured(declared: str, encoding: str) -> None:
    text = (
        f"<html><head><meta charset={declared}></head><body><h1>海港</h1><p>本埠消息，昨日下午三時。</p></body></html>"
    )
    assert to_text(text.encode(encoding), HTML) == "# 海港\n\n本埠消息，昨日下午三時。"


def test_a_wrongly_declared_encoding_does_not_spoil_utf8() -> None:
    text = f"<html><head><meta charset=gb2312></head><body><p>{BODY}</p></body></html>"
    assert BODY in to_text(text.encode(), HTML)


def test_a_title_that_is_not_shown_is_taken_from_the_head_without_the_sites_name() -> None:
    assert page_of(f"<p>{BODY}</p>", "<title>老少同乐运动会_海州网</title>") == f"# 老少同乐运动会\n\n{BODY}"


@pytest.mark.parametrize(
    "above",
    [
        "<h1>老少同乐</h1><h2>——二中运动会侧记</h2>",
        "<h3>操场上的一天</h3><h1>老少同乐</h1>",
        "<h3>操场上的一天</h3><h1>老少同乐</h1><h2>——二中运动会侧记</h2><h4>本版摄影 周启明</h4>",
    ],
)
@pytest.mark.parametrize(
    "facts",
    ["2024年05月17日 海州日报 第03版 作者：周启明", "2024年05月17日 海州日报 第03版", "《海州日报》2024-05-17 第A03版"],
)
def test_the_line_of_facts_is_read_behind_kicker_headline_and_deck(above: str, facts: str) -> None:
    text = page_of(f"<div id=content>{above}<div class=info>{facts}</div><p>{BODY}</p><p>{BODY}</p></div>")
    assert text.startswith("海州日报 2024年05月17日 第03版\n")
    assert text.count("2024") == 1


def test_a_line_like_one_of_facts_within_a_text_is_kept() -> None:
    line = "2024年05月17日 海州日报"
    assert line in page_of(f"<h1>运动会</h1><div><p>{BODY}</p><p>{line}</p><p>{BODY}</p><p>{BODY}</p></div>")


def test_a_page_number_and_a_date_beside_one_another_are_set_apart() -> None:
    facts = "<span>第A03版：要闻</span><span>2024年05月17日 星期五</span>"
    assert page_of(f"<h1>运动会</h1><div>{facts}</div><p>{BODY}</p>").startswith("2024年05月17日 第03版\n")


def test_words_in_elements_of_their_own_are_not_set_apart() -> None:
    assert f"海州{BODY}" in page_of(f"<h1>运动会</h1><p><span>海</span><span>州</span>{BODY}</p>")


def test_two_articles_side_by_side_are_both_kept() -> None:
    two = "".join(f"<div class=story><h2>{t}</h2><p>{BODY * n}</p></div>" for t, n in (("大会", 9), ("小会", 1)))
    text = page_of(f"<div>{two}</div>")
    assert "## 大会" in text
    assert "## 小会" in text


def test_a_page_without_prose_is_kept_whole() -> None:
    assert page_of("<h2>今日要目</h2><p>一版 要闻</p>") == "## 今日要目\n\n一版 要闻"


def test_a_page_that_calls_everything_a_sidebar_is_still_read() -> None:
    assert BODY in page_of(f"<div class=sidebar><p>{BODY}</p></div>")


def test_a_page_without_text_is_refused_with_what_to_do() -> None:
    with pytest.raises(Unreadable, match="save it from the browser"):
        page_of("<script>render()</script><div id=app></div>")


@pytest.mark.parametrize(
    "hostile",
    [
        "<img src=x onerror=alert(1)>",
        "<svg><text>alert(1)</text></svg>",
        "<script>alert(1)",
    ],
)
def test_no_script_becomes_text(hostile: str) -> None:
    assert "alert" not in page_of(f"<h1>运动会</h1><p>{BODY}</p>{hostile}")


def test_control_characters_never_come_through() -> None:
    text = page_of(f"<h1>运动\x1b[31m会\x00\x08</h1><p>&#27;[2J\u202e{BODY}\x9b</p>")
    assert text == visible(text)
    assert "\x1b" not in text


def test_ten_megabytes_of_nested_elements_are_refused() -> None:
    with pytest.raises(Unreadable, match="nested"):
        page_of("<div>" * 2_000_000 + BODY)


def test_a_hundred_thousand_attributes_of_one_element_are_read() -> None:
    assert BODY in page_of("<p " + " ".join(f"a{n}=1" for n in range(100_000)) + f">{BODY}</p>")


def test_entities_that_a_document_type_declares_are_not_expanded() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "炸弹炸弹"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    text = to_text(f"{bomb}<html><body><h1>题</h1><p>{BODY}&b;&f;</p></body></html>".encode(), HTML)
    assert "炸弹炸弹炸弹" not in text
    assert "root:" not in text


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<td>", "</div>", "<a>", "<h1>", "<br/>", "<!--", "-->", "报，", "<", ">", "&#x"]
        ),
        max_size=40,
    )
)
def test_any_html_gives_text_or_a_sentence(pieces: list[str]) -> None:
    try:
        text = page_of("".join(pieces))
    except Unreadable as reason:
        assert str(reason).endswith(".")
    else:
        assert text.strip()


@pytest.mark.parametrize(
    "line,facts",
    [
        ("2024-05-17 08:30 来源：海州日报", True),
        ("《海州日报》（2024年05月17日 第 03 版）", True),
        ("2024年5月17日，海州市总工会举行技能比赛，二百人参加", False),
        ("产业工人队伍建设改革工作推进会召开", False),
    ],
)
def test_a_line_of_facts_is_told_from_prose(line: str, facts: bool) -> None:
    assert is_imprint(line) is facts


@pytest.mark.parametrize(
    "line,kept",
    [
        ("更多职工走进课堂", True),
        ("返回家乡办工厂", True),
        ("更多>>", False),
        ("放大 缩小 默认", False),
        ("上一篇：大会", False),
    ],
)
def test_words_of_sites_are_dropped_only_where_they_stand_alone(line: str, kept: bool) -> None:
    assert (line in page_of(f"<h1>运动会</h1><div><p>{BODY}</p><p>{line}</p><p>{BODY}</p></div>")) is kept
