"""Made-up libraries are the same for ever, are like newspapers in what matters to a search, and are what an import makes."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path
from random import Random
from statistics import mean

from paperterm.library.sqlite import SqliteLibrary
from paperterm.model import IssueFacts
from paperterm.notebook import place
from paperterm.text.fold import fold
from tests.searching.notes import notes
from tests.searching.pages import Printed, page, pages
from tests.searching.shelf import fill
from tests.searching.words import vocabulary

TABLES = {
    "pages": "seq, sha256, text_sha, printed, assumed, stated, facts, paper, date, number, page, shown, remains, raw",
    "sources": "*",
    "articles": "*",
    "aliases": "*",
}
"""Everything but the moment of the import."""


def digest(printed: list[Printed]) -> str:
    return sha256("\0".join(p.text for p in printed).encode()).hexdigest()


def test_a_seed_makes_the_same_pages_in_another_process() -> None:
    code = (
        "from hashlib import sha256; from tests.searching.pages import pages;"
        "print(sha256('\\0'.join(p.text for p in pages(40)).encode()).hexdigest())"
    )
    env = {**os.environ, "PYTHONHASHSEED": "7"}
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, env=env, check=True, text=True)
    assert done.stdout.strip() == digest(list(pages(40)))
    assert digest(list(pages(40, seed=1))) != digest(list(pages(40)))


def test_there_are_exactly_as_many_articles_as_were_asked_for() -> None:
    for count in (1, 7, 100):
        assert sum(len(p.page.articles) for p in pages(count)) == count


def test_a_page_does_not_depend_on_the_pages_before_it() -> None:
    assert list(pages(200))[12] == page(12)


def test_no_two_pages_share_paper_date_and_number() -> None:
    places = Counter((p.page.issue.paper, p.page.issue.date, p.page.issue.page) for p in pages(1000))
    assert set(places.values()) == {1}
    assert len({paper for paper, _, _ in places}) > 5
    days = sorted(str(date) for _, date, _ in places)
    assert days[0] < "1955" and days[-1] > "2020"


def test_articles_are_as_long_as_articles_are_and_in_both_scripts() -> None:
    blocks = [[b.text for b in article.blocks] for p in pages(400) for article in p.page.articles]
    assert 700 < mean(sum(map(len, texts)) for texts in blocks) < 820
    changed = sum("".join(texts) != fold("".join(texts)) for texts in blocks) / len(blocks)
    assert changed > 0.2
    text = "".join("".join(texts) for texts in blocks)
    assert all(sign in text for sign in ("GDP", "Ｋ", "2", "２", "體", "体", "\u3000"))


def test_words_follow_zipf() -> None:
    drawn = Counter(vocabulary("simplified").draw(Random(1), 200_000))
    words = vocabulary("simplified").words
    assert 6 < drawn[words[9]] / drawn[words[99]] < 10


def test_filling_a_library_in_bulk_is_the_same_as_importing_page_by_page(tmp_path: Path) -> None:
    quick, slow = tmp_path / "quick.sqlite", tmp_path / "slow.sqlite"
    fill(quick, pages(60))
    library = SqliteLibrary(slow)
    for printed in pages(60):
        data = printed.text.encode()
        sha, path = sha256(data).hexdigest(), Path(printed.path)
        library.add(path, sha, len(data), 0, printed.text, printed.page, IssueFacts())
    library.close()
    for table, columns in TABLES.items():
        assert rows(quick, f"SELECT {columns} FROM {table}") == rows(slow, f"SELECT {columns} FROM {table}"), table


def rows(path: Path, statement: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(statement).fetchall()
    finally:
        connection.close()


def test_notes_are_the_same_for_ever_and_stand_where_they_say(tmp_path: Path) -> None:
    printed = list(pages(300))
    made = list(notes(printed))
    assert made == list(notes(printed)) and 15 < len(made) < 60
    fill(tmp_path / "library.sqlite", printed)
    library = SqliteLibrary(tmp_path / "library.sqlite", read_only=True)
    for note in made:
        stored = library.article(note.article)
        assert stored.sha256 == note.anchor.source
        assert place(note.anchor, stored.article).state == "placed"
    library.close()
