"""Articles as the XHTML of an EPUB: written with every sign of the text escaped, so that it holds no markup of a page's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from paperterm.export.items import Item, where
from paperterm.export.kept import Kept
from paperterm.export.notes import about
from paperterm.text.clean import one_line, visible

LANGUAGE = "zh"
STYLE = """body { line-height: 1.7; }
h1 { text-align: center; font-size: 1.4em; }
h2 { font-size: 1.1em; }
p { margin: 0; text-indent: 2em; text-align: justify; }
p.kicker, p.deck, p.byline, p.column { text-indent: 0; text-align: center; }
p.credit, p.jump { text-indent: 0; text-align: right; }
p.where { margin-top: 2em; text-indent: 0; font-size: 0.8em; }
blockquote { font-style: italic; }
"""


def document(title: str, body: Iterable[str]) -> str:
    """A whole XHTML file."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        f'<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{LANGUAGE}" '
        f'xml:lang="{LANGUAGE}">\n<head>\n<meta charset="utf-8"/>\n<title>{text(title)}</title>\n'
        '<link rel="stylesheet" type="text/css" href="style.css"/>\n</head>\n<body>\n'
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )


def article(item: Item) -> str:
    """One article with what was kept on it."""
    return document(item.article.title, _article(item))


def text(words: str) -> str:
    """Text on one line, escaped for text and attributes."""
    return escape(one_line(words), quote=True)


def _article(item: Item) -> Iterator[str]:
    if not any(block.role == "headline" and text(block.text) for block in item.article.blocks):
        yield f"<h1>{text(item.article.title)}</h1>"
    for block in item.article.blocks:
        words = text(block.text)
        if words and block.role == "headline":
            yield f"<h1>{words}</h1>"
        elif words and block.role == "heading":
            yield f"<h2>{words}</h2>"
        elif words and block.role == "digest":
            yield f"<blockquote><p>{words}</p></blockquote>"
        elif words:
            yield f'<p class="{block.role}">{words}</p>'
    yield f'<p class="where">{text(where(item))}</p>'
    if item.kept:
        yield '<section epub:type="annotations">'
        for kept in item.kept:
            yield from _kept(kept)
        yield "</section>"


def _kept(kept: Kept) -> Iterator[str]:
    if kept.quote:
        yield f"<blockquote><p>{text(kept.quote)}</p></blockquote>"
    yield from (f"<p>{text(line)}</p>" for line in visible(kept.text).split("\n") if line.strip())
    yield f'<p class="where">{text(about(kept))}</p>'
