from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from paperterm.query import Matcher, parse_query, snippet
from paperterm.text.fold import searchable

BODY = "本报讯 株洲的工匠走上讲台。" + "城" * 80 + "工匠与工匠精神。" + "乡" * 80


def test_the_body_is_shown_where_the_matches_stand_closest():
    text, marks = snippet(["工匠工匠工匠", BODY], [(0, 0, 2), (1, 7, 9), (1, 94, 96), (1, 97, 99)], 30)
    assert "工匠与工匠精神" in text
    assert [text[s:e] for s, e in marks] == ["工匠", "工匠"]
    assert text.startswith("…城")
    assert text.endswith("乡…")
    assert len(text) == 30


def test_without_a_match_the_beginning_of_the_body_is_shown():
    text, marks = snippet(["标题", "记者 王鑫", BODY], (), 11)
    assert (text, marks) == ("本报讯 株洲的工匠走…", ())


def test_a_short_text_is_shown_whole_and_a_headline_where_nothing_else_matches():
    assert snippet(["产改\n效应", BODY], [(0, 0, 2)]) == ("产改 效应", ((0, 2),))
    assert snippet([], ()) == ("", ())


def test_a_match_wider_than_the_snippet_is_marked_as_far_as_it_is_shown():
    text, marks = snippet(["工" * 100], [(0, 0, 100)], 10)
    assert (text, marks) == ("工" * 9 + "…", ((0, 9),))


def test_every_hit_on_the_seeds_has_its_words_marked(pages):
    for word in ("产业工人", "工匠", "2024年"):
        for page in pages:
            hit = Matcher(parse_query(word))(page)
            if hit:
                line, marks = snippet([text for _, text in page.blocks], hit.matches, 40)
                assert marks
                assert len(line) <= 40
                assert searchable(line[slice(*marks[0])]) == searchable(word)


@given(
    st.lists(st.text(alphabet="产改 \n。a", max_size=120), max_size=4),
    st.integers(0, 80),
    st.sampled_from(["产", "改", "产改", "a"]),
)
def test_any_snippet_is_one_line_that_fits_and_marks_only_matches(texts, width, word):
    matches = [
        (b, i, i + len(word)) for b, text in enumerate(texts) for i in range(len(text)) if text.startswith(word, i)
    ]
    line, marks = snippet(texts, matches, width)
    assert len(line) <= max(width, 3)
    assert "\n" not in line
    assert all(line[s:e] in word for s, e in marks)
    assert list(marks) == sorted(marks)
    assert all(0 <= s < e <= len(line) for s, e in marks)
    assert bool(marks) == bool(matches)
    shown = line.strip("…")
    assert any(shown in text.replace("\n", " ") for text in texts) or not shown
