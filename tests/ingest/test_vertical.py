"""Pages of vertical lines are read from the right to the left, tier by tier, whatever order their file has."""

from html import escape

from paperterm.ingest.forms import to_text
from tests.ingest.test_pdf import pdf

TIERS = [
    ["海州市圖書館新館", "昨日正式對讀者開", "放共有五層藏書四"],
    ["河道清淤工程完工", "水面開闊兩岸居民", "紛紛前來觀看不已"],
]
"""The lines of two tiers as they are read: the right one first."""
READ = "\n\n".join("\n".join(tier) for tier in TIERS)


def places() -> list[tuple[str, int, int]]:
    """Every line with the left and the top of its first character; the file's order is from left to right."""
    found = [(line, 400 - 30 * n, 300 * tier) for tier, lines in enumerate(TIERS) for n, line in enumerate(lines)]
    return sorted(found, key=lambda place: place[1:])


def test_hocr_in_vertical_lines_is_read_from_the_right() -> None:
    spans = "".join(
        f"<span class=ocr_line title='bbox {x} {y} {x + 20} {y + 20 * len(text)}'>{escape(text)}</span>"
        for text, x, y in places()
    )
    assert to_text(f"<html><body><div class=ocr_page>{spans}</div></body></html>".encode()) == READ


def test_alto_in_vertical_lines_is_read_from_the_right() -> None:
    blocks = "".join(
        f'<TextBlock><TextLine HPOS="{x}" VPOS="{y}" WIDTH="20" HEIGHT="{20 * len(text)}">'
        + "".join(
            f'<String CONTENT="{char}" HPOS="{x}" VPOS="{y + 20 * n}" WIDTH="20" HEIGHT="20"/>'
            for n, char in enumerate(text)
        )
        + "</TextLine></TextBlock>"
        for text, x, y in places()
    )
    read = to_text(f"<?xml version='1.0'?><alto><Layout><Page>{blocks}</Page></Layout></alto>".encode())
    assert [line for line in read.split("\n") if line] == TIERS[0] + TIERS[1]


def test_a_pdf_in_vertical_lines_is_read_from_the_right() -> None:
    chars = [(f"{char}　", 20, x, 700 - y - 20 * n) for text, x, y in places() for n, char in enumerate(text)]
    assert to_text(pdf(chars)) == READ


def test_a_vertical_headline_on_a_horizontal_page_is_as_large_as_it_is_wide() -> None:
    body = [("昨日上午海州市圖書館新館正式對", 0, 30 * n, 300, 20) for n in range(6)]
    lines = [*body, ("河道清淤", 330, 0, 22, 90)]
    spans = "".join(
        f"<span class=ocr_line title='bbox {x} {y} {x + width} {y + height}'>{text}</span>"
        for text, x, y, width, height in lines
    )
    text = to_text(f"<html><body><div class=ocr_page>{spans}</div></body></html>".encode())
    assert text.startswith("昨日上午")
    assert "\n\n河道清淤" in text
