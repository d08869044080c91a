"""Where an article goes on, and where it began: 下转第N版 and 上接第N版 brought together over the pages of an issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperterm.actions.answer import Failure
from paperterm.library.engine import Engine
from paperterm.library.records import StoredArticle

if (
    TYPE_CHECKING
):  # most issues asked for hold no jump, and the parser's patterns take longer than the rest of a command
    from paperterm.parse.continuations import Link, Text


class Jumps:
    """The jumps of a library. What was found in the issue asked for last is kept until the library changes; to be used
    on one thread."""

    def __init__(self, library: Engine) -> None:
        self._library = library
        self._issue: _Issue | None = None
        self._known: object = None

    def continuation(self, stored: StoredArticle) -> str | None:
        """The id of the article in which this one goes on; None where none was found."""
        head = stored.head
        issue = self._issue_of(stored)
        return issue.continuation(head.id, head.page, stored.article.jump_to) if issue else None

    def beginning(self, stored: StoredArticle) -> str | None:
        """The id of the article that goes on in this one; None where none was found."""
        issue = self._issue_of(stored)
        return issue.beginning(stored.head.id, stored.head.page) if issue else None

    def rest(self, stored: StoredArticle) -> list[StoredArticle]:
        """The articles in which this one goes on, to its end."""
        found, seen = [stored], {stored.head.id}
        while (id := self.continuation(found[-1])) is not None and id not in seen:
            seen.add(id)
            found.append(self._library.article(id))
        return found[1:]

    def whole(self, stored: StoredArticle) -> list[StoredArticle]:
        """All parts of the article, from its beginning to its end."""
        first, seen = stored, {stored.head.id}
        while (id := self.beginning(first)) is not None and id not in seen:
            seen.add(id)
            first = self._library.article(id)
        return [first, *self.rest(first)]

    def leads_on(self, stored: StoredArticle) -> bool:
        """Is the other part that a jump from here leads to its continuation? Else it is its beginning."""
        if stored.article.jump_to is not None or self.continuation(stored) is not None:
            return True
        return stored.article.jump_from is None and self.beginning(stored) is None

    def target(self, stored: StoredArticle, forward: bool) -> str:
        """The id of the continuation, or of the beginning. Raises Failure with a sentence where there is none."""
        found = self.continuation(stored) if forward else self.beginning(stored)
        if found is None:
            raise Failure("no-jump", self.missing(stored, forward))
        return found

    def missing(self, stored: StoredArticle, forward: bool) -> str:
        """Why there is no continuation, or no beginning."""
        article, head = stored.article, stored.head
        number = article.jump_to if forward else article.jump_from
        if number is None:
            if article.jump_to == article.jump_from:
                return "This article says neither 下转 nor 上接."
            return f"This article says no {'下转' if forward else '上接'}."
        if head.paper is None or head.date is None:
            way = "goes on" if forward else "began"
            return f"It {way} on 第{number}版, but its page prints no paper and date; state them with `paperterm set`."
        if not self._library.articles_on(head.paper, head.date, number):
            return f"第{number}版 of {head.paper} {head.date} is not in the library."
        what = "continuation" if forward else "beginning"
        return f"第{number}版 is in the library, but no {what} of this article was found on it."

    def _issue_of(self, stored: StoredArticle) -> _Issue | None:
        paper, date = stored.head.paper, stored.head.date
        if paper is None or date is None:
            return None
        known = (self._library.version(), paper, date)
        if self._issue is None or self._known != known:
            self._issue, self._known = _Issue(self._library, paper, date), known
        return self._issue


class _Issue:
    """The jumps of one issue, brought together page by page as they are asked for."""

    def __init__(self, library: Engine, paper: str, date: str) -> None:
        self._library, self._name = library, (paper, date)
        self._marked = library.marked(paper, date)
        self._texts: dict[int | None, list[Text]] = {}
        self._links: dict[int | None, list[Link]] = {}

    def continuation(self, id: str, page: int | None, jump_to: int | None) -> str | None:
        named_by = [m.page for m in self._marked if m.jump_from is not None and m.jump_from == page]
        pages = [jump_to] if jump_to is not None else dict.fromkeys(named_by)
        found = [link for number in pages for link in self._onto(number) if link.beginning.article.id == id]
        best = max(found, key=lambda link: link.likeness, default=None)
        return best.continuation.article.id if best else None

    def beginning(self, id: str, page: int | None) -> str | None:
        for link in self._onto(page):
            one = link.beginning
            # A text without a mark may be claimed by the texts of two pages; it goes on in one of them.
            if link.continuation.article.id == id and id == self.continuation(
                one.article.id, one.page, one.article.jump_to
            ):
                return one.article.id
        return None

    def _onto(self, page: int | None) -> list[Link]:
        """The links whose continuation stands on this page."""
        if page not in self._links:
            jumping = {m.page for m in self._marked if m.jump_to is not None and m.jump_to == page}
            named = {m.jump_from for m in self._marked if m.page == page and m.jump_from is not None}
            self._links[page] = self._brought_together((jumping | named) - {page}, page)
        return self._links[page]

    def _brought_together(self, beginnings: set[int | None], page: int | None) -> list[Link]:
        if not beginnings:
            return []
        from paperterm.parse.continuations import links

        return links([text for number in sorted(beginnings, key=str) for text in self._on(number)], self._on(page))

    def _on(self, page: int | None) -> list[Text]:
        from paperterm.parse.continuations import Text

        if page not in self._texts:
            self._texts[page] = [Text(article, page) for article in self._library.articles_on(*self._name, page)]
        return self._texts[page]
