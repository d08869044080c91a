"""ALTO XML, versions 2 to 4: what libraries keep beside a scanned page, with the place of every word.

Elements are taken by their local names, because producers differ in the namespace; https://www.loc.gov/standards/alto/.
"""

from __future__ import annotations

from collections.abc import Mapping

from paperterm.ingest.decode import Unreadable
from paperterm.ingest.layout import page_text
from paperterm.ingest.markup import Element, xml_tree
from paperterm.ingest.printed import Box, Word, WordLine

MOST_STYLED = 0.9
"""The share of lines that must have a type size of their own for sizes to be told by it, not by the lines' heights."""


def alto_text(text: str) -> str:
    """The text of an ALTO file's pages, one after another. Raises Unreadable where it is damaged or no line holds text."""
    root = xml_tree(text, "ALTO XML")
    fonts = {
        style.get("ID", ""): _number(style.get("FONTSIZE", "")) for style in root.iter() if _name(style) == "TextStyle"
    }
    pages = [element for element in root.iter() if _name(element) == "Page"]
    read = "\n\n".join(filter(None, (_page(page, fonts) for page in pages)))
    if not read:
        raise Unreadable("It is ALTO XML without a line of text; run the text recognition again.")
    return read


def _page(page: Element, fonts: Mapping[str, float]) -> str:
    blocks = []
    for block in page.iter():
        if _name(block) == "TextBlock":
            lines = [_line(line, _font(block, fonts), fonts) for line in block.iter() if _name(line) == "TextLine"]
            blocks.append([line for line in lines if line.length])
    found = [line.size for lines in blocks for line in lines]
    # One size for all, or for some only, is a default that says nothing of the type.
    styled = len(set(found) - {0.0}) > 1 and sum(font > 0 for font in found) >= MOST_STYLED * len(found)
    if styled:
        return page_text(blocks, trust_sizes=True)
    return page_text([[line._replace(size=0.0) for line in lines] for lines in blocks])


def _line(line: Element, font: float, fonts: Mapping[str, float]) -> WordLine:
    """A line of the size that its own style or its words' give, else its block's."""
    words: list[Word] = []
    sizes = []
    spaced = False
    for part in line:
        name = _name(part)
        if name == "SP":
            spaced = True
        elif name in ("String", "HYP"):
            words.append(Word(part.get("CONTENT", ""), _box(part), spaced))
            spaced = False
            sizes.append(_font(part, fonts))
    own = _font(line, fonts) or max(sizes, default=0.0)
    return WordLine(tuple(words), _box(line), own or font)


def _font(element: Element, fonts: Mapping[str, float]) -> float:
    return max((fonts.get(style, 0.0) for style in element.get("STYLEREFS", "").split()), default=0.0)


def _box(element: Element) -> Box | None:
    values = [element.get(name, "") for name in ("HPOS", "VPOS", "WIDTH", "HEIGHT")]
    if not all(values):
        return None
    left, top, width, height = map(_number, values)
    return Box(left, top, left + max(width, 0.0), top + max(height, 0.0))


def _number(value: str) -> float:
    try:
        number = float(value)
    except ValueError:
        return 0.0
    return number if abs(number) < 1e7 else 0.0  # neither is NaN


def _name(element: Element) -> str:
    """The element's name without its namespace, "" for what is no element (an entity that stays unread)."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
