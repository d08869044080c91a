"""Lines that run over several columns are parted where the company of other lines shows a gutter, and nowhere else."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from paperterm.ingest.gutters import parted
from paperterm.ingest.layout import page_text
from paperterm.ingest.printed import Box, Word, WordLine

EM = 20


def line(text: str, left: float, top: float, em: float = EM) -> WordLine:
    """A line of single characters; a space is as wide as one of them, `_` a quarter."""
    words, x = [], left
    for char in text:
        width = em / 4 if char == "_" else em
        if char not in " _":
            words.append(Word(char, Box(x, top, x + width, top + em), False))
        x += width
    return WordLine(tuple(words), Box(words[0].box.left, top, words[-1].box.right, top + em), 0)  # type: ignore[union-attr]


def parts(*lines: WordLine) -> list[list[str]]:
    return [["".join(word.text for word in part.words) for part in found] for found in parted(lines)]


def test_a_narrow_gutter_is_one_where_other_lines_have_it_too() -> None:
    rows = ["海州市图书馆____新馆正式开放", "开馆首日共有____六千多名市民", "今后每逢周末____还将举办讲座"]
    assert parts(*(line(row, 0, 30 * n) for n, row in enumerate(rows))) == [row.split("____") for row in rows]


def test_a_gutter_shows_in_lines_that_end_and_begin_at_it() -> None:
    left = [line("海州市图书馆", 0, y) for y in (0, 60)]
    right = [line("新馆正式开放", 140, y) for y in (0, 60)]
    found = parts(line("开馆首日共有 六千多名市民", 0, 30), *left, *right)
    assert found[0] == ["开馆首日共有", "六千多名市民"]


def test_a_gap_within_a_text_parts_nothing() -> None:
    rows = ["海州市图书馆新馆正式开放", "开馆首日共有     多名市民", "今后每逢周末还将举办讲座"]
    assert all(len(found) == 1 for found in parts(*(line(row, 0, 30 * n) for n, row in enumerate(rows))))


def test_punctuation_at_one_place_by_chance_parts_nothing() -> None:
    rows = ["海州市图书馆___新馆正式开放", "开馆首日共有__六千多名市民", "今后每逢周末__还将举办讲座"]
    assert all(len(found) == 1 for found in parts(*(line(row, 0, 30 * n) for n, row in enumerate(rows))))


def test_headlines_that_stand_alone_side_by_side_are_parted_at_a_wide_gap() -> None:
    assert parts(line("新馆开放  河道清淤", 0, 0)) == [["新馆开放", "河道清淤"]]


def test_a_letter_spaced_headline_is_one() -> None:
    assert parts(line("通  知  书", 0, 0)) == [["通知书"]]


def test_a_block_of_lines_over_two_columns_becomes_two_columns() -> None:
    rows = ["海州市图书馆____新馆正式开放", "开馆首日共有____六千多名市民", "今后每逢周末____还将举办讲座"]
    text = page_text([[line(row, 0, 30 * n) for n, row in enumerate(rows)]])
    halves = [row.split("____") for row in rows]
    assert text == "\n".join(one for one, _ in halves) + "\n\n" + "\n".join(two for _, two in halves)


NUMBERS = st.one_of(st.integers(-60, 200), st.floats(-1e7, 1e7), st.sampled_from([0.0, -1.0, 9999999.0]))
BOXES = st.one_of(
    st.none(),
    st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS).map(
        lambda n: Box(min(n[0], n[2]), min(n[1], n[3]), max(n[0], n[2]), max(n[1], n[3]))
    ),
)
LINES = st.builds(
    WordLine,
    st.lists(
        st.builds(Word, st.text("报纸ab", min_size=1, max_size=3), BOXES, st.booleans()), min_size=1, max_size=6
    ).map(tuple),
    BOXES,
    st.one_of(st.just(0.0), st.floats(0, 1e7)),
)


@given(st.lists(st.lists(LINES, max_size=8), max_size=4), st.lists(LINES, max_size=8), st.booleans())
def test_every_character_is_in_the_text_once_wherever_it_stands(
    blocks: list[list[WordLine]], loose: list[WordLine], trust: bool
) -> None:
    text = page_text(blocks, loose, trust)
    want = Counter(char for block in [*blocks, loose] for one in block for word in one.words for char in word.text)
    assert Counter(char for char in text if char not in "#\n \u3000") == want


def test_tens_of_thousands_of_gaps_are_weighed() -> None:
    rows = [line("报  " * 40, 0, 20 * n) for n in range(1500)]
    assert page_text([], rows).count("报") == 60_000
