"""What a reference to a newspaper article says, and what of it is missing or only assumed. Nothing is made up here."""

from __future__ import annotations

import re
from dataclasses import dataclass

from paperterm.export.items import Item
from paperterm.model import Article
from paperterm.text.clean import one_line
from paperterm.text.fold import fold

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
_PHOTO = re.compile("摄|图")
OWN = ("本报", "本社", "本刊", "本台")
"""The paper's own people: says who filed an article, but names no author."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One article as a reference names it; all texts on one line. `titled`: the page prints a headline, else `title` is
    its first words. `date` is ISO 8601, a year or a month alone where no more is known, or what a hand wrote instead; `assumed` names facts known from the names of file and folders only."""

    id: str
    title: str
    titled: bool
    authors: tuple[str, ...]
    agency: str | None
    paper: str | None
    date: str | None
    page: int | None
    number: int | None
    assumed: frozenset[str]

    @property
    def day(self) -> tuple[str, ...]:
        """Year, month, day, as many as are known; none where the date is not written as one."""
        return tuple(self.date.split("-")) if self.date and _DATE.fullmatch(self.date) else ()

    @property
    def responsible(self) -> tuple[str, ...]:
        """The authors, else the agency that filed it; empty where neither is known."""
        return self.authors or ((self.agency,) if self.agency else ())

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts that nobody states, among those that a reference should have."""
        known = {
            "author": self.responsible,
            "headline": self.titled,
            "paper": self.paper,
            "date": self.date,
            "day": not self.date or len(self.day) == len(("year", "month", "day")),
            "page": self.page is not None,
        }
        return tuple(name for name, there in known.items() if not there)

    @property
    def doubts(self) -> str:
        """What a reader of the reference has to know, for its note; "" for nothing."""
        said = [f"{', '.join(self.missing)} not known"] if self.missing else []
        if self.assumed:
            said.append(f"{', '.join(sorted(self.assumed))} assumed from the names of file and folders")
        return "; ".join(said)


def reference(item: Item) -> Reference:
    """The reference to an article."""
    article, head = item.article, item.stored.head
    agency = one_line(article.agency or "")
    return Reference(
        id=item.id,
        title=one_line(article.title),
        titled=article.headline is not None,
        authors=tuple(filter(None, map(one_line, _authors(article)))),
        agency=agency if agency and fold(agency) not in OWN else None,
        paper=one_line(head.paper or "") or None,
        date=one_line(head.date or "") or None,
        page=head.page,
        number=item.stored.facts.number,
        assumed=item.assumed,
    )


def _authors(article: Article) -> tuple[str, ...]:
    """The names that the article prints, without those that only a photo's credit names where there are others."""
    credits = [block.text for block in article.blocks if block.role == "credit" and _PHOTO.search(fold(block.text))]
    rest = "".join("".join(block.text.split()) for block in article.blocks if block.text not in credits)
    authors = tuple(name for name in article.byline if "".join(name.split()) in rest)
    return authors or article.byline
