"""The text layer of a PDF is read column by column; a PDF without one is answered with what to do."""

import sys

import pytest

from paperterm.ingest.decode import Unreadable
from paperterm.ingest.forms import to_text
from paperterm.parse import parse_page

LEFT = [
    "　　昨日上午，海州市图书馆新馆正式",
    "对读者开放。新馆共有五层，藏书四十",
    "万册，阅览座位一千二百个，市民凭身",
    "份证就可以进馆借阅。",
]
RIGHT = [
    "　　开馆首日共有六千多名市民前来参",
    "观，许多家长带着孩子一起来感受书香",
    "。今后每逢周末，图书馆还将举办公益",
    "讲座，邀请作家与读者见面。",
]


def pdf(pieces: list[tuple[str, int, int, int]]) -> bytes:
    """A PDF of one page with a text layer as scanners' software makes it: text, size, x and y (points from bottom left)."""
    chars = sorted({char for text, *_ in pieces for char in text})
    code = {char: n + 1 for n, char in enumerate(chars)}
    shown = "".join(
        f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm <{''.join(f'{code[c]:04X}' for c in text)}> Tj ET\n"
        for text, size, x, y in pieces
    )
    ranges = "\n".join(f"<{code[c]:04X}> <{c.encode('utf-16-be').hex()}>" for c in chars)
    to_unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{len(chars)} beginbfchar\n{ranges}\nendbfchar\n"
        "endcmap end end"
    )
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(shown)}>>stream\n{shown}endstream",
        "<</Type/Font/Subtype/Type0/BaseFont/S/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>",
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/S/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        "/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/S/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0"
        "/Ascent 880/Descent -120/CapHeight 880/StemV 80>>>>",
        f"<</Length {len(to_unicode)}>>stream\n{to_unicode}\nendstream",
    ]
    data, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\n"
    return f"{data}{end}startxref\n{len(data)}\n%%EOF\n".encode("latin-1")


def columns() -> bytes:
    """The right column comes before the left one in the file, and the headline last."""
    pieces = [(line, 14, 310, 600 - 20 * n) for n, line in enumerate(RIGHT)]
    pieces += [(line, 14, 40, 600 - 20 * n) for n, line in enumerate(LEFT)]
    return pdf([*pieces, ("海州市图书馆新馆开放", 36, 100, 680)])


def test_columns_and_headline_are_read_in_the_order_of_print() -> None:
    assert to_text(columns()) == "\n".join(["# 海州市图书馆新馆开放", "", *LEFT, "", *RIGHT])


def test_the_parser_finds_the_article() -> None:
    (article,) = parse_page(to_text(columns())).articles
    assert article.title == "海州市图书馆新馆开放"
    assert [block.text[:4] for block in article.blocks if block.role == "body"] == ["昨日上午", "开馆首日"]


def test_lines_of_two_columns_at_one_height_are_not_run_together() -> None:
    rows = [(text, 14, x, 600 - 20 * n) for n in range(4) for text, x in ((LEFT[n], 40), (RIGHT[n], 310))]
    assert to_text(pdf(rows)) == "\n".join([*LEFT, "", *RIGHT])


def test_columns_with_a_gutter_of_one_character_are_not_run_together() -> None:
    right = 40 + 14 * 17 + 14
    rows = [(text, 14, x, 600 - 20 * n) for n in range(4) for text, x in ((LEFT[n], 40), (RIGHT[n], right))]
    assert to_text(pdf(rows)) == "\n".join([*LEFT, "", *RIGHT])


def test_a_pdf_without_a_text_layer_is_answered_with_what_to_do() -> None:
    with pytest.raises(Unreadable, match="without a text layer; give paperterm the text"):
        to_text(pdf([]))


@pytest.mark.parametrize("cut", [20, 400])
def test_a_damaged_pdf_is_refused(cut: int) -> None:
    with pytest.raises(Unreadable, match="PDF"):
        to_text(columns()[:cut])


def test_without_the_extra_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(Unreadable, match=r"pip install 'paperterm\[pdf\]'"):
        to_text(columns())


def test_control_characters_of_a_text_layer_are_taken_out() -> None:
    text = to_text(pdf([("海\x1b州\u202e市\x07", 14, 40, 600)]))
    assert text.replace(" ", "") == "海州市"
