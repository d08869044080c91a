"""The shared article parser: the text of one page in, articles out. Pure: no disk, no clock, no jieba."""

from __future__ import annotations

from paperterm.model import Page


def parse_page(text: str) -> Page:
    """The page that a text holds. Any text gives a page, never an exception; every non-blank line is in a block of it."""
    # Imported here, because the library needs this package's `form` on the way to the first screen, and only that.
    from paperterm.parse.page import parse_page as parse

    return parse(text)
