"""PDF with a text layer: its characters and their places, through pypdfium2 (an extra)."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

from paperterm.ingest.decode import Unreadable
from paperterm.ingest.printed import Box, PrintedLine, Word, around, line_of, set_text
from paperterm.ingest.reading_order import blocks_of, in_reading_order

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MOST_CHARACTERS = 5_000_000
"""A whole issue has some 200,000; a small file can unpack to any number."""
COLUMN_GAP = 1.8
"""Characters of white space within a line that end it: a gutter, not a gap between words."""
WORD_GAP = 0.2  # characters of white space between two Latin words

_ONE_AT_A_TIME = threading.Lock()  # PDFium is not made for threads


def pdf_text(data: bytes) -> str:
    """The text of all pages of a PDF, one after another.

    Raises Unreadable where the extra is not installed, the file is damaged or locked, or no page has a text layer.
    """
    try:
        import pypdfium2
    except ImportError as error:
        raise Unreadable(
            "It is a PDF; to read its text layer, install paperterm with it: pip install 'paperterm[pdf]'."
        ) from error
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(data)
            try:
                read = "\n\n".join(filter(None, _pages(document)))
            finally:
                document.close()
        except pypdfium2.PdfiumError as error:
            raise Unreadable(
                "It is a PDF that is damaged, or locked with a password; save it anew without one."
            ) from error
    if not read:
        raise Unreadable("It is a PDF of pictures, without a text layer; give paperterm the text that OCR makes of it.")
    return read


def _pages(document: PdfDocument) -> Iterator[str]:
    left = MOST_CHARACTERS
    for number in range(len(document)):
        page = document[number]
        try:
            lines, count = _lines(page, left)
        finally:
            page.close()
        left -= count
        yield set_text(in_reading_order(blocks_of(lines)))


def _lines(page: PdfPage, most: int) -> tuple[list[PrintedLine], int]:
    height = page.get_height()
    layer = page.get_textpage()
    try:
        count = layer.count_chars()
        if count > most:
            raise Unreadable(f"Its text has over {MOST_CHARACTERS:,} characters; split the PDF first.")
        lines: list[list[Word]] = [[]]
        for index in range(count):
            char = layer.get_text_range(index, 1)
            if not char or char.isspace():
                continue
            left, bottom, right, top = layer.get_charbox(index, loose=True)
            word = Word(char, Box(left, height - top, right, height - bottom), False)
            if lines[-1] and not _same_line(lines[-1][-1], word):
                lines.append([])
            lines[-1].append(word._replace(spaced=bool(lines[-1]) and _gap(lines[-1][-1], word) > WORD_GAP))
    finally:
        layer.close()
    return [_line(words) for words in lines if words], count


def _line(words: list[Word]) -> PrintedLine:
    boxes = [word.box for word in words if word.box]
    sizes = sorted(box.height for box in boxes)
    size = sizes[len(sizes) // 2]
    return PrintedLine(line_of(words, size), around(boxes), size)


def _same_line(one: Word, two: Word) -> bool:
    if not (one.box and two.box):
        return False
    apart = abs((one.box.top + one.box.bottom) - (two.box.top + two.box.bottom)) / 2
    return apart < 0.5 * max(one.box.height, two.box.height) and -1.0 < _gap(one, two) < COLUMN_GAP


def _gap(one: Word, two: Word) -> float:
    """White space between two characters of a line, in characters."""
    if not (one.box and two.box):
        return 0.0
    return (two.box.left - one.box.right) / (max(one.box.height, two.box.height) or 1.0)
