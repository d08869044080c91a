"""Which article comes next: the first of another issue, or the next one that was not read yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from itertools import chain

from paperterm.actions.session import Session
from paperterm.library.engine import Engine
from paperterm.library.records import ArticleHead, IssueHead

Issue = tuple[str | None, str | None]
"""Paper and date."""


def issue_of(head: ArticleHead | IssueHead) -> Issue:
    return head.paper, head.date


def articles_of(library: Engine, issue: Issue) -> list[ArticleHead]:
    """The articles of an issue in reading order."""
    return [article for page in library.pages(*issue) for article in page.articles]


def first_of(library: Engine, issue: Issue) -> str | None:
    """The id of an issue's first article; None where it has none."""
    return next((article.id for article in articles_of(library, issue)), None)


def in_other_issue(library: Engine, issue: Issue, step: int) -> str | None:
    """The first article of the issue `step` places further down in the list of issues (up, where negative), or of the last
    one there is on that way; None where there is none. Issues without articles do not count."""
    issues = [issue_of(head) for head in library.issues() if head.articles or issue_of(head) == issue]
    if issue not in issues:
        return None
    at = issues.index(issue)
    target = max(0, min(at + step, len(issues) - 1))
    return first_of(library, issues[target]) if target != at else None


def furthest(library: Engine, id: str, step: int) -> str | None:
    """The article that is most places further, of at most `step` (back, where negative); None where `id` is the last on
    that way. Raises UnknownId."""
    direction, near, far = (1 if step > 0 else -1), 0, abs(step)
    while far - near > 1:  # there is one `near` places on, there is none `far` places on
        middle = (near + far) // 2
        near, far = (middle, far) if library.neighbour(id, direction * middle) else (near, middle)
    return library.neighbour(id, direction * near) if near else None


def next_unread(library: Engine, id: str, read: Collection[str], stop: Callable[[], bool]) -> str | None:
    """The next article behind `id`, in the order of the list of issues, that is not among `read`; behind the last comes
    the first. None where all are read, or when stopped. Raises UnknownId."""
    stored = library.article(id)
    here, own = issue_of(stored.head), stored.head.id
    articles = [article.id for article in articles_of(library, here)]
    at = articles.index(own) if own in articles else -1  # an older version of a page is not listed

    def elsewhere() -> Iterator[str]:
        issues = [issue_of(head) for head in library.issues()]
        place = issues.index(here) if here in issues else -1
        for issue in chain(issues[place + 1 :], issues[: max(0, place)]):
            if stop():
                return
            yield from (article.id for article in articles_of(library, issue))

    behind = chain(articles[at + 1 :], elsewhere(), articles[: max(0, at)])
    return next((one for one in behind if one not in read), None)


def read_by_issue(session: Session) -> Counter[Issue]:
    """How many articles of each issue were read."""
    heads = (session.library.head(id) for id in session.reading.read_ids())
    return Counter(issue_of(head) for head in heads if head is not None)
