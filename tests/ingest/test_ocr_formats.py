"""hOCR and ALTO XML: print in reading order; hostile and damaged files give a sentence or harmless text."""

import re
from pathlib import Path

import pytest

from paperterm.ingest.decode import Unreadable
from paperterm.ingest.forms import to_text
from paperterm.parse import parse_page

FIXTURES = Path(__file__).parent / "fixtures"
HOCR, ALTO = FIXTURES / "two_columns.hocr", FIXTURES / "styles_v3.xml"
LINE = "昨夜一场大雨过后，城南公园的荷花全部开放。"


def alto(inside: str, before: str = "", namespace: str = "http://www.loc.gov/standards/alto/ns-v4#") -> bytes:
    return (
        f'<?xml version="1.0"?>{before}<alto xmlns="{namespace}"><Layout><Page>{inside}</Page></Layout></alto>'.encode()
    )


def text_block(content: str) -> str:
    return f'<PrintSpace><TextBlock><TextLine><String CONTENT="{content}"/></TextLine></TextBlock></PrintSpace>'


@pytest.mark.parametrize("path", [HOCR, ALTO], ids=["hocr", "alto"])
def test_blocks_that_come_in_the_wrong_order_are_read_in_the_right_one(path: Path) -> None:
    raw, text = path.read_text("utf-8"), to_text(path.read_bytes(), path)
    first, last = ("昨日", "据馆") if path is HOCR else ("获", "施")
    assert raw.index(last) < raw.index(first)
    assert text.index("# ") == 0
    assert text.index(first) < text.index(last)


@pytest.mark.parametrize("path", [HOCR, ALTO], ids=["hocr", "alto"])
def test_the_parser_joins_the_columns_lines_to_paragraphs(path: Path) -> None:
    (article,) = parse_page(to_text(path.read_bytes(), path)).articles
    body = [block.text for block in article.blocks if block.role == "body"]
    assert len(body) == (3 if path is HOCR else 2)
    assert all(text.endswith("。") for text in body)


def test_one_printed_line_stays_a_line() -> None:
    lines = to_text(HOCR.read_bytes(), HOCR).split("\n")
    assert "读者开放。新馆共有五层，藏书四十" in lines
    assert len([line for line in lines if line]) == 12


def test_type_sizes_of_styles_go_before_the_heights_of_lines() -> None:
    data = ALTO.read_text("utf-8")
    assert to_text(data.encode(), ALTO).startswith("# 四条河道清淤完工\n")
    same = re.sub(r'FONTSIZE="\d+"', 'FONTSIZE="9"', data)
    assert to_text(same.encode(), ALTO).startswith("四条河道清淤完工\n")


@pytest.mark.parametrize("version", ["ns-v2#", "ns-v3#", "ns-v4#"])
def test_every_version_of_alto_is_read(version: str) -> None:
    assert to_text(alto(text_block(LINE), namespace=f"http://www.loc.gov/standards/alto/{version}")) == LINE


def test_alto_without_a_namespace_or_with_a_prefix_is_read() -> None:
    assert to_text(alto(text_block(LINE)).replace(b" xmlns=", b" x=")) == LINE
    prefixed = re.sub(rb"<(/?)(?=[A-Za-z])", rb"<\1a:", alto(text_block(LINE))).replace(b"xmlns=", b"xmlns:a=")
    assert to_text(prefixed) == LINE


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-16"])
def test_the_encoding_that_a_file_declares_is_honoured(encoding: str) -> None:
    text = alto(text_block("本埠消息昨日下午三時")).decode().replace('"1.0"', f'"1.0" encoding="{encoding}"')
    assert to_text(text.encode(encoding), Path("a.xml")) == "本埠消息昨日下午三時"


def test_hocr_lines_without_blocks_are_put_together_by_their_places() -> None:
    lines = "".join(
        f"<span class=ocr_line title='bbox {x} {y} {x + 300} {y + 20}'>{text}</span>"
        for x, y, text in ((400, 0, "丙"), (0, 0, "甲"), (400, 30, "丁"), (0, 30, "乙"))
    )
    assert to_text(f"<html><body><div class='ocr_page'>{lines}</div></body></html>".encode()) == "甲\n乙\n\n丙\n丁"


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE alto [<!ENTITY a "大笑"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE alto [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE alto [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>',
    ],
)
def test_alto_that_declares_entities_is_refused(declared: str) -> None:
    with pytest.raises(Unreadable, match="declares entities"):
        to_text(alto(text_block("&b;"), declared), Path("a.xml"))


def test_a_document_type_is_not_fetched() -> None:
    assert to_text(alto(text_block(LINE), '<!DOCTYPE alto SYSTEM "file:///etc/passwd">'), Path("a.xml")) == LINE


@pytest.mark.parametrize("share", [0.2, 0.5, 0.99])
def test_cut_off_alto_is_refused_and_cut_off_hocr_is_read_as_far_as_it_goes(share: float) -> None:
    data = ALTO.read_bytes()
    with pytest.raises(Unreadable, match="cut off or damaged"):
        to_text(data[: int(len(data) * share)], ALTO)
    data = HOCR.read_bytes()
    assert "据馆长" in to_text(data[: int(len(data) * max(share, 0.5))], HOCR)


def test_ten_megabytes_of_nested_xml_are_refused() -> None:
    with pytest.raises(Unreadable, match="damaged"):
        to_text(alto("<ComposedBlock>" * 650_000), Path("a.xml"))


@pytest.mark.parametrize("kind", ["alto", "hocr"])
def test_a_file_without_a_line_of_text_is_refused(kind: str) -> None:
    data = alto("<PrintSpace/>") if kind == "alto" else b"<html><body><div class='ocr_page'></div></body></html>"
    with pytest.raises(Unreadable, match="without a line of text"):
        to_text(data)


@pytest.mark.parametrize("number", ["NaN", "1e999", "-5", "", "十"])
def test_numbers_that_are_none_do_no_harm(number: str) -> None:
    place = f'HPOS="{number}" VPOS="{number}" WIDTH="{number}" HEIGHT="{number}"'
    block = text_block(LINE).replace("<TextLine>", f"<TextLine {place}>")
    assert to_text(alto(block + block)) == f"{LINE}\n\n{LINE}"


def test_control_characters_are_taken_out() -> None:
    page = (
        "<html><body><div class=ocr_page><span class=ocr_line>荷\x1b[31m花\x00&#x7f;\u202e开</span></div></body></html>"
    )
    assert to_text(page.encode()) == "荷[31m花开"


def test_alto_lines_over_two_columns_are_parted_though_a_block_has_no_place() -> None:
    def line(y: int) -> str:
        strings = "".join(
            f'<String CONTENT="{text}" HPOS="{x}" VPOS="{y}" WIDTH="100" HEIGHT="20"/>'
            for text, x in ((f"左边第{y}行", 0), (f"右边第{y}行", 125))
        )
        return f'<TextLine HPOS="0" VPOS="{y}" WIDTH="225" HEIGHT="20">{strings}</TextLine>'

    block = f"<TextBlock>{''.join(map(line, (10, 40, 70)))}</TextBlock>"
    columns = "左边第10行\n左边第40行\n左边第70行\n\n右边第10行\n右边第40行\n右边第70行"
    assert to_text(alto(block)) == columns
    assert to_text(alto(block + text_block(LINE))) == f"{columns}\n\n{LINE}"


@pytest.mark.parametrize(
    "box", ["", "bbox 300 20 0 0", "bbox -50 -50 -10 -10", "bbox NaN 0 1 1", "bbox 0 0 9999999 9999999"]
)
def test_a_hocr_word_whose_box_is_none_loses_no_text(box: str) -> None:
    words = f"<span class=ocrx_word title='bbox 0 0 20 20'>荷</span><span class=ocrx_word title='{box}'>花</span>"
    lines = "".join(f"<span class=ocr_line title='bbox 0 {y} 300 {y + 20}'>{words}</span>" for y in (0, 30, 60))
    text = to_text(f"<html><body><div class=ocr_page>{lines}</div></body></html>".encode())
    assert sorted(text.replace("#", "").split()) in (["荷花"] * 3, sorted("荷花" * 3))
