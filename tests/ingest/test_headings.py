"""Larger type becomes headings with levels, only where sizes are to be trusted."""

import pytest

from paperterm.ingest.forms import to_text
from paperterm.ingest.type_sizes import agreed_sizes, headings

BODY = [(20.0, 18)] * 20


def test_levels_go_by_rank_of_size_and_sizes_that_hardly_differ_are_one() -> None:
    heads = [(80.0, 4), (52.0, 10), (50.0, 9), (40.0, 8), (30.0, 8), (28.0, 9)]
    levels = headings([line for head in heads for line in (head, *BODY)])
    assert levels[::21] == [1, 2, 2, 3, 4, 4]
    assert not any(level for n, level in enumerate(levels) if n % 21)


def test_of_a_headline_block_the_largest_type_is_the_heading_and_both_its_lines_have_one_level() -> None:
    assert headings([(28.0, 12), (46.0, 9), (44.0, 8), (27.0, 15), *BODY])[:5] == [0, 1, 1, 0, 0]


@pytest.mark.parametrize("lines", [[], [(0.0, 9)] * 3, BODY, [(20.0, 18), (22.0, 18), (18.0, 18)], [(40.0, 3)]])
def test_a_page_in_one_size_has_no_headings(lines: list[tuple[float, int]]) -> None:
    assert not any(headings(lines))


def test_a_single_large_character_is_an_initial_and_no_heading() -> None:
    assert headings([(60.0, 1), *BODY])[0] == 0


def test_a_size_that_the_words_do_not_bear_out_is_not_believed() -> None:
    sizes = agreed_sizes([48, 48, 76, 96, 48], [36, 36, 36, 72, 74], [18, 18, 18, 9, 18])
    assert sizes == pytest.approx([36, 36, 36, 72, 36])


def test_sizes_are_what_is_known_where_only_one_kind_is() -> None:
    assert agreed_sizes([0, 0], [20, 40], [9, 9]) == [20, 40]
    assert agreed_sizes([20, 40], [0, 0], [9, 9]) == [20, 40]


def test_a_line_of_hocr_whose_stated_size_is_wrong_stays_text() -> None:
    rows = [(30 * n, 76 if n == 2 else 48) for n in range(8)]
    lines = "".join(
        f"<span class=ocr_line title='bbox 0 {y} 360 {y + 20}; x_size {size}'>"
        f"<span class=ocrx_word title='bbox 0 {y} 360 {y + 20}'>昨夜一场大雨过后荷花全部开放</span></span>"
        for y, size in rows
    )
    assert "#" not in to_text(f"<html><body><div class=ocr_page>{lines}</div></body></html>".encode())
