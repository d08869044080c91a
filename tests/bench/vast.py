"""A library of very many articles and a notebook of very many notes, written straight into their files: parsing and
importing a million articles would take an hour, and nothing that is measured on it depends on how they came there."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from paperterm.library import ids, schema
from paperterm.library.facts import to_json
from paperterm.library.packing import pack_article, searched
from paperterm.model import Article, Block, IssueFacts
from paperterm.notebook import Note, Notebook, describe
from paperterm.notebook.ids import new_id
from paperterm.notebook.records import form
from paperterm.parse.form import article_form

PAPERS = ("大江日报", "工人时报", "北山晚报", "南湖晨报", "西原农民报")
PAGES, ON_A_PAGE = 4, 8
"""Pages of an issue, articles on a page."""
FIRST_WORDS = "江边新桥通车的消息传开"
"""Every article begins with them."""
LAST_DAY = date(2025, 3, 25)
MOMENT = "2026-01-01T00:00:00.000+00:00"
EMPTY = json.dumps({"furniture": [], "warnings": []})


def article(number: int) -> Article:
    """Article number so-and-so, as the parser would make it; its id is not yet that of a library."""
    text = f"{FIRST_WORDS},两岸居民盼望多年,第{number}位读者来信说,出行从此方便得多了。"
    return Article("", "story", (Block("headline", f"新桥通车记之{number}", (1,)), Block("body", text, (3,))))


def id_of(number: int) -> str:
    facts = issue_of(number)
    paper = PAPERS.index(facts.paper or PAPERS[0])
    return f"paper{paper}/{facts.date}/{facts.page}/a{number}"


def issue_of(number: int) -> IssueFacts:
    """The papers take turns, each with the newest issue first."""
    issue, rest = divmod(number, PAGES * ON_A_PAGE)
    days, paper = divmod(issue, len(PAPERS))
    day = LAST_DAY - timedelta(days=days)
    return IssueFacts(PAPERS[paper], day.isoformat(), page=rest // ON_A_PAGE + 1)


def fill_library(path: Path, articles: int) -> None:
    """A library of so many articles (a multiple of eight), some twenty seconds a million."""
    schema.create(path)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -400000")
    follows = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'articles_in'").fetchone()[0]
    connection.execute("BEGIN")
    connection.execute("DROP TRIGGER articles_in")  # no index is asked for: nothing needs to be noted for it
    connection.executemany(
        "INSERT INTO pages (seq, sha256, text_sha, printed, assumed, facts, paper, date, page, imported, remains, raw) "
        "VALUES (?, ?, '', ?, '{}', ?, ?, ?, ?, 0, ?, x'')",
        _pages(articles // ON_A_PAGE),
    )
    connection.executemany(
        "INSERT INTO sources (path, size, mtime_ns, page) VALUES (?, 1, 1, ?)",
        ((f"/papers/{page}.txt".encode(), page + 1) for page in range(articles // ON_A_PAGE)),
    )
    connection.executemany(
        "INSERT INTO articles (page, position, id, slug, kind, title, headline, form) "
        "VALUES (?, ?, ?, ?, 'story', ?, ?, ?)",
        _articles(articles),
    )
    connection.executemany(
        "INSERT INTO folded (article, text) VALUES (?, ?)",
        ((number + 1, searched(article_form(article(number)))) for number in range(articles)),
    )
    connection.execute(follows)
    connection.execute("COMMIT")
    connection.close()


def _pages(count: int) -> Iterator[tuple[object, ...]]:
    for page in range(count):
        facts = issue_of(page * ON_A_PAGE)
        form = to_json(facts)
        sha = sha256(str(page).encode()).hexdigest()
        yield page + 1, sha, form, form, facts.paper, facts.date, facts.page, EMPTY


def _articles(count: int) -> Iterator[tuple[object, ...]]:
    for number in range(count):
        made, id = article(number), id_of(number)
        page, position = divmod(number, ON_A_PAGE)
        yield page + 1, position, id, ids.slug(id), made.title, made.headline, pack_article(made)


def fill_notebook(folder: Path, notes: int, articles: int) -> None:
    """A notebook with so many notes, spread over a library of so many articles."""
    rows = {}
    for count in range(notes):
        number = count * articles // notes
        sha = sha256(str(number // ON_A_PAGE).encode()).hexdigest()
        anchor = describe(article(number), sha, 1, 0, len(FIRST_WORDS))
        rows[str(count + 1)] = form(Note(new_id(), id_of(number), f"第{count}条笔记", anchor, ("桥",), MOMENT, MOMENT))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "notebook.json").write_text(json.dumps({"notes": rows}, ensure_ascii=False), "utf-8")
    notebook = Notebook(folder)
    notebook.add_note(id_of(0), "写在这里", describe(article(0), "", 1, 0, 4))  # seals it, as every change does
    notebook.close()
