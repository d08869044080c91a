from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperterm.query import And, Document, Matcher, Not, Or, Term, parse_query
from paperterm.query.matcher import WEIGHTS
from paperterm.text.fold import fold, searchable

TEXTS = st.text(alphabet="产改業业ＡaA １\u30001，\n", max_size=16)
WORDS = st.text(alphabet="产改业業aＡ1，", min_size=1, max_size=3)


def found(query, document, outside=None):
    return Matcher(parse_query(query), outside)(document)


def article(*texts, role="body", **facts):
    blocks = tuple((role, text) for text in texts)
    given = {"headline": None, "title": "…", "paper": None, "date": None, "page": None, "column": None} | facts
    return Document(id="x", kind="story", byline=(), blocks=blocks, **given)


@pytest.mark.parametrize(
    ("word", "count"), [("产业工人", 5), ("产改", 4), ("技能人才", None), ("３月", None), ("記者", None)]
)
def test_a_word_is_found_on_just_the_seeds_that_print_it(pages, word, count):
    hits = [page.id for page in pages if found(word, page)]
    assert hits == [page.id for page in pages if any(searchable(word) in searchable(text) for _, text in page.blocks)]
    if count:
        assert len(hits) == count


def test_every_match_on_the_seeds_is_where_the_word_stands(pages):
    for word in ("产业工人", "工匠", "工会", "2024年", "的"):
        for page in pages:
            hit = found(word, page)
            places = hit.matches if hit else ()
            expected = sum(searchable(text).count(searchable(word)) for _, text in page.blocks)
            assert len(places) == expected
            assert all(searchable(page.blocks[b][1][s:e]) == searchable(word) for b, s, e in places)


def test_white_space_between_han_is_passed_over_and_covered_by_the_match():
    page = article("本报讯 技能　人\n才队伍")
    assert found("技能人才", page).matches == ((0, 4, 10),)
    assert found("“技 能 人 才”", page).matches == ((0, 4, 10),)
    assert found("讯技", page).matches == ((0, 2, 5),)


def test_white_space_beside_other_letters_counts():
    page = article("CBA 联赛 New York")
    assert found("CBA联赛", page) is None
    assert found("“new york”", page).matches == ((0, 7, 15),)


def test_a_match_lies_within_one_block():
    assert found("产改", article("产", "改")) is None
    assert found("产 改", article("产", "改")).matches == ((0, 0, 1), (1, 0, 1))


def test_overlapping_matches_are_shown_once():
    assert found("工人日报 日报社 工人", article("工人日报社")).matches == ((0, 0, 4),)


@given(st.lists(TEXTS, min_size=1, max_size=3), st.data())
def test_found_if_and_only_if_the_definition_says_so(texts, data):
    tree = data.draw(
        st.recursive(
            WORDS,
            lambda part: st.tuples(st.sampled_from(["and", "or", "not"]), part, part),
            max_leaves=5,
        )
    )
    page = article(*texts)
    hit = found(written(tree), page)
    assert (hit is not None) == holds(tree, texts)
    if hit:
        assert hit.score > 0
        assert list(hit.matches) == sorted(hit.matches)
        assert all(a[0] != b[0] or a[2] <= b[1] for a, b in zip(hit.matches, hit.matches[1:], strict=False))
        needles = {searchable(word) for word in positive(tree)}
        assert all(searchable(texts[b][s:e]) in needles for b, s, e in hit.matches)
        standing = {n for n in needles if any(n in searchable(text) for text in texts)}
        assert bool(standing) == bool(hit.matches)


@given(st.lists(TEXTS, min_size=1, max_size=3), WORDS, WORDS)
def test_no_hit_lacks_what_the_query_requires(texts, one, other):
    for query in (
        one,
        f"{one} {other}",
        f"{one} OR {other}",
        f"({one} {other}) OR {other}",
        f"-{one}",
        f"{one} -{other}",
    ):
        if found(query, article(*texts)):
            whole = searchable("\n".join(texts))
            assert all(needle in whole for needle in parse_query(query).required())


def test_a_query_of_only_negatives_finds_all_the_others(pages):
    without = [page.id for page in pages if found("-产改", page)]
    assert without == [page.id for page in pages if not found("产改", page)]
    assert found("-足球", article("产改")).matches == ()


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ("标题:产改", True),
        ("标题:工匠", False),
        ("报纸:工人", True),
        ("报纸:人民", False),
        ("记者:方大丰", True),
        ("记者:李", False),
        ("栏目:聚焦", True),
        ("日期:2025-03", True),
        ("日期:2023..2025-03-24", False),
        ("日期:>2024", True),
        ("版:1..2", True),
        ("版:>1", False),
        ("类型:报道", True),
        ("类型:图片", False),
        ("工匠 -标题:产改", False),
    ],
)
def test_fields_look_at_what_they_name(make_document, query, fits):
    assert (found(query, make_document()) is not None) == fits


def test_fields_look_at_either_script(make_document):
    assert found("报纸:产业工人报", make_document(paper="產業工人報")) is not None


def test_an_article_without_the_fact_does_not_have_the_field(make_document):
    bare = make_document(paper=None, date=None, page=None, column=None, byline=())
    for query in ("报纸:工", "日期:<=9999", "版:>=0", "栏目:本", "记者:方"):
        assert found(query, bare) is None
        assert found(f"-{query}", bare) is not None


def test_tags_and_notes_are_as_the_caller_says(make_document):
    page = make_document()
    known = {("tag", "工会"): frozenset({page.id}), ("has", "note"): frozenset({"another"})}
    assert found("标签:工会", page, known).matches == ()
    assert found("有:笔记", page, known) is None
    assert found("-有:书签", page) is not None


def test_a_word_in_the_headline_counts_more_than_in_a_heading_than_in_the_body():
    filler = "。" * 50
    scores = {
        role: found("产改", article("产改", filler, role=role)).score
        for role in ("headline", "kicker", "heading", "body")
    }
    assert scores["headline"] == pytest.approx(2 * scores["kicker"])
    assert scores["kicker"] == scores["heading"] == pytest.approx(2 * scores["body"])
    assert WEIGHTS["headline"] == 4


def test_more_often_is_better_and_longer_is_worse_for_the_same_count():
    once, twice = article("产改" + "文" * 100), article("产改产改" + "文" * 98)
    assert found("产改", twice).score > found("产改", once).score
    assert found("产改", article("产改" + "文" * 10_000)).score < found("产改", once).score


def test_offsets_are_those_of_the_text_as_it_stands():
    text = "“產改”ＡＢＣ"
    ((_, start, end),) = found("产改", article(text)).matches
    assert text[start:end] == "產改"
    assert fold(text)[start:end] == "产改"


def holds(tree, texts):
    if isinstance(tree, str):
        return any(searchable(tree) in re.sub(r"(?<=[产改业])\s+(?=[产改业])", "", fold(text)) for text in texts)
    operator, one, other = tree
    if operator == "not":
        return not holds(one, texts)
    return (all if operator == "and" else any)(holds(part, texts) for part in (one, other))


def positive(tree):
    """The words that count as asked for: under no negation, a double one being none."""
    return [term.needle for term in standing(parse_query(written(tree)).root)]


def standing(node):
    if isinstance(node, Term):
        return [node]
    assert isinstance(node, And | Or | Not)
    return [] if isinstance(node, Not) else [term for part in node.parts for term in standing(part)]


def written(tree):
    if isinstance(tree, str):
        return f'"{tree}"'
    operator, one, other = tree
    return (
        f"-({written(one)})"
        if operator == "not"
        else f"({written(one)}{' OR ' if operator == 'or' else ' '}{written(other)})"
    )
