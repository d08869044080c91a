"""The shared article parser: the text of one page in, articles out. Pure: no disk, no clock, no jieba."""

from paperterm.parse.page import parse_page

__all__ = ["parse_page"]
