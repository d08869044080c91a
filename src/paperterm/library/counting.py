"""Counting the words of a library: what came since is counted on; newest first, so that an unfinished count serves already.

Cutting texts into words is most of the work. rjieba does it here; jieba, twenty times as slow, in processes of their own, so
that nobody else's thread is held up.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from functools import lru_cache
from time import monotonic

from paperterm.ingest.workers import Batches, Died, cores, here, spread
from paperterm.library.packing import searched, unpack_form
from paperterm.library.words import Counted, Counts, WordField, Words
from paperterm.text import segment
from paperterm.text.clean import one_line
from paperterm.text.fold import HAN, searchable

TASK = 50
"""Articles that are cut at a time; between two tasks the count may be stopped."""
WRITE = 4.0
"""Seconds of work that a kill may cost."""
FEW = 200
"""Articles for which no processes are started."""
LONGEST = 24
"""Characters of a word; what is longer is no word."""
STALE = 20
"""Where one in so many counted articles is there no more, the words are counted anew."""

_WORD = re.compile(f"(?=[0-9]*[a-z{HAN}])[0-9a-z{HAN}]{{2,{LONGEST}}}")
_NUMERAL = re.compile("[0-9〇零一二三四五六七八九十百千万亿两点年月日号时分第]+")

Tell = Callable[[int, int], None]
"""Told how many articles are counted, of how many."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What is counted of one article: its folded text, and the names of its paper, its column and its reporters."""

    seq: int
    text: str
    paper: str | None
    column: str | None
    byline: tuple[str, ...]


Task = tuple[Printed, ...]
Key = tuple[str, WordField]


@dataclass(frozen=True, slots=True)
class Found:
    """In how many of some articles each word stands, and how names are printed."""

    times: Counter[Key]
    shown: dict[Key, str]


def count_words(
    connection: sqlite3.Connection, words: Words, tell: Tell | None = None, stop: Callable[[], bool] | None = None
) -> bool:
    """Counts the articles of the library at `connection` that are not counted yet; whether all are now. `stop` is asked now
    and then; what was counted until then is kept. Raises LibraryError and sqlite3.Error."""
    stop = stop or (lambda: False)
    counted = words.counted()
    born = _born(connection)
    if counted is None or counted.born != born or _stale(connection, counted):
        last = connection.execute("SELECT coalesce(max(seq), 0) FROM articles").fetchone()[0]
        counted = Counted(born, last + 1, last, 0, segment.cutter())
        words.begin(counted)
    total = int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
    left = total - counted.articles
    if left > 0 and stop():
        return False
    found, now, written = Found(Counter(), {}), counted, monotonic()
    with closing(_answers(_tasks(connection, counted), left)) as batches:
        for batch in batches:
            for task, answer in batch:
                if not isinstance(answer, Died):  # what a dying process was at is counted as having no words
                    found.times.update(answer.times)
                    found.shown.update(answer.shown)
                now = _after(now, task)
            stopped = stop()
            if stopped or monotonic() - written > WRITE:
                if not words.add(_counts(found), counted, now):
                    return False
                found, counted, written = Found(Counter(), {}), now, monotonic()
            if tell is not None and batch:
                tell(now.articles, max(total, now.articles))
            if stopped:
                return False
    return now is counted or words.add(_counts(found), counted, now)


def cut(task: Task) -> Found:
    """The words of some articles."""
    times: Counter[Key] = Counter()
    shown: dict[Key, str] = {}
    for printed in task:
        keys: set[Key] = {(word, "") for word in _words(printed.text)}
        named: list[tuple[WordField, str]] = [("by", name) for name in printed.byline]
        named += [("paper", printed.paper or ""), ("column", printed.column or "")]
        for field, name in named:
            name = one_line(name)
            if 2 <= len(folded := searchable(name)) <= LONGEST:
                keys.add((folded, field))
                shown[folded, field] = name
        times.update(keys)
    return Found(times, shown)


def _words(text: str) -> Iterator[str]:
    """The words of a text that may be asked for, each once."""
    return filter(_is_word, {text[start:end] for start, end in segment.words(text)})


@lru_cache(maxsize=200_000)
def _is_word(text: str) -> bool:
    return _WORD.fullmatch(text) is not None and not _NUMERAL.fullmatch(text)


def _answers(tasks: Iterator[Task], articles: int) -> Batches[Task, Found]:
    if articles <= FEW or segment.cutter() == "rjieba":
        return here(cut, tasks)
    return spread(cut, tasks, cores(), lambda task: sum(len(printed.text) for printed in task))


def _tasks(connection: sqlite3.Connection, counted: Counted) -> Iterator[Task]:
    """The articles that are not counted: those that came since, in the order in which they came, and then those from before,
    the newest first."""
    yield from _steps(connection, counted.high, 1)
    yield from _steps(connection, counted.low, -1)


def _steps(connection: sqlite3.Connection, last: int, step: int) -> Iterator[Task]:
    beyond, order = (">", "ASC") if step > 0 else ("<", "DESC")
    while True:
        rows = connection.execute(
            "SELECT articles.seq, folded.text, form, paper FROM articles JOIN pages ON pages.seq = articles.page "
            f"LEFT JOIN folded ON folded.article = articles.seq WHERE articles.seq {beyond} ? "
            f"ORDER BY articles.seq {order} LIMIT ?",
            (last, TASK),
        ).fetchall()
        if not rows:
            return
        yield tuple(_printed(*row) for row in rows)
        last = rows[-1][0]


def _printed(seq: int, folded: str | None, packed: bytes | str, paper: str | None) -> Printed:
    form = unpack_form(packed)
    return Printed(seq, searched(form) if folded is None else folded, paper, form["column"], tuple(form["byline"]))


def _after(counted: Counted, task: Task) -> Counted:
    """What is counted when these are, too."""
    articles, last = counted.articles + len(task), task[-1].seq
    if last > counted.high:
        return replace(counted, high=last, articles=articles)
    return replace(counted, low=last, articles=articles)


def _counts(found: Found) -> Counts:
    return {key: (count, found.shown.get(key, key[0])) for key, count in found.times.items()}


def _born(connection: sqlite3.Connection) -> str:
    """Tells this library from another that was at the same place before."""
    row = connection.execute("SELECT sha256, imported FROM pages ORDER BY seq LIMIT 1").fetchone()
    return f"{row[0]} {row[1]}" if row else ""


def _stale(connection: sqlite3.Connection, counted: Counted) -> bool:
    """Are too many of the counted articles gone or replaced?"""
    row = connection.execute("SELECT count(*) FROM articles WHERE seq BETWEEN ? AND ?", (counted.low, counted.high))
    return (counted.articles - int(row.fetchone()[0])) * STALE > counted.articles
