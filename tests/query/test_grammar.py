from __future__ import annotations

import pytest
from hypothesis import given, settings

from paperterm.query import FIELDS, And, Field, Not, Or, Query, QueryError, Term, parse_query
from paperterm.text.fold import fold
from tests.query.odd import ODD, trees, widened, written


def root(text):
    return parse_query(text).root


def term(text, needle=None):
    return Term(text, needle or text)


def test_words_beside_each_other_must_all_stand():
    assert root("产改 工匠") == root("产改 AND 工匠") == And((term("产改"), term("工匠")))


@pytest.mark.parametrize("query", ["产改 OR 工匠", "产改|工匠", "产改 ｜ 工匠", "产改 ＯＲ 工匠", "（产改　OR　工匠）"])
def test_or_has_several_spellings(query):
    assert root(query) == Or((term("产改"), term("工匠")))


@pytest.mark.parametrize("query", ["-足球", "－足球", "NOT 足球", "- 足球", "NOT NOT -足球", "-（足球）"])
def test_not_has_several_spellings(query):
    assert root(query) == Not(term("足球"))


def test_or_binds_less_than_words_beside_each_other():
    assert root("a b OR c") == Or((And((term("a"), term("b"))), term("c")))
    assert root("a (b OR c)") == And((term("a"), Or((term("b"), term("c")))))


@pytest.mark.parametrize("query", ['"技能 人才"', "“技能 人才”", "「技能 人才」", "『技能　人才』", "＂技能 人才＂"])
def test_a_quoted_phrase_is_one_term(query):
    assert root(query).needle == "技能人才"


def test_signs_inside_quotes_and_words_are_text():
    assert root('"a OR (b"') == term("a OR (b", "a or (b")
    assert root("2023-09-07 词") == And((term("2023-09-07"), term("词")))
    assert root("or") == term("or")


@pytest.mark.parametrize("sign", ["~", "～"])
def test_a_tilde_behind_a_word_lets_one_character_be_wrong(sign):
    assert root(f"产业工人{sign}") == Term("产业工人", "产业工人", fuzzy=True)
    assert root(f'"产业工人{sign}"') == term(f"产业工人{sign}", "产业工人~")
    with pytest.raises(QueryError, match="too short") as error:
        root(f"改革 工匠{sign} 桥")
    assert error.value.suggestion == "改革 工匠 桥"


@pytest.mark.parametrize("word", ["http://www.worker.cn", "比分3:2", ":产改", "说：好", "时间:下午", "a:b:c"])
def test_a_colon_after_no_field_name_is_text(word):
    assert isinstance(root(word), Term)


def test_every_field_is_known_by_every_name_in_any_width_and_script():
    for declaration in FIELDS:
        value = declaration.example.partition(":")[2]
        for name in declaration.names:
            wide = "".join(chr(ord(c) + 0xFEE0) if c.isascii() else c for c in name.upper())
            for query in (f"{name}:{value}", f"{wide}：{value}", f"{name}：“{value}”"):
                assert root(query).name == declaration.id
    assert root("標題:产改") == Field("title", "产改")


def test_every_example_in_the_table_is_a_query():
    for declaration in FIELDS:
        assert parse_query(declaration.example).root.name == declaration.id


def test_what_only_the_notebook_knows_is_named():
    query = parse_query("产改 标签:工会 -（有:书签 OR has:note）")
    assert query.outside() == {("tag", "工会"), ("has", "bookmark"), ("has", "note")}


def test_terms_are_the_positive_ones_in_order_once_each():
    assert parse_query("产改 （工匠 OR 产改） -足球 标题:x “技能 人才”").terms() == ("产改", "工匠", "技能 人才")


@pytest.mark.parametrize(
    ("query", "required"),
    [
        ("产改 工匠", ("产改", "工匠")),
        ("產改", ("产改",)),
        ("“技能 人才”", ("技能人才",)),
        ("产改 OR 工匠", ()),
        ("（产改 工匠） OR 工匠精神", ("工匠",)),
        ("工匠 工匠精神", ("工匠精神",)),
        ("-足球", ()),
        ("标题:产改", ()),
    ],
)
def test_required_is_what_no_hit_can_lack(query, required):
    assert parse_query(query).required() == required


@pytest.mark.parametrize(
    ("query", "position", "suggestion", "words"),
    [
        ("", 0, None, "empty"),
        (" \u3000", 0, None, "empty"),
        ("产改 “工匠", 3, "产改 “工匠”", "quotation mark at character 4 is never closed"),
        ("产改 “", 3, "产改", "never closed"),
        ('""', 0, None, "hold nothing"),
        ("(产改 工匠", 0, "(产改 工匠)", "parenthesis at character 1 is never closed"),
        ("产改)", 2, "产改", "no opening one"),
        ("产改 ()", 3, "产改", "holds nothing"),
        ("产改 OR", 3, "产改", "after “OR” at character 4"),
        ("| 产改", 0, "产改", "before “|” at character 1"),
        ("a OR OR b", 2, "a OR b", "after “OR” at character 3"),
        ("产改 -", 3, "产改", "after “-” at character 4"),
        ("titel:产改", 0, "title:产改", "“titel” at character 1 is no field"),
        ("标提：产改", 0, "标题：产改", "“标题” is"),
        ("标题: 产改", 0, "标题:产改", "nothing after its colon"),
        ("标题:", 0, None, "nothing after its colon"),
        ("日期:2023-13", 3, "日期:2023", "no month 13"),
        ("日期:2023-02-29", 3, "日期:2023-02", "no day 29"),
        ("日期:2025..2023", 3, "日期:2023..2025", "ends before it begins"),
        ("date:yesterday", 5, None, "is no date"),
        ("版:头", 2, None, "is no page number"),
        ("类型:图 产改", 3, "类型:图片 产改", "not known"),
        ("has:notebook", 4, "has:note", "not known"),
        ("(((a", 2, "(((a)))", "never closed"),
    ],
)
def test_a_bad_query_is_answered_with_the_place_and_what_would_work(query, position, suggestion, words):
    with pytest.raises(QueryError) as caught:
        parse_query(query)
    error = caught.value
    assert (error.position, error.suggestion) == (position, suggestion)
    assert words in error.message
    assert error.message.endswith(".")


@given(ODD)
@settings(max_examples=400)
def test_any_text_parses_or_is_answered_with_the_place_and_a_working_suggestion(text):
    try:
        assert isinstance(parse_query(text), Query)
    except QueryError as error:
        assert 0 <= error.position <= len(text)
        assert error.message.endswith(".")
        if error.suggestion is not None:
            assert isinstance(parse_query(error.suggestion), Query)


@given(trees())
def test_a_tree_written_out_is_read_back_in_any_width(tree):
    assert root(written(tree)) == plain(tree)
    wide = root(widened(written(tree)))
    assert shape(wide) == shape(plain(tree))


def shape(node):
    """The tree without what its texts keep of how they were typed."""
    if isinstance(node, Term):
        return node.needle, node.fuzzy
    if isinstance(node, Field):
        return node.name, fold(node.value), node.bounds
    return type(node), shape(node.part) if isinstance(node, Not) else [shape(part) for part in node.parts]


def plain(node):
    """The tree without double negation."""
    if isinstance(node, Not):
        part = plain(node.part)
        return part.part if isinstance(part, Not) else Not(part)
    return node if isinstance(node, Term | Field) else type(node)(tuple(map(plain, node.parts)))


def test_a_query_too_long_to_be_one_is_answered_with_its_beginning():
    with pytest.raises(QueryError, match="too long") as caught:
        root("产改 " * 1_000)
    assert (caught.value.position, caught.value.suggestion) == (2_000, ("产改 " * 667)[:2_000].strip())
    with pytest.raises(QueryError, match="too long") as caught:
        root("产业工人" * 7 + "~ 桥")
    assert caught.value.suggestion == "产业工人" * 7 + " 桥"


def test_half_a_character_is_told_by_its_place():
    with pytest.raises(QueryError, match="character 2 is no character") as caught:
        root("产\udce4改")
    assert (caught.value.position, caught.value.suggestion) == (1, "产改")


@pytest.mark.parametrize("query", ["(" * 100_000, "-" * 100_000, "(" * 60 + "a" + ")" * 60, "NOT " * 5_000])
def test_no_depth_of_nesting_is_too_much_for_the_parser(query):
    with pytest.raises(QueryError):
        parse_query(query)
