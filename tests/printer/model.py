"""What the printer works on: elements of articles, and the physical lines they become.

Facts travel inside the text, between pairs of private-use characters, so that whatever damage does to a text, the truth
is what is left of it. The marks never reach the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

NAME, AGENCY, PLACE, FILED, TO, FROM = (
    "\ue000\ue001",
    "\ue002\ue003",
    "\ue004\ue005",
    "\ue006\ue007",
    "\ue008\ue009",
    "\ue00a\ue00b",
)
MARK = re.compile("[\ue000-\ue00b]")
SPAN = re.compile("[\ue000\ue002\ue004\ue006\ue008\ue00a][^\ue000-\ue00b]*[\ue001\ue003\ue005\ue007\ue009\ue00b]")
# The reading rank of what stands before an article's running text, wherever it is printed.
HEAD = {"column": 0, "kicker": 1, "headline": 2, "deck": 3, "digest": 4, "byline": 5}


def said(kind: str, text: str) -> str:
    """`text` marked as stating a fact of this kind."""
    return kind[0] + text + kind[1]


def facts(kind: str, text: str) -> list[str]:
    return re.findall(kind[0] + "([^\ue000-\ue00b]*)" + kind[1], text)


def plain(text: str) -> str:
    return MARK.sub("", text)


@dataclass(eq=False)
class Element:
    """One paragraph, headline or line of an article; `order` is its place among the elements as written."""

    role: str
    text: str
    order: int = 0
    whole: bool = False  # never cut: verse, run-in briefs, tables

    @property
    def rank(self) -> tuple[int, int]:
        return (HEAD.get(self.role, 9), self.order)


@dataclass(eq=False)
class Article:
    """Elements in the order in which they are printed. `photo` articles keep their kind whatever is lost."""

    elements: list[Element] = field(default_factory=list)
    photo: bool = False
    brief: bool = False
    ordinal: bool = False  # its section headings are numbered

    def add(self, role: str, text: str, whole: bool = False) -> Element:
        element = Element(role, text, len(self.elements), whole)
        self.elements.append(element)
        return element


@dataclass(eq=False)
class Part:
    """What one line holds of one element: the `piece`-th piece of it."""

    element: Element
    text: str
    piece: float = 0.0


@dataclass(eq=False)
class Line:
    """One physical line. `before` and `after` are markup that carries no text; `gap` the blank lines above it."""

    parts: list[Part]
    article: Article | None = None
    role: str = "furniture"  # of a line that belongs to no article
    level: int = 0
    gap: int = 1
    before: str = ""
    after: str = ""
    joint: str = " "
    column: int = 0  # in which column of its article this line was set
    rigid: bool = False  # masthead: its characters stay
    states: dict[str, str | int] = field(default_factory=dict)  # issue facts on this line

    @property
    def roles(self) -> list[str]:
        return [p.element.role for p in self.parts] if self.article else [self.role]

    @property
    def main(self) -> Part:
        return self.parts[0]

    def text(self) -> str:
        """The line as it stands in the file, marks and all."""
        body = self.joint.join(p.text for p in self.parts)
        return "#" * self.level + (" " if self.level else "") + self.before + body + self.after


def page_line(text: str, role: str = "furniture", **more: object) -> Line:
    """A line that belongs to no article."""
    line = Line([Part(Element(role, text), text)], None, role)
    for key, value in more.items():
        setattr(line, key, value)
    return line


def is_body(line: Line) -> bool:
    """Whether the line is running text of an article, and nothing else."""
    return line.article is not None and line.roles == ["body"] and not line.article.photo


def cut_places(text: str) -> list[int]:
    """Where a text may be cut: between any two characters, but not inside what states a fact, nor beside a mark."""
    shut: set[int] = set()
    for match in SPAN.finditer(text):
        shut |= set(range(match.start() + 1, match.end()))
    return [i for i in range(1, len(text)) if i not in shut]
