"""Bytes to page text: which encoding a file is in, and which files are no text at all."""

from __future__ import annotations

import codecs
import re
from functools import cache
from pathlib import Path

from paperterm.text.fold import fold

LARGEST = 64_000_000
"""Bytes. A printed page is some 30 kB of text; what is larger than this is not a page."""

MOSTLY_UTF8 = 0.95
"""The share of its non-ASCII bytes that must be whole UTF-8 characters for a damaged file to be taken for UTF-8."""

LIKELY = 0.4
"""What share of common characters makes a text likely Chinese; a page has some 0.8."""

MOST_CONTROLS = 0.10
SAMPLE = 1 << 18  # bytes that decide between two encodings

OTHER_FORMS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "give paperterm the text that OCR made of it"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", "give paperterm the text that OCR makes of it"),
    (b"\xff\xd8\xff", "a JPEG picture", "give paperterm the text that OCR makes of it"),
    (b"GIF87a", "a GIF picture", "give paperterm the text that OCR makes of it"),
    (b"GIF89a", "a GIF picture", "give paperterm the text that OCR makes of it"),
    (b"II*\x00", "a TIFF picture", "give paperterm the text that OCR makes of it"),
    (b"MM\x00*", "a TIFF picture", "give paperterm the text that OCR makes of it"),
    (b"\x00\x00\x00\x0cjP  ", "a JPEG 2000 picture", "give paperterm the text that OCR makes of it"),
    (b"AT&TFORM", "a DjVu file", "give paperterm the text that OCR makes of it"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save its text as a .txt file in UTF-8"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document", "save its text as a .txt file in UTF-8"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it first"),
    (b"SQLite format 3\x00", "an SQLite database", "give paperterm the pages' text files"),
    (b"\x7fELF", "a program", "give paperterm text files"),
)
"""Signature at the start of the file, what it then is, what to do."""

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]+")
PUNCTUATION = frozenset(fold("，。、；：？！“”‘’（）《》〈〉「」『』【】〔〕—…·•‧～　○〇■□●▲◆★"))


class Unreadable(Exception):  # noqa: N818
    """This is no page; its text is a sentence for people: what it is and what to do. It does not name the file."""


def decode(data: bytes) -> str:
    """The text of a page file, its line ends as they are and its byte-order mark dropped.

    UTF-8 (also with a few damaged bytes, which become U+FFFD), UTF-16 (with a byte-order mark or without), GB18030 and
    Big5. Raises Unreadable for what is empty or binary.
    """
    for signature, what, advice in OTHER_FORMS:
        if data.startswith(signature):
            raise Unreadable(f"It is {what}, not text; {advice}.")
    text, sure = _text(data)
    if not any(c.isprintable() and not c.isspace() for c in text):
        raise Unreadable("It is empty: it holds no visible character; give paperterm a file with the page's text.")
    noise = sum(map(len, CONTROLS.findall(text))) + (0 if sure else text.count("\ufffd"))
    if noise > MOST_CONTROLS * len(text):
        raise Unreadable(
            "It is binary: over 10 % of it are control characters or bytes of no known encoding; "
            "give paperterm plain text, best in UTF-8."
        )
    return text


def _text(data: bytes) -> tuple[str, bool]:
    """The best decoding, and whether it was read without a fault."""
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _try(data[len(mark) :], encoding)
    wide = _wide(data)
    if wide is not None:
        return _try(data, wide)
    text, sure = _try(data, "utf-8")
    if sure or _valid_share(data) > MOSTLY_UTF8:
        return text, sure
    sample = _sample(data)
    read = {e: _plausible(_try(sample, e)[0]) for e in ("gb18030", "cp950", "big5hkscs", "utf-8")}
    # UTF-16 without a zero byte: one line of print, without ASCII. Other encodings read so give hardly a common han.
    doubles = {e: _plausible(_try(data[:SAMPLE], e)[0]) for e in ("utf-16-le", "utf-16-be")}
    read |= {e: share for e, share in doubles.items() if share > LIKELY}
    return _try(data, max(read, key=lambda e: read[e]))


def _try(data: bytes, encoding: str) -> tuple[str, bool]:
    try:
        return data.decode(encoding), True
    except UnicodeDecodeError:
        return data.decode(encoding, "replace"), False


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte-order mark: told by zero bytes, which text in no other encoding has (every ASCII character
    holds one, and so does 一), and by reading better that way than any other."""
    sample = data[:SAMPLE]
    if 0 not in sample:
        return None
    read = {e: _plausible(_try(sample, e)[0], ascii_counts=True) for e in ("utf-8", "utf-16-le", "utf-16-be")}
    best = max(read, key=lambda e: read[e])
    return best if best != "utf-8" and read[best] > LIKELY else None


def _valid_share(data: bytes) -> float:
    """Which share of the bytes beyond ASCII are part of whole UTF-8 characters."""
    beyond = sum(len(run) for run in re.findall(rb"[\x80-\xff]+", data))
    whole = data.decode("utf-8", "ignore")
    kept = len(whole.encode("utf-8")) - (len(data) - beyond)
    return kept / beyond if beyond else 1.0


def _sample(data: bytes) -> bytes:
    """The part that decides: from the first byte beyond ASCII on, where a character begins in every encoding."""
    first = re.search(rb"[\x80-\xff]", data)
    start = first.start() if first else 0
    return data[start : start + SAMPLE]


def _plausible(text: str, ascii_counts: bool = False) -> float:
    """How much like Chinese newspaper text this reads: the share of common han and punctuation in what is not ASCII."""
    score = total = 0
    common = _common()
    for char in fold(text):
        if char < "\x80":
            if ascii_counts:
                total += 1
                score += char >= " " or char in "\t\n\r\f"
            continue
        total += 1
        if char in common:
            score += 1
        elif char == "\ufffd" or "\ue000" <= char <= "\uf8ff":
            score -= 1
    return score / total if total else 0.0


@cache
def _common() -> frozenset[str]:
    """The commonest han of newspapers, simplified (fold makes the traditional ones so), and Chinese punctuation."""
    han = (Path(__file__).parent / "tables" / "common_han.txt").read_text(encoding="utf-8")
    return frozenset("".join(han.split())) | PUNCTUATION
