"""Changes to the library's tables. Every function runs inside a transaction that its caller began."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from paperterm.library import ids
from paperterm.library.facts import PageFacts, first_known, from_json, to_json
from paperterm.library.packing import pack_article, pack_text, searched, unpack_form
from paperterm.library.succession import Text, succession
from paperterm.model import Article, IssueFacts, Page
from paperterm.parse.form import article_form, article_from_form, block_form
from paperterm.parse.identity import name_articles, page_prefix, text_sha
from paperterm.text.fold import searchable

Outcome = Literal["added", "changed", "unchanged"]


@dataclass(frozen=True, slots=True)
class Source:
    """A file: real path, size in bytes, change time in nanoseconds."""

    path: bytes
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class _Old:
    """An article that is about to be replaced, with every id it ever had."""

    id: str
    aliases: tuple[str, ...]
    text: Text


def add(
    connection: sqlite3.Connection,
    source: Source,
    sha256: str,
    text: str,
    page: Page,
    assumed: IssueFacts,
    stated: IssueFacts | None,
) -> Outcome:
    """Takes a page in; see SqliteLibrary.add."""
    known = add_same(connection, source, sha256, assumed, stated)
    if known is not None:
        return known
    before = _page_of(connection, source)
    seq = _insert_page(connection, sha256, text, page, PageFacts(stated, page.issue, assumed))
    _point(connection, source, seq, fresh=True)
    old = [] if before is None else _drop_sourceless(connection, before)
    _insert_articles(connection, seq, page.articles, old)
    _show_newest(connection, seq)
    return "added" if before is None else "changed"


def add_same(
    connection: sqlite3.Connection, source: Source, sha256: str, assumed: IssueFacts, stated: IssueFacts | None
) -> Outcome | None:
    """Takes in a file whose bytes are a page of the library; None where no page has these bytes."""
    row = connection.execute("SELECT seq, assumed FROM pages WHERE sha256 = ?", (sha256,)).fetchone()
    if row is None:
        return None
    seq: int = row[0]
    before = _page_of(connection, source)
    _point(connection, source, seq, fresh=before != seq)
    if before != seq:
        _set_facts(connection, seq, assumed=first_known(assumed, from_json(row[1])))
    if stated is not None:
        _set_facts(connection, seq, stated=stated)
    if before is None or before == seq:
        return "unchanged"
    _drop_sourceless(connection, before, heirs=_articles(connection, seq))
    return "changed"


def forget(connection: sqlite3.Connection, seq: int) -> None:
    """Removes page number `seq` and the files that hold it."""
    connection.execute("DELETE FROM sources WHERE page = ?", (seq,))
    _drop_sourceless(connection, seq)


def reparsed(connection: sqlite3.Connection, seq: int, page: Page, assumed: IssueFacts) -> None:
    """Puts newly parsed articles in the place of page number `seq`'s; their ids stay where they still fit."""
    old = _old_articles(connection, seq)
    connection.execute("DELETE FROM articles WHERE page = ?", (seq,))
    connection.execute("UPDATE pages SET remains = ? WHERE seq = ?", (_remains(page), seq))
    _set_facts(connection, seq, printed=page.issue, assumed=assumed)
    _insert_articles(connection, seq, page.articles, old)


def state(connection: sqlite3.Connection, seq: int, facts: IssueFacts) -> None:
    """Takes what a person states about page number `seq`; nothing in `facts` takes it back."""
    _set_facts(connection, seq, stated=facts)


def _page_of(connection: sqlite3.Connection, source: Source) -> int | None:
    row = connection.execute("SELECT page FROM sources WHERE path = ?", (source.path,)).fetchone()
    return row[0] if row else None


def _insert_page(connection: sqlite3.Connection, sha256: str, text: str, page: Page, facts: PageFacts) -> int:
    effective = facts.effective
    cursor = connection.execute(
        "INSERT INTO pages (sha256, text_sha, printed, assumed, stated, facts, paper, date, number, page, imported, "
        "remains, raw) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            sha256,
            text_sha(text),
            to_json(facts.printed),
            to_json(facts.assumed),
            to_json(facts.stated) if facts.stated else None,
            to_json(effective),
            *(effective.paper, effective.date, effective.number, effective.page),
            time.time(),
            _remains(page),
            pack_text(text),
        ),
    )
    return int(cursor.lastrowid or 0)


def _remains(page: Page) -> str:
    forms = {"furniture": [block_form(b) for b in page.furniture], "warnings": [asdict(w) for w in page.warnings]}
    return json.dumps(forms, ensure_ascii=False)


def _point(connection: sqlite3.Connection, source: Source, seq: int, fresh: bool) -> None:
    """Notes that the file holds page number `seq`; a `fresh` source becomes the latest one, which is the one shown."""
    if fresh:
        connection.execute("DELETE FROM sources WHERE path = ?", (source.path,))
    connection.execute(
        "INSERT INTO sources (path, size, mtime_ns, page) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (path) DO UPDATE SET size = excluded.size, mtime_ns = excluded.mtime_ns",
        (source.path, source.size, source.mtime_ns, seq),
    )


def _drop_sourceless(
    connection: sqlite3.Connection, seq: int, heirs: Sequence[tuple[int, Text]] | None = None
) -> list[_Old]:
    """Removes page number `seq` if no file holds it any more and gives back its articles; with `heirs`, articles that
    stand in the library already, its ids go over to them at once."""
    if connection.execute("SELECT 1 FROM sources WHERE page = ?", (seq,)).fetchone():
        return []
    old = _old_articles(connection, seq)
    facts = _effective(connection, seq)
    connection.execute("DELETE FROM pages WHERE seq = ?", (seq,))
    _show_newest_of(connection, facts)
    if heirs is not None:
        passed_on = succession([o.text for o in old], [text for _, text in heirs])
        for was, heir in zip(old, passed_on.heir, strict=True):
            if heir is not None:
                _alias(connection, (was.id, *was.aliases), heirs[heir][0])
    return old


def _old_articles(connection: sqlite3.Connection, seq: int) -> list[_Old]:
    rows = connection.execute("SELECT seq, id, headline, form FROM articles WHERE page = ? ORDER BY position", (seq,))
    old = []
    for article, id, headline, form in rows.fetchall():
        aliases = connection.execute("SELECT id FROM aliases WHERE article = ? ORDER BY id", (article,))
        old.append(_Old(id, tuple(row[0] for row in aliases), _text(headline, searched(unpack_form(form)))))
    return old


def _articles(connection: sqlite3.Connection, seq: int) -> list[tuple[int, Text]]:
    rows = connection.execute("SELECT seq, headline, form FROM articles WHERE page = ? ORDER BY position", (seq,))
    return [(article, _text(headline, searched(unpack_form(form)))) for article, headline, form in rows]


def _text(headline: str | None, text: str) -> Text:
    return Text(searchable(headline) if headline else None, text)


def _insert_articles(
    connection: sqlite3.Connection, seq: int, articles: Sequence[Article], old: Sequence[_Old]
) -> None:
    """Writes a page's articles. An old article's id stays with what it became where the new name is the same but for
    its number; else it goes on as an alias. What became nothing is forgotten."""
    sha = connection.execute("SELECT text_sha FROM pages WHERE seq = ?", (seq,)).fetchone()[0]
    named = name_articles(articles, page_prefix(_effective(connection, seq), sha))
    texts = [searched(article_form(article)) for article in named]
    new = [_text(a.headline, text) for a, text in zip(named, texts, strict=True)]
    passed_on = succession([o.text for o in old], new)
    reserved = {id for o in old for id in (o.id, *o.aliases)}
    numbers: list[int] = []
    for position, (article, text, was) in enumerate(zip(named, texts, passed_on.heir_of, strict=True)):
        if was is not None and ids.base(old[was].id) == ids.base(article.id):
            id = old[was].id
        else:
            id = ids.free(connection, article.id, reserved)
        cursor = connection.execute(
            "INSERT INTO articles (page, position, id, slug, kind, title, headline, form) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(seq, position, id, ids.slug(id), article.kind, article.title, article.headline),
                pack_article(article),
            ),
        )
        connection.execute("INSERT INTO folded VALUES (?, ?)", (cursor.lastrowid, text))
        numbers.append(int(cursor.lastrowid or 0))
    for o, heir in zip(old, passed_on.heir, strict=True):
        if heir is not None:
            _alias(connection, (o.id, *o.aliases), numbers[heir])


def _alias(connection: sqlite3.Connection, old_ids: Sequence[str], article: int) -> None:
    connection.executemany(
        "INSERT INTO aliases (id, slug, article) SELECT ?1, ?2, ?3 "
        "WHERE NOT EXISTS (SELECT 1 FROM articles WHERE id = ?1) "
        "ON CONFLICT (id) DO UPDATE SET article = excluded.article",
        [(id, ids.slug(id), article) for id in old_ids],
    )


def _set_facts(
    connection: sqlite3.Connection,
    seq: int,
    stated: IssueFacts | None = None,
    printed: IssueFacts | None = None,
    assumed: IssueFacts | None = None,
) -> None:
    """Changes whose word is known for page number `seq`, and what follows from it: ids, and which version is shown."""
    row = connection.execute("SELECT stated, printed, assumed FROM pages WHERE seq = ?", (seq,)).fetchone()
    if stated is None and row[0]:
        stated = from_json(row[0])
    facts = PageFacts(stated, printed or from_json(row[1]), assumed or from_json(row[2]))
    before, effective = _effective(connection, seq), facts.effective
    connection.execute(
        "UPDATE pages SET stated = ?, printed = ?, assumed = ?, facts = ?, paper = ?, date = ?, number = ?, page = ?, "
        "shown = CASE WHEN ? THEN 1 ELSE shown END WHERE seq = ?",
        (
            to_json(stated) if stated and stated != IssueFacts() else None,
            *(to_json(facts.printed), to_json(facts.assumed), to_json(effective)),
            *(effective.paper, effective.date, effective.number, effective.page),
            *(before != effective, seq),  # where it stands now, it is shown until a newer version is found
        ),
    )
    if before != effective:
        _rename(connection, seq)
        _show_newest_of(connection, before)
        _show_newest_of(connection, effective)


def _rename(connection: sqlite3.Connection, seq: int) -> None:
    """New ids for a page's articles after its facts changed; the old ones keep working."""
    sha = connection.execute("SELECT text_sha FROM pages WHERE seq = ?", (seq,)).fetchone()[0]
    rows = connection.execute("SELECT seq, id, form FROM articles WHERE page = ? ORDER BY position", (seq,)).fetchall()
    articles = [article_from_form(unpack_form(form)) for _, _, form in rows]
    named = name_articles(articles, page_prefix(_effective(connection, seq), sha))
    for (number, old, _), article in zip(rows, named, strict=True):
        if ids.base(old) == ids.base(article.id):
            continue
        id = ids.free(connection, article.id, (), article=number)
        connection.execute("DELETE FROM aliases WHERE id = ?", (id,))
        connection.execute("UPDATE articles SET id = ?, slug = ? WHERE seq = ?", (id, ids.slug(id), number))
        _alias(connection, (old,), number)


def _effective(connection: sqlite3.Connection, seq: int) -> IssueFacts:
    return from_json(connection.execute("SELECT facts FROM pages WHERE seq = ?", (seq,)).fetchone()[0])


def _show_newest(connection: sqlite3.Connection, seq: int) -> None:
    """Shows page number `seq`, the newest of all, and hides those it is a version of; the hidden ones stay hidden, so
    that a page of a thousand versions is not compared with each."""
    facts = _effective(connection, seq)
    rows = connection.execute(
        "SELECT seq FROM pages WHERE paper = ? AND date = ? AND page = ? AND shown AND seq != ?",
        (facts.paper, facts.date, facts.page, seq),
    ).fetchall()
    texts = [text for _, text in _articles(connection, seq)] if rows else []
    for (other,) in rows:
        older = [text for _, text in _articles(connection, other)]
        if any(heir is not None for heir in succession(older, texts).heir):
            connection.execute("UPDATE pages SET shown = 0 WHERE seq = ?", (other,))


def _show_newest_of(connection: sqlite3.Connection, facts: IssueFacts) -> None:
    """Of the versions of a page, the one imported last is shown.

    Versions have paper, date and number in common, and at least one article: A3 and B3 are both page 3, and a misread
    number must not make a page vanish. Where paper, date or number is not known there are no versions.
    """
    key = (facts.paper, facts.date, facts.page)
    if None in key:
        return
    rows = connection.execute(
        "SELECT seq FROM pages WHERE paper = ? AND date = ? AND page = ? ORDER BY seq DESC", key
    ).fetchall()
    newer: list[list[Text]] = []
    for row in rows:
        texts = [text for _, text in _articles(connection, row[0])] if len(rows) > 1 else []
        older = any(heir is not None for other in newer for heir in succession(texts, other).heir)
        newer.append(texts)
        connection.execute(
            "UPDATE pages SET shown = :shown WHERE seq = :seq AND shown != :shown", {"shown": not older, "seq": row[0]}
        )
