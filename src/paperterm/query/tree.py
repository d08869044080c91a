"""What a query says, as a tree. Immutable; knows nothing of how it was written or where it is answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from paperterm.query.values import Bounds


@dataclass(frozen=True, slots=True)
class Term:
    """Text that must stand in one block. `text` as it was typed, `needle` as `text.fold.searchable` makes it; `fuzzy`: one
    character of it may be another."""

    text: str
    needle: str
    fuzzy: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A field by its id in `FIELDS`; `value` in its standard form; `bounds` of a date or page, both ends included."""

    name: str
    value: str
    bounds: Bounds | None = None
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """What does not fit `part`."""

    part: Node


@dataclass(frozen=True, slots=True)
class And:
    """What fits all parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """What fits at least one part."""

    parts: tuple[Node, ...]


Node = Term | Field | Not | And | Or


def positive_terms(node: Node) -> Iterator[Term]:
    """The terms outside every Not, in order."""
    if isinstance(node, Term):
        yield node
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from positive_terms(part)


def fields(node: Node) -> Iterator[Field]:
    """Every field, also inside a Not, in order."""
    if isinstance(node, Field):
        yield node
    elif isinstance(node, Not):
        yield from fields(node.part)
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from fields(part)


def required_needles(node: Node) -> tuple[str, ...]:
    """Needles that every document for which `node` is true contains; none of them inside another."""
    found: list[str] = []
    if isinstance(node, Term):
        found = [] if node.fuzzy else [node.needle]
    elif isinstance(node, And):
        found = [needle for part in node.parts for needle in required_needles(part)]
    elif isinstance(node, Or):
        branches = [required_needles(part) for part in node.parts]
        found = [
            needle
            for branch in branches
            for needle in branch
            if all(any(needle in other for other in others) for others in branches)
        ]
    kept = list(dict.fromkeys(found))
    return tuple(n for n in kept if not any(n != other and n in other for other in kept))


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query. `text` is what was typed."""

    text: str
    root: Node

    def terms(self) -> tuple[str, ...]:
        """The positive text terms as typed, in order, each once."""
        return tuple(dict.fromkeys(term.text for term in positive_terms(self.root)))

    def outside(self) -> frozenset[tuple[str, str]]:
        """The (field, value) pairs only the caller can resolve, such as ("tag", "工会") and ("has", "note")."""
        return frozenset((field.name, field.value) for field in fields(self.root) if field.outside)

    def required(self) -> tuple[str, ...]:
        """Strings that `text.fold.searchable` of every hit's text contains, for passing over most documents cheaply.
        Sound, not complete: may be empty."""
        return required_needles(self.root)
