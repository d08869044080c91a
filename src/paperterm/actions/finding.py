"""`issues` and `search`: what is in the library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import PurePath
from typing import TYPE_CHECKING, cast

from paperterm.actions.answer import FOUND, NOTHING, WRONG, Answer, Failure
from paperterm.actions.command import Argument, Command, Values
from paperterm.actions.session import Session, failures
from paperterm.actions.styled import Line, headline, marked, quiet
from paperterm.library.records import ArticleHead, PageHead, Results

if TYPE_CHECKING:
    from paperterm.actions.contract.finding import Found, Issue, IssuePage
    from paperterm.library.facets import Facets
    from paperterm.model import Kind

UNKNOWN_PAPER, UNDATED = "未知报纸", "未标日期"


def where(head: ArticleHead) -> str:
    """工人日报 2025-03-25 第1版; the file's name where paper or date is not known."""
    page = f" 第{head.page}版" if head.page is not None else ""
    file = "" if head.paper and head.date else f" · {PurePath(head.source).name}"
    return f"{head.paper or UNKNOWN_PAPER} {head.date or UNDATED}{page}{file}"


def issues(session: Session, values: Values) -> Answer:
    with failures():
        found = [(head, session.library.pages(head.paper, head.date)) for head in session.library.issues()]
        hint = session.hint
    data: list[Issue] = [
        {"paper": head.paper, "date": head.date, "number": head.number, "pages": [_page(page) for page in pages]}
        for head, pages in found
    ]

    def lines() -> Iterator[Line]:
        for head, pages in found:
            number = f"  第{head.number}期" if head.number is not None else ""
            yield headline(f"{head.paper or UNKNOWN_PAPER}  {head.date or UNDATED}{number}")
            for page in pages:
                if len(pages) > 1 or page.page is not None or head.date is None:
                    yield quiet(f"  {f'第{page.page}版' if page.page is not None else ''}  {page.source}".rstrip())
                for article in page.articles:
                    yield f"    {article.title}"
                    yield quiet(f"      {article.id}")

    nothing = () if data else ("Nothing is in the library. Import pages with: paperterm import FOLDER",)
    return Answer({"issues": data}, lines(), nothing + hint, FOUND if data else NOTHING)


def _page(page: PageHead) -> IssuePage:
    return {
        "page": page.page,
        "source": page.source,
        "articles": [{"id": a.id, "kind": a.kind, "headline": a.headline} for a in page.articles],
    }


def search(session: Session, values: Values) -> Answer:
    from paperterm.query import parse_query

    words: Sequence[str] = values["query"]
    limit = values.get("limit")
    if limit is not None and limit < 0:
        raise Failure("bad-limit", "--limit takes a number of hits, 0 or more.", WRONG)
    text = query_text(words)
    with failures():
        query = parse_query(text)
        results = session.search(query, limit, sort=values.get("sort") or "rank")
        facets = session.library.facets(query, session.outside(query)) if values.get("facets") else None
        hint = session.hint
    data: Found = {
        "query": text,
        "total": results.total,
        "hits": [
            {
                "id": hit.head.id,
                "headline": hit.head.headline,
                "paper": hit.head.paper,
                "date": hit.head.date,
                "page": hit.head.page,
                "source": hit.head.source,
                "score": round(hit.score, 4),
                "snippet": hit.snippet,
                "matches": [{"block": m.block, "start": m.start, "end": m.end} for m in hit.matches],
            }
            for hit in results.hits
        ],
    }
    lines: Iterator[Line] = _hits(results)
    if facets is not None:
        data["facets"] = {
            "papers": [{"paper": value, "count": count} for value, count in facets.papers],
            "years": [{"year": value, "count": count} for value, count in facets.years],
            "months": [{"month": value, "count": count} for value, count in facets.months],
            "kinds": [{"kind": cast("Kind", value), "count": count} for value, count in facets.kinds],
        }
        lines = chain(lines, _facets(facets))
    nothing = () if results.total else (f"Nothing in the library matches {text}",)
    return Answer(data, lines, nothing + hint, FOUND if results.total else NOTHING)


def query_text(words: Sequence[str]) -> str:
    """The query that the words of a command make. Bytes of it that are no UTF-8 become U+FFFD, which nothing holds."""
    return " ".join(word.strip() for word in words).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _hits(results: Results) -> Iterator[Line]:
    for hit in results.hits:
        yield headline(hit.head.title)
        yield quiet(f"  {where(hit.head)}  {hit.head.id}")
        yield marked(hit.snippet, hit.marks, before="  ")
    if len(results.hits) < results.total:
        yield f"… and {results.total - len(results.hits)} more; ask for them with --limit {results.total}"


def _facets(facets: Facets) -> Iterator[Line]:
    for name, counts, unknown in (
        ("paper", facets.papers, UNKNOWN_PAPER),
        ("year", facets.years, UNDATED),
        ("month", facets.months, UNDATED),
        ("kind", facets.kinds, ""),
    ):
        if counts:
            yield headline(f"By {name}")
        for value, count in counts:
            yield f"  {value or unknown}  {count}"


ISSUES = Command("issues", "List the issues", "List every issue in the library with its pages and articles.", issues)
SEARCH = Command(
    "search",
    "Search",
    'Find articles: words (all of them), "a phrase", OR, -without, (…), and fields such as 标题: or date:2025-03.',
    search,
    (
        Argument("QUERY", "what to look for", many="+", dashes=True),
        Argument("--limit", "at most so many hits", int, metavar="N"),
        Argument("--sort", "the best first, or the newest, or the oldest", choices=("rank", "newest", "oldest")),
        Argument("--facets", "also count the articles by paper, year, month and kind", bool),
    ),
)
