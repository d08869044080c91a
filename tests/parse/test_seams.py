"""How well one piece of text follows another."""

from __future__ import annotations

from paperterm.parse.articles import Item
from paperterm.parse.lines import read_lines
from paperterm.parse.pieces import piece
from paperterm.parse.seams import Seams
from paperterm.parse.surroundings import look_all

WHOLE = "青瓷小镇的窑火今年烧得更旺，全镇有陶瓷作坊三百家。"
CUT = "老窑工带着学徒拉坯、修坯、上釉，一件一件地教，陶"
REST = "瓷作坊的灯亮到半夜，学徒一个也没有走。"


def items(*texts: str, state: str = "B") -> list[Item]:
    return [Item(t, state) for t in look_all(read_lines("\n\n".join(texts)))]


def seams(*texts: str, starts: tuple[int, ...] = ()) -> Seams:
    return Seams([piece([item]) for item in items(*texts)], starts)


def test_the_order_of_the_file_is_the_prior():
    found = seams(WHOLE, WHOLE, WHOLE)
    assert found.link((), 0, 1) > found.link((), 0, 2) > found.link((), 2, 0)


def test_where_the_page_begins_an_article_the_order_of_the_file_says_less():
    assert seams(WHOLE, WHOLE, starts=(1,)).link((), 0, 1) < seams(WHOLE, WHOLE).link((), 0, 1)


def test_a_cut_word_finds_its_other_half():
    found = seams(CUT, "海湾里的珊瑚白化了，潜水员一次次下潜。", WHOLE, REST)
    assert found.link((), 0, 3) > found.link((), 0, 2)


def test_a_sentence_that_is_not_over_wants_the_rest_of_one():
    found = seams(CUT, WHOLE, "，学徒六百名。")
    assert found.link((), 0, 2) > found.link((), 1, 2)


def test_a_quotation_that_is_not_over_wants_its_end():
    found = seams(WHOLE + "他说：“窑火不能断", WHOLE, "“我们都守着”，学徒说。", "手艺也不能断”，他又说。")
    assert found.link((), 0, 3) > found.link((), 0, 2)


def test_a_dateline_follows_nothing():
    found = seams(WHOLE, WHOLE, "本报讯(记者张三)" + WHOLE)
    assert found.link((), 0, 2) < -50


def test_nothing_follows_a_jump():
    found = seams(WHOLE + "(下转第3版)", WHOLE, WHOLE)
    assert found.link((), 0, 2) < found.link((), 1, 2)


def test_a_headline_wants_a_text_and_a_text_a_headline():
    found = seams(WHOLE)
    title = items("# 青瓷小镇窑火旺", state="T")
    assert found.link(title, None, None) < 0 == found.link((), None, None)
    assert found.link((), None, 0) < found.link(title, None, 0)


def test_a_byline_is_no_text():
    byline = Seams([piece(items("本报记者 张三", state="Y"))])
    title = items("# 青瓷小镇窑火旺", state="T")
    assert byline.link(title, 0, None) < byline.link(title, None, None)


def test_a_run_in_headline_stands_at_the_beginning():
    (headed,) = items("●青瓷小镇窑火旺。" + WHOLE)
    headed.begin = 9
    found = Seams([piece(items(WHOLE)), piece([headed])])
    assert found.link((), 0, 1) < -50 < found.link((), None, 1)
