"""Blocks and lines with places are read in the order of print: column by column, headlines above what they span."""

from hypothesis import given
from hypothesis import strategies as st

from paperterm.ingest.printed import Box, PrintedBlock, PrintedLine, Word, line_of, set_text
from paperterm.ingest.reading_order import blocks_of, in_reading_order

PAGE = {
    "masthead": (0, 0, 1000, 40),
    "headline": (0, 60, 660, 120),
    "a1": (0, 140, 320, 400),
    "a2": (0, 410, 320, 700),
    "b1": (340, 140, 660, 400),
    "b2": (340, 410, 660, 700),
    "c1": (680, 60, 1000, 400),
    "c2": (680, 410, 1000, 700),
    "notice": (0, 720, 1000, 800),
}
"""A headline over two columns, a third column beside it; gaps run across all columns at one height."""
ORDER = ["masthead", "headline", "a1", "a2", "b1", "b2", "c1", "c2", "notice"]


def block(text: str, place: tuple[float, float, float, float]) -> PrintedBlock:
    return PrintedBlock((PrintedLine(text, Box(*place), 20),))


def sized(text: str, place: tuple[float, float, float, float], size: float) -> PrintedBlock:
    """A headline, or a column of lines of text of which the first tells its name."""
    left, top, right, bottom = place
    tops = [top + n * size * 1.5 for n in range(max(1, int((bottom - top) / size / 1.5)))]
    texts = [text, *("正文" * 8 for _ in tops[1:])]
    lines = [PrintedLine(one, Box(left, y, right, y + size), size) for one, y in zip(texts, tops, strict=True)]
    return PrintedBlock(tuple(lines))


def order(blocks: list[PrintedBlock]) -> list[str]:
    return [found.lines[0].text for found in in_reading_order(blocks)]


@given(st.permutations(list(PAGE)))
def test_columns_are_read_one_after_another_whatever_order_the_file_has(names: list[str]) -> None:
    assert order([block(name, PAGE[name]) for name in names]) == ORDER


def test_a_block_that_stands_in_the_way_of_every_cut_parts_what_is_above_and_below() -> None:
    places = {"a": (0, 0, 100, 100), "b": (110, 0, 200, 100), "wide": (0, 90, 200, 110), "c": (0, 100, 100, 200)}
    assert order([block(name, places[name]) for name in ("c", "wide", "b", "a")]) == ["a", "b", "wide", "c"]


def test_headlines_side_by_side_are_each_read_with_the_columns_below_them() -> None:
    places = {
        "head a": (20, 0, 300, 40), "head b": (360, 0, 640, 40),
        "a1": (0, 60, 150, 400), "a2": (170, 60, 320, 400), "b1": (340, 60, 490, 400), "b2": (510, 60, 660, 400),
    }  # fmt: skip
    blocks = [sized(name, place, 40 if "head" in name else 20) for name, place in places.items()]
    assert order(blocks) == ["head a", "a1", "a2", "head b", "b1", "b2"]


def test_a_short_headline_in_the_middle_is_read_before_all_the_columns_below_it() -> None:
    places = {"left": (0, 60, 200, 400), "middle": (220, 60, 420, 400), "right": (440, 60, 640, 400)}
    blocks = [*(sized(name, place, 20) for name, place in places.items()), sized("head", (260, 0, 380, 40), 40)]
    assert order(blocks) == ["head", "left", "middle", "right"]


def test_stories_that_begin_side_by_side_are_read_after_all_columns_above_them() -> None:
    rows = {"a": (0, 60, 400), "b": (340, 60, 400), "head c": (0, 440, 480), "head d": (340, 440, 480)}
    rows |= {"c": (0, 500, 800), "d": (340, 500, 800)}
    blocks = [sized(name, (x, y, x + 320, end), 40 if "head" in name else 20) for name, (x, y, end) in rows.items()]
    blocks.append(sized("head over both", (0, 0, 660, 40), 40))
    assert order(blocks) == ["head over both", "a", "b", "head c", "c", "head d", "d"]


def test_blocks_without_places_stay_in_the_order_of_the_file() -> None:
    blocks = [block("b", (0, 90, 9, 99)), PrintedBlock((PrintedLine("?", None, 0),)), block("a", (0, 0, 9, 9))]
    assert order(blocks) == ["b", "?", "a"]


@given(st.lists(st.tuples(*[st.integers(-50, 50)] * 4), max_size=30))
def test_no_block_is_lost_or_doubled(corners: list[tuple[int, int, int, int]]) -> None:
    places = [(min(a, c), min(b, d), max(a, c), max(b, d)) for a, b, c, d in corners]
    assert sorted(order([block(str(n), p) for n, p in enumerate(places)])) == sorted(map(str, range(len(places))))


def test_thousands_of_blocks_that_overlap_are_ordered() -> None:
    places = [(n, n, n + 3000, n + 3000) for n in range(3000)]
    assert len(order([block(str(n), place) for n, place in enumerate(places)])) == 3000


def test_tens_of_thousands_of_lines_at_one_height_are_put_together() -> None:
    lines = [PrintedLine("行", Box(3 * n, 0, 3 * n + 200, 20), 20) for n in range(20_000)]
    assert len(in_reading_order(blocks_of(lines))) == 20_000


def test_lines_become_the_blocks_of_their_columns() -> None:
    rows = [(column, 30 * row) for row in range(4) for column in (0, 300)]
    lines = [PrintedLine(f"{x}.{y}", Box(x, y, x + 280, y + 20), 20) for x, y in rows]
    far = PrintedLine("far", Box(0, 400, 280, 420), 20)
    large = PrintedLine("large", Box(0, 122, 280, 160), 38)
    assert [[line.text for line in found.lines] for found in blocks_of([*lines, far, large])] == [
        ["0.0", "0.30", "0.60", "0.90"],
        ["300.0", "300.30", "300.60", "300.90"],
        ["large"],
        ["far"],
    ]


def test_larger_type_becomes_a_heading_and_a_long_paragraph_of_it_does_not() -> None:
    body = PrintedBlock(tuple(PrintedLine("正文" * 12, Box(0, y, 480, y + 20), 20) for y in (100, 130)))
    lead = PrintedBlock((PrintedLine("导语" * 40, Box(0, 50, 900, 80), 30),))
    text = set_text(
        [block("小", (0, 0, 9, 20)), PrintedBlock((PrintedLine("大字", None, 44),)), body, lead, body, body]
    )
    assert text.startswith("小\n\n# 大字\n\n正文")
    assert "\n\n导语导语" in text


def test_a_paragraphs_indent_is_kept() -> None:
    lines = (PrintedLine("头", Box(40, 0, 200, 20), 20), PrintedLine("尾", Box(0, 30, 200, 50), 20))
    assert set_text([PrintedBlock(lines)]) == "　　头\n尾"


def test_white_space_stays_between_latin_words_and_wide_gaps_only() -> None:
    words = [
        Word("张三", Box(0, 0, 40, 20), False),
        Word("李四", Box(60, 0, 100, 20), True),
        Word("王五", Box(104, 0, 144, 20), True),
        Word("CN", Box(150, 0, 170, 20), True),
        Word("11", Box(180, 0, 200, 20), True),
    ]
    assert line_of(words, 20) == "张三 李四王五CN 11"
