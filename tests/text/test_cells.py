from __future__ import annotations

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from paperterm.text.cells import cell_width, cut
from paperterm.text.clean import visible


def test_a_han_is_two_cells_and_a_curly_quote_one():
    assert cell_width("产改") == 4
    assert cell_width("“”—…") == 4
    assert cell_width("a，") == 3


@given(st.text().map(visible))
def test_widths_are_richs(text):
    assert cell_width(text) == cell_len(text)


@given(st.text(alphabet="产业a1 —“é\u0301", max_size=30), st.integers(-1, 40))
def test_a_cut_text_fits_and_is_whole_where_it_can_be(text, cells):
    short = cut(text, cells)
    assert cell_width(short) <= max(cells, 0)
    if cell_width(text) <= cells:
        assert short == text
    elif cells > 0:
        fitting = [text[:end] for end in range(len(text)) if cell_width(text[:end]) < cells]
        assert short == fitting[-1].rstrip() + "…"


def test_a_very_long_text_is_cut_without_being_measured():
    assert cut("产" * 10_000_000, 9) == "产产产产…"


def test_measuring_ascii_does_not_load_rich():
    code = "import sys; from paperterm.text.cells import cell_width; cell_width('abc'); print('rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
