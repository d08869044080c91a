"""JSON Schema (draft 2020-12) of Python types: what a TypedDict says of an object, in the words of other programs.

Understood are str, int, float, bool, None, Any, Literal, unions, list, tuple, dict with string keys, TypedDict (with its
docstring), Required and NotRequired, and Annotated: with a sentence, which describes; with a Pattern, which a text matches;
with a dataclass, whose fields an object has. Objects have no other keys than those that are declared.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import (
    Annotated,
    Any,
    Literal,
    NamedTuple,
    NotRequired,
    Required,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

SIMPLE = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}


class Pattern(NamedTuple):
    """A regular expression (ECMA 262) that the whole of a text matches, and what such a text is."""

    expression: str
    says: str


class Schemas:
    """The schemas of types, each TypedDict and each dataclass once under its name among the definitions."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def of(self, kind: Any) -> Schema:
        """The schema of a type. Raises TypeError for one that is not understood."""
        origin, arguments = get_origin(kind), get_args(kind)
        if kind is Any:
            return {}
        if kind in SIMPLE:
            return {"type": SIMPLE[kind]}
        if is_typeddict(kind) or is_dataclass(kind):
            return self._reference(kind)
        if origin is Annotated:
            return self._described(arguments[0], arguments[1:])
        if origin in (Required, NotRequired):
            return self.of(arguments[0])
        if origin is Literal:
            return {"enum": list(arguments)}
        if origin in (Union, types.UnionType):
            return _one_of([self.of(each) for each in arguments])
        if origin is list:
            return {"type": "array", "items": self.of(arguments[0])}
        if origin is tuple:
            return self._tuple(arguments)
        if origin in (dict, Mapping) and arguments[0] is str:
            return {"type": "object", "additionalProperties": self.of(arguments[1])}
        raise TypeError(f"{kind!r} has no schema here")

    def _described(self, kind: Any, notes: tuple[Any, ...]) -> Schema:
        found: Schema = {}
        for note in notes:
            if isinstance(note, Pattern):
                found |= {"pattern": f"^(?:{note.expression})$", "description": note.says}
            elif isinstance(note, str):
                found["description"] = note
            else:
                return self._reference(note)
        return self.of(kind) | found

    def _tuple(self, arguments: tuple[Any, ...]) -> Schema:
        if arguments[1:] == (...,):
            return {"type": "array", "items": self.of(arguments[0])}
        return {
            "type": "array",
            "prefixItems": [self.of(each) for each in arguments],
            "minItems": len(arguments),
            "maxItems": len(arguments),
        }

    def _reference(self, kind: Any) -> Schema:
        name = kind.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # a type may hold itself
            self.definitions[name] = self.object(kind)
        return {"$ref": f"#/$defs/{name}"}

    def object(self, kind: Any) -> Schema:
        """The schema of a TypedDict or of a dataclass's fields, to stand by itself."""
        hints = get_type_hints(kind, include_extras=True)
        required = kind.__required_keys__ if is_typeddict(kind) else {each.name for each in fields(kind)}
        # Where annotations are strings, a TypedDict does not know which of its own keys they say are required.
        required = (required | _of(hints, Required)) - _of(hints, NotRequired)
        described = " ".join((kind.__doc__ or "").split())
        return {
            **({"description": described} if described else {}),
            "type": "object",
            "properties": {name: self.of(hint) for name, hint in hints.items()},
            "required": [name for name in hints if name in required],
            "additionalProperties": False,
        }


def _of(hints: Mapping[str, Any], origin: Any) -> set[str]:
    return {name for name, hint in hints.items() if get_origin(hint) is origin}


def _one_of(schemas: list[Schema]) -> Schema:
    """A union: the names of simple types side by side, anything else as alternatives."""
    if all(each.keys() == {"type"} for each in schemas):
        return {"type": [each["type"] for each in schemas]}
    return {"anyOf": schemas}
