"""hOCR: the HTML in which Tesseract, Kraken and others keep what they read, with the place of every line.

Classes and properties are those of the hOCR specification 1.2: `ocr_page`, `ocr_carea`, `ocr_par`, lines, `ocrx_word`;
`bbox` in pixels from the top left, `x_size` the line's type in pixels.
"""

from __future__ import annotations

import re

from paperterm.ingest.decode import Unreadable
from paperterm.ingest.layout import page_text
from paperterm.ingest.markup import read_html
from paperterm.ingest.printed import Box, Word, WordLine

MARK = re.compile(r"""\bclass\s*=\s*["']?[^"'>]{0,80}\bocrx?_(?:page|carea|par|line|word)\b""", re.I)
"""What only hOCR has."""
LINES = frozenset(("ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat"))
BLOCKS = frozenset(("ocr_carea", "ocrx_block", "ocr_par"))
NUMBER = r"(-?\d{1,7}(?:\.\d{1,7})?)"
BBOX = re.compile(rf"\bbbox\s+{NUMBER}\s+{NUMBER}\s+{NUMBER}\s+{NUMBER}")
SIZE = re.compile(rf"\bx_(?:size|fsize)\s+{NUMBER}")
UNSEEN = frozenset(("head", "script", "style", "title"))


def hocr_text(text: str) -> str:
    """The text of an hOCR file's pages, one after another. Raises Unreadable where no line holds text."""
    reader = _Reader()
    read_html(text, reader)
    read = "\n\n".join(filter(None, reader.texts()))
    if not read:
        raise Unreadable("It is hOCR without a line of text; run the text recognition again.")
    return read


class _Line:
    """A line while it is read."""

    __slots__ = ("box", "size", "spaced", "words")

    def __init__(self, title: str) -> None:
        self.box = _box(title)
        size = SIZE.search(title)
        self.size = max(float(size[1]), 0.0) if size else 0.0
        self.words: list[Word] = []
        self.spaced = False


class _Reader:
    """Collects the lines of each block of each page."""

    def __init__(self) -> None:
        self._pages: list[dict[int, list[WordLine]]] = []  # by block, 0 for none
        self._open: list[str] = []  # roles of the elements that are open
        self._blocks: list[int] = []
        self._count = self._unseen = 0
        self._lines: list[_Line] = []
        self._word: tuple[list[str], Box | None] | None = None

    def texts(self) -> list[str]:
        return [page_text([page[n] for n in page if n], page.get(0, ())) for page in self._pages]

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        classes = set(attributes.get("class", "").split())
        title = attributes.get("title", "")
        role = ""
        if tag in UNSEEN:
            role, self._unseen = "unseen", self._unseen + 1
        elif "ocr_page" in classes:
            role = "page"
            self._pages.append({})
        elif classes & BLOCKS:
            role = "block"
            self._count += 1
            # The outermost block counts: paragraphs of an area stay together.
            self._blocks.append(self._blocks[0] if self._blocks else self._count)
        elif classes & LINES:
            role = "line"
            self._lines.append(_Line(title))
        elif "ocrx_word" in classes and self._lines and self._word is None:
            role = "word"
            self._word = ([], _box(title))
        self._open.append(role)

    def end(self, tag: str) -> None:
        role = self._open.pop()
        if role == "unseen":
            self._unseen -= 1
        elif role == "block":
            self._blocks.pop()
        elif role == "word" and self._word and self._lines:
            line = self._lines[-1]
            line.words.append(Word("".join(self._word[0]), self._word[1], line.spaced))
            line.spaced, self._word = False, None
        elif role == "line":
            self._take(self._lines.pop())

    def data(self, data: str) -> None:
        if self._unseen or not self._lines:
            return
        if self._word is not None:
            self._word[0].append(data)
        elif data.isspace():
            self._lines[-1].spaced = True
        else:
            line = self._lines[-1]
            line.words.append(Word(data, None, line.spaced or data[0].isspace()))
            line.spaced = data[-1].isspace()

    def comment(self, text: str) -> None:
        """Nothing of a comment is print."""

    def close(self) -> None:
        """All is kept already."""

    def _take(self, line: _Line) -> None:
        if not line.words:
            return
        if not self._pages:
            self._pages.append({})
        block = self._blocks[0] if self._blocks else 0
        self._pages[-1].setdefault(block, []).append(WordLine(tuple(line.words), line.box, line.size))


def _box(title: str) -> Box | None:
    match = BBOX.search(title)
    if not match:
        return None
    left, top, right, bottom = map(float, match.groups())
    return Box(left, top, right, bottom) if left <= right and top <= bottom else None
