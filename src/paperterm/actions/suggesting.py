"""What a query may become: words of the library that go on from what is typed, that it spells, or that it may have meant.

`suggest` prints them; the reader's search bar offers them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from paperterm.actions.answer import FOUND, NOTHING, WRONG, Answer, Failure
from paperterm.actions.command import Argument, Command, Values
from paperterm.actions.session import Session, failures

if TYPE_CHECKING:
    from paperterm.actions.contract.words import Completion as CompletionForm
    from paperterm.library.sqlite import SqliteLibrary
    from paperterm.library.words import Word, WordField
    from paperterm.query.unfinished import Unfinished

LIMIT = 8
"""Words that are offered where nobody says how many."""
NEARLY = 4
"""Characters from which on a text with one character wrong is searched for."""
LOOKED_AT = 40
"""Hits of such a search in which the text that was meant is looked for."""

WAYS, MANY, BEST, TRIED = 4, 20, 4, 24
"""Of letters that spell no word: ways of cutting them that are looked at, words that begin like the first half, those that are
taken for each half, pairs that are searched for."""

Stop = Callable[[], bool]

Why = Literal["begins", "spelt", "near"]
"""The word goes on from what was typed; that spells it; or it is like it, where the library holds nothing that is."""


@dataclass(frozen=True, slots=True)
class Completion:
    """A word as it is printed, in how many articles it stands, the query that it makes, and what that ends with then."""

    word: str
    count: int
    query: str
    why: Why
    ending: str


def completions(
    library: SqliteLibrary, query: str, limit: int = LIMIT, near: bool = True, stop: Stop = lambda: False
) -> list[Completion]:
    """What the last word of `query` may become, by the words that are counted; what stands in most articles first. `near`:
    where nothing begins like it, what it may have been meant for. `stop` is asked now and then, and ends it with less when
    true. Raises LibraryError."""
    from paperterm.query.unfinished import completed, unfinished

    word = unfinished(query)
    if word is None or not word.text or stop():
        return []
    fields = _fields(word)
    found, why = _going_on(library, word, fields, limit, stop)
    if not found and near and not stop():
        found, why = _near(library, word, fields, limit), "near"
    offered = {
        completed(query, word, one.text, "paper" if one.field == "paper" else ""): one
        for one in reversed(found)  # of a word and a name that are the same text the first
    }
    return [
        Completion(one.text, one.count, made, why, made[word.start :])
        for made, one in reversed(offered.items())
        if made != query
    ]


def _fields(word: Unfinished) -> tuple[WordField, ...]:
    """What is offered: everything, or in a field what its values are."""
    if word.field in ("", "title"):
        return ("", "column", "by") if word.field else ("", "paper", "column", "by")
    return (cast("WordField", word.field),)


def _going_on(
    library: SqliteLibrary, word: Unfinished, fields: tuple[WordField, ...], limit: int, stop: Stop
) -> tuple[list[Word], Why]:
    found = library.words.beginning(word.text, limit, fields)
    if not is_latin(word.text):
        return found, "begins"
    spelt = library.words.spelt(word.text, limit, fields) or _composed(library, word, stop)
    return sorted({*found, *spelt}, key=lambda one: (-one.count, one.text))[:limit], "spelt"


def _composed(library: SqliteLibrary, word: Unfinished, stop: Stop) -> list[Word]:
    """Two words that are spelt one behind the other and stand so in the library: chanyegongrenduiwu."""
    from paperterm.library.words import Word
    from paperterm.query import parse_query
    from paperterm.text.fold import searchable
    from paperterm.text.pinyin import reading, ways

    if word.field:
        return []
    tried: dict[str, None] = {}
    plain: tuple[WordField, ...] = ("",)
    for way in ways(searchable(word.text))[:WAYS]:
        for cut in range(len(way) - 1, 1, -1):
            if stop():
                return []
            heads = library.words.spelt("".join(way[:cut]), MANY, plain)
            whole = [head.text for head in heads if len(reading(head.text)) == cut][:BEST]
            tails = library.words.spelt("".join(way[cut:]), BEST, plain) if whole else []
            tried |= dict.fromkeys(head + tail.text for head in whole for tail in tails)
    counts = {text: library.search(parse_query(f'"{text}"'), 0, stop=stop).total for text in list(tried)[:TRIED]}
    return sorted((Word(text, "", n) for text, n in counts.items() if n), key=lambda one: (-one.count, one.text))


def _near(library: SqliteLibrary, word: Unfinished, fields: tuple[WordField, ...], limit: int) -> list[Word]:
    """Words that sound the same, then such as look alike, then others with one character wrong; texts that are no words."""
    from paperterm.text.fold import searchable
    from paperterm.text.shapes import alike

    text = searchable(word.text)
    if is_latin(text) or len(text) < 2:
        return []
    known = library.words.counts([text])
    if known:  # it is a word: what is missing is something else of the query
        return []
    found = library.words.sounding(text, limit, fields)
    others = library.words.differing(text, fields)
    others.sort(key=lambda pair: (not alike(text[pair[1]], searchable(pair[0].text)[pair[1]]), -pair[0].count))
    found += [one for one, place in others if len(searchable(one.text)) == len(text)]
    if not found and len(text) >= NEARLY and not word.field:
        found = _texts(library, text)
    return list(dict.fromkeys(found))[:limit]


def _texts(library: SqliteLibrary, text: str) -> list[Word]:
    """What stands in the library with one character other than in `text`, most often first."""
    from paperterm.library.words import Word
    from paperterm.query import parse_query
    from paperterm.text.fold import searchable

    results = library.search(parse_query(f"{text}~"), LOOKED_AT)
    counts = Counter(
        found
        for hit in results.hits
        for found in {searchable(hit.snippet[start:end]) for start, end in hit.marks}
        if len(found) == len(text)
    )
    return [Word(found, "", count) for found, count in counts.most_common()]


def is_latin(text: str) -> bool:
    """May it be the letters of words? In full width, too."""
    return re.fullmatch("[0-9A-Za-zＡ-Ｚａ-ｚ０-９]+", text) is not None


def suggest(session: Session, values: Values) -> Answer:
    limit = values.get("limit")
    if limit is not None and limit < 1:
        raise Failure("bad-limit", "--limit takes a number of words, 1 or more.", WRONG)
    text = " ".join(word.strip() for word in values["text"])
    with failures():
        session.library.count_words(values.get("counting"))
        found = completions(session.library, text, limit or LIMIT)
        hint = session.hint
    data = {"text": text, "completions": [_form(completion) for completion in found]}
    nothing = () if found else (f"No word of the library begins like {text} or is like it.",)
    return Answer(data, _lines(found), nothing + hint, FOUND if found else NOTHING)


def _form(completion: Completion) -> CompletionForm:
    return {
        "word": completion.word,
        "count": completion.count,
        "query": completion.query,
        "why": completion.why,
    }


def _lines(found: list[Completion]) -> Iterator[str]:
    from paperterm.text.cells import cell_width

    width = max((cell_width(one.query) for one in found), default=0)
    for one in found:
        articles = f"{one.count} article{'' if one.count == 1 else 's'}"
        about = ", may be meant" if one.why == "near" else ""
        yield f"{one.query}{' ' * (width - cell_width(one.query))}  {articles}{about}"


SUGGEST = Command(
    "suggest",
    "Suggest words",
    "List what the last word of a query may become, by the words of the library: 产业 for chanye or cy, 产业工人 for 产业. "
    "The words are counted when they are first asked for.",
    suggest,
    (
        Argument("TEXT", "a query, of which the last word is unfinished", many="+", dashes=True),
        Argument("--limit", f"at most so many words ({LIMIT})", int, metavar="N"),
    ),
)
