"""The interface's languages: every sentence of the reader's own goes through `t`."""

from __future__ import annotations


def t(message: str, /, **values: object) -> str:
    """The message in the interface's language; `values` fill its braces: t("{count} articles", count=3)."""
    return message.format(**values) if values else message
