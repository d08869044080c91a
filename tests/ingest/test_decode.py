"""Bytes become the text they are; what is no text is refused with a sentence."""

import codecs
import random

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from paperterm import config
from paperterm.ingest.decode import Unreadable, decode

SEEDS = [path.read_text(encoding="utf-8") for path in sorted(config.resources("seeds").glob("*.txt"))]
SENTENCES = [line.strip() for text in SEEDS for line in text.splitlines() if len(line.strip()) >= 12]
TRADITIONAL = [
    "【本報訊】記者王小明報道:市政府昨日舉行會議,討論明年經濟發展與財政預算問題。",
    "香港文匯報訊(記者陳大文)特區政府發言人表示,將繼續與各界人士溝通,推動立法工作。",
    "國民政府外交部長在記者會上說明,兩國代表已經就貿易問題交換意見。",
    "昨日下午三時,本市學生聯合會在中山公園召開大會,到會者千餘人。",
    "中央社倫敦電:據官方消息,會議將於下月重開,各國代表均已接獲通知。",
    "工人們要求增加工資,減少工作時間,資方代表表示願意考慮。",
]
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n"])


def pages(lines: list[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda end, chosen: end.join(chosen) + end, LINE_ENDS, st.lists(st.sampled_from(lines), min_size=1, max_size=6)
    )


SIMPLIFIED_PAGES = pages(SENTENCES)
TRADITIONAL_PAGES = pages(TRADITIONAL)


@given(SIMPLIFIED_PAGES, st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]))
def test_a_simplified_page_is_read_in_every_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@given(TRADITIONAL_PAGES, st.sampled_from(["utf-8", "big5", "cp950", "big5hkscs", "gb18030", "utf-16-le", "utf-16-be"]))
def test_a_traditional_page_is_read_in_every_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@given(st.sampled_from(SENTENCES + TRADITIONAL), st.sampled_from(["utf-16-le", "utf-16-be"]))
def test_one_line_of_utf16_without_ascii_is_told_by_its_common_characters(line: str, encoding: str) -> None:
    text = "".join(char for char in line if not char.isascii())[:40]
    assume(len(text) >= 12)
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("text", SEEDS)
@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-16-le"])
def test_a_whole_page_is_read_as_it_was_written(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("mark,encoding", [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")])
def test_a_byte_order_mark_decides_and_is_dropped(mark: bytes, encoding: str) -> None:
    assert decode(mark + "无零字节".encode(encoding)) == "无零字节"


@given(st.text(min_size=1).filter(lambda t: any(c.isalnum() for c in t) and t.isprintable()))
@example("産業工人 [red]x[/] \u202e")
def test_valid_utf8_is_never_taken_for_anything_else(text: str) -> None:
    assert decode(text.encode("utf-8")) == text


@given(st.integers(0, 10_000))
def test_a_few_damaged_bytes_leave_the_rest_of_utf8_as_it_was(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(SEEDS[0].encode("utf-8"))
    hurt = [chance.randrange(len(data)) for _ in range(20)]
    for place in hurt:
        data[place] = 0xFF
    text = decode(bytes(data))
    assert "\ufffd" in text
    assert len(set(SENTENCES) & {line.strip() for line in text.splitlines()}) >= 10


def test_damaged_utf8_of_rare_characters_is_not_taken_for_another_encoding() -> None:
    text = "鼗鼙鼢齄龠龢麤黐魋驖" * 40
    data = text.encode("utf-8")
    assert decode(data[:300] + b"\xff" + data[300:]) == text[:100] + "\ufffd" + text[100:]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_stay_as_they_are(ends: str) -> None:
    assert decode(f"标题{ends}正文{ends}".encode("gb18030")) == f"标题{ends}正文{ends}"


@pytest.mark.parametrize(
    "data", [b"", b"\xef\xbb\xbf", b" \r\n\t\n", "\u200b\u3000\n".encode(), b"\xff\xfe", b"\x00\n"]
)
def test_a_page_without_a_visible_character_is_refused_as_empty(data: bytes) -> None:
    with pytest.raises(Unreadable, match="empty"):
        decode(data)


@pytest.mark.parametrize(
    "start,what",
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (b"PK\x03\x04", "a ZIP archive"),
        (b"GIF89a", "a GIF picture"),
        (b"II*\x00", "a TIFF picture"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"SQLite format 3\x00", "an SQLite database"),
        (b"\x7fELF", "a program"),
    ],
)
def test_a_known_signature_is_named(start: bytes, what: str) -> None:
    with pytest.raises(Unreadable, match=what):
        decode(start + SEEDS[0].encode())


def test_a_pdf_is_answered_with_what_to_do() -> None:
    with pytest.raises(Unreadable, match="give paperterm the text that OCR made of it"):
        decode(b"%PDF-1.4 ...")


@given(st.integers(0, 10_000))
def test_random_bytes_are_refused(seed: int) -> None:
    with pytest.raises(Unreadable):
        decode(b"\x01" + random.Random(seed).randbytes(4000))


@pytest.mark.parametrize("share,refused", [(0.05, False), (0.15, True)])
def test_over_a_tenth_of_control_characters_is_binary(share: float, refused: bool) -> None:
    text = "报" * int(1000 * (1 - share)) + "\x01" * int(1000 * share)
    if refused:
        with pytest.raises(Unreadable, match="binary"):
            decode(text.encode())
    else:
        assert decode(text.encode()) == text
