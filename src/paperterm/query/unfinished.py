"""The word that somebody is just typing, at the end of a query. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from paperterm.query.errors import QueryError
from paperterm.query.fields import field_named
from paperterm.query.lexer import tokens

COMPLETED = ("title", "paper", "by", "column")
"""Fields whose values are words."""

_SIGNS = re.compile(r"""[\s()（）|｜:：~～"“”＂「」『』]|^[-－]|^(?:OR|AND|NOT)$""")

_QUOTES = re.compile('["“”＂]')


@dataclass(frozen=True, slots=True)
class Unfinished:
    """`text` begins at character `start` of the query; it is the value of `field`, or none's: ""."""

    start: int
    field: str
    text: str


def unfinished(query: str) -> Unfinished | None:
    """The word at the query's end; None where the query ends otherwise, or where its last word is in quotation marks, fuzzy,
    or the value of a field that takes no words."""
    try:
        last = [token for token in tokens(query) if token.sign != "end"][-1:]
    except QueryError:
        return None
    if not last or last[0].end < len(query) or last[0].quoted or last[0].fuzzy:
        return None
    (token,) = last
    if token.sign == "term":
        return Unfinished(token.start, "", token.text)
    declaration = field_named(token.text) if token.sign == "field" else None
    start = token.start + len(token.text) + 1
    if declaration is None or declaration.id not in COMPLETED or start >= len(query):
        return None
    return Unfinished(start, declaration.id, query[start:])


def completed(query: str, word: Unfinished, by: str, field: str = "") -> str:
    """The query with another text in the word's place, with `field` before it where the word had none."""
    if _SIGNS.search(by):
        quoted = _QUOTES.sub("", by)
        by = f'"{quoted}"'
    name = ""
    if field and not word.field and (declaration := field_named(field)) is not None:
        name = f"{declaration.names[0]}:"
    return f"{query[: word.start]}{name}{by}"
