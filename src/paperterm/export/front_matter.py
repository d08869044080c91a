"""The head of a Markdown file: YAML between two rules, in which no text of a page can mean anything."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from paperterm.text.clean import one_line

Value = str | int | bool | None | Sequence[str]


def front_matter(values: Mapping[str, Value]) -> Iterator[str]:
    """Its lines. Every text is quoted as JSON quotes it, which YAML 1.2 reads as a double-quoted scalar (5.7, 7.3.1)."""
    yield "---"
    for key, value in values.items():
        yield f"{key}: {_scalar(value) if not isinstance(value, Sequence) or isinstance(value, str) else _list(value)}"
    yield "---"


def _list(values: Sequence[str]) -> str:
    return f"[{', '.join(map(_scalar, values))}]"


def _scalar(value: str | int | bool | None) -> str:
    if isinstance(value, str):
        value = one_line(value)
    return json.dumps(value, ensure_ascii=False)
