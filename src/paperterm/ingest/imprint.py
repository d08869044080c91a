"""What an HTML page says of its article apart from its text: title, author, paper, date and page number.

From <title>, <meta>, linked data (schema.org NewsArticle), the comments of Founder's publishing system and the line of facts
between headline and text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import unescape

from paperterm.text.clean import one_line

DAY = re.compile(r"(?<!\d)((?:18|19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
PAGE = re.compile(r"(?:第\s*)?(?:(?<![A-Za-z])[A-Z])?0*([1-9]\d?)\s*版")
PAGE_LABEL = re.compile(r"第\s*[A-Z]?\d{1,3}\s*版(?:\s*[:：]\s*[\u3400-\u9fff]{2,6})?")
WEEKDAY = re.compile("(?:星期|周)[一二三四五六日天]")
SOURCE = re.compile(r"(?:来源|稿源|來源)\s*[:：]\s*[《]?([^\s|《》:：·;；]{2,20})")
AUTHOR = re.compile(
    r"(?:作者|记者|記者)\s*[:：]\s*([^|:：;；]{2,40}?)(?=\s*(?:[|;；]|$|责任?编辑|编辑|来源|字号|\s\S{2,4}[:：]))"
)
LABELS = re.compile(
    r"(?:来源|稿源|來源|作者|记者|記者|责任?编辑|編輯|编辑|责编|发布时间|發布時間|时间|日期|发表时间|浏览|点击|字号|字体|分享|评论)\s*[:：]?"
)
BARE_PAPER = re.compile(r"(?<![\u3400-\u9fff])([\u3400-\u9fff]{2,12}[报報])(?![\u3400-\u9fff])")
NAMED_PAPER = re.compile(r"《([^《》]{1,12}报|[^《》]{1,12}報)》")
PAPER = re.compile(r"[\u3400-\u9fff]{1,12}[报報]$")
EDITION = re.compile(
    r"(?:^|(?<=[^\u3400-\u9fff]))([\u3400-\u9fff]{1,12}?[报報])(?:社|多媒体)?(?:数字|电子|數字|電子)[报版報]"
)
HAN_NAME = re.compile(r"[\u3400-\u9fff]")
TITLE_BREAK = re.compile(r"[_|]|\s[-–—]\s?|\s?[-–—]\s|--|[-–—](?=[^-–—]{2,12}[网報报]$)")
FOUNDER = re.compile(r"<(title|subtitle|introtitle|author|date|nodename)>([^<]*)</\1>")
LONGEST = 120  # characters of a line of facts
BORDER = "\ue000"
"""Stands where an element begins that is set on in the line; no character of any text."""


def parted(text: str) -> str:
    """A line without borders: as spaces where one of its elements is a date or a page number by itself, which a site's
    style sets apart; else they are nothing."""
    pieces = text.split(BORDER)
    apart = len(pieces) > 1 and len(text) <= LONGEST and any(_fact(piece.strip()) for piece in pieces)
    return (" " if apart else "").join(pieces)


def _fact(piece: str) -> bool:
    bare = WEEKDAY.sub("", DAY.sub("", piece)).strip(" 日")
    return bool(piece) and (not bare or PAGE_LABEL.fullmatch(piece) is not None)


def is_imprint(text: str) -> bool:
    """Is this a line that tells source, date, author of a web page and nothing else?"""
    if len(text) > LONGEST or "。" in text:
        return False
    labels = len(LABELS.findall(text))
    if labels and SOURCE.search(text):
        return True
    rest = DAY.sub("", text)
    dated = rest != text
    if not dated:
        return bool(re.match(r"(?:字号|发布时间)\s*[:：]", text)) and labels > 0
    rest = BARE_PAPER.sub("", NAMED_PAPER.sub("", PAGE.sub("", LABELS.sub("", rest))))
    return len(re.sub(r"[\W\d_]|日|星期[一二三四五六日]|要闻|第", "", rest)) <= (12 if labels else 0)


class Imprint:
    """The facts, as far as they were told; what was told first stays."""

    def __init__(self) -> None:
        self.title = self._deck = self._kicker = ""
        self.titles: set[str] = set()
        self._date = self._paper = self._author = ""
        self._page = 0
        self.founders = False  # the newspaper's own publishing system stated the headlines

    def meta(self, attributes: Mapping[str, str]) -> None:
        """Takes in a <meta> element."""
        name = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
        content = attributes.get("content", "")[:1000]
        if name in ("og:title", "articletitle", "headline"):
            self._call(content)
        elif name in ("author", "article:author"):
            self._written_by(content)
        elif name in ("article:published_time", "publishdate", "pubdate", "date", "datepublished"):
            self._day(content)
        elif name in ("source", "contentsource", "mediaid"):
            self._from(content)

    def page_title(self, text: str) -> None:
        """Takes in <title>, without the name of the site behind it."""
        whole = one_line(text)
        if edition := EDITION.search(whole):
            self._paper = self._paper or edition[1]
        title = TITLE_BREAK.split(whole, maxsplit=1)[0]
        if not EDITION.match(title):
            self._call(title)

    def linked_data(self, text: str) -> None:
        """Takes in a JSON-LD script."""
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            return  # a broken script says nothing, as for every other reader of the page
        nodes = data if isinstance(data, list) else [data]
        for node in nodes[:20]:
            if not isinstance(node, dict) or "Article" not in str(node.get("@type", ""))[:200]:
                continue
            self._call(str(node.get("headline") or ""))
            self._deck = self._deck or one_line(str(node.get("alternativeHeadline") or ""))
            self._day(str(node.get("datePublished") or ""))
            author = node.get("author")
            names = [
                a.get("name") if isinstance(a, dict) else a for a in (author if isinstance(author, list) else [author])
            ]
            self._written_by("　".join(name for name in names if isinstance(name, str)))

    def founder(self, comment: str) -> None:
        """Takes in an `enpproperty` comment; what it says is the newspaper's own and goes before all else."""
        for name, value in FOUNDER.findall(comment):
            value = one_line(unescape(value))
            if not value:
                continue
            if name in ("title", "subtitle", "introtitle"):
                self.titles.add(value)
            if name == "title":
                self.title, self.founders = value, True
            elif name == "subtitle":
                self._deck = value
            elif name == "introtitle":
                self._kicker = value
            elif name == "author":
                self._author = ""
                self._written_by(value)
            elif name == "date":
                self._date = ""
                self._day(value)
            elif page := PAGE.search(value):
                self._page = int(page[1])

    def read(self, text: str) -> None:
        """Takes in a line for which `is_imprint` is true. It goes before <meta>, which often names the site's date."""
        if DAY.search(text):
            self._date = ""
            self._day(text)
        if paper := NAMED_PAPER.search(text):
            self._paper = paper[1]
        elif source := SOURCE.search(text):
            self._from(source[1])
        elif bare := BARE_PAPER.search(text):
            self._from(bare[1])
        if author := AUTHOR.search(text):
            self._written_by(author[1])
        if not self._page and (page := PAGE.search(text)):
            self._page = int(page[1])

    def masthead(self) -> str:
        """`工人日报 2025年03月25日 第01版`, as far as it is known."""
        page = f"第{self._page:02}版" if self._page else ""
        return " ".join(filter(None, (self._paper, self._date, page)))

    def headlines(self) -> list[str]:
        """Kicker, headline and deck that the page states but does not show."""
        lines = ((3, self._kicker), (1, self.title), (2, self._deck))
        return [f"{'#' * level} {text}" for level, text in lines if text]

    def byline(self, beginning: str) -> str:
        """`作者：…` where the beginning of the text does not name who wrote it."""
        first = re.split(r"[\s　,，、]+", self._author)[0]
        return f"作者：{self._author}" if self._author and first not in beginning else ""

    def _call(self, title: str) -> None:
        title = one_line(title)
        if title:
            self.titles.add(title)
            self.title = self.title or title

    def _written_by(self, author: str) -> None:
        author = re.sub(r"^(?:本报)?(?:记者|作者|記者)\s*[:：]?\s*", "", one_line(author))[:60]
        if not self._author and HAN_NAME.search(author):
            self._author = author

    def _day(self, text: str) -> None:
        day = DAY.search(text)
        if not self._date and day and 1 <= int(day[2]) <= 12 and 1 <= int(day[3]) <= 31:
            self._date = f"{day[1]}年{int(day[2]):02}月{int(day[3]):02}日"

    def _from(self, source: str) -> None:
        # Of a source such as 人民网－人民日报 the last name is the paper.
        named = re.split("[－—–-]", one_line(source))[-1]
        if not self._paper and PAPER.fullmatch(named):
            self._paper = named
