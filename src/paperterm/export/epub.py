"""Articles as a book: EPUB 3.3 (W3C Recommendation), with a table of contents by issue and page.

The container is a ZIP file whose first entry, `mimetype`, is stored as it is (OCF, 4.2.2); the rest is compressed. Nothing
in it is fetched from elsewhere.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from uuid import NAMESPACE_URL, uuid5

from paperterm.export.items import Item, issue_name
from paperterm.export.xhtml import LANGUAGE, STYLE, article, document, text
from paperterm.text.clean import one_line

MIMETYPE = b"application/epub+zip"
CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of every entry: the same articles give the same bytes."""


def epub(items: Sequence[Item], title: str, modified: datetime) -> bytes:
    """The book. `modified` is the time that it says it was made, aware of its zone."""
    names = [f"article-{number:04d}.xhtml" for number in range(1, len(items) + 1)]
    files = {
        "META-INF/container.xml": CONTAINER,
        "EPUB/package.opf": _package(items, names, title, modified),
        "EPUB/toc.ncx": _older_contents(items, names, title),
        "EPUB/nav.xhtml": document(title, _contents(items, names, title)),
        "EPUB/style.css": STYLE,
        **{f"EPUB/{name}": article(item) for name, item in zip(names, items, strict=True)},
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr(zipfile.ZipInfo("mimetype", EARLIEST), MIMETYPE, zipfile.ZIP_STORED)
        for name, content in files.items():
            book.writestr(zipfile.ZipInfo(name, EARLIEST), content.encode("utf-8"), zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _package(items: Sequence[Item], names: Sequence[str], title: str, modified: datetime) -> str:
    dates = {item.stored.head.date for item in items}
    papers = dict.fromkeys(item.stored.head.paper for item in items if item.stored.head.paper)
    manifest = [
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
        '<item id="style" href="style.css" media-type="text/css"/>',
        *(f'<item id="a{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(names)),
    ]
    return "\n".join(
        (
            '<?xml version="1.0" encoding="utf-8"?>',
            f'<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{LANGUAGE}">',
            '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
            f'<dc:identifier id="id">{_identifier(items, title)}</dc:identifier>',
            f"<dc:title>{text(title)}</dc:title>",
            f"<dc:language>{LANGUAGE}</dc:language>",
            *(f"<dc:source>{text(paper)}</dc:source>" for paper in papers),
            *(f"<dc:date>{text(date)}</dc:date>" for date in dates if date and len(dates) == 1),
            f'<meta property="dcterms:modified">{modified.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}</meta>',
            "</metadata>",
            "<manifest>",
            *manifest,
            "</manifest>",
            '<spine toc="ncx">',
            '<itemref idref="nav"/>',
            *(f'<itemref idref="a{n}"/>' for n in range(len(names))),
            "</spine>",
            "</package>",
            "",
        )
    )


def _contents(items: Sequence[Item], names: Sequence[str], title: str) -> Iterator[str]:
    """The articles in their order, by issue and page as long as one follows another."""
    yield f"<h1>{text(title)}</h1>"
    yield '<nav epub:type="toc">'
    yield "<ol>"
    pairs = zip(items, names, strict=True)
    for page, group in groupby(pairs, lambda pair: _page(pair[0])):
        yield f"<li><span>{text(page)}</span>"
        yield "<ol>"
        yield from (f'<li><a href="{name}">{text(item.article.title)}</a></li>' for item, name in group)
        yield "</ol>"
        yield "</li>"
    yield "</ol>"
    yield "</nav>"


def _older_contents(items: Sequence[Item], names: Sequence[str], title: str) -> str:
    """The table of contents as readers made for EPUB 2 look for it (EPUB 3.3, 5.9)."""
    return "\n".join(
        (
            '<?xml version="1.0" encoding="utf-8"?>',
            '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">',
            f'<head><meta name="dtb:uid" content="{_identifier(items, title)}"/></head>',
            f"<docTitle><text>{text(title)}</text></docTitle>",
            "<navMap>",
            *(
                f'<navPoint id="n{n}"><navLabel><text>{text(item.article.title)}</text></navLabel><content src="{name}"/></navPoint>'
                for n, (item, name) in enumerate(zip(items, names, strict=True))
            ),
            "</navMap>",
            "</ncx>",
            "",
        )
    )


def _identifier(items: Sequence[Item], title: str) -> str:
    """The same for the same articles."""
    return uuid5(NAMESPACE_URL, "\n".join(("paperterm", one_line(title), *(item.id for item in items)))).urn


def _page(item: Item) -> str:
    head = item.stored.head
    return issue_name(head.paper, head.date) + (f" 第{head.page}版" if head.page is not None else "")
