"""Feeding the index from the library, and what it must not be asked about.

The library's triggers write down which articles the index does not know as they are now (`tail`) and which it knows no
longer rightly (`gone`). The index is written first and these notes are taken away then: a kill in between leaves articles
that stand in both, and the notes win.
"""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from paperterm.library import grams
from paperterm.library.connections import transaction
from paperterm.library.indexes import Broken, Busy, Kept, home, kept, recorded, waiting
from paperterm.library.order import day_number
from paperterm.library.packing import unpack_form
from paperterm.library.space import give_back
from paperterm.query.matcher import TITLE_ROLES
from paperterm.text.fold import searchable

if TYPE_CHECKING:  # tantivy, which the first screen does without
    from paperterm.library.index import Entry, Index

WORTH = 500
"""Articles. A library, or what came since the index was fed, is scanned as long as it has no more."""

BATCH = 5_000
"""Articles that the index takes at once."""


def feed(
    library: Path,
    connection: sqlite3.Connection,
    tell: Callable[[int, int], None] | None = None,
    worth: int | None = None,
) -> int:
    """Bring the index up to date where it does not know more than `worth` articles (None: WORTH) as they are; returns the
    number of articles taken in. `tell(done, total)` is called after each batch. Raises Broken and sqlite3.Error."""
    total, known = waiting(connection), kept(connection)
    little = total <= (WORTH if worth is None else worth)
    if little and (known is None or worth is not None):
        return 0
    from paperterm.library.index import FORM, Index

    if known is not None and known.form != FORM:
        raise Broken(f"The index {home(library)} was made by another version of paperterm")
    if known is None:
        known = _begin(library, connection, FORM)
        total = waiting(connection)
        index = Index(home(library) / known.folder)
    else:
        index = Index(home(library) / known.folder, make=False)
    if little:
        return 0  # and what there is is sound
    done = 0
    while batch := _batch(connection):
        _put(connection, index, known, batch)
        done += len(batch)
        if tell is not None:
            tell(done, max(total, done))
    give_back(connection)
    return done


def forget(connection: sqlite3.Connection, known: Kept | None) -> None:
    """The index `known` is no good: everything is scanned until it is made anew. Left alone where another process began to
    make it anew."""
    with transaction(connection):
        now = kept(connection)
        if now is not None and (known is None or now.folder == known.folder):
            _forget(connection)


def _forget(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM state WHERE key = 'index'")
    connection.execute("INSERT OR IGNORE INTO tail (article) SELECT seq FROM articles")
    connection.execute("DELETE FROM gone")


def _begin(library: Path, connection: sqlite3.Connection, form: int) -> Kept:
    """A new index, unless another process has begun one since."""
    from paperterm.library.index import remove

    begun = Kept(uuid.uuid4().hex[:12], form, 0, 1.0)
    with transaction(connection):
        if (other := kept(connection)) is not None:
            return other
        _forget(connection)
        _keep(connection, begun)
    for old in home(library).glob("*"):
        if old.name != begun.folder:
            remove(old)
    return begun


def _keep(connection: sqlite3.Connection, state: Kept) -> None:
    value = json.dumps({"folder": state.folder, "form": state.form, "fed": state.fed, "length": state.length})
    _write(connection, "index", value)


def record(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Have the library's table `state` say this."""
    if recorded(connection, key) != value:
        with transaction(connection):
            _write(connection, key, value)


def _write(connection: sqlite3.Connection, key: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (key, value))


def _batch(connection: sqlite3.Connection) -> list[tuple[int, int]]:
    """The oldest notes of the tail: (change, article)."""
    rows = connection.execute("SELECT change, article FROM tail ORDER BY change LIMIT ?", (BATCH,))
    return rows.fetchall()


def _put(connection: sqlite3.Connection, index: Index, fed: Kept, batch: list[tuple[int, int]]) -> None:
    last = batch[-1][0]
    gone = connection.execute("SELECT change, article FROM gone ORDER BY change").fetchall()
    entries = list(_entries(connection, last))
    index.put(entries, [article for _, article in gone])
    pieces = sum(entry.text.count(" ") + 1 for entry in entries)
    with transaction(connection):
        known = kept(connection)
        if known is None or known.folder != fed.folder:
            raise Busy(f"The index {fed.folder} is being made anew by another program")
        connection.execute("DELETE FROM folded WHERE article IN (SELECT article FROM tail WHERE change <= ?)", (last,))
        # What was noted again meanwhile has a greater number, and stays.
        connection.execute("DELETE FROM tail WHERE change <= ?", (last,))
        if gone:
            connection.execute("DELETE FROM gone WHERE change <= ?", (gone[-1][0],))
        share = len(entries) / max(1, index.searcher().num_docs)
        length = known.length * (1 - share) + share * pieces / max(1, len(entries))
        _keep(connection, Kept(known.folder, known.form, known.fed + 1, length))


def _entries(connection: sqlite3.Connection, last: int) -> Iterator[Entry]:
    """The articles noted up to `last`, as the index takes them."""
    from paperterm.library.index import Entry

    rows = connection.execute(
        "SELECT articles.seq, kind, title, headline, form, paper, date, pages.page FROM tail "
        "JOIN articles ON articles.seq = tail.article JOIN pages ON pages.seq = articles.page WHERE change <= ?",
        (last,),
    )
    for seq, kind, title, headline, packed, paper, date, page in rows:
        form = unpack_form(packed)
        texts = [searchable(block["text"]) for block in form["blocks"]]
        titles = [headline or title, *(b["text"] for b in form["blocks"] if b["role"] in TITLE_ROLES)]
        yield Entry(
            seq=seq,
            text=grams.tokens(texts),
            characters=grams.characters(texts),
            title=_words(titles),
            paper=_words([paper or ""]),
            by=_words(form["byline"]),
            column=_words([form["column"] or ""]),
            kind=kind,
            paper_name=paper or "",
            day=day_number(date) if date else None,
            page=page,
        )


def _words(texts: list[str]) -> str:
    return grams.tokens([searchable(text) for text in texts])
