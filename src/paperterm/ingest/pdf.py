"""PDF with a text layer: its characters and their places, through pypdfium2 (an extra)."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from paperterm.ingest.decode import Unreadable
from paperterm.ingest.layout import page_text
from paperterm.ingest.printed import Box, Word, WordLine, around

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MOST_CHARACTERS = 5_000_000
"""A whole issue has some 200,000; a small file can unpack to any number."""
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
        yield page_text([], lines)


def _lines(page: PdfPage, most: int) -> tuple[list[WordLine], int]:
    height = page.get_height()
    layer = page.get_textpage()
    chars: list[tuple[str, Box]] = []
    try:
        count = layer.count_chars()
        if count > most:
            raise Unreadable(f"Its text has over {MOST_CHARACTERS:,} characters; split the PDF first.")
        for index in range(count):
            char = layer.get_text_range(index, 1)
            if char and not char.isspace():
                left, bottom, right, top = layer.get_charbox(index, loose=True)
                chars.append((char, Box(left, height - top, right, height - bottom)))
    finally:
        layer.close()
    return [_line(chars[start:end]) for start, end in _stretches([box for _, box in chars])], count


def _stretches(boxes: Sequence[Box]) -> Iterator[tuple[int, int]]:
    """Where the lines of characters begin and end, which the file holds in their order."""
    start = 0
    while start < len(boxes):
        # One character below another also begins a paragraph of short lines; three are a vertical line.
        below = all(_continues_below(one, two) for one, two in pairwise(boxes[start : start + 3]))
        continues = _continues_below if below and start + 2 < len(boxes) else _continues_beside
        end = start + 1
        while end < len(boxes) and continues(boxes[end - 1], boxes[end]):
            end += 1
        yield start, end
        start = end


def _line(chars: Sequence[tuple[str, Box]]) -> WordLine:
    words = [Word(chars[0][0], chars[0][1], False)]
    for (_, before), (char, box) in pairwise(chars):
        words.append(Word(char, box, _gap(before, box) > WORD_GAP))
    return WordLine(tuple(words), around(box for _, box in chars), 0.0)


def _continues_beside(one: Box, two: Box) -> bool:
    apart = abs((one.top + one.bottom) - (two.top + two.bottom)) / 2
    # One glyph may stand for two characters, such as a dash of two: they have one place.
    return apart < 0.5 * max(one.height, two.height) and (_gap(one, two) > -1.0 or one == two)


def _continues_below(one: Box, two: Box) -> bool:
    apart = abs((one.left + one.right) - (two.left + two.right)) / 2
    size = max(one.height, two.height)
    return one == two or (apart < 0.5 * size and -0.5 * size < two.top - one.bottom < size)


def _gap(one: Box, two: Box) -> float:
    """White space between two characters of a line, in characters."""
    return (two.left - one.right) / (max(one.height, two.height) or 1.0)
