"""Which form a page file has, told by its content, and the text that the parser reads of it."""

from __future__ import annotations

import re
from pathlib import Path

from paperterm.ingest.decode import Unreadable, decode
from paperterm.ingest.exported import ENDING as JSON_ENDING
from paperterm.ingest.exported import MARK, exported_text

ENDINGS = (".txt", ".md", ".html", ".htm", ".xhtml", ".hocr", ".xml", ".alto", ".pdf", JSON_ENDING)
"""File names that pages have, in lower case."""
TEXT_ENDINGS = (".txt", ".md")
HTML_ENDINGS = (".html", ".htm", ".xhtml", ".hocr")
HEAD = 4096  # characters in which the form must show

SPACE = re.compile(r"\s+")
ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?([A-Za-z][\w.-]{0,40})(?=[\s/>])")
PROLOGUE = (("<?", "?>"), ("<!--", "-->"), ("<!", ">"))


def to_text(data: bytes, path: Path | None = None) -> str:
    """The text of a page file of any form: plain text and Markdown as they are; of HTML the article, of hOCR, ALTO XML
    and PDF the print in reading order, one line a printed line, headings marked with `#`; of our own JSON the page in it.

    The file's ending decides only where its content leaves it open. Raises Unreadable for what is no page.
    """
    start = data[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n\x00")
    if start.startswith(b"%PDF-"):
        from paperterm.ingest.pdf import pdf_text

        return pdf_text(data)
    if start.startswith(b"{") and MARK in data[:HEAD]:
        return exported_text(data)
    form = _markup(_head(data), path.suffix.lower() if path else "")
    if not form:
        return decode(data)
    from paperterm.ingest.markup import markup_text

    text = markup_text(data)
    if form == "alto":
        from paperterm.ingest.alto import alto_text

        return alto_text(text)
    if form == "html":
        from paperterm.ingest.hocr import MARK as HOCR
        from paperterm.ingest.hocr import hocr_text

        if HOCR.search(text):
            return hocr_text(text)
        from paperterm.ingest.html import html_text

        return html_text(text)
    raise Unreadable(
        f"It is XML of a kind that paperterm does not know (<{form}>); give it ALTO XML, hOCR, HTML or plain text."
    )


def _head(data: bytes) -> str:
    """The beginning of a file, read only for its markup."""
    head = data[:HEAD]
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"<\x00", "utf-16-le")):
        if head.startswith(mark):
            return head.decode(encoding, "ignore").lstrip("\ufeff")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _markup(head: str, ending: str) -> str:
    """`html`, `alto`, the name of another XML root, or "" for plain text.

    OCR tools put tables in HTML into their Markdown, also with <html> around them: what makes a page HTML is its
    document type, its head, or its file's ending.
    """
    root, prologue = _root(head)
    if not root:
        return ""
    if root == "alto" or (root == "html" and ("<!doctype html" in prologue or ending in HTML_ENDINGS)):
        return root
    lowered = head.lower()
    if "ocr_page" in lowered or (root == "html" and ("<head" in lowered or "xmlns" in lowered)):
        return "html"
    if root in ("head", "body", "meta") and ending not in TEXT_ENDINGS:
        return "html"
    if "<?xml" in prologue or ending in (".xml", ".alto"):
        return "html" if root == "html" else root
    return "html" if ending in HTML_ENDINGS or "<!doctype html" in prologue else ""


def _root(head: str) -> tuple[str, str]:
    """The name of the first element in lower case and what stands before it; "" where the text begins otherwise."""
    place = 0
    while True:
        if space := SPACE.match(head, place):
            place = space.end()
        for opening, closing in PROLOGUE:
            if head.startswith(opening, place):
                subset = head.find("[", place, head.find(">", place)) if opening == "<!" else -1
                end = head.find("]", subset) if subset >= 0 else place
                end = head.find(closing, end) if end >= 0 else -1
                if end < 0:
                    return _later_root(head, place)
                place = end + len(closing)
                break
        else:
            match = ROOT.match(head, place)
            return (match[1].lower(), head[:place].lower()) if match else ("", "")


def _later_root(head: str, place: int) -> tuple[str, str]:
    """What stands before the first element is longer than what was looked at, and says itself what it is."""
    prologue = head.lower()
    named = re.match(r"<!doctype\s+([a-z][\w.-]{0,40})", prologue[place:])
    return (named[1], prologue) if named else ("", "")
