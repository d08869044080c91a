"""HTML: a saved page of a newspaper's site, and the article that is in it.

The reading of the file becomes runs of text with what contains them; `boilerplate` chooses, `imprint` tells the facts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import takewhile

from paperterm.ingest.boilerplate import article, is_junk
from paperterm.ingest.decode import Unreadable
from paperterm.ingest.imprint import BORDER, LONGEST, Imprint, is_imprint, parted
from paperterm.ingest.markup import read_html
from paperterm.text.clean import one_line

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span"
    " strike strong sub sup time tt u var img wbr".split()
)
VOID = frozenset("area base br col embed hr input link meta param source track".split())
"""Elements that hold nothing."""
UNSEEN = frozenset(
    "aside button canvas footer iframe math menu nav noscript object option script select style svg template textarea"
    " title".split()
)
JUNK_WORDS = frozenset(
    "ad ads advert advertisement breadcrumb breadcrumbs comment comments cookie copyright crumb crumbs dialog ewm foot"
    " footer hot login menu modal nav navbar navigation pager pagination popup qrcode rank ranking recommend"
    " recommended relate related search share sharing sidebar subscribe toolbar weixin".split()
)
"""Words in an element's class or id that say that it is no part of an article."""
NEVER_JUNK = frozenset(("html", "body", "article", "main", "h1"))
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
NAME_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
MOST_HEAD = 12
"""Runs above a text's first sentence that are looked at."""
MOST_STATED = 200_000  # characters of one script or comment that states facts


@dataclass(slots=True)
class Run:
    """A piece of text that is set on its own: a paragraph, a heading, a table's row. `linked` counts its characters in links."""

    text: str
    linked: int
    level: int
    within: int


@dataclass(slots=True)
class Container:
    """An element that holds runs: its parent's place in the list of containers, its name, its class and id."""

    parent: int
    tag: str
    names: str
    words: frozenset[str]
    junk: bool
    body: bool  # marked as the article's text


@dataclass(slots=True)
class Document:
    """What a file holds, in its order. Containers come before what they hold."""

    runs: list[Run] = field(default_factory=list)
    containers: list[Container] = field(default_factory=lambda: [Container(0, "", "", frozenset(), False, False)])
    imprint: Imprint = field(default_factory=Imprint)


def html_text(text: str) -> str:
    """The article of an HTML page: paper, date and page number where they are known, headlines with `#`, author,
    paragraphs and rows of tables. Raises Unreadable where there is no text in it."""
    reader = _Reader()
    read_html(text, reader)
    document = reader.document
    heads, body = article(document)
    imprint = document.imprint
    read = [run for run in heads + _head(body) + body[-2:] if is_imprint(run.text)]
    for run in read:
        imprint.read(run.text)
    stated = imprint.headlines() if imprint.founders or not any(run.level == 1 for run in heads + body) else []
    shown = {run.text for run in body[:3]} | (imprint.titles if stated else set())
    top = stated + [_marked(run) for run in heads if run not in read and run.text not in shown]
    kept = [(_marked(run), _is_row(document, run)) for run in body if run not in read]
    kept = [(line, row) for line, row in kept if not is_junk(line) and not (stated and line in imprint.titles)]
    if not kept and not heads:
        raise Unreadable("It is HTML without text; if a script fills the page in, save it from the browser once more.")
    beginning = "".join(top) + "".join(line for line, _ in kept[:5])
    parts = ["\n\n".join(filter(None, (imprint.masthead(), *top, imprint.byline(beginning))))]
    before = False
    for line, row in kept:
        parts += ["\n" if row and before else "\n\n", line]
        before = row
    return "".join(parts).strip()


def _head(body: list[Run]) -> list[Run]:
    """The runs above the first sentence of a text: kicker, headline, deck, the line of facts."""
    return list(takewhile(lambda run: "。" not in run.text and len(run.text) <= LONGEST, body[:MOST_HEAD]))


def _is_row(document: Document, run: Run) -> bool:
    return document.containers[run.within].tag == "tr"


def _marked(run: Run) -> str:
    return f"{'#' * run.level} {run.text}" if run.level else run.text


class _Reader:
    """Makes runs and containers of what the file holds."""

    def __init__(self) -> None:
        self.document = Document()
        self._open: list[tuple[str, int]] = []  # element, container it stands in
        self._at = 0
        self._unseen = self._links = 0
        self._text: list[str] = []
        self._linked = 0
        self._stated: list[str] | None = None  # text of a <title> or of a script that states facts
        self._body_comment = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._open.append((tag, self._at))
        if tag == "meta":
            self.document.imprint.meta(attributes)
        if tag == "title" or (tag == "script" and attributes.get("type", "").lower() == "application/ld+json"):
            self._stated = []
        if tag in UNSEEN:
            self._unseen += 1
        if tag == "a":
            self._links += 1
        if tag == "span" and self._text:
            self._text.append(BORDER)
        if tag in ("td", "th") and self._text:
            self._text.append(" | ")
        elif tag not in INLINE:
            if tag not in ("td", "th") or not self._in_row():
                self._finish()
            if tag not in VOID:
                self._enter(tag, attributes)

    def end(self, tag: str) -> None:
        if tag not in INLINE and tag not in ("td", "th"):
            self._finish()
        _, outer = self._open.pop()
        if self._stated is not None and tag in ("title", "script"):
            stated = "".join(self._stated)[:MOST_STATED]
            if tag == "title":
                self.document.imprint.page_title(stated)
            else:
                self.document.imprint.linked_data(stated)
            self._stated = None
        if tag in UNSEEN:
            self._unseen -= 1
        if tag == "a":
            self._links -= 1
        self._at = outer

    def data(self, data: str) -> None:
        if self._stated is not None:
            self._stated.append(data)
        if self._unseen:
            return
        self._text.append(data.replace(BORDER, ""))
        if self._links:
            self._linked += len("".join(data.split()))

    def comment(self, text: str) -> None:
        """Sites made with Founder's publishing system state an article's facts and mark its text in comments."""
        said = text.strip()
        if said.startswith("enpproperty"):
            self.document.imprint.founder(said[:MOST_STATED])
        elif said in ("enpcontent", "/enpcontent"):
            self._finish()
            self._body_comment = said == "enpcontent"

    def close(self) -> None:
        self._finish()

    def _in_row(self) -> bool:
        return len(self._open) > 1 and self._open[-2][0] == "tr"

    def _enter(self, tag: str, attributes: dict[str, str]) -> None:
        names = f"{attributes.get('class', '')} {attributes.get('id', '')}".strip()[:200]
        words = frozenset(word.lower() for word in NAME_WORD.findall(names))
        above = self.document.containers[self._at]
        hidden = "hidden" in attributes or bool(HIDDEN.search(attributes.get("style", "")[:500]))
        junk = above.junk or ((bool(words & JUNK_WORDS) or hidden) and tag not in NEVER_JUNK)
        body = tag == "founder-content" or attributes.get("itemprop", "").lower() == "articlebody"
        self.document.containers.append(Container(self._at, tag, names, words, junk, body or self._marked_body(above)))
        self._at = len(self.document.containers) - 1

    def _marked_body(self, above: Container) -> bool:
        return above.body or self._body_comment

    def _finish(self) -> None:
        text = one_line(parted("".join(self._text)).strip(" |"))
        linked, self._linked = self._linked, 0
        self._text = []
        if not text:
            return
        level = 0
        for tag, _ in self._open[-4:]:
            if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
                level = int(tag[1])
        self.document.runs.append(Run(text, linked, level, self._at))
