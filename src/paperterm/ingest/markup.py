"""The one door to lxml: HTML and XML read without entities of their own, without DTDs and without the network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Protocol

from paperterm.ingest.decode import BOMS, Unreadable, decode


class Element(Protocol):
    """What is used of an element of an lxml tree. `tag` is no string where an entity stands unread."""

    @property
    def tag(self) -> object: ...
    def get(self, name: str, default: str = "", /) -> str: ...
    def iter(self) -> Iterator[Element]: ...
    def __iter__(self) -> Iterator[Element]: ...


HEAD = 4096
"""Bytes in which a file says its encoding."""
DEEPEST = 1000
"""Elements within elements; old pages that never close their tags have some hundred."""
PIECE = 1 << 16  # characters given to the parser at a time, so that a file that is too deep is left early

DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.I)
ENCODINGS = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "cp936", "x-gbk", "euc-cn", "hz-gb-2312"), "gb18030"),
    "big5": "cp950",
    "cp950": "cp950",
    "big5-hkscs": "big5hkscs",
    "shift_jis": "cp932",
    "euc-jp": "euc_jp",
    "euc-kr": "cp949",
}
"""Names that files declare, and the larger encoding that pages under that name are really in."""
MOST_BROKEN = 0.01
"""The share of characters that may be unreadable in the declared encoding before it is taken for a wrong one."""

XML_DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,200}\?>")
FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML file may hold; a reader would not see them either."""


class Events(Protocol):
    """What a reader of HTML is told, in the order of the file; every start has its end."""

    def start(self, tag: str, attributes: dict[str, str]) -> None: ...
    def end(self, tag: str) -> None: ...
    def data(self, data: str) -> None: ...
    def comment(self, text: str) -> None: ...
    def close(self) -> None: ...


def markup_text(data: bytes) -> str:
    """The characters of an HTML or XML file: in UTF-8 where it is that, else in the encoding it declares.

    Raises Unreadable as `decode` does.
    """
    declared = DECLARED.search(data[:HEAD])
    encoding = ENCODINGS.get(declared[1].decode("ascii").lower()) if declared else None
    if encoding and not any(data.startswith(mark) for mark, _ in BOMS):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode(encoding, "replace")
            if text.count("\ufffd") <= MOST_BROKEN * len(text):
                return text
    return decode(data)


def read_html(text: str, events: Events) -> None:
    """Tells `events` of everything in an HTML text; no text is so broken that it could not be read.

    Raises Unreadable where elements are nested over 1,000 deep.
    """
    from lxml.etree import HTMLParser

    # Events, not a tree: a tree takes time that grows with the square of an element's attributes.
    parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, target=_Shallow(events))
    text = FORBIDDEN.sub("", text)
    for start in range(0, len(text), PIECE):
        parser.feed(text[start : start + PIECE].encode("utf-8"))
    parser.close()


class _Shallow:
    """Passes everything on, down to the deepest element that a page has."""

    def __init__(self, events: Events) -> None:
        self._depth = 0
        self._events = events
        self.data, self.comment, self.close = events.data, events.comment, events.close

    def start(self, tag: str, attributes: Any) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Unreadable(
                f"Its HTML elements are nested over {DEEPEST:,} deep; save the page's text as a .txt file."
            )
        self._events.start(tag.lower(), dict(attributes))

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._events.end(tag.lower())


def xml_tree(text: str, what: str) -> Element:
    """The root element of an XML text. `what` names it for people.

    Raises Unreadable for a text that declares entities or is not well-formed.
    """
    from lxml import etree

    if "<!ENTITY" in text:
        raise Unreadable(f"It is {what} that declares entities, which no such file needs; export it without them.")
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root: Element = etree.fromstring(XML_DECLARATION.sub("", text, count=1).encode("utf-8", "replace"), parser)
        return root
    except etree.XMLSyntaxError as error:
        where = f" in line {error.lineno}" if error.lineno else ""
        raise Unreadable(f"It is {what} that is cut off or damaged{where}; export or copy it once more.") from error
