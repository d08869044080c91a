"""On which line of a TOML text each key stands. The standard library's parser does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*"
    r"|[\[\]{}\n]"
    r"""|[^\[\]{}\n"'#]+""",
    re.DOTALL,
)
_PART = r"""(?:"(?:\\.|[^"\\])*"|'[^']*'|[A-Za-z0-9_-]+)"""
_PATH = rf"({_PART}(?:\s*\.\s*{_PART})*)"
_HEADER = re.compile(rf"\s*\[{{1,2}}\s*{_PATH}\s*\]")
_KEY = re.compile(rf"\s*{_PATH}\s*=")


def key_lines(text: str) -> dict[str, int]:
    """The line, from 1, of every table and key of a valid TOML text, by its full name ("keys.list.open")."""
    found: dict[str, int] = {}
    table: tuple[str, ...] = ()
    for line, statement in _statements(text):
        if header := _HEADER.match(statement):
            table = _parts(header[1])
            found.setdefault(".".join(table), line)
        elif key := _KEY.match(statement):
            found.setdefault(".".join((*table, *_parts(key[1]))), line)
    return found


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Line and text of every table's head and every key with its value, which may take several lines."""
    line = first = 1
    depth = 0
    parts: list[str] = []
    for token in _TOKEN.findall(text):
        if token == "\n" and depth == 0:
            yield first, "".join(parts)
            parts, first = [], line + 1
        elif not token.startswith("#"):
            depth += (token in "[{") - (token in "]}") if token in "[]{}" else 0
            parts.append(token)
        line += token.count("\n")
    yield first, "".join(parts)


def _parts(path: str) -> tuple[str, ...]:
    return tuple(part[1:-1] if part[0] in "\"'" else part for part in re.findall(_PART, path))
