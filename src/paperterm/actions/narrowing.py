"""Narrowing a query by what its hits have in common, and widening it again: on the query's text, as a person would. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from paperterm.query.fields import FIELDS, KINDS, field_named, read_value
from paperterm.query.lexer import tokens
from paperterm.query.values import FieldValueError

NAMES = {field.id: field.names[0] for field in FIELDS}


class _Pair(NamedTuple):
    """A field with its value, characters `start` to `end` of the query; `value` in its standard form."""

    start: int
    end: int
    field: str
    value: str


def narrowed(text: str, field: str, value: str) -> str:
    """The query with `field` (an id of FIELDS) asked for that value, in the place of one that it asks for now. Raises
    QueryError where `text` cannot be read."""
    rest = without(text, field)
    if any(sign == "OR" for sign in _top_signs(rest)):
        rest = f"({rest})"
    return f"{rest} {asked(field, value)}".strip()


def without(text: str, field: str) -> str:
    """The query without what it asks of that field for all that it finds. Raises QueryError."""
    kept, at = "", 0
    for pair in _pairs(text):
        if pair.field == field:
            kept, at = kept + text[at : pair.start].rstrip(), pair.end
    kept = (kept + text[at:]).strip()
    for joining in ("AND ", "ＡＮＤ "):
        kept = kept.removeprefix(joining)
    return kept


def asks(text: str, field: str) -> str | None:
    """What value the query asks of that field for all that it finds; None where it does not. Raises QueryError."""
    return next((pair.value for pair in _pairs(text) if pair.field == field), None)


def asked(field: str, value: str) -> str:
    """A field with a value as it stands in a query: 报纸:工人日报."""
    written = KINDS[value][0] if field == "kind" else value
    plain = all(char.isalnum() or char in "-.·" for char in written)
    return f"{NAMES[field]}:{written}" if plain else f'{NAMES[field]}:"{written.replace(chr(34), " ")}"'


def _top_signs(text: str) -> Iterator[str]:
    """The signs of the tokens that stand in no parentheses."""
    depth = 0
    for token in tokens(text):
        depth -= token.sign == ")"
        if not depth:
            yield token.sign
        depth += token.sign == "("


def _pairs(text: str) -> Iterator[_Pair]:
    """The fields that all hits have to fit; those that are denied, in parentheses or one of several ways are none."""
    if "OR" in _top_signs(text):
        return
    found, depth = list(tokens(text)), 0
    for number, token in enumerate(found):
        depth += {"(": 1, ")": -1}.get(token.sign, 0)
        if token.sign != "field" or depth or (number and found[number - 1].sign == "NOT"):
            continue
        declaration = field_named(token.text)
        value, end = text[token.start + len(token.text) + 1 : token.end], token.end
        following = found[number + 1]
        if not value and following.sign == "term" and following.start == end:
            value, end = following.text, following.end
        if declaration is None or not value:
            continue
        try:
            yield _Pair(token.start, end, declaration.id, read_value(declaration, value)[0])
        except FieldValueError:
            continue
